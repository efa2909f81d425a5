import type { Workbook, Worksheet } from 'exceljs';
import type { RecordItem } from '../model/base/value.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { FieldDefinition } from '../model/standard/vocabulary.ts';
import { textWidth } from '../sheets/write/look.ts';
import { FORM_WORDS } from '../words/forms.ts';
import { type Filling, fillingOf, recordsIn, stateText } from './fill.ts';
import { clausesOf, type Form, type FormField, type FormList, isRequired } from './form.ts';
import { type InputContext, putPlainInput, unitInHeading, validateColumn, validationOf } from './input.ts';
import { AS_TEXT, fitRow, protect, put, putAcross, putLabel, setPage, setWidths } from './style.ts';
import { basisText, sheetName, titleText } from './titles.ts';

const LINES: Readonly<Record<string, number>> = { windows: 20, staff: 25, signs: 20 };
const USUAL_LINES = 15;
const SPARE_LINES = 5;
const [CLAUSE_ROW, EXAMPLE_ROW, HEAD_ROW] = [3, 4, 5];
const [NUMBER_WIDTH, NARROW, WIDEST_PORTRAIT] = [6, 9, 86];

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

/** What the parts of a list sheet share. */
interface Place {
  readonly sheet: Worksheet;
  readonly form: Form;
  readonly fields: readonly FormField<FieldDefinition>[];
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly context: InputContext;
}

const FINE_PRINT = 1.15;

/** Title, note, and over each column its clause and an example. */
const putHeads = ({ sheet, form, fields, heads, widths, context: { lang } }: Place, title: string): void => {
  const width = widths.reduce((sum, own) => sum + own, NUMBER_WIDTH);
  putAcross(sheet, 1, fields.length + 1, title, 'title');
  sheet.getRow(1).height = 30;
  const note = `${FORM_WORDS.listNote[lang]}${basisText(form, lang)}`;
  putAcross(sheet, 2, fields.length + 1, note, 'note');
  fitRow(sheet, 2, [[note, width]], 20);
  put(sheet.getCell(CLAUSE_ROW, 1), FORM_WORDS.clause[lang], 'aside');
  put(sheet.getCell(EXAMPLE_ROW, 1), FORM_WORDS.example[lang], 'aside');
  put(sheet.getCell(HEAD_ROW, 1), FORM_WORDS.number[lang], 'head');
  const clauses = fields.map(field => clausesOf(field, form.packs));
  const examples = fields.map(({ definition }) => definition.example ?? '');
  fields.forEach((field, index) => {
    put(sheet.getCell(CLAUSE_ROW, index + 2), clauses[index], 'aside');
    put(sheet.getCell(EXAMPLE_ROW, index + 2), examples[index], 'aside', AS_TEXT);
    putLabel(sheet.getCell(HEAD_ROW, index + 2), heads[index] ?? '', isRequired(field), 'head');
  });
  const beside = (texts: readonly string[], air: number) =>
    texts.map((text, index) => [text, (widths[index] ?? NARROW) * air] as const);
  fitRow(sheet, CLAUSE_ROW, beside(clauses, FINE_PRINT), 16, 12);
  fitRow(sheet, EXAMPLE_ROW, beside(examples, FINE_PRINT), 16, 12);
  const starred = heads.map(head => `★${head}`);
  fitRow(sheet, HEAD_ROW, beside(starred, 1), 28);
};

const putLines = (
  { sheet, form, fields, widths, context }: Place,
  lines: readonly ListLine[],
  centerField: FormField<FieldDefinition> | undefined,
): void => {
  lines.forEach((line, index) => {
    const row = HEAD_ROW + 1 + index;
    put(sheet.getCell(row, 1), index + 1, 'number');
    const texts = fields.map((field, column) => {
      const value = cellValue(field, centerField, line, form);
      putPlainInput(sheet.getCell(row, column + 2), field, value);
      return [String(value ?? ''), widths[column] ?? NARROW] as const;
    });
    fitRow(sheet, row, texts);
  });
  const rows = [HEAD_ROW + 1, HEAD_ROW + lines.length] as const;
  fields.forEach((field, index) => {
    validateColumn(sheet, sheet.getColumn(index + 2).letter, rows, validationOf(field, context));
  });
};

/** A sheet with a line for each record. With `centerField`, each line says first to which centre it belongs. */
export const addListSheet = async (
  workbook: Workbook,
  form: Form,
  list: FormList,
  lines: readonly ListLine[],
  centerField: FormField<FieldDefinition> | undefined,
  context: InputContext,
): Promise<void> => {
  const label = list.field.definition.label[context.lang];
  const fields = centerField === undefined ? list.fields : [centerField, ...list.fields];
  const sheet = workbook.addWorksheet(sheetName(label));
  const { lang } = context;
  const heads = fields.map(
    ({ definition }) => definition.label[lang] + (lang === 'zh' ? unitInHeading(definition) : ''),
  );
  const widths = fields.map((field, index) => widthOf(field, heads[index] ?? ''));
  setWidths(sheet, [NUMBER_WIDTH, ...widths]);
  const place: Place = { sheet, form, fields, heads, widths, context };
  putHeads(place, `${titleText(form, context.lang)}（${label}）`);
  putLines(place, lines, centerField);
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW }];
  const total = widths.reduce((sum, width) => sum + width, NUMBER_WIDTH);
  setPage(sheet, HEAD_ROW, total > WIDEST_PORTRAIT ? 'landscape' : 'portrait');
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
  return fillingOf(item?.facts, field.definition, vocabulary);
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
