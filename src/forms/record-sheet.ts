import type { Worksheet } from 'exceljs';
import { bookMark } from '../model/base/own-book.ts';
import type { Lang } from '../model/base/text.ts';
import { nameOf, type Profile } from '../model/profile/profile.ts';
import { RECORD_WORDS, recordOf } from '../words/forms.ts';
import { placeName } from '../words/site.ts';
import type { Form } from './form.ts';
import { AS_TEXT, fitRow, newWorkbook, packed, protect, put, putAcross, setPage, setWidths } from './style.ts';
import { basisText, titleText } from './titles.ts';
import { type WalkLine, walkOf } from './walk.ts';

const HEADS = ['number', 'fact', 'record', 'part', 'declared', 'value', 'reason', 'way', 'look'] as const;
const WIDTHS = [5, 26, 12, 14, 18, 20, 22, 9, 30];
const COLUMNS = HEADS.length;
const HEAD_ROW = 5;

/** A name, and the cells beside it for what it is. */
interface Particular {
  readonly word: 'center' | 'stage' | 'date' | 'level' | 'person';
  readonly at: readonly [row: number, name: number, first: number, last: number];
}

const PARTICULARS: readonly Particular[] = [
  { word: 'center', at: [3, 2, 3, 5] },
  { word: 'stage', at: [3, 6, 7, 7] },
  { word: 'date', at: [4, 2, 3, 4] },
  { word: 'level', at: [4, 5, 6, 6] },
  { word: 'person', at: [4, 7, 8, 9] },
];

/** Who inspected what and when. */
const putParticulars = (sheet: Worksheet, form: Form, profile: Profile | undefined, lang: Lang): void => {
  const known: Partial<Record<Particular['word'], string>> = { center: nameOf(profile?.center ?? {}), stage: '核查' };
  for (const { word, at } of PARTICULARS) {
    const [row, name, first, last] = at;
    const says = word === 'center' ? recordOf(form.vocabulary) : RECORD_WORDS[word];
    put(sheet.getCell(row, name), says[lang], 'label');
    for (let column = first; column <= last; column++) put(sheet.getCell(row, column), undefined, 'inputText', AS_TEXT);
    if (last > first) sheet.mergeCells(row, first, row, last);
    if (known[word]) sheet.getCell(row, first).value = known[word];
    sheet.getRow(row).height = 24;
  }
};

const putLine = (sheet: Worksheet, row: number, number: number, line: WalkLine): void => {
  const { label, record = '', part = '', declared, way, look } = line;
  put(sheet.getCell(row, 1), number, 'number');
  put(sheet.getCell(row, 2), label, 'label');
  put(sheet.getCell(row, 3), record, 'label');
  put(sheet.getCell(row, 4), part, 'label');
  put(sheet.getCell(row, 5), declared, 'aside', AS_TEXT);
  put(sheet.getCell(row, 6), undefined, 'inputText');
  put(sheet.getCell(row, 7), undefined, 'inputText');
  put(sheet.getCell(row, 8), way, 'aside');
  put(sheet.getCell(row, 9), look, 'aside');
  const said = [label, record, part, declared, '', '', way, look];
  const texts = said.map((text, at) => [text, WIDTHS[at + 1] ?? 10] as const);
  fitRow(sheet, row, texts);
};

/** A blank record of an inspection as a sheet to be filled in: only what an inspector settles, in the order of the walk. */
export const recordWorkbook = async (form: Form, profile: Profile | undefined, lang: Lang): Promise<Uint8Array> => {
  const workbook = await newWorkbook();
  workbook.subject = bookMark('record');
  const sheet = workbook.addWorksheet(RECORD_WORDS.sheet[lang]);
  setWidths(sheet, WIDTHS);
  putAcross(sheet, 1, COLUMNS, titleText(form, lang, RECORD_WORDS.title), 'title');
  sheet.getRow(1).height = 32;
  const note = `${basisText(form, lang)}　${RECORD_WORDS.note[lang]}`;
  putAcross(sheet, 2, COLUMNS, note, 'note');
  fitRow(sheet, 2, [[note, 150]], 20);
  putParticulars(sheet, form, profile, lang);
  HEADS.forEach((head, index) => void put(sheet.getCell(HEAD_ROW, index + 1), RECORD_WORDS[head][lang], 'head'));
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: HEAD_ROW }];
  let row = HEAD_ROW + 1;
  let number = 1;
  for (const { place, lines } of walkOf(form, profile, lang)) {
    putAcross(sheet, row++, COLUMNS, placeName(place, lang), 'section');
    for (const line of lines) putLine(sheet, row++, number++, line);
  }
  setPage(sheet, HEAD_ROW, 'landscape');
  await protect(sheet);
  return packed(workbook);
};
