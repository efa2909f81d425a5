import type { Report } from './index.ts';
import { resultOf } from './result/result.ts';

const indented = (value: unknown): string => JSON.stringify(value, null, 2);

/** One result as an object, several as an array. */
const json: Report = async function* (audits, { tool }) {
  let held: string | undefined;
  let several = false;
  for await (const audit of audits) {
    if (held !== undefined) {
      yield `${several ? '' : '[\n'}${held},\n`;
      several = true;
    }
    held = indented(resultOf(audit, tool));
  }
  if (held !== undefined) yield `${held}${several ? '\n]' : ''}\n`;
};

export default json;
