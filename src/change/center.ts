import { compareExact, decimalOf, type Exact, exact, minus, sumExact, ZERO } from '../model/base/exact.ts';
import { toolText } from '../model/base/tool.ts';
import type { Audit } from '../model/finding/audit.ts';
import { nameOf } from '../model/profile/profile.ts';
import {
  type CenterChange,
  type FootingChange,
  type MatchedBy,
  type Reconciliation,
  type RowChange,
  type RuleChange,
  type ScoreBar,
  type Sides,
  type Standing,
  sidesOf,
} from '../model/result/compared.ts';
import type { Digested, Kept, KeptScore } from '../model/result/kept.ts';
import { centerOf } from '../model/result/write.ts';
import { rowsIn } from '../model/scoring/counted-rows.ts';
import type { ItemResult } from '../model/scoring/points.ts';
import type { Points } from '../model/scoring/score.ts';
import { compareRules, compareShared, samePoints } from './rules.ts';
import { sideOf, type Words } from './side.ts';

/** What a change does to the points secured. */
export const deltaOf = ({ from, to }: Sides<Points>): Exact => minus(exact(to?.low ?? '0'), exact(from?.low ?? '0'));

const pointsOfRow = ({ low, high, max }: ItemResult): Points => ({ low: low.points, high: high.points, max });

const compareRows = (from: Audit, to: Audit): readonly RowChange[] => {
  if (from.scorecard === undefined || to.scorecard === undefined || from.scheme.sha256 !== to.scheme.sha256) return [];
  const older = new Map(rowsIn(from.scorecard.result).map(row => [row.item, pointsOfRow(row)]));
  return rowsIn(to.scorecard.result).flatMap(row => {
    const [was, is] = [older.get(row.item), pointsOfRow(row)];
    return samePoints(was, is)
      ? []
      : [{ id: row.item, title: row.title, points: { ...(was && { from: was }), to: is } }];
  });
};

const rawOf = ({ scorecard, score }: Audit): Points | undefined => {
  if (scorecard === undefined) return score?.points;
  const { low, high, total } = scorecard.result;
  return { low: low.points, high: high.points, max: total };
};

const isGain = (delta: Exact): boolean => compareExact(delta, ZERO) > 0;

/** How the older points become the newer ones; undefined where they are not of one scheme and one pack. */
const reconcile = (
  from: Audit,
  to: Audit,
  rules: readonly RuleChange[],
  rows: readonly RowChange[],
): Reconciliation | undefined => {
  const [was, is] = [rawOf(from), rawOf(to)];
  const oneKind = from.pack.id === to.pack.id && from.scheme.sha256 === to.scheme.sha256;
  if (was === undefined || is === undefined || !oneKind) return undefined;
  const deltas = (to.scorecard === undefined ? rules : rows).map(({ points }) => deltaOf(points));
  const gained = sumExact(deltas.filter(isGain));
  const lost = minus(ZERO, sumExact(deltas.filter(delta => !isGain(delta))));
  const rest = minus(minus(exact(is.low), exact(was.low)), minus(gained, lost));
  return {
    points: { from: was, to: is },
    gained: decimalOf(gained),
    lost: decimalOf(lost),
    rest: decimalOf(rest),
  };
};

const differ = (a: Digested, b: Digested): boolean => a.id !== b.id || a.sha256 !== b.sha256;

const packOf = ({ pack: { id, version, sha256 } }: Audit): Digested => ({ id, version, sha256 });

const schemeOf = ({ scheme: { id, sha256 } }: Audit): Digested => ({ id, sha256 });

/** What the two results rest on, where it differs. */
export const footingChanges = (
  { audit: was, tool: earlier }: Kept,
  { audit: is, tool: later }: Kept,
): readonly FootingChange[] => [
  ...(differ(was.pack, is.pack) ? [{ kind: 'pack' as const, from: packOf(was), to: packOf(is) }] : []),
  ...(differ(was.scheme, is.scheme) ? [{ kind: 'scheme' as const, from: schemeOf(was), to: schemeOf(is) }] : []),
  ...(was.asOf === is.asOf ? [] : [{ kind: 'as-of' as const, from: was.asOf, to: is.asOf }]),
  ...(toolText(earlier) === toolText(later)
    ? []
    : [{ kind: 'tool' as const, from: toolText(earlier), to: toolText(later) }]),
];

