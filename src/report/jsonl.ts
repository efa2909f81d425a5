import type { Report } from './index.ts';
import { resultOf } from './result/result.ts';

/** One result a line. */
const jsonl: Report = async function* (audits, { tool }) {
  for await (const audit of audits) yield `${JSON.stringify(resultOf(audit, tool))}\n`;
};

export default jsonl;
