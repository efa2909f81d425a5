import { packSheet } from '../../../authoring/sheet.ts';
import { sourceFor } from '../../../authoring/trace/quotes.ts';
import { boundSentences } from '../../../authoring/trace/sentences.ts';
import { writeWhole } from '../../../batch/files/whole.ts';
import { packWorkbook } from '../../../forms/pack-sheet.ts';
import { reasonsOf } from '../../../model/base/problem.ts';
import { get } from '../../../model/base/source.ts';
import { loadTexts } from '../../../read/document/open.ts';
import { findLedger, packFiles } from '../../../read/pack/authored.ts';
import { packFolder } from '../../../read/pack/find-rules.ts';
import type { Act } from '../../cli.ts';
import { EXIT } from '../../exit-code.ts';
import { refuse } from '../../problems.ts';
import { errLine, outLine } from '../../terminal.ts';
import { NO_COPY, openPack, type PackOptions } from '../open.ts';

export interface SheetOptions extends PackOptions {
  readonly output: string;
  readonly source?: string;
}

/** Writes a pack as a workbook: a row for each sentence and each rule that carries it. */
export const sheetCommand: Act<SheetOptions, [string]> = async (id, options, terminal) => {
  const { lang, output, source, standards } = options;
  const folder = packFolder(id, standards);
  const files = await packFiles(folder);
  const texts = await loadTexts(source);
  const ledger = await findLedger(folder);
  const absent = files.ok && files.value.length === 0 ? (await openPack(id, options)).pack : undefined;
  if (!files.ok || !texts.ok || ledger?.ok === false || absent?.ok === false)
    return refuse(reasonsOf([files, texts, ledger, absent]), lang, terminal);
  const known = ledger?.value;
  const copy = known && sourceFor(known, texts.value);
  if (known && copy === undefined && source !== undefined) errLine(terminal, NO_COPY[lang](source));
  const sentences = copy === undefined ? [] : boundSentences(copy.text, known?.source).sentences;
  const words = new Map(sentences.map(({ fingerprint, text }) => [fingerprint, text.trim().replaceAll(/\s+/gu, ' ')]));
  const isRules = ({ node }: (typeof files.value)[number]): boolean =>
    get(node, 'rules') !== undefined && get(node, 'levels') !== undefined;
  const others = files.value.filter(file => !isRules(file) && file.name !== 'clauses.yaml');
  const own = files.value.find(({ name }) => name === 'clauses.yaml');
  const sheet = packSheet(files.value.filter(isRules), own, others, words);
  writeWhole(output, packWorkbook(sheet, lang));
  outLine(terminal, lang === 'zh' ? `${output}：${sheet.rows.length} 行` : `${output}: ${sheet.rows.length} rows`);
  return EXIT.passed;
};
