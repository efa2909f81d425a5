import type { SourceNode } from '../../../model/base/source.ts';
import { SAID } from '../../../model/scoring/card-sheet.ts';
import { unitOf } from '../../profile/values.ts';
import type { CardLine } from './grid.ts';
import { scalar, words } from './nodes.ts';
import { blank, type SheetReading, unreadable } from './reading.ts';

export type StepKind = 'deduct' | 'award';

export interface StepReading extends SheetReading {
  readonly line: CardLine;
  readonly kind: StepKind;
  /** Set where the row counts more than one thing on site. */
  readonly entryId?: string;
}

export type Read = (reading: StepReading) => Readonly<Record<string, SourceNode | undefined>> | undefined;

export const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/** Whether a unit measures, so that there are figures between two whole ones. */
export const isScaled = (unit: string): boolean => unit === '%' || unitOf(unit) !== undefined;

export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s*分$/u, '')
    .trim();

export const termsIn = (text: string): readonly string[] =>
  text
    .split(/[、,，;；\n]/u)
    .map(term => term.trim())
    .filter(term => term !== '');

export const pointsIn = (reading: StepReading): SourceNode | undefined => {
  const cell = reading.line.cells.amount;
  const text = plain(cell.text);
  if (text === '') return blank(reading, reading.line, 'amount');
  if (text === SAID.all) return words('all', cell.location);
  return NUMBER.test(text) ? scalar(text, cell.location) : unreadable(reading, cell, 'amount');
};

/** `甲=5、乙=3、其余=0`, each of them once; undefined where a cell names none, null where they cannot be read. */
export const pricesIn = (text: string): readonly (readonly [name: string, points: string])[] | null | undefined => {
  if (!/[=＝]/u.test(text)) return undefined;
  const pairs = termsIn(text).map(part => /^(.+?)\s*[=＝]\s*(\d+(?:\.\d+)?)\s*分?$/u.exec(part));
  const read = pairs.flatMap(found => (found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const]));
  const names = new Set(read.map(([name]) => name));
  return names.size === pairs.length ? read : null;
};
