import type { Location } from '../../model/base/location.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import { PARTS_OF_RULES, partOf } from '../../model/standard/parts.ts';

export interface IdleChange {
  readonly rule: Rule;
  readonly key: string;
  readonly location: Location;
}

/** Parts of rules that a pack writes anew as the pack that it extends has them. */
export const idleChanges = (pack: Pack, base: Pack): readonly IdleChange[] =>
  pack.rules.flatMap(rule => {
    const change = rule.origin?.changes.findLast(({ pack: by }) => by === pack.id);
    const before = base.rules.find(({ id }) => id === rule.id);
    if (change === undefined || before === undefined) return [];
    return change.keys.flatMap(({ key, location }) => {
      const part = PARTS_OF_RULES.find(name => name === key);
      const same = part && JSON.stringify(partOf(rule, part)) === JSON.stringify(partOf(before, part));
      return same ? [{ rule, key, location }] : [];
    });
  });
