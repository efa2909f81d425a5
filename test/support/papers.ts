import type { Audit } from '../../src/model/finding/audit.ts';
import { paperOf } from '../../src/report/docx.ts';
import { REPORTS, type Report } from '../../src/report/index.ts';

/** Nothing that the writer of the file could tell apart is left out. */
const text = (paper: unknown): string =>
  JSON.stringify(paper, (_, value) => {
    if (typeof value === 'function' || value instanceof Map || value instanceof Set) throw new Error('no plain data');
    return value === undefined ? { undefined: true } : value;
  });

const paper: Report = async function* (audits, options) {
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  yield text(await paperOf(held, options));
};

/**
 * Runs with reports in Word that are not set: each is the text of all that its file would be made of. Setting is most of
 * their cost, and is a function of nothing else.
 */
export const onPaper = async <T>(run: () => Promise<T>): Promise<T> => {
  const { load } = REPORTS.docx;
  const put = (loaded: () => Promise<{ readonly default: Report }>) => Object.assign(REPORTS.docx, { load: loaded });
  put(async () => ({ default: paper }));
  try {
    return await run();
  } finally {
    put(load);
  }
};
