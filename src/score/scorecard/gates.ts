import { compareDecimals } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import { type Gap, missingIn, type Verdict } from '../../model/finding/finding.ts';
import type { GateResult, ItemResult, Judged, VetoResult } from '../../model/scoring/points.ts';
import { isRank, type Place, type RankRule } from '../../model/scoring/rank.ts';
import { resultWith } from '../../model/scoring/rows.ts';
import type { FoundScorecard, GateOf } from '../../model/scoring/scorecard.ts';
import { type End, leavesAsIs, sectionAccount, type WeighedSection } from './parts.ts';
import { rankTruth } from './rank.ts';

/** What gates are held against: every row and section, at its worst and at its best. */
export interface Standings {
  readonly rows: readonly ItemResult[];
  readonly forms: readonly (readonly WeighedSection[])[];
  readonly placeOf: Placed;
}

/** Where the centre stands, by a rule; undefined where it is held against nobody. */
export type Placed = (rule: RankRule) => Place | undefined;

const MET: Judged = { truth: 'met', gaps: [] };
const UNMET: Judged = { truth: 'unmet', gaps: [] };

const unless = (surely: boolean, perhaps: boolean, gaps: readonly Gap[]): Judged =>
  surely ? MET : perhaps ? { truth: 'unknown', gaps } : UNMET;

const reaches = (points: Decimal, limit: Decimal): boolean => compareDecimals(points, limit) >= 0;

const isExcluded = ({ low, high }: ItemResult): boolean => low.excluded && high.excluded;

/** Whether nothing is lost in a row; one that is not in the scorecard loses nothing. */
const isFull = (row: ItemResult): Judged => {
  if (isExcluded(row)) return MET;
  return unless(reaches(row.low.points, row.max), reaches(row.high.points, row.max) || row.mayLeave, row.gaps);
};

const judgedOf = (asked: Verdict | RankRule, placeOf: Placed): Judged => {
  if (!isRank(asked)) return { truth: asked.truth, gaps: asked.truth === 'unknown' ? missingIn(asked) : [] };
  const place = placeOf(asked);
  return { truth: rankTruth(asked, place), gaps: [], ...(place && { place }) };
};

const several = (rows: readonly Judged[], atLeast: number): Judged => {
  const met = rows.filter(({ truth }) => truth === 'met').length;
  const open = rows.filter(({ truth }) => truth === 'unknown');
  const gaps = open.flatMap(row => row.gaps);
  return unless(met >= atLeast, met + open.length >= atLeast, gaps);
};

const sectionJudged = (id: string, limit: Decimal, { forms, rows }: Standings): Judged => {
  const found = forms.map(form => form.find(({ section }) => section.id === id));
  const reached = (end: End) => (one: WeighedSection | undefined) =>
    one !== undefined && reaches(sectionAccount(one, end, leavesAsIs(end)).points, limit);
  const [low, high] = [found.every(reached('low')), found.some(reached('high'))];
  const gaps = rows.filter(row => row.section === id).flatMap(row => row.gaps);
  return unless(low, high, gaps);
};

const gateJudged = (gate: GateOf<Verdict>, standings: Standings): Judged => {
  const row = (id: string): ItemResult | undefined => resultWith(standings.rows, id);
  switch (gate.kind) {
    case 'check':
      return judgedOf(gate.if, standings.placeOf);
    case 'items':
      return several(
        gate.items.map(id => {
          const found = row(id);
          return found === undefined ? MET : isFull(found);
        }),
        gate.atLeast,
      );
    case 'section':
      return sectionJudged(gate.of, gate.atLeast, standings);
    case 'item': {
      const found = row(gate.of);
      if (found === undefined || isExcluded(found)) return MET;
      const perhaps = reaches(found.high.points, gate.atLeast) || found.mayLeave;
      return unless(reaches(found.low.points, gate.atLeast), perhaps, found.gaps);
    }
  }
};

const requiredGates = (scorecard: FoundScorecard, grade: string, { rows }: Standings): readonly GateResult[] => {
  const items = scorecard.forms.flatMap(({ sections }) => sections.flatMap(section => section.items));
  const required = new Set(items.filter(item => item.requiredFor.includes(grade)).map(({ id }) => id));
  return rows
    .filter(({ item }) => required.has(item))
    .map(row => ({ grade, gate: { kind: 'required', item: row.item } as const, ...isFull(row) }));
};

/** Everything that the grades ask beside the score. */
export const gateResults = (scorecard: FoundScorecard, standings: Standings): readonly GateResult[] =>
  scorecard.grades.flatMap(({ id, requires }) => [
    ...requiredGates(scorecard, id, standings),
    ...requires.map(gate => ({ grade: id, gate, ...gateJudged(gate, standings) })),
  ]);

export const vetoResults = (
  { vetoes }: Pick<FoundScorecard, 'vetoes'>,
  placeOf: Placed = () => undefined,
): readonly VetoResult[] =>
  vetoes.map(({ if: asked, ...veto }) => ({
    veto: isRank(asked) ? { ...veto, rank: asked } : veto,
    ...judgedOf(asked, placeOf),
  }));
