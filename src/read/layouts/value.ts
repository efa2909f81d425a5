import type { Location } from '../../model/base/location.ts';
import type { MapEntry, ScalarNode } from '../../model/base/source.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import { asTicked } from '../profile/answers.ts';
import { plain } from '../profile/seen.ts';
import { withoutNumbering } from '../profile/term-list.ts';
import { isBare, isRefusal, readScalar } from '../profile/values.ts';

/** Serial numbers of 1955 to 2064; no other bare number is taken for a date. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 60_000];

const isList = ({ type }: FactDefinition): boolean => type === 'terms' || type === 'records';

/** The day that a bare number stands for where a day is asked. */
const serialDate = ({ value, text, date1904 }: Cell): string | undefined =>
  typeof value === 'number' &&
  text === String(value) &&
  Number.isInteger(value) &&
  value >= FIRST_SERIAL &&
  value < LAST_SERIAL
    ? new Date(date1904 ? Date.UTC(1904, 0, 1 + value) : Date.UTC(1899, 11, 30 + value)).toISOString().slice(0, 10)
    : undefined;

/** 0.985 under a heading that says % may be a share of one hundred, or of one. */
const isShare = (text: string): boolean => /^(?:0?\.\d+|1(?:\.0*)?)$/u.test(plain(text));

/** Things are counted by whatever word; in thousands of them, the word tells how many. */
const accepts = (unit: string, { type }: FactDefinition, text: string): boolean =>
  unit === '%'
    ? type === 'percent' && !isShare(text)
    : type === 'quantity' || type === 'size' || (type === 'count' && /^[百千万亿]/u.test(unit));

/** A bare figure with the unit that the name of its fact tells, where it can be meant. */
export const withUnit = (text: string, definition: FactDefinition, unit: string | undefined): string =>
  unit !== undefined && accepts(unit, definition, text) && isBare(text, definition)
    ? text.trim().replace(/[。;；,，、]$/u, '') + unit
    : text;

/** What a cell says of a fact, where that is not just its text. */
const convert = ({ text }: Cell, definition: FactDefinition, unit: string | undefined): string => {
  const ticked = asTicked(text, definition);
  const said = ticked === text && isList(definition) ? withoutNumbering(text) : ticked;
  return withUnit(said, definition, unit);
};

/** Marks that any conversion would look for: boxes, numbered items. */
const MARKED = /[-☐-☒√✓✔✅❌❎■●▣◼⬛□○◯◻⬜①-⑳.．、)）\]】•◆▪]/u;

/** Most cells say what they mean. */
const isPlain = (cell: Cell, { type }: FactDefinition, unit: string | undefined): boolean =>
  unit === undefined && (typeof cell.value !== 'number' || type !== 'date') && !MARKED.test(cell.text);

export const nodeOf = (cell: Cell | undefined, location: Location): ScalarNode => ({
  kind: 'scalar',
  text: cell?.text ?? '',
  value: cell?.value ?? null,
  location,
  ...(cell?.fault && { fault: cell.fault }),
});

export const scalarOf = (
  cell: Cell | undefined,
  location: Location,
  definition: FactDefinition,
  unit?: string,
): ScalarNode => {
  const node = nodeOf(cell, location);
  if (cell === undefined || cell.fault !== undefined) return node;
  const day = definition.type === 'date' ? serialDate(cell) : undefined;
  if (day !== undefined) return { ...node, text: day, fromNumber: true };
  const own = unit !== undefined && accepts(unit, definition, cell.text) ? unit : undefined;
  return isPlain(cell, definition, own) ? node : { ...node, text: convert(cell, definition, own) };
};

/** Whether two texts say the same of a fact, in whatever words or units; undefined where the second cannot be read. */
export const saySame = (definition: FactDefinition, one: string, other: string): boolean | undefined => {
  if (definition.type === 'records' || definition.type === 'text') return undefined;
  const read = readScalar(other, definition);
  return isRefusal(read) ? undefined : JSON.stringify(read) === JSON.stringify(readScalar(one, definition));
};

export const isBlank = ({ value }: MapEntry): boolean =>
  value.kind === 'scalar' && value.text.trim() === '' && value.fault === undefined;
