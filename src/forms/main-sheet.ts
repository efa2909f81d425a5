import type { Workbook, Worksheet } from 'exceljs';
import { inHan } from '../model/base/figures.ts';
import type { Lang } from '../model/base/text.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { FieldDefinition } from '../model/standard/vocabulary.ts';
import { FORM_WORDS, wayOf } from '../words/forms.ts';
import { fillingOf } from './fill.ts';
import { clausesOf, type Form, type FormField, type FormSection, isRequired } from './form.ts';
import { type InputContext, putInput } from './input.ts';
import { AS_TEXT, fitRow, linesIn, protect, put, putAcross, putLabel, setPage, setWidths } from './style.ts';
import { basisText, titleText } from './titles.ts';

const HEADS = ['number', 'item', 'value', 'way', 'example', 'clause'] as const;
const WIDTHS = [5, 32, 30, 10, 20, 14] as const;
const [, LABEL, VALUE, , EXAMPLE, CLAUSE] = WIDTHS;
const COLUMNS = WIDTHS.length;
const HEAD_ROW = 4;

export const sectionTitle = (index: number, { theme }: FormSection, lang: Lang): string =>
  lang === 'zh' ? `${inHan(index + 1)}、${theme.label.zh}` : `${index + 1}. ${theme.label.en}`;

/** The title, the standards and a note over a sheet, and the heads of its columns. */
export const putHead = (
  sheet: Worksheet,
  form: Form,
  texts: { readonly title: string; readonly note: string; readonly heads: readonly string[] },
  lang: Lang,
): void => {
  const columns = texts.heads.length;
  const width = sheet.columns.reduce((sum, column) => sum + (column.width ?? 9), 0);
  putAcross(sheet, 1, columns, texts.title, 'title');
  sheet.getRow(1).height = 30 * linesIn(texts.title, width / 1.8);
  const basis = basisText(form, lang);
  putAcross(sheet, 2, columns, basis, 'basis');
  fitRow(sheet, 2, [[basis, width]], 18);
  putAcross(sheet, 3, columns, texts.note, 'note');
  fitRow(sheet, 3, [[texts.note, width]], 20);
  texts.heads.forEach((head, index) => void put(sheet.getCell(HEAD_ROW, index + 1), head, 'head'));
  sheet.getRow(HEAD_ROW).height = 24;
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: HEAD_ROW }];
};

/** Fields under the titles of their sections; `putOne` puts one and says which row is free after it. Gives the row behind all. */
export const putSections = (
  sheet: Worksheet,
  sections: readonly FormSection[],
  { columns, lang }: { readonly columns: number; readonly lang: Lang },
  putOne: (row: number, field: FormField<FieldDefinition>) => number,
): number =>
  sections.reduce((row, section, index) => {
    putAcross(sheet, row, columns, sectionTitle(index, section, lang), 'section');
    sheet.getRow(row).height = 22;
    return section.fields.reduce(putOne, row + 1);
  }, HEAD_ROW + 1);

const putField = (
  sheet: Worksheet,
  row: number,
  number: number,
  field: FormField<FieldDefinition>,
  value: ReturnType<typeof fillingOf>,
  context: InputContext,
): void => {
  const { definition } = field;
  const { lang } = context;
  const label = definition.label[lang];
  const clauses = clausesOf(field, context.packs);
  put(sheet.getCell(row, 1), number, 'number');
  putLabel(sheet.getCell(row, 2), label, isRequired(field));
  putInput(sheet.getCell(row, 3), field, value, context);
  put(sheet.getCell(row, 4), wayOf(definition, lang), 'aside');
  put(sheet.getCell(row, 5), definition.example ?? '', 'aside', AS_TEXT);
  put(sheet.getCell(row, 6), clauses, 'aside');
  fitRow(sheet, row, [
    [`★${label}`, LABEL],
    [String(value ?? ''), VALUE],
    [definition.example ?? '', EXAMPLE * 1.15],
    [clauses, CLAUSE * 1.15],
  ]);
};

/** The sheet of facts that have one value each, by theme. */
export const addMainSheet = async (
  workbook: Workbook,
  form: Form,
  profile: Profile | undefined,
  context: InputContext,
): Promise<void> => {
  const { lang } = context;
  const sheet = workbook.addWorksheet(FORM_WORDS.main[lang]);
  setWidths(sheet, WIDTHS);
  const heads = HEADS.map(head => FORM_WORDS[head][lang]);
  putHead(sheet, form, { title: titleText(form, lang), note: FORM_WORDS.mainNote[lang], heads }, lang);
  let number = 1;
  const end = putSections(sheet, form.sections, { columns: COLUMNS, lang }, (row, field) => {
    const value = fillingOf(profile?.facts, field.definition, form.vocabulary);
    putField(sheet, row, number++, field, value, context);
    return row + 1;
  });
  put(sheet.getCell(end + 1, 1), FORM_WORDS.signature[lang], 'body');
  sheet.mergeCells(end + 1, 1, end + 1, COLUMNS);
  sheet.getRow(end + 1).height = 24;
  setPage(sheet, HEAD_ROW, 'portrait');
  await protect(sheet);
};
