import { problem } from '../../../model/base/problem.ts';
import { get, type MapNode, oneOrMore, type SourceNode } from '../../../model/base/source.ts';
import { append } from '../../../model/base/text.ts';
import type { RoundsAsked, Year } from '../../../model/scoring/history.ts';
import type { RankRule } from '../../../model/scoring/rank.ts';
import type { GateOf, Scorecard, VetoOf } from '../../../model/scoring/scorecard.ts';
import { namesakes } from '../../namesakes.ts';
import { fieldsAt, keysOf, needed, perhaps, stated } from '../fields.ts';
import { readEffect } from '../parts.ts';
import { defect, mapWith, nameAt, numberAt, type ScorecardReading, textOf, titleAt } from '../reading.ts';
import { ids, referTo } from '../references.ts';
import { readGrades } from './grades.ts';
import { readRank } from './rank.ts';

type Known = Pick<Scorecard, 'grades' | 'vetoes' | 'floor' | 'places'>;

/** A place over all rounds: classes of place may change from round to round. */
const readPlace = (reading: ScorecardReading, node: SourceNode): RankRule | undefined => {
  const rank = readRank(reading, node);
  return rank?.among === 'class' ? defect(reading, node.location, 'year-class') : rank;
};

const readRounds = (reading: ScorecardReading, node: MapNode, known: Known): RoundsAsked | undefined => {
  const rounds = numberAt(reading, node, 'rounds');
  const [kind, ...more] = (['graded', 'vetoed'] as const).filter(key => get(node, key) !== undefined);
  if (rounds === undefined || kind === undefined || more.length > 0 || !/^[1-9]\d?$/u.test(rounds))
    return defect(reading, node.location, 'year-asks');
  const at = get(node, kind) ?? node;
  const of = textOf(at);
  referTo(
    reading,
    kind === 'graded' ? 'grade' : 'veto',
    of,
    ids(kind === 'graded' ? known.grades : known.vetoes),
    at.location,
  );
  return { kind, of, rounds: Number(rounds) };
};

const readAsked = (reading: ScorecardReading, node: MapNode, known: Known): RankRule | RoundsAsked | undefined => {
  const rank = get(node, 'rank');
  return rank === undefined ? readRounds(reading, node, known) : readPlace(reading, rank);
};

const ASKED = ['rank', 'rounds', 'graded', 'vetoed'];

const readGate =
  (known: Known) =>
  (reading: ScorecardReading, node: SourceNode): GateOf<RoundsAsked> | undefined => {
    const map = mapWith(reading, node, [...ASKED, 'title']);
    const asked = map && readAsked(reading, map, known);
    const named = map && fieldsAt(reading, map, { title: perhaps(titleAt) });
    return asked && named && { kind: 'check', if: asked, about: JSON.stringify(asked), ...named };
  };

const VETO = {
  id: needed(nameAt),
  title: needed(titleAt),
  effect: needed(stated(readEffect)),
};

const readVeto = (
  reading: ScorecardReading,
  node: SourceNode,
  known: Known,
  grades: readonly string[],
): VetoOf<RoundsAsked> | undefined => {
  const map = mapWith(reading, node, [...keysOf(VETO), ...ASKED]);
  const read = map && fieldsAt(reading, map, VETO);
  const asked = map && readAsked(reading, map, known);
  if (map === undefined || read === undefined || asked === undefined) return undefined;
  const { effect, ...named } = read;
  if (effect.kind === 'zero') return defect(reading, map.location, 'rank-alone');
  const at = get(map, 'effect') ?? map;
  if ('grade' in effect) referTo(reading, 'grade', effect.grade, grades, at.location);
  return { ...named, if: asked, about: JSON.stringify(asked), effect };
};

export const readYear = (reading: ScorecardReading, history: MapNode, known: Known): Year | undefined => {
  const [graded, barred] = [get(history, 'grades'), get(history, 'vetoes')];
  if (graded === undefined && barred === undefined) return undefined;
  if (get(history, 'together') === undefined)
    reading.problems.push(problem('shape', history.location, { path: 'history.together', wanted: 'required' }));
  const nodes = barred === undefined ? [] : oneOrMore(barred);
  const set = nodes.map(node => textOf(get(node, 'effect', 'grade')));
  const range = { floor: known.floor, cap: null, places: known.places, set };
  const grades = readGrades(reading, graded, range, readGate(known)) ?? [];
  const read = nodes.flatMap(node => {
    const veto = readVeto(reading, node, known, ids(grades));
    return veto === undefined ? [] : [{ veto, id: veto.id, location: node.location }];
  });
  append(reading.problems, namesakes(read));
  return { grades, vetoes: read.map(({ veto }) => veto) };
};
