import { jsonText } from '../model/base/clean.ts';
import type { Texts } from '../model/result/contract.ts';
import { resultOf } from '../model/result/write.ts';
import type { Report } from './index.ts';
import { firstTexts } from './result/texts.ts';
import { worded } from './result/words.ts';

const indented = (value: unknown): string => jsonText(value, 2);

/** What a person reads stands first, a member a line; texts follow on a line of their own. */
const withTexts = (result: string, texts: Texts | undefined): string =>
  texts === undefined ? result : `${result.slice(0, -2)},\n  "texts": ${jsonText(texts)}\n}`;

/** One result as an object, several as an array; with the first of each pack, its texts. */
const json: Report = async function* (audits, { tool }) {
  const textsFor = firstTexts();
  let held: string | undefined;
  let several = false;
  for await (const audit of audits) {
    if (held !== undefined) {
      yield `${several ? '' : '[\n'}${held},\n`;
      several = true;
    }
    held = withTexts(indented(worded(resultOf(audit, tool), audit)), textsFor(audit));
  }
  if (held !== undefined) yield `${held}${several ? '\n]' : ''}\n`;
};

export default json;
