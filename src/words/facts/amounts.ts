import type { ScalarValue } from '../../model/base/value.ts';
import type { BoundOperator, Operand } from '../../model/standard/expression.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import { alternatives, glue, quoted } from '../lists.ts';
import { pick, type Reader } from '../reader.ts';
import { counted } from './nouns.ts';
import { valueFor } from './values.ts';

/** What a test is asked of: its name, its definition, and what is counted where it is a list. */
export interface Subject {
  readonly name: string;
  readonly definition: FactDefinition | undefined;
  readonly counter: string;
}

interface BoundTest {
  readonly op: BoundOperator;
  readonly operand: Operand;
}

interface BoundWords {
  /** Beside a measure, a number of things and another fact; `count` for numbers of things against another fact. */
  readonly zh: { readonly figure: string; readonly number: string; readonly fact: string; readonly count: string };
  readonly en: string;
}

const BOUNDS: Readonly<Record<BoundOperator, BoundWords>> = {
  at_least: { zh: { figure: '≥ ', number: '至少 ', fact: '不低于', count: '不少于' }, en: 'at least' },
  at_most: { zh: { figure: '≤ ', number: '不超过 ', fact: '不高于', count: '不多于' }, en: 'at most' },
  more_than: { zh: { figure: '> ', number: '多于 ', fact: '高于', count: '多于' }, en: 'more than' },
  less_than: { zh: { figure: '< ', number: '少于 ', fact: '低于', count: '少于' }, en: 'less than' },
  by: { zh: { figure: '不晚于 ', number: '', fact: '不晚于', count: '' }, en: 'no later than' },
  since: { zh: { figure: '不早于 ', number: '', fact: '不早于', count: '' }, en: 'no earlier than' },
};

export const isNumber = ({ definition }: Subject): boolean =>
  definition?.type === 'count' || definition?.type === 'records' || definition?.type === 'terms';

const figure = (value: ScalarValue, { definition, counter }: Subject, reader: Reader): string => {
  if (value.type === 'count' && definition?.type !== 'count') return counted(value.amount, counter, reader.lang);
  if (value.type === 'count' && reader.lang === 'en') return value.amount;
  const text = valueFor(value, definition, reader);
  return value.type === 'text' ? quoted(text, reader) : text;
};

/** Another fact as a figure: `“服务窗口”的 2 倍`. */
const otherFact = ({ fact, times }: Extract<Operand, { kind: 'fact' }>, reader: Reader): string => {
  const definition = reader.vocabulary.fact.get(fact);
  const name = quoted(definition?.label[reader.lang] ?? fact, reader);
  const isList = definition?.type === 'records' || definition?.type === 'terms';
  const whole = isList ? pick(reader, `${name}数`, `the number of ${name}`) : name;
  return times === '1' ? whole : pick(reader, `${whole}的 ${times} 倍`, `${times} × ${whole}`);
};

export const operandText = (operand: Operand, subject: Subject, reader: Reader): string =>
  operand.kind === 'fact' ? otherFact(operand, reader) : figure(operand.value, subject, reader);

/** At least 100 % and at most none leave one value only. */
const isEdge = (op: BoundOperator, value: ScalarValue | undefined): boolean =>
  (op === 'at_least' && value?.type === 'percent' && value.amount === '100') ||
  (op === 'at_most' && value?.type === 'count' && value.amount === '0');

/** `≥ 200 ㎡`, `至少 8 个`, `不低于“…”`. */
export const boundText = (test: BoundTest, subject: Subject, reader: Reader): string => {
  const { zh, en } = BOUNDS[test.op];
  const operand = operandText(test.operand, subject, reader);
  const value = test.operand.kind === 'value' ? test.operand.value : undefined;
  if (isEdge(test.op, value)) return exactText([test.operand], subject, reader);
  if (reader.lang === 'en') return `${en} ${operand}`;
  if (value === undefined) return (isNumber(subject) ? zh.count : zh.fact) + operand;
  return (value.type === 'count' ? zh.number : zh.figure) + operand;
};

export const rangeText = (low: Operand, high: Operand, subject: Subject, reader: Reader): string => {
  const [from, to] = [operandText(low, subject, reader), operandText(high, subject, reader)];
  const shared = from.slice(from.indexOf(' '));
  const values = low.kind === 'value' && high.kind === 'value' ? low.value.type : undefined;
  if (values === undefined) return pick(reader, `介于${from}和${to}之间`, `between ${from} and ${to}`);
  if (values === 'date') return pick(reader, `在 ${from}至 ${to}之间`, `from ${from} to ${to}`);
  const start = from.includes(' ') && to.endsWith(shared) ? from.slice(0, -shared.length) : from;
  return pick(reader, `${start}～${to}`, `${start}–${to}`);
};

/** `为甲或乙`. */
export const exactText = (operands: readonly Operand[], subject: Subject, reader: Reader): string => {
  const texts = operands.map(operand => operandText(operand, subject, reader));
  return pick(reader, glue('为', alternatives(texts, reader)), alternatives(texts, reader));
};
