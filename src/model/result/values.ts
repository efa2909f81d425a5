import { isCell, type Location } from '../base/location.ts';
import type { Decimal, Value } from '../base/value.ts';
import type { Points as ScoredPoints } from '../scoring/score.ts';
import type { FactDefinition } from '../standard/vocabulary.ts';
import type { KeptResult, Result } from './contract.ts';

/** What follows the head of a result, which says whose it is. */
export const AFTER_HEAD = ',"counts":';

export type Place = Result['profile']['root'];
export type Points = Result['findings'][number]['points'];
type Ground = NonNullable<Result['findings'][number]['grounds']>[number];
export type PublishedValue = NonNullable<Ground['value']>;
export type KeptPlace = KeptResult['profile']['root'];
export type KeptValue = NonNullable<KeptResult['findings'][number]['grounds'][number]['value']>;

/** Results say the same few figures over and over. */
const MOST_FIGURES = 2_000;

const figures = new Map<Decimal, number | string>();

/** A JSON number where one is exactly that decimal. */
export const figureOf = (decimal: Decimal): number | string => {
  const known = figures.get(decimal);
  if (known !== undefined) return known;
  const number = Number(decimal);
  const figure = String(number) === decimal ? number : decimal;
  if (figures.size >= MOST_FIGURES) figures.clear();
  figures.set(decimal, figure);
  return figure;
};

type Told<T> = T extends string ? number | string : T;

/** These members as published figures, in this order; one that is not there stays away, and null is null. */
export const figuresIn = <T extends object, K extends keyof T & string>(
  of: T,
  ...keys: readonly K[]
): { [P in keyof Pick<T, K>]: Told<T[P]> } => {
  const told: Record<string, unknown> = {};
  for (const key of keys) {
    const stated = of[key];
    if (stated !== undefined) told[key] = typeof stated === 'string' ? figureOf(stated) : stated;
  }
  return told as { [P in keyof Pick<T, K>]: Told<T[P]> };
};

export const pointsOf = (points: ScoredPoints): Points => figuresIn(points, 'low', 'high', 'max');

/** A place of the file `own` is told without it. */
export const placeOf = (location: Location, own?: string): Place => {
  const { file } = location;
  if (isCell(location)) {
    const { sheet, cell } = location;
    return file === own ? { sheet, cell } : { file, sheet, cell };
  }
  const { line, column } = location;
  return file === own ? { line, column } : { file, line, column };
};

export const locationOf = (place: KeptPlace, own: string): Location => ({ file: own, ...place });

const countOf = (amount: Decimal): PublishedValue => {
  const figure = figureOf(amount);
  return typeof figure === 'number' ? figure : { amount: figure };
};

export const published = (value: Value): PublishedValue => {
  if ('sides' in value) return { sides: [figureOf(value.sides[0]), figureOf(value.sides[1])], unit: value.unit };
  if ('unit' in value) return { amount: figureOf(value.amount), unit: value.unit };
  if ('amount' in value) return countOf(value.amount);
  if ('value' in value) return value.value;
  if ('code' in value) return value.code;
  return 'terms' in value ? value.terms.map(({ code }) => code) : value.items.map(({ key }) => key);
};

export const listOf = (definition: FactDefinition | undefined): string =>
  definition !== undefined && 'list' in definition ? definition.list : '';

const textValue = (text: string, definition: FactDefinition | undefined): Value => {
  if (definition?.type === 'term' || definition?.type === 'terms')
    return { type: 'term', list: definition.list, code: text };
  const type = definition?.type;
  return { type: type === 'date' || type === 'time' || type === 'hours' ? type : 'text', value: text };
};

const number = (amount: Decimal, definition: FactDefinition | undefined): Value => ({
  type: definition?.type === 'percent' ? 'percent' : 'count',
  amount,
});

/** The value again: what JSON does not tell of its type, the vocabulary does. */
export const readValue = (given: KeptValue, definition: FactDefinition | undefined, at: Location): Value => {
  if (typeof given === 'boolean') return { type: 'yes_no', value: given };
  if (typeof given === 'number') return number(String(given), definition);
  if (typeof given === 'string') return textValue(given, definition);
  if ('sides' in given) return { type: 'size', ...given };
  if ('amount' in given)
    return given.unit === undefined
      ? number(given.amount, definition)
      : { type: 'quantity', amount: given.amount, unit: given.unit };
  return definition?.type === 'records'
    ? { type: 'records', items: given.map(key => ({ key, location: at, facts: new Map() })) }
    : { type: 'terms', list: listOf(definition), terms: given.map(code => ({ code, location: at })) };
};