const barsOf = (from: Audit, to: Audit): readonly ScoreBar[] => {
  const packs = from.pack.id !== to.pack.id ? 'pack' : from.pack.sha256 !== to.pack.sha256 ? 'edition' : undefined;
  const scheme = from.scheme.sha256 === to.scheme.sha256 ? undefined : 'scheme';
  const score = from.score === undefined || to.score === undefined ? 'no-score' : undefined;
  return [packs, scheme, score].filter((bar): bar is ScoreBar => bar !== undefined);
};

const rises = (rows: readonly RowChange[], sign: 1 | -1): boolean =>
  rows.some(({ points }) => Math.sign(compareExact(deltaOf(points), ZERO)) === sign);

const standingOf = (rules: readonly RuleChange[], rows: readonly RowChange[], touched: boolean): Standing => {
  const has = (...groups: readonly RuleChange['group'][]): boolean => rules.some(({ group }) => groups.includes(group));
  const better = has('better', 'closer', 'shifted') || rises(rows, 1);
  const worse = has('worse', 'further', 'shifted') || rises(rows, -1);
  if (better && worse) return 'mixed';
  if (better || worse) return better ? 'better' : 'worse';
  return touched || rules.length > 0 || rows.length > 0 ? 'changed' : 'same';
};

const shown = (audit: Audit): Pick<CenterChange, 'name' | 'center' | 'pack'> => ({
  name: nameOf(audit.profile.center, audit.profile.path),
  center: centerOf(audit),
  pack: audit.pack.id,
});

const scoreOf = ({ score }: Audit): KeptScore | undefined =>
  score && { low: score.low, high: score.high, max: score.max, points: score.points, grades: score.grade.candidates };

const figures = (audit: Audit): string => {
  const { low, high, grades } = scoreOf(audit) ?? {};
  return JSON.stringify([low, high, grades]);
};

/** What has become of a centre from one result to the next. */
export const compareResults = (older: Kept, newer: Kept, words: Words, by?: MatchedBy): CenterChange => {
  const [from, to] = [older.audit, newer.audit];
  const onePack = from.pack.id === to.pack.id;
  const sides = [sideOf(older, words), sideOf(newer, words)] as const;
  const rules = onePack ? compareRules(...sides) : compareShared(...sides);
  const rows = onePack ? compareRows(from, to) : [];
  const reconciliation = reconcile(from, to, rules, rows);
  return {
    standing: onePack ? standingOf(rules, rows, figures(from) !== figures(to)) : 'incomparable',
    ...shown(to),
    ...(by && { matched: { by, ...centerOf(from), name: nameOf(from.profile.center, from.profile.path) } }),
    profile: { from: from.profile.path, to: to.profile.path },
    score: sidesOf(from, to, scoreOf),
    bars: barsOf(from, to),
    footing: footingChanges(older, newer),
    rules,
    rows,
    ...(reconciliation && { reconciliation }),
  };
};

const NOTHING = { bars: [], footing: [], rules: [], rows: [] } as const;

/** A centre of which only one side tells, and why the other does not, if it says. */
export const onlyOne = ({ audit }: Kept, side: 'from' | 'to', rejection?: CenterChange['rejection']): CenterChange => ({
  standing: side === 'from' ? 'gone' : rejection === undefined ? 'new' : 'accepted',
  ...shown(audit),
  profile: { [side]: audit.profile.path },
  score: side === 'from' ? sidesOf(audit, undefined, scoreOf) : sidesOf(undefined, audit, scoreOf),
  ...NOTHING,
  ...(rejection && { rejection }),
});

/** A centre whose other result cannot be read. */
export const notReadable = (kept: Kept, side: 'from' | 'to'): CenterChange => ({
  ...onlyOne(kept, side),
  standing: 'incomparable',
  bars: ['unreadable'],
});
