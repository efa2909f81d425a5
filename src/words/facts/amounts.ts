import { negated } from '../../language/operands/steps.ts';
import type { BoundWords } from '../../language/speech.ts';
import { decimalOf, exact, times as product } from '../../model/base/exact.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import type { FactOperand, Operand } from '../../model/standard/expression.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import { alternatives, glue, pick, quoted, type Reader } from '../reader.ts';
import { counted, counterOf } from './nouns.ts';
import { valueFor } from './values.ts';

/** What a test is asked of: its name, its definition, and what is counted where it is a list. */
export interface Subject {
  readonly name: string;
  readonly definition: FactDefinition | undefined;
  readonly counter: string;
}

export const isNumber = ({ definition }: Subject): boolean =>
  definition?.type === 'count' || definition?.type === 'records' || definition?.type === 'terms';

const figure = (value: ScalarValue, { definition, counter }: Subject, reader: Reader): string => {
  if (value.type === 'count' && definition?.type !== 'count') return counted(value.amount, counter, reader.lang);
  if (value.type === 'count' && reader.lang === 'en') return value.amount;
  const text = valueFor(value, definition, reader);
  return value.type === 'text' ? quoted(text, reader) : text;
};

const HUNDRED = exact('100');

/** Another fact as a figure: `“服务窗口”的 2 倍`, `“职工总数”的 80%`, `“服务窗口”数 × 6 ㎡`. */
const otherFact = ({ fact, times, unit }: FactOperand, reader: Reader): string => {
  const definition = reader.vocabulary.fact.get(fact);
  const name = quoted(definition?.label[reader.lang] ?? fact, reader);
  const isList = definition?.type === 'records' || definition?.type === 'terms';
  const whole = isList ? pick(reader, `${name}数`, `the number of ${name}`) : name;
  if (unit !== undefined) {
    const each = valueFor({ type: 'quantity', amount: times, unit }, undefined, reader);
    return pick(reader, `${whole} × ${each}`, `${each} × ${whole}`);
  }
  if (times === '1') return whole;
  if (!times.startsWith('0.')) return pick(reader, `${whole}的 ${times} 倍`, `${times} × ${whole}`);
  const share = decimalOf(product(exact(times), HUNDRED));
  return pick(reader, `${whole}的 ${share}%`, `${share}% of ${whole}`);
};

/** Figures added up and taken away: `“甲” + “乙” − 2 人`. */
export const addedText = (parts: readonly Operand[], subject: Subject, reader: Reader): string =>
  parts
    .map((part, index) => {
      const isLess = part.kind === 'fact' && part.times.startsWith('-');
      const said = operandText(isLess ? negated(part) : part, subject, reader);
      return index === 0 && !isLess ? said : `${isLess ? '−' : '+'} ${said}`;
    })
    .join(' ');

/** `按“人口”：不到 2 万人的 100 ㎡，其余 200 ㎡`. */
const bandsText = (
  { by, bands, counted: ofList }: Extract<Operand, { kind: 'bands' }>,
  subject: Subject,
  reader: Reader,
): string => {
  const definition = reader.vocabulary.fact.get(by);
  const label = quoted(definition?.label[reader.lang] ?? by, reader);
  const name = ofList ? pick(reader, `${label}数`, `the number of ${label}`) : label;
  const other: Subject = { name: '', definition, counter: counterOf(definition, reader.lang) };
  const each = bands.map(({ below, among, is }) => {
    const said = operandText(is, subject, reader);
    if (below !== undefined) {
      const edge = figure(below, other, reader);
      return pick(reader, `不到 ${edge}的 ${said}`, `${said} below ${edge}`);
    }
    if (among === undefined) return pick(reader, `其余 ${said}`, `${said} otherwise`);
    const which = alternatives(among, reader, one => figure(one, other, reader));
    return pick(reader, `${which}的 ${said}`, `${said} for ${which}`);
  });
  return pick(reader, `按${name}所定的数（${each.join('，')}）`, `what ${name} calls for (${each.join(', ')})`);
};

export const operandText = (operand: Operand, subject: Subject, reader: Reader): string => {
  switch (operand.kind) {
    case 'value':
      return figure(operand.value, subject, reader);
    case 'fact':
      return otherFact(operand, reader);
    case 'sum':
      return addedText(operand.of, subject, reader);
    case 'bands':
      return bandsText(operand, subject, reader);
  }
};

/** `≥ 200 ㎡`, `至少 8 个`, `不低于“…”`. */
export const boundText = (operand: Operand, words: BoundWords, subject: Subject, reader: Reader): string => {
  const said = operandText(operand, subject, reader);
  const value = operand.kind === 'value' ? operand.value : undefined;
  if (value !== undefined && words.edge?.(value)) return exactText([operand], subject, reader);
  if (reader.lang === 'en') return `${words.en} ${said}`;
  if (value === undefined) return (isNumber(subject) ? words.zh.count : words.zh.fact) + said;
  return (value.type === 'count' ? words.zh.number : words.zh.figure) + said;
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
