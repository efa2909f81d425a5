import type { Workbook, Worksheet } from 'exceljs';
import type { Profile } from '../model/profile/profile.ts';
import type { FieldDefinition } from '../model/standard/vocabulary.ts';
import { textWidth } from '../sheets/write/look.ts';
import { FORM_WORDS, hintOf } from '../words/forms.ts';
import { called } from '../words/reader.ts';
import { fillingOf } from './fill.ts';
import { clausesOf, type Form, type FormField, type FormSection, isRequired } from './form.ts';
import { type InputContext, putPlainInput, unitInHeading, validateColumn, validationOf } from './input.ts';
import { addListSheet, filledLines, type ListLine } from './list-sheet.ts';
import { fitRow, LOOKS, protect, put, putLabel, setPage } from './style.ts';
import { basisText, titleText } from './titles.ts';

const [GROUP_ROW, HEAD_ROW] = [3, 4];
const BLANK_CENTERS = 30;
const BLANK_RECORDS = 100;

interface Group {
  readonly label: string;
  readonly fields: readonly FormField<FieldDefinition>[];
}

/** Facts of one theme side by side, single values and lists of terms alike. */
const groupsOf = (form: Form, context: InputContext): readonly Group[] => {
  const fieldsIn = (sections: readonly FormSection[], id: string): readonly FormField<FieldDefinition>[] =>
    sections.find(({ theme }) => theme.id === id)?.fields ?? [];
  return form.themes.map(theme => ({
    label: theme.label[context.lang],
    fields: [...fieldsIn(form.sections, theme.id), ...fieldsIn(form.checklists, theme.id)],
  }));
};

const widthOf = ({ definition }: FormField<FieldDefinition>, label: string): number => {
  const least = { text: 22, terms: 28, term: 13, date: 12 }[definition.type as string] ?? 10;
  return Math.max(least, Math.min(16, Math.ceil(textWidth(label) / 2) + 3));
};

const noteOf = (field: FormField<FieldDefinition>, context: InputContext): string => {
  const { definition } = field;
  const list = 'list' in definition ? context.vocabulary.list.get(definition.list) : undefined;
  const clauses = clausesOf(field, context.packs);
  return [
    hintOf(definition, context),
    ...(clauses === '' ? [] : [`${FORM_WORDS.clause[context.lang]}：${clauses}`]),
    ...(definition.example === undefined ? [] : [`${FORM_WORDS.example[context.lang]}：${definition.example}`]),
    ...(list === undefined
      ? []
      : [`${list.label[context.lang]}：${list.terms.map(term => term.label[context.lang]).join('、')}`]),
  ].join('\n');
};

const putColumn = (
  sheet: Worksheet,
  column: number,
  field: FormField<FieldDefinition>,
  context: InputContext,
): void => {
  const label = field.definition.label[context.lang] + unitInHeading(field.definition);
  const cell = putLabel(sheet.getCell(HEAD_ROW, column), label, isRequired(field), 'head');
  cell.note = { texts: [{ text: noteOf(field, context), font: { name: '宋体', size: 9 } }] };
  sheet.getColumn(column).width = widthOf(field, label);
};

const putGroup = (sheet: Worksheet, first: number, { label, fields }: Group): void => {
  for (let column = first; column < first + fields.length; column++) {
    put(sheet.getCell(GROUP_ROW, column), undefined, 'head');
    sheet.getColumn(column).outlineLevel = column === first ? 0 : 1;
  }
  if (fields.length > 1) sheet.mergeCells(GROUP_ROW, first, GROUP_ROW, first + fields.length - 1);
  sheet.getCell(GROUP_ROW, first).value = label;
};

const putRow = (
  sheet: Worksheet,
  row: number,
  number: number,
  fields: readonly FormField<FieldDefinition>[],
  profile: Profile | undefined,
  context: InputContext,
): void => {
  put(sheet.getCell(row, 1), number, 'number');
  const texts = fields.map((field, index) => {
    const value = fillingOf(profile?.facts, field.definition, context.vocabulary);
    putPlainInput(sheet.getCell(row, index + 2), field, value);
    return [String(value ?? ''), sheet.getColumn(index + 2).width ?? 9] as const;
  });
  fitRow(sheet, row, texts, 24);
};

