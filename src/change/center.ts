import { compareExact, ZERO } from '../model/base/exact.ts';
import type {
  CenterChange,
  FootingChange,
  RowChange,
  RuleChange,
  ScoreBar,
  Standing,
} from '../model/result/compared.ts';
import { type Digested, type KeptResult, keptName } from '../model/result/kept.ts';
import type { Side } from './causes.ts';
import { factsOfResult } from './facts.ts';
import { compareRows, deltaOf, reconcile } from './points.ts';
import { compareRules, compareShared } from './rules.ts';

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const sideOf = (result: KeptResult): Side => ({ result, facts: once(() => factsOfResult(result)) });

const differ = (a: Digested, b: Digested): boolean => a.id !== b.id || a.sha256 !== b.sha256;

/** What the two results rest on, where it differs. */
export const footingChanges = (from: KeptResult, to: KeptResult): readonly FootingChange[] => [
  ...(differ(from.pack, to.pack) ? [{ kind: 'pack' as const, from: from.pack, to: to.pack }] : []),
  ...(differ(from.scheme, to.scheme) ? [{ kind: 'scheme' as const, from: from.scheme, to: to.scheme }] : []),
  ...(from.asOf === to.asOf ? [] : [{ kind: 'as-of' as const, from: from.asOf, to: to.asOf }]),
  ...(from.tool === to.tool ? [] : [{ kind: 'tool' as const, from: from.tool, to: to.tool }]),
];

const barsOf = (from: KeptResult, to: KeptResult): readonly ScoreBar[] => {
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

const shown = (result: KeptResult): Pick<CenterChange, 'name' | 'center' | 'pack'> => ({
  name: keptName(result),
  center: result.center,
  pack: result.pack.id,
});

const scoreMoved = ({ score: a }: KeptResult, { score: b }: KeptResult): boolean =>
  JSON.stringify([a?.low, a?.high, a?.grades]) !== JSON.stringify([b?.low, b?.high, b?.grades]);

const scoresOf = (from: KeptResult, to: KeptResult): CenterChange['score'] => ({
  ...(from.score && { from: from.score }),
  ...(to.score && { to: to.score }),
});

/** What has become of a centre from one result to the next. */
export const compareResults = (from: KeptResult, to: KeptResult): CenterChange => {
  const onePack = from.pack.id === to.pack.id;
  const [older, newer] = [sideOf(from), sideOf(to)];
  const rules = onePack ? compareRules(older, newer) : compareShared(older, newer);
  const rows = onePack ? compareRows(from, to) : [];
  const reconciliation = reconcile(from, to, rules, rows);
  return {
    standing: onePack ? standingOf(rules, rows, scoreMoved(from, to)) : 'incomparable',
    ...shown(to),
    profile: { from: from.profile.path, to: to.profile.path },
    score: scoresOf(from, to),
    bars: barsOf(from, to),
    footing: footingChanges(from, to),
    rules,
    rows,
    ...(reconciliation && { reconciliation }),
  };
};

const NOTHING = { bars: [], footing: [], rules: [], rows: [] } as const;

/** A centre of which only one side tells. */
export const onlyOne = (
  result: KeptResult,
  side: 'from' | 'to',
  rejection?: CenterChange['rejection'],
): CenterChange => ({
  standing: side === 'to' ? 'new' : 'gone',
  ...shown(result),
  profile: { [side]: result.profile.path },
  score: result.score === undefined ? {} : { [side]: result.score },
  ...NOTHING,
  ...(rejection && { rejection }),
});

/** A centre whose other result cannot be read. */
export const notReadable = (result: KeptResult, side: 'from' | 'to'): CenterChange => ({
  ...onlyOne(result, side),
  standing: 'incomparable',
  bars: ['unreadable'],
});
