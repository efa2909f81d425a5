import type { Workbook } from 'exceljs';
import type { Profile } from '../model/profile.ts';
import type { RecordItem } from '../model/value.ts';
import type { FieldDefinition } from '../model/vocabulary.ts';
import { type Filling, fillingOf, recordsIn, stateText } from './fill.ts';
import { clausesOf, type Form, type FormField, type FormList, isRequired } from './form.ts';
import { type InputContext, putPlainInput, unitInHeading, validateColumn, validationOf } from './input.ts';
import { fitRow, protect, put, putAcross, putLabel, setPage, textWidth } from './style.ts';
import { basisText, sheetName, titleText } from './titles.ts';
import { FORM_WORDS } from './words.ts';

const LINES: Readonly<Record<string, number>> = { windows: 20, staff: 25, signs: 20 };
const USUAL_LINES = 15;
const SPARE_LINES = 5;
const [CLAUSE_ROW, EXAMPLE_ROW, HEAD_ROW] = [3, 4, 5];
const PAGE_WIDTH = 130;

/** One line of a list sheet: what stands in each column. */
export interface ListLine {
  readonly center?: string;
  readonly item: RecordItem | undefined;
  /** 无, 不适用 and the like, in place of records. */
  readonly instead?: string;
}

const widthOf = ({ definition }: FormField<FieldDefinition>, label: string): number => {
  const least = { text: 18, terms: 24, term: 14, size: 12, date: 12 }[definition.type as string] ?? 9;
  return Math.max(least, Math.min(14, Math.ceil(textWidth(label) / 2) + 3));
};

const headingOf = ({ definition }: FormField<FieldDefinition>, context: InputContext): string =>
  definition.label[context.lang] + (context.lang === 'zh' ? unitInHeading(definition) : '');

/** A sheet with a line for each record. With `centers`, each line says first to which centre it belongs. */
export const addListSheet = async (
  workbook: Workbook,
  form: Form,
  list: FormList,
  lines: readonly ListLine[],
  centerField: FormField<FieldDefinition> | undefined,
  context: InputContext,
): Promise<void> => {
  const { lang } = context;
  const { definition } = list.field;
  const fields = centerField === undefined ? list.fields : [centerField, ...list.fields];
  const sheet = workbook.addWorksheet(sheetName(definition.label[lang]));
  const heads = fields.map(field => headingOf(field, context));
  sheet.getColumn(1).width = 6;
  fields.forEach((field, index) => {
    sheet.getColumn(index + 2).width = widthOf(field, heads[index] ?? '');
  });
  const columns = fields.length + 1;
  const width = sheet.columns.reduce((sum, column) => sum + (column.width ?? 9), 0);
  putAcross(sheet, 1, columns, `${titleText(form, lang)}（${definition.label[lang]}）`, 'title');
  sheet.getRow(1).height = 30;
  const note = `${FORM_WORDS.listNote[lang]}${basisText(form, lang)}`;
  putAcross(sheet, 2, columns, note, 'note');
  fitRow(sheet, 2, [[note, width]], 20);
  put(sheet.getCell(CLAUSE_ROW, 1), FORM_WORDS.clause[lang], 'aside');
  put(sheet.getCell(EXAMPLE_ROW, 1), FORM_WORDS.example[lang], 'aside');
  put(sheet.getCell(HEAD_ROW, 1), FORM_WORDS.number[lang], 'head');
  fields.forEach((field, index) => {
    put(sheet.getCell(CLAUSE_ROW, index + 2), clausesOf(field, form.packs), 'aside');
    put(sheet.getCell(EXAMPLE_ROW, index + 2), field.definition.example ?? '', 'aside').numFmt = '@';
    putLabel(sheet.getCell(HEAD_ROW, index + 2), heads[index] ?? '', isRequired(field), 'head');
  });
  const widths = fields.map((_, index) => sheet.getColumn(index + 2).width ?? 9);
  fitRow(
    sheet,
    CLAUSE_ROW,
    fields.map((field, index) => [clausesOf(field, form.packs), (widths[index] ?? 9) * 1.15] as const),
    16,
    12,
  );
  fitRow(
    sheet,
    EXAMPLE_ROW,
    fields.map((field, index) => [field.definition.example ?? '', (widths[index] ?? 9) * 1.15] as const),
    16,
    12,
  );
  fitRow(
    sheet,
    HEAD_ROW,
    heads.map((head, index) => [`★${head}`, widths[index] ?? 9] as const),
    28,
  );
  lines.forEach((line, index) => {
    const row = HEAD_ROW + 1 + index;
    put(sheet.getCell(row, 1), index + 1, 'number');
    const values = fields.map(field => cellValue(field, centerField, line, form));
    values.forEach((value, column) => {
      putPlainInput(sheet.getCell(row, column + 2), fields[column] as FormField, value);
    });
    fitRow(
      sheet,
      row,
      values.map((value, column) => [String(value ?? ''), widths[column] ?? 9] as const),
    );
  });
  const rows = [HEAD_ROW + 1, HEAD_ROW + lines.length] as const;
  fields.forEach((field, index) => {
    validateColumn(sheet, sheet.getColumn(index + 2).letter, rows, validationOf(field, context));
  });
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW }];
  setPage(sheet, HEAD_ROW, width > PAGE_WIDTH / 1.5 ? 'landscape' : 'portrait');
  await protect(sheet);
};

const cellValue = (
  field: FormField<FieldDefinition>,
  centerField: FormField<FieldDefinition> | undefined,
  { center, item, instead }: ListLine,
  { vocabulary }: Form,
): Filling | undefined => {
  if (field === centerField) return center;
  if (instead !== undefined && field.isKey) return instead;
  return fillingOf(item?.facts.get(field.definition.id), field.definition, vocabulary);
};

/** The lines of a list in the form of one centre: its records, then blank ones. */
export const linesFor = (list: FormList, profile: Profile | undefined): readonly ListLine[] => {
  const { id } = list.field.definition;
  const filled = filledLines(list, profile);
  const count = Math.max(LINES[id] ?? USUAL_LINES, filled.length + SPARE_LINES);
  return Array.from({ length: count }, (_, index) => filled[index] ?? { item: undefined });
};

/** What a profile says of a list: a line for each record, or one that says why there are none. */
export const filledLines = (list: FormList, profile: Profile | undefined): readonly ListLine[] => {
  const { id } = list.field.definition;
  const items = recordsIn(profile, id);
  const instead = items?.length === 0 ? '无' : stateText(profile?.facts.get(id));
  return instead === undefined ? (items ?? []).map(item => ({ item })) : [{ item: undefined, instead }];
};
