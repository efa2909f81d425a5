import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { RecordItem } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { declaredValue } from '../../model/profile/profile.ts';
import type { FactDefinition, FieldDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import type { BookWriter } from '../../sheets/write/book.ts';
import { type Grid, makeGrid } from '../../sheets/write/grid.ts';
import type { Validation } from '../../sheets/write/validation.ts';
import { valueFor } from '../../words/facts/values.ts';
import { wayOf } from '../../words/forms.ts';
import { centerName } from '../../words/names.ts';
import { SHEETS } from '../../words/sheets.ts';
import { type OpenRecords, openFactsOf, openRecordsOf } from './open-facts.ts';
import { LOOKS } from './style.ts';

const WIDTHS = [6, 34, 26, 10, 18, 16, 8] as const;
const COLUMNS = WIDTHS.length;
const IDENTITY = ['center.name', 'center.county', 'center.township', 'center.level'];

/** Heads that the reader of forms knows, so that the sheet can be filled in and read back. */
const headOf = (lang: Lang): readonly string[] =>
  both('序号 填报项目 填写内容 单位/格式 填写示例 依据条款 涉及分值', 'No. Item Value Unit Example Clause Points')[
    lang
  ].split(' ');

const SEVERAL = both('用“、”隔开', 'several');

/** Beside a cell that shows its choices nothing need be said. */
const OWN_WAYS: Readonly<Partial<Record<FactDefinition['type'], Bilingual>>> = {
  terms: SEVERAL,
  records: SEVERAL,
  term: both('', ''),
  text: both('', ''),
};

const wayIn = (definition: FactDefinition, lang: Lang): string =>
  OWN_WAYS[definition.type]?.[lang] ?? wayOf(definition, lang);

const choicesOf = (definition: FactDefinition, vocabulary: Vocabulary): readonly string[] | undefined => {
  if (definition.type === 'yes_no') return ['是', '否'];
  if (definition.type !== 'term') return undefined;
  return vocabulary.list.get(definition.list)?.terms.map(term => term.label.zh);
};

const validationOf = (definition: FactDefinition, vocabulary: Vocabulary, lang: Lang): Validation => {
  const choices = choicesOf(definition, vocabulary);
  const title = definition.label[lang];
  return { ...(choices && { choices }), title, prompt: definition.verify?.[lang] ?? '' };
};

interface Place {
  readonly sheet: Grid;
  readonly audit: Audit;
  readonly lang: Lang;
}

const putFact = (
  { sheet, audit, lang }: Place,
  row: number,
  number: number,
  fact: { readonly id: string; readonly clauses: readonly string[]; readonly points?: number },
  value = '',
): void => {
  const { vocabulary } = audit.pack;
  const definition = vocabulary.fact.get(fact.id);
  if (definition === undefined) return;
  const clauses = fact.clauses.join('、');
  sheet.put(row, 1, number, LOOKS.centre);
  sheet.put(row, 2, definition.label[lang], LOOKS.text);
  sheet.put(row, 3, value, LOOKS.input);
  sheet.validate(row, 3, validationOf(definition, vocabulary, lang));
  sheet.put(row, 4, wayIn(definition, lang), LOOKS.centre);
  sheet.put(row, 5, definition.example ?? '', LOOKS.centre);
  sheet.put(row, 6, clauses, LOOKS.centre);
  sheet.put(row, 7, fact.points, LOOKS.number);
  sheet.fit(row, [
    [definition.label[lang], WIDTHS[1]],
    [definition.example ?? '', WIDTHS[4]],
    [clauses, WIDTHS[5]],
  ]);
};

/** What is declared of a record in one field, or a cell for it. */
const putPart = (
  { sheet, audit, lang }: Place,
  row: number,
  column: number,
  field: FieldDefinition,
  { facts }: RecordItem,
): void => {
  const { vocabulary } = audit.pack;
  const fact = facts.get(field.id);
  const known = fact?.state === 'declared' ? valueFor(fact.value, field, { vocabulary, lang: 'zh' }) : '';
  sheet.put(row, column, known, known === '' ? LOOKS.input : LOOKS.text);
  if (known === '') sheet.validate(row, column, validationOf(field, vocabulary, lang));
};

const putRecords = (place: Place, first: number, open: OpenRecords): number => {
  const { sheet, lang } = place;
  const key = open.records.fields.find(field => field.id === `${open.records.id}.${open.records.key}`);
  const fields = key === undefined ? open.fields : [key, ...open.fields];
  sheet.across(first, 1, COLUMNS, open.records.label[lang], LOOKS.heading);
  sheet.height(first, 24);
  sheet.put(first + 1, 1, headOf(lang)[0], LOOKS.head);
  fields.forEach((field, index) => {
    sheet.put(first + 1, index + 2, field.label[lang], LOOKS.head);
  });
  open.items.forEach((item, index) => {
    const row = first + 2 + index;
    sheet.put(row, 1, index + 1, LOOKS.centre);
    fields.forEach((field, column) => {
      putPart(place, row, column + 2, field, item);
    });
  });
  return first + 2 + open.items.length;
};

/** What is still to be asked, as a form: filled in, it is read like any other. */
export const addAsk = (book: BookWriter, audit: Audit, lang: Lang): void => {
  const sheet = makeGrid();
  const place: Place = { sheet, audit, lang };
  const open = openFactsOf(audit);
  const records = openRecordsOf(audit);
  const title = both(
    `${centerName(audit)}待补报事项（${open.length + records.length} 项）`,
    `Still to be declared by ${centerName(audit)}`,
  )[lang];
  sheet.across(1, 1, COLUMNS, title, LOOKS.title);
  sheet.height(1, 34);
  headOf(lang).forEach((head, index) => {
    sheet.put(2, index + 1, head, LOOKS.head);
  });
  let row = 3;
  const { vocabulary } = audit.pack;
  for (const id of IDENTITY) {
    const value = declaredValue(audit.profile, id);
    if (value === undefined) continue;
    const text = valueFor(value, vocabulary.fact.get(id), { vocabulary, lang: 'zh' });
    putFact(place, row, row++ - 2, { id, clauses: [] }, text);
  }
  for (const fact of open) putFact(place, row, row++ - 2, fact);
  for (const list of records) row = putRecords(place, row + 1, list);
  sheet.write(book, {
    name: SHEETS.ask[lang],
    widths: WIDTHS,
    orientation: 'portrait',
    frozen: { rows: 2, columns: 0 },
    titles: { rows: [2, 2] },
  });
};
