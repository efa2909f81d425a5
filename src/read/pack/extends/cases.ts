import { type Loaded, loaded } from '../../../model/base/problem.ts';
import type { Case } from '../../../model/standard/case.ts';
import type { Base, Pack, Rule } from '../../../model/standard/pack.ts';
import { loadCases } from '../authored.ts';
import { gather } from '../rule-files.ts';

/** What a change makes of a rule that its cases no longer tell of. */
const JUDGED = ['require', 'when', 'levels', 'accepts_not_applicable', 'accepts_not_occurred', 'due', 'from', 'until'];

const isJudgedAnew = ({ origin }: Rule, above: readonly string[]): boolean =>
  origin?.changes.some(({ pack, keys }) => above.includes(pack) && keys.some(({ key }) => JUDGED.includes(key))) ??
  false;

const chainOf = (base: Base | undefined): readonly Base[] => (base === undefined ? [] : [base, ...chainOf(base.base)]);

/** A pack's own cases, and of rules that have none there those of the packs that it extends, as long as they hold. */
export const casesWith = async (own: readonly Case[], pack: Pack): Promise<Loaded<readonly Case[]>> => {
  const chain = chainOf(pack.base);
  const read = gather(await Promise.all(chain.map(base => loadCases(base, pack.vocabulary))));
  const ids = [pack.id, ...chain.map(({ id }) => id)];
  const levels = [own, ...read.values];
  const cases = pack.rules.flatMap((rule): readonly Case[] => {
    const at = levels.findIndex(level => level.some(each => each.rule === rule.id));
    if (at < 1 || isJudgedAnew(rule, ids.slice(0, at))) return [];
    return levels[at]?.filter(each => each.rule === rule.id) ?? [];
  });
  return loaded(read.problems, () => [...own, ...cases]);
};
