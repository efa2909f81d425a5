import type { Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../model/base/text.ts';
import { isOtherTerm, OTHER_TERM, type TermsValue } from '../model/base/value.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { FieldDefinition, TermList, Vocabulary } from '../model/standard/vocabulary.ts';
import { FORM_WORDS } from '../words/forms.ts';
import { fillingOf } from './fill.ts';
import { clausesOf, type Form, type FormField, type FormSection, isRequired } from './form.ts';
import { type InputContext, validationOf } from './input.ts';
import { putHead, putSections } from './main-sheet.ts';
import { AS_TEXT, fitRow, linesIn, protect, put, putLabel, setPage, setWidths } from './style.ts';
import { sheetName, titleText } from './titles.ts';

const PAIRS = 3;
const ITEM = 20;
const TERM = 20;
const TICK = 6;
const CLAUSE = 13;
const COLUMNS = 2 + 2 * PAIRS;
const HEAD_ROW = 4;
/** A theme with more terms than this has a sheet of its own. */
const OWN_SHEET = 40;

type Checklist = FormField<FieldDefinition>;

const listOf = ({ definition }: Checklist, vocabulary: Vocabulary): TermList | undefined =>
  'list' in definition ? vocabulary.list.get(definition.list) : undefined;

/** Big themes by themselves, the others together. */
const sheetsOf = (form: Form, lang: Lang): readonly { name: string; sections: readonly FormSection[] }[] => {
  const termsIn = ({ fields }: FormSection) => fields.flatMap(field => listOf(field, form.vocabulary)?.terms ?? []);
  const big = form.checklists.filter(section => termsIn(section).length > OWN_SHEET);
  const small = form.checklists.filter(section => !big.includes(section));
  const together = small.length === 0 ? [] : [{ name: FORM_WORDS.checklist[lang], sections: small }];
  const own = big.map(section => ({ name: sheetName(section.theme.label[lang]), sections: [section] }));
  return [...together, ...own];
};

interface Ticks {
  readonly codes: ReadonlySet<string>;
  readonly others: readonly string[];
  readonly none: boolean;
  /** 不适用, 未发生 and the like stand where the first tick would. */
  readonly instead: string | undefined;
}

const ticksOf = (field: Checklist, profile: Profile | undefined, vocabulary: Vocabulary): Ticks => {
  const fact = profile?.facts.get(field.definition.id);
  const value: TermsValue | undefined =
    fact?.state === 'declared' && fact.value.type === 'terms' ? fact.value : undefined;
  const codes = value?.terms.map(term => term.code) ?? [];
  const filling = value === undefined ? fillingOf(profile?.facts, field.definition, vocabulary) : undefined;
  return {
    codes: new Set(codes),
    others: codes.filter(isOtherTerm).map(code => code.slice(OTHER_TERM.length)),
    none: value?.terms.length === 0,
    instead: filling === undefined ? undefined : String(filling),
  };
};

/** The terms of a list, and none of them, each with whether it is ticked. */
const boxesOf = (field: Checklist, ticks: Ticks, context: InputContext) => [
  ...(listOf(field, context.vocabulary)?.terms ?? []).map(term => ({
    term: term.label[context.lang],
    ticked: ticks.codes.has(term.code),
  })),
  { term: FORM_WORDS.noneOfThese[context.lang], ticked: ticks.none },
];

const putTick = (
  sheet: Worksheet,
  row: number,
  column: number,
  text: string | undefined,
  field: Checklist,
  context: InputContext,
): void => {
  const cell = put(sheet.getCell(row, column), text, 'input');
  cell.dataValidation = { ...validationOf(field, context), type: 'list', formulae: ['"√"'], showErrorMessage: true };
};

const putOthers = (sheet: Worksheet, row: number, ticks: Ticks, context: InputContext): void => {
  put(sheet.getCell(row, 2), FORM_WORDS.otherTerms[context.lang], 'aside');
  sheet.mergeCells(row, 3, row, COLUMNS - 1);
  for (let column = 3; column < COLUMNS; column++) put(sheet.getCell(row, column), undefined, 'inputText', AS_TEXT);
  const text = ticks.others.join('、');
  if (text !== '') sheet.getCell(row, 3).value = text;
  fitRow(sheet, row, [
    [FORM_WORDS.otherTerms[context.lang], TERM * 1.15],
    [text, 2 * (TERM + TICK)],
  ]);
};

/** The terms of a fact, so many beside each other, each with the box to tick; gives the row after them. */
const putBoxes = (sheet: Worksheet, first: number, field: Checklist, ticks: Ticks, context: InputContext): number => {
  const boxes = boxesOf(field, ticks, context);
  let row = first;
  for (let start = 0; start < boxes.length; start += PAIRS, row++) {
    const line = boxes.slice(start, start + PAIRS);
    for (let pair = 0; pair < PAIRS; pair++) {
      const box = line[pair];
      put(sheet.getCell(row, 2 + 2 * pair), box?.term, 'label');
      const ticked = box?.ticked ? '√' : undefined;
      const text = row === first && pair === 0 ? (ticks.instead ?? ticked) : ticked;
      if (box === undefined) put(sheet.getCell(row, 3 + 2 * pair), undefined, 'label');
      else putTick(sheet, row, 3 + 2 * pair, text, field, context);
    }
    const texts = line.map(box => [box.term, TERM] as const);
    fitRow(sheet, row, texts, 20);
  }
  return row;
};

/** One fact: its name beside as many rows of terms as it takes. */
const putChecklist = (
  sheet: Worksheet,
  first: number,
  field: Checklist,
  ticks: Ticks,
  context: InputContext,
): number => {
  const open = listOf(field, context.vocabulary)?.open === true;
  const after = putBoxes(sheet, first, field, ticks, context);
  if (open) putOthers(sheet, after, ticks, context);
  const last = open ? after : after - 1;
  const label = field.definition.label[context.lang];
  const clauses = clausesOf(field, context.packs);
  for (let line = first; line <= last; line++) {
    put(sheet.getCell(line, 1), undefined, 'label');
    put(sheet.getCell(line, COLUMNS), undefined, 'aside');
  }
  if (last > first) {
    sheet.mergeCells(first, 1, last, 1);
    sheet.mergeCells(first, COLUMNS, last, COLUMNS);
  }
  putLabel(sheet.getCell(first, 1), label, isRequired(field));
  sheet.getCell(first, COLUMNS).value = clauses;
  const wanted = 15 * linesIn(`★${label}`, ITEM) + 6;
  const height = wanted / (last - first + 1);
  for (let line = first; line <= last; line++) {
    const current = sheet.getRow(line);
    current.height = Math.max(current.height ?? 0, height);
  }
  return last + 1;
};

/** Sheets on which terms are ticked: posted items, services, systems and the like. */
export const addChecklistSheets = async (
  workbook: Workbook,
  form: Form,
  profile: Profile | undefined,
  context: InputContext,
): Promise<void> => {
  const { lang } = context;
  for (const { name, sections } of sheetsOf(form, lang)) {
    const sheet = workbook.addWorksheet(name);
    const widths = [ITEM, ...Array.from({ length: PAIRS }, () => [TERM, TICK]).flat(), CLAUSE];
    setWidths(sheet, widths);
    const pair = [FORM_WORDS.options[lang], FORM_WORDS.tick[lang]];
    const heads = [FORM_WORDS.item[lang], ...Array.from({ length: PAIRS }, () => pair).flat(), FORM_WORDS.clause[lang]];
    putHead(
      sheet,
      form,
      { title: `${titleText(form, lang)}（${name}）`, note: FORM_WORDS.checklistNote[lang], heads },
      lang,
    );
    putSections(sheet, sections, { columns: COLUMNS, lang }, (row, field) =>
      putChecklist(sheet, row, field, ticksOf(field, profile, form.vocabulary), context),
    );
    setPage(sheet, HEAD_ROW, 'portrait');
    await protect(sheet);
  }
};
