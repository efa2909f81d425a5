import { memoized } from '../../model/base/memo.ts';
import type { Fact } from '../../model/base/value.ts';
import type { ScalarNode } from '../source.ts';
import { fold, wordsIn } from './names.ts';
import { asSeen } from './seen.ts';

const NOT_KNOWN = wordsIn('不详 未知 不清楚 待核实 待查 待定 待补 待补充 未填 未统计 unknown ? ？');
const NOT_OCCURRED = wordsIn('未发生 没有发生 did-not-occur');
const NOT_APPLICABLE = /^(?:不适用|不涉及|n\/a|not applicable)(?:[（(:：,，]\s*(.*?)[)）]?)?$/iu;

/** What people put where they have nothing to say. */
export const isDash = (text: string): boolean => /^[-—–－/／\\_\s.…]+$/u.test(text) && text.trim() !== '';

type Unstated =
  | { readonly state: 'undeclared' | 'did-not-occur' }
  | { readonly state: 'not-applicable'; readonly reason?: string };

/** What a text says instead of a value; `declared` where it is for the fact's type to tell. */
const stateIn = memoized((text: string): Unstated | { readonly state: 'declared' } => {
  const said = asSeen(text).trim();
  if (said === '' || isDash(said) || NOT_KNOWN.has(fold(said)) || /^[?？]+$/u.test(said))
    return { state: 'undeclared' };
  if (NOT_OCCURRED.has(fold(said))) return { state: 'did-not-occur' };
  const notApplicable = NOT_APPLICABLE.exec(said);
  if (notApplicable === null) return { state: 'declared' };
  const reason = notApplicable[1];
  return reason ? { state: 'not-applicable', reason } : { state: 'not-applicable' };
});

/** What a text says instead of a value, if it does. */
export const readState = ({ text, location }: ScalarNode): Fact | undefined => {
  const found = stateIn(text);
  return found.state === 'declared' ? undefined : { ...found, location };
};
