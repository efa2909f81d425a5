import {
  type CenterChange,
  type CenterLine,
  type Compared,
  countGroups,
  type FootingChange,
  GROUPS,
  type Group,
  MATCHED_BY,
  type RuleChange,
  type RuleTurn,
  STANDINGS,
  sidesOf,
} from '../model/result/compared.ts';
import type { KeptScore } from '../model/result/kept.ts';

type Counts<K extends string> = Record<K, number>;

const noneOf = <K extends string>(keys: readonly K[]): Counts<K> =>
  Object.fromEntries(keys.map(key => [key, 0])) as Counts<K>;

const figures = ({ low, high }: KeptScore): Pick<KeptScore, 'low' | 'high'> => ({ low, high });

const lineOf = ({
  standing,
  name,
  matched,
  score: { from, to },
  bars,
  rules,
  rejection,
}: CenterChange): CenterLine => ({
  standing,
  name,
  score: sidesOf(from, to, figures),
  bars,
  counts: countGroups(rules),
  ...(matched && { matched }),
  ...(rejection && { rejection }),
});

interface Turn extends Omit<RuleTurn, 'counts'> {
  readonly counts: Counts<Group>;
}

const footingKey = ({ kind, from, to }: FootingChange): string => JSON.stringify([kind, from, to]);

/** Takes centres one at a time and holds a line of each that changed. */
export const foldChanges = () => {
  const standings = noneOf(STANDINGS);
  const groups = noneOf(GROUPS);
  const matched = noneOf(MATCHED_BY);
  const footing = new Map<string, { readonly change: FootingChange; centers: number }>();
  const rules = new Map<string, Turn>();
  const lines: CenterLine[] = [];
  let rejected = 0;
  const countRule = (pack: string, { rule, clause, title, group }: RuleChange): void => {
    const key = `${pack}\n${rule}`;
    const turn = rules.get(key) ?? { pack, rule, clause, title, counts: noneOf(GROUPS) };
    rules.set(key, turn);
    turn.counts[group]++;
    groups[group]++;
  };
  const countFooting = (change: FootingChange): void => {
    const key = footingKey(change);
    const entry = footing.get(key) ?? { change, centers: 0 };
    footing.set(key, entry);
    entry.centers++;
  };
  return {
    add: (change: CenterChange): void => {
      standings[change.standing]++;
      if (change.matched !== undefined) matched[change.matched.by]++;
      if (change.rejection !== undefined && change.standing === 'gone') rejected++;
      if (change.standing !== 'incomparable') for (const rule of change.rules) countRule(change.pack, rule);
      for (const part of change.footing) countFooting(part);
      if (change.standing !== 'same') lines.push(lineOf(change));
    },
    end: (runs: Compared['runs']): Compared => ({
      standings,
      groups,
      rejected,
      matched,
      footing: [...footing.values()],
      rules: [...rules.values()],
      lines,
      runs,
    }),
  };
};
