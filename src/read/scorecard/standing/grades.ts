import { compareDecimals, isAbove } from '../../../model/base/exact.ts';
import { get, itemsOf, type MapNode, type SourceNode } from '../../../model/base/source.ts';
import { append, isNonEmpty, type NonEmpty } from '../../../model/base/text.ts';
import type { Decimal } from '../../../model/base/value.ts';
import type { Band, Bar, GateOf, GradeOf, Scorecard } from '../../../model/scoring/scorecard.ts';
import type { Expression } from '../../../model/standard/expression.ts';
import { namesakes } from '../../namesakes.ts';
import { misshapen } from '../../shape.ts';
import { checkBands, EDGES, FAR_BELOW, type LocatedBand, readBand } from '../amount/bands.ts';
import { readFigure } from '../amount/figure.ts';
import { fieldsAt, listAt, needed, orElse, perhaps } from '../fields.ts';
import {
  aboutOf,
  defect,
  lackingOf,
  mapWith,
  nameAt,
  numberAt,
  readCheck,
  type ScorecardReading,
  someOf,
  textOf,
  titleAt,
} from '../reading.ts';
import { readRank } from './rank.ts';

type Gate = GateOf<Expression>;
type ReadGate<C> = (reading: ScorecardReading, node: SourceNode) => GateOf<C> | undefined;

/** The scores that a scorecard can give: its floor, its cap, and how many decimals it keeps. */
export interface ScoreRange extends Pick<Scorecard, 'floor' | 'cap' | 'places'> {
  /** Grades that a veto sets, whatever the score. */
  readonly set: readonly string[];
}

/** Grades from the highest down; what each asks beside the score is read by `readGate`. */
export const readGrades = <C>(
  reading: ScorecardReading,
  node: SourceNode | undefined,
  range: ScoreRange,
  readGate: ReadGate<C>,
): readonly GradeOf<C>[] | undefined => {
  const nodes = itemsOf(node);
  const read = nodes.flatMap(part => {
    const grade = readGrade(reading, part, readGate);
    return grade === undefined ? [] : [{ grade, node: part }];
  });
  const grades = read.map(({ grade }) => grade);
  if (read.length < nodes.length) return undefined;
  append(reading.problems, namesakes(read.map(({ grade: { id }, node: { location } }) => ({ id, location }))));
  checkGrades(reading, read, range);
  return grades;
};

const readGrade = <C>(reading: ScorecardReading, node: SourceNode, readGate: ReadGate<C>): GradeOf<C> | undefined => {
  const map = mapWith(reading, node, ['id', 'label', ...EDGES, 'requires']);
  const band = map && readBand(reading, map, (at, key) => readFigure(reading, { kind: 'plain' }, at, key));
  const asked = { id: needed(nameAt), label: needed(titleAt), requires: orElse(listAt(readGate), []) };
  const read = map && fieldsAt(reading, map, asked);
  if (band === undefined || read === undefined) return undefined;
  const { requires, ...named } = read;
  return { ...named, ...band, requires };
};

/** What a grade asks beside the score: a check, a place, so many rows without loss, or so many points in one part. */
export const readGate = (reading: ScorecardReading, node: SourceNode): Gate | undefined => {
  const key = node.kind === 'map' ? node.entries.find(entry => GATE_KEYS.includes(entry.key))?.key : undefined;
  if (node.kind !== 'map' || key === undefined) return readChecked(reading, node);
  const map = mapWith(reading, node, [key, 'title', ...(POINTED.includes(key) ? ['at_least'] : [])]);
  const named = map && fieldsAt(reading, map, { title: perhaps(titleAt) });
  if (map === undefined || named === undefined) return undefined;
  const gate = POINTED.includes(key) ? readPointsGate(reading, map, key) : readAsked(reading, map, key);
  return gate && { ...gate, ...named };
};

const POINTED = ['items', 'section', 'item'];
const GATE_KEYS = ['check', 'rank', ...POINTED];

const readChecked = (reading: ScorecardReading, node: SourceNode): Gate | undefined => {
  const check = readCheck(reading, node);
  return check && { kind: 'check', if: check, about: aboutOf(check) };
};

/** A check, or a place among the centres of the round. */
const readAsked = (reading: ScorecardReading, map: MapNode, key: string): Gate | undefined => {
  const stated = get(map, key) ?? map;
  if (key === 'check') return readChecked(reading, stated);
  const rank = readRank(reading, stated);
  return rank && { kind: 'check', if: rank, about: JSON.stringify(rank) };
};

