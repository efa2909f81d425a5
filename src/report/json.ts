import { jsonText } from '../model/base/clean.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Texts } from '../model/result/contract.ts';
import { resultOf } from '../model/result/write.ts';
import type { Report, ReportOptions } from './index.ts';
import { firstTexts } from './result/texts.ts';
import { worded } from './result/words.ts';

const indented = (value: unknown): string => jsonText(value, 2);

/** What a person reads stands first, a member a line; texts follow on a line of their own. */
const withTexts = (result: string, texts: Texts | undefined): string =>
  texts === undefined ? result : `${result.slice(0, -2)},\n  "texts": ${jsonText(texts)}\n}`;

/** Results with the texts of each pack beside the first of it. */
async function* itemsOf(audits: AsyncIterable<Audit>, { tool }: ReportOptions): AsyncGenerator<string> {
  const textsFor = firstTexts();
  for await (const audit of audits) yield withTexts(indented(worded(resultOf(audit, tool), audit)), textsFor(audit));
}

/** One result as an object, several as an array. */
const json: Report = async function* (audits, options) {
  let held: string | undefined;
  let several = false;
  for await (const item of itemsOf(audits, options)) {
    if (held !== undefined) {
      yield `${several ? '' : '[\n'}${held},\n`;
      several = true;
    }
    held = item;
  }
  if (held !== undefined) yield `${held}${several ? '\n]' : ''}\n`;
};

export default json;
