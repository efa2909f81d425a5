import type { Audit } from '../model/finding/audit.ts';
import { annotate } from './annotated/annotate.ts';
import type { Report } from './index.ts';

/**
 * The submitter's own workbook, with the findings, and what could not be read, written into it; nothing where there is no
 * one workbook.
 */
const annotated: Report = async function* (audits, options) {
  const { submitted, rejected = [] } = options;
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  const [file, ...others] = new Set([...held.map(({ profile }) => profile.path), ...rejected.map(({ file }) => file)]);
  const parts = file === undefined || others.length > 0 ? undefined : submitted?.(file);
  const problems = [...held.flatMap(({ warnings }) => warnings), ...rejected.flatMap(({ problems }) => problems)];
  if (parts !== undefined) yield annotate(parts, held, [...new Set(problems)], options);
};

export default annotated;
