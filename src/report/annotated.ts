import type { Audit } from '../model/finding/audit.ts';
import { annotate } from './annotated/annotate.ts';
import type { Report } from './index.ts';

/** The submitter's own workbook, with the findings written into it; nothing where there is no one workbook. */
const annotated: Report = async function* (audits, options) {
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  const [file, ...others] = new Set(held.map(({ profile }) => profile.path));
  const parts = file === undefined || others.length > 0 ? undefined : options.submitted?.(file);
  if (parts !== undefined) yield annotate(parts, held, options);
};

export default annotated;