const readPointsGate = (reading: ScorecardReading, map: MapNode, key: string): Gate | undefined => {
  const atLeast = numberAt(reading, map, 'at_least');
  const named = get(map, key);
  const ids = named === undefined ? [] : someOf(reading, named, key).map(textOf);
  if (key !== 'items' && atLeast === undefined) return lackingOf(reading, map, 'at_least');
  if (!isNonEmpty(ids)) return undefined;
  if (key === 'items') return soMany(reading, map, ids, atLeast ?? String(ids.length));
  return { kind: key === 'section' ? 'section' : 'item', of: ids[0], atLeast: atLeast ?? '0' };
};

/** So many of some rows: one of them at the least, and no more than there are. */
const soMany = (
  reading: ScorecardReading,
  map: MapNode,
  items: NonEmpty<string>,
  stated: Decimal,
): Gate | undefined => {
  const atLeast = Number(stated);
  return Number.isInteger(atLeast) && atLeast >= 1 && atLeast <= items.length
    ? { kind: 'items', items, atLeast }
    : misshapen(reading, get(map, 'at_least') ?? map, 'at_least', { written: `1–${items.length}` });
};

interface LocatedGrade {
  readonly grade: GradeOf<unknown>;
  readonly node: SourceNode;
}

/** A grade that names no upper edge ends where the one above it begins. */
const closed = (grades: readonly LocatedGrade[]): readonly LocatedBand[] =>
  grades.map(({ grade, node }, index) => {
    const above = grades[index - 1]?.grade.low;
    const high = grade.high ?? (above && { at: above.at, included: !above.included });
    const band: Band = { ...(grade.low && { low: grade.low }), ...(high && { high }) };
    return { band, node };
  });

const checkGrades = (reading: ScorecardReading, grades: readonly LocatedGrade[], range: ScoreRange): void => {
  const lows = grades.map(({ grade }) => grade.low?.at);
  const outOfOrder = grades.find((_, index) => {
    const [here, above] = [lows[index], lows[index - 1]];
    if (here === undefined || above === undefined) return false;
    const order = compareDecimals(here, above);
    return order > 0 || (order === 0 && grades[index - 1]?.grade.requires.length === 0);
  });
  const isSet = ({ grade }: LocatedGrade): boolean => range.set.includes(grade.id);
  const idle = grades
    .slice(0, -1)
    .find(
      ({ grade }, index) =>
        grade.low === undefined && grade.requires.length === 0 && !grades.slice(index + 1).every(isSet),
    );
  const wrong = outOfOrder ?? idle;
  const last = grades.at(-1);
  if (wrong !== undefined) defect(reading, wrong.node.location, 'grades-order');
  if (last !== undefined && last.grade.requires.length > 0)
    defect(reading, last.node.location, 'grades-gap', { from: '…', to: '…' });
  if (wrong !== undefined || grades.slice(0, -1).some(({ grade }) => grade.low === undefined)) return;
  const domain = { least: range.floor ?? FAR_BELOW, most: range.cap };
  const grain = range.places === 0 ? '1' : `0.${'1'.padStart(range.places, '0')}`;
  const distinct = grades.filter((_, index) => lows[index] === undefined || lows[index] !== lows[index + 1]);
  checkBands(reading, closed(distinct), { domain, grain, gap: 'grades-gap', overlap: 'grades-overlap' });
};

/** What a centre has to reach: a score, or one of the grades. */
export const readBar = (
  reading: ScorecardReading,
  node: SourceNode | undefined,
  grades: readonly Pick<GradeOf<unknown>, 'id' | 'label'>[],
  cap: Decimal | null,
): Bar | undefined => {
  if (node === undefined) return undefined;
  const name = textOf(node);
  const grade = grades.find(({ id, label }) => id === name || label.zh === name);
  if (grade !== undefined) return { kind: 'grade', grade: grade.id };
  const at = readFigure(reading, { kind: 'plain' }, node, 'pass');
  if (at === undefined) return undefined;
  const wanted = at.startsWith('-') ? '≥ 0' : cap !== null && isAbove(at, cap) ? `≤ ${cap}` : undefined;
  return wanted === undefined
    ? { kind: 'score', atLeast: at }
    : defect(reading, node.location, 'too-small', { key: 'pass', least: wanted, found: at });
};
