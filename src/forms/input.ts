import type { Cell, DataValidation, Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../model/base/text.ts';
import { unitNamed } from '../model/base/unit.ts';
import type { FactDefinition, TermList, Vocabulary } from '../model/standard/vocabulary.ts';
import { FORM_WORDS, hintOf } from '../words/forms.ts';
import { clausesOf, type FormField, type FormPack } from './form.ts';
import { AS_TEXT, put, type Written } from './style.ts';

/** The sheet behind the drop-downs: one column for each list of terms. */
export interface Options {
  readonly rangeOf: (list: string) => string | undefined;
}

/** Longer lists are shown from the sheet of options all the same; this many would fit no screen. */
const MOST_TERMS = 400;

export const addOptions = (workbook: Workbook, lists: readonly TermList[]): Options => {
  const ranges = new Map<string, string>();
  const sheet = workbook.addWorksheet(FORM_WORDS.options.zh, { state: 'veryHidden' });
  lists.forEach((list, index) => {
    const column = sheet.getColumn(index + 1);
    const labels = list.terms.slice(0, MOST_TERMS).map(term => term.label.zh);
    column.values = [list.label.zh, ...labels];
    ranges.set(list.id, `'${FORM_WORDS.options.zh}'!$${column.letter}$2:$${column.letter}$${labels.length + 1}`);
  });
  return { rangeOf: list => ranges.get(list) };
};

const MOST_PROMPT = 250;
const MOST_TITLE = 30;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const SPECIAL = {
  zh: '查不到写“不详”；本地不存在这种情况写“不适用：理由”；事情没有发生写“未发生”。',
  en: 'Not known: 不详. No such thing here: 不适用：reason. It did not happen: 未发生.',
} as const;

const promptOf = (field: FormField, { packs, vocabulary, lang }: InputContext): string => {
  const { definition } = field;
  const clauses = clausesOf(field, packs);
  const verify = definition.verify?.[lang];
  const parts = [
    hintOf(definition, { lang, vocabulary }),
    ...(clauses === '' ? [] : [`${FORM_WORDS.clause[lang]}：${clauses}`]),
    ...(verify === undefined ? [] : [lang === 'zh' ? `核验：${verify}` : `Check: ${verify}`]),
    SPECIAL[lang],
  ];
  return cut(parts.join('\n'), MOST_PROMPT);
};

const YES_NO = '"是,否"';
const YES_NO_OR_NOT = '"是,否,不适用"';

const ruleOf = (field: FormField, vocabulary: Vocabulary, options: Options): Partial<DataValidation> => {
  const { definition } = field;
  switch (definition.type) {
    case 'yes_no':
      return { type: 'list', formulae: [field.acceptsNotApplicable ? YES_NO_OR_NOT : YES_NO] };
    case 'term': {
      const range = options.rangeOf(definition.list);
      return range === undefined || !vocabulary.list.has(definition.list) ? {} : { type: 'list', formulae: [range] };
    }
    case 'quantity':
    case 'count': {
      const [low, high] = definition.plausible ?? ['0', '1000000000'];
      const whole = definition.type === 'count';
      return { type: whole ? 'whole' : 'decimal', operator: 'between', formulae: [Number(low), Number(high)] };
    }
    case 'percent':
      return { type: 'decimal', operator: 'between', formulae: [0, 1] };
    case 'date':
      return { type: 'date', operator: 'greaterThanOrEqual', formulae: [new Date(Date.UTC(1949, 9, 1))] };
    case 'size':
    case 'time':
    case 'hours':
    case 'text':
    case 'records':
    case 'terms':
      return {};
  }
};

const UNUSUAL = {
  zh: '与通常填法不同。确实要这样填（如带单位、不详、不适用）请选“是”。',
  en: 'Not as usual. If it is meant so (a unit, 不详, 不适用), choose Yes.',
} as const;

const formatOf = (definition: FactDefinition): string => {
  switch (definition.type) {
    case 'percent':
      return '0.0%';
    case 'date':
      return 'yyyy-mm-dd';
    case 'quantity':
    case 'count':
    case 'yes_no':
    case 'term':
      return 'General';
    case 'size':
    case 'time':
    case 'hours':
    case 'text':
    case 'records':
    case 'terms':
      return '@';
  }
};

export interface InputContext {
  readonly packs: readonly FormPack[];
  readonly vocabulary: Vocabulary;
  readonly options: Options;
  readonly lang: Lang;
}

/** The check of what is typed: a drop-down, or a question back when a value looks odd; nothing is forbidden. */
export const validationOf = (field: FormField, context: InputContext): DataValidation => {
  const { vocabulary, options, lang } = context;
  const rule = ruleOf(field, vocabulary, options);
  return {
    type: 'custom',
    formulae: ['TRUE'],
    ...rule,
    allowBlank: true,
    showInputMessage: true,
    promptTitle: cut(field.definition.label[lang], MOST_TITLE),
    prompt: promptOf(field, context),
    showErrorMessage: rule.type !== undefined,
    errorStyle: 'warning',
    errorTitle: cut(field.definition.label[lang], MOST_TITLE),
    error: UNUSUAL[lang],
  };
};

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;
const PERCENT = /^(\d{1,3}(?:\.\d{1,10})?)%$/u;

const native = (value: Written | undefined, { type }: FactDefinition): Written | Date | undefined => {
  if (typeof value !== 'string') return value;
  if (type === 'date' && ISO_DAY.test(value)) return new Date(`${value}T00:00:00Z`);
  const percent = type === 'percent' ? PERCENT.exec(value)?.[1] : undefined;
  return percent === undefined ? value : Number((Number(percent) / 100).toPrecision(15));
};

export const putPlainInput = (cell: Cell, field: FormField, value: Written | undefined): void => {
  const { definition } = field;
  const given = native(value, definition);
  const isWords = typeof given === 'string' && definition.type !== 'yes_no' && definition.type !== 'term';
  const look = definition.type === 'text' || definition.type === 'terms' ? 'inputText' : 'input';
  put(cell, undefined, look, { numFmt: isWords ? AS_TEXT.numFmt : formatOf(definition) });
  if (given !== undefined) cell.value = given;
};

/** A cell to fill in, with its format, check and message. */
export const putInput = (cell: Cell, field: FormField, value: Written | undefined, context: InputContext): void => {
  putPlainInput(cell, field, value);
  cell.dataValidation = validationOf(field, context);
};

export const unitInHeading = (definition: FactDefinition): string =>
  definition.type === 'quantity' || definition.type === 'size'
    ? `（${unitNamed(definition.unit).label.zh}）`
    : definition.type === 'percent'
      ? '（%）'
      : '';

/** One check for a whole column; a form of many rows stays small. */
export const validateColumn = (
  sheet: Worksheet,
  column: string,
  rows: readonly [first: number, last: number],
  validation: DataValidation,
): void => {
  const validations = sheet as unknown as { dataValidations: { add: (range: string, rule: DataValidation) => void } };
  validations.dataValidations.add(`${column}${rows[0]}:${column}${rows[1]}`, validation);
};
