import { bookMark } from '../../../model/base/own-book.ts';
import type { Summary } from '../../../model/result/summary.ts';
import { type BookWriter, openBook } from '../../../sheets/write/book.ts';
import { absentList } from '../../../tell/summary/absent.ts';
import { lackingList, missingList } from '../../../tell/summary/missing.ts';
import { nearList } from '../../../tell/summary/near.ts';
import { rankingList } from '../../../tell/summary/ranking.ts';
import { rulesList } from '../../../tell/summary/rules.ts';
import { sectionsList } from '../../../tell/summary/spreads.ts';
import { calledOf } from '../../../words/batch.ts';
import { called, pick, voiced } from '../../../words/reader.ts';
import { SUMMARY_SHEETS } from '../../../words/sheets.ts';
import { putList } from '../list.ts';
import { FOOTER } from '../style.ts';
import { addCard } from './card.ts';
import { addCover } from './cover.ts';
import { addMatrix } from './matrix.ts';
import { hasList, hasSheet, isLive, type Part, partsOf, partTitle, type SummaryBookOptions } from './part.ts';

const rankingRest = (part: Part): string => {
  const { summary, rows, centers } = part;
  const left = summary.count - rows;
  return [
    centers.length < rows
      ? voiced(part, {
          zh: '中心太多，按报送顺序列出，可按“名次”排序。',
          en: ' Too many centres to sort: in the order of the input.',
        })
      : '',
    left > 0
      ? pick(part, `另有 ${left} 个中心列不下，见 results.jsonl。`, ` ${left} more centres: see results.jsonl.`)
      : '',
  ].join('');
};

/** Every centre by rank, read anew where they are too many to hold. */
const addRanking = (book: BookWriter, part: Part): void => {
  const list = rankingList(part);
  putList(book, {
    ...list,
    name: part.tab('ranking'),
    lang: part.lang,
    title: partTitle(part, list.title),
    note: list.note + rankingRest(part),
    live: isLive(part),
    count: part.rows,
    items: part.listed(),
  });
};

const addSections = (book: BookWriter, part: Part): void => {
  const list = sectionsList(part);
  putList(book, { ...list, name: part.tab('sections'), lang: part.lang, title: partTitle(part, list.title) });
};

/** A batch as a workbook, from the first sheet to the last. */
export const summaryXlsx = (summary: Summary, options: SummaryBookOptions): void => {
  const { lang, tool, rejected, write } = options;
  const parts = partsOf(summary, lang, options.centersOf);
  const book = openBook(write, { creator: tool.name, subject: bookMark('summary'), footer: FOOTER[lang] });
  const of = calledOf(summary);
  addCover(book, { summary, parts, options, lang, of });
  for (const part of parts) {
    addRanking(book, part);
    addCard(book, part);
    if (hasSheet(part, 'matrix')) addMatrix(book, part);
  }
  if (hasList(parts, 'rules'))
    putList(book, { ...rulesList(parts, lang), lang, name: SUMMARY_SHEETS.rules.name[lang] });
  for (const part of parts) addSections(book, part);
  if (hasList(parts, 'near')) putList(book, { ...nearList(parts, lang), lang, name: SUMMARY_SHEETS.near.name[lang] });
  putList(book, { ...missingList(parts, lang), lang, name: SUMMARY_SHEETS.missing.name[lang] });
  putList(book, { ...lackingList(parts, lang), lang, name: called(of, SUMMARY_SHEETS.gaps.name)[lang] });
  putList(book, { ...absentList(summary, rejected, lang), lang, name: SUMMARY_SHEETS.absent.name[lang] });
  book.end();
};
