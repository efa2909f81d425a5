import type { Cell, DataValidation, Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../../model/base/text.ts';
import { UNITS } from '../../model/base/unit.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { declaredValue } from '../../model/profile/profile.ts';
import type { FactDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import { valueText } from '../../words/facts/values.ts';
import { centerName } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { SHEETS } from './names.ts';
import { type OpenRecords, openFactsOf, openRecordsOf } from './open-facts.ts';
import { fitRow, put, putAcross, setPage, setWidths } from './style.ts';

const WIDTHS = [6, 34, 26, 10, 18, 16, 8];
const COLUMNS = WIDTHS.length;
const IDENTITY = ['center.name', 'center.county', 'center.township', 'center.level'];

/** Heads that the reader of forms knows, so that the sheet can be filled in and read back. */
const headOf = (lang: Lang): readonly string[] =>
  pick(
    { lang },
    '序号 填报项目 填写内容 单位/格式 填写示例 依据条款 涉及分值',
    'No. Item Value Unit Example Clause Points',
  ).split(' ');

const wayOf = (definition: FactDefinition, lang: Lang): string => {
  switch (definition.type) {
    case 'quantity':
    case 'size':
      return UNITS[definition.unit].label[lang];
    case 'count':
      return definition.counter[lang];
    case 'percent':
      return '%';
    case 'yes_no':
      return pick({ lang }, '是/否', 'yes/no');
    case 'date':
      return pick({ lang }, '年-月-日', 'y-m-d');
    default:
      return definition.type === 'terms' || definition.type === 'records'
        ? pick({ lang }, '用“、”隔开', 'several')
        : '';
  }
};

const LONGEST_LIST = 255;

const optionsOf = (definition: FactDefinition, vocabulary: Vocabulary): string | undefined => {
  if (definition.type === 'yes_no') return '是,否';
  if (definition.type !== 'term') return undefined;
  const labels = (vocabulary.list.get(definition.list)?.terms ?? []).map(term => term.label.zh).join(',');
  return labels.length <= LONGEST_LIST && !labels.includes('"') ? labels : undefined;
};

const validate = (cell: Cell, definition: FactDefinition, vocabulary: Vocabulary, lang: Lang): void => {
  const options = optionsOf(definition, vocabulary);
  const verify = definition.verify?.[lang] ?? '';
  if (options === undefined && verify === '') return;
  const validation: DataValidation = {
    ...(options === undefined ? { type: 'custom', formulae: ['TRUE'] } : { type: 'list', formulae: [`"${options}"`] }),
    allowBlank: true,
    showErrorMessage: false,
    showInputMessage: verify !== '',
    promptTitle: definition.label[lang].slice(0, 30),
    prompt: verify.slice(0, 250),
  };
  cell.dataValidation = validation;
};

interface Place {
  readonly sheet: Worksheet;
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
  put(sheet.getCell(row, 1), number, 'centre');
  put(sheet.getCell(row, 2), definition.label[lang], 'text');
  validate(put(sheet.getCell(row, 3), value, 'input'), definition, vocabulary, lang);
  sheet.getCell(row, 3).protection = { locked: false };
  put(sheet.getCell(row, 4), wayOf(definition, lang), 'centre');
  put(sheet.getCell(row, 5), definition.example ?? '', 'centre');
  put(sheet.getCell(row, 6), clauses, 'centre');
  put(sheet.getCell(row, 7), fact.points, 'number');
  fitRow(sheet, row, [
    [definition.label[lang], 34],
    [definition.example ?? '', 18],
    [clauses, 16],
  ]);
};

const putRecords = ({ sheet, audit, lang }: Place, first: number, open: OpenRecords): number => {
  const { vocabulary } = audit.pack;
  const key = open.records.fields.find(field => field.id === `${open.records.id}.${open.records.key}`);
  const fields = key === undefined ? open.fields : [key, ...open.fields];
  putAcross(sheet, first, 1, COLUMNS, open.records.label[lang], 'heading');
  sheet.getRow(first).height = 24;
  put(sheet.getCell(first + 1, 1), headOf(lang)[0] ?? '', 'head');
  fields.forEach((field, index) => {
    put(sheet.getCell(first + 1, index + 2), field.label[lang], 'head');
  });
  open.items.forEach((item, index) => {
    const row = first + 2 + index;
    put(sheet.getCell(row, 1), index + 1, 'centre');
    fields.forEach((field, column) => {
      const fact = item.facts.get(field.id);
      const known = fact?.state === 'declared' ? valueText(fact.value, field, vocabulary, 'zh') : '';
      const cell = put(sheet.getCell(row, column + 2), known, known === '' ? 'input' : 'text');
      if (known === '') validate(cell, field, vocabulary, lang);
    });
  });
  return first + 2 + open.items.length;
};

/** What is still to be asked, as a form: filled in, it is read like any other. */
export const addAsk = (workbook: Workbook, audit: Audit, lang: Lang): void => {
  const sheet = workbook.addWorksheet(SHEETS.ask[lang]);
  setWidths(sheet, WIDTHS);
  const place: Place = { sheet, audit, lang };
  const open = openFactsOf(audit);
  const records = openRecordsOf(audit);
  const title = pick(
    { lang },
    `${centerName(audit)}待补报事项（${open.length + records.length} 项）`,
    `Still to be declared by ${centerName(audit)}`,
  );
  putAcross(sheet, 1, 1, COLUMNS, title, 'title');
  sheet.getRow(1).height = 34;
  headOf(lang).forEach((head, index) => {
    put(sheet.getCell(2, index + 1), head, 'head');
  });
  let row = 3;
  for (const id of IDENTITY) {
    const value = declaredValue(audit.profile, id);
    if (value === undefined) continue;
    const text = valueText(value, audit.pack.vocabulary.fact.get(id), audit.pack.vocabulary, 'zh');
    putFact(place, row, row++ - 2, { id, clauses: [] }, text);
  }
  for (const fact of open) putFact(place, row, row++ - 2, fact);
  for (const list of records) row = putRecords(place, row + 1, list);
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: 2 }];
  setPage(sheet, 'portrait', 2);
};
