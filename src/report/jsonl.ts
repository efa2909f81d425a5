import { jsonText } from '../model/base/clean.ts';
import { resultOf } from '../model/result/write.ts';
import type { Report } from './index.ts';
import { firstTexts } from './result/texts.ts';
import { worded } from './result/words.ts';

/** One result a line; with the first of each pack, its texts. */
const jsonl: Report = async function* (audits, { tool }) {
  const textsFor = firstTexts();
  for await (const audit of audits) {
    const texts = textsFor(audit);
    yield `${jsonText({ ...worded(resultOf(audit, tool), audit), ...(texts && { texts }) })}\n`;
  }
};

export default jsonl;