/** What the sheet is and how it is filled in, on one line each that runs on over the columns. */
const putTitles = (sheet: Worksheet, form: Form, { lang }: InputContext): void => {
  const note = `${called(form.vocabulary, FORM_WORDS.tableNote)[lang]}${basisText(form, lang)}`;
  put(sheet.getCell(1, 1), titleText(form, lang, FORM_WORDS.tableTitle), 'title', {
    alignment: { ...LOOKS.title.alignment, horizontal: 'left', wrapText: false },
  });
  sheet.getRow(1).height = 32;
  put(sheet.getCell(2, 1), note, 'note', { alignment: { ...LOOKS.note.alignment, wrapText: false } });
};

/** Themes, and below them the facts of each. */
const putHeads = (
  sheet: Worksheet,
  groups: readonly Group[],
  fields: readonly FormField<FieldDefinition>[],
  context: InputContext,
): void => {
  const { lang } = context;
  put(sheet.getCell(GROUP_ROW, 1), FORM_WORDS.number[lang], 'head');
  sheet.mergeCells(GROUP_ROW, 1, HEAD_ROW, 1);
  let column = 2;
  for (const group of groups) {
    putGroup(sheet, column, group);
    for (const field of group.fields) putColumn(sheet, column++, field, context);
  }
  const texts = fields.map(
    (field, index) => [`★${field.definition.label[lang]}（㎡）`, sheet.getColumn(index + 2).width ?? 9] as const,
  );
  fitRow(sheet, HEAD_ROW, texts, 32);
};

/** On paper: so many pages wide as the facts need, the headings and the names on each. */
const setWidePage = (sheet: Worksheet, columns: number): void => {
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW }];
  setPage(sheet, HEAD_ROW, 'landscape');
  sheet.pageSetup.fitToWidth = Math.max(1, Math.ceil(columns / 10));
  sheet.pageSetup.printTitlesRow = `${GROUP_ROW}:${HEAD_ROW}`;
  sheet.pageSetup.printTitlesColumn = 'A:B';
};

/** A row for each centre under two rows of headings: themes, and the facts of each. */
const addCenters = async (
  workbook: Workbook,
  form: Form,
  profiles: readonly Profile[],
  context: InputContext,
): Promise<void> => {
  const sheet = workbook.addWorksheet(FORM_WORDS.table[context.lang]);
  const groups = groupsOf(form, context);
  const fields = groups.flatMap(group => group.fields);
  sheet.getColumn(1).width = 6;
  putTitles(sheet, form, context);
  putHeads(sheet, groups, fields, context);
  const count = Math.max(BLANK_CENTERS, profiles.length + 5);
  for (let index = 0; index < count; index++)
    putRow(sheet, HEAD_ROW + 1 + index, index + 1, fields, profiles[index], context);
  fields.forEach((field, index) => {
    const { letter } = sheet.getColumn(index + 2);
    validateColumn(sheet, letter, [HEAD_ROW + 1, HEAD_ROW + count], validationOf(field, context));
  });
  setWidePage(sheet, fields.length);
  await protect(sheet);
};

/** The county's workbook: all centres on one sheet, their records on the sheets behind. */
export const addTableSheets = async (
  workbook: Workbook,
  form: Form,
  profiles: readonly Profile[],
  context: InputContext,
): Promise<void> => {
  await addCenters(workbook, form, profiles, context);
  const name = form.sections.flatMap(({ fields }) => fields).find(({ definition }) => definition.id === 'center.name');
  for (const list of form.lists) {
    const filled = profiles.flatMap(profile =>
      filledLines(list, profile).map((line): ListLine => ({ ...line, center: profile.center.name ?? '' })),
    );
    const count = Math.max(BLANK_RECORDS, filled.length + 20);
    const lines = Array.from({ length: count }, (_, index) => filled[index] ?? { item: undefined });
    await addListSheet(workbook, form, list, lines, name, context);
  }
};
