import { keptFor } from '../../model/base/memo.ts';
import { unitNamed } from '../../model/base/unit.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { COUNTERS } from '../profile/answers.ts';
import { unitOf } from '../profile/values.ts';
import type { Grid } from './grid.ts';
import { asUnit } from './heading-text.ts';

const UNIT_LINE = /^[（(【]?\s*(?:计量|数据)?单位\s*[:：]\s*(.+?)\s*[)）】]?$/u;

const wordsOf = (text: string): readonly string[] => UNIT_LINE.exec(text.trim())?.[1]?.split(/[、，,;；/\s]+/u) ?? [];

const unitsIn = (text: string): readonly string[] => wordsOf(text).flatMap(word => asUnit(word) ?? []);

/** Whether a cell only tells units, and what things are counted by: 单位：㎡、个. */
export const isUnitLine = (text: string): boolean => {
  const words = wordsOf(text);
  return words.length > 0 && words.every(word => COUNTERS.includes(word) || asUnit(word) !== undefined);
};

/** The lines that tell units: 单位：毫米、%. A name behind 单位： is none. */
const unitLines = keptFor((rows: readonly Row[]) =>
  rows
    .map(({ row, cells }) => ({ row, units: cells.flatMap(({ text }) => unitsIn(text)) }))
    .filter(({ units }) => units.length > 0),
);

const measures = (unit: string, definition: FactDefinition): boolean => {
  if (definition.type === 'percent') return unit === '%';
  if (definition.type !== 'quantity' && definition.type !== 'size') return false;
  const code = unitOf(unit, definition.unit);
  return code !== undefined && unitNamed(code).dimension === unitNamed(definition.unit).dimension;
};

/** The unit that a line above a row gives the bare numbers of a fact. */
export const unitAbove = ({ rows }: Pick<Grid, 'rows'>, row: number, definition: FactDefinition): string | undefined =>
  unitLines(rows)
    .findLast(line => line.row < row)
    ?.units.find(unit => measures(unit, definition));
