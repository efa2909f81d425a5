import type { LedgerEntry } from '../../model/standard/ledger.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import { differencesOf } from '../wording/agree.ts';
import type { Place } from './align.ts';
import { isWithin } from './clause.ts';
import { belowOf } from './hold.ts';
import { solid } from './sentences.ts';
import { ownClauses, rowsOf } from './trace.ts';

/** What the rules of a pack change in its ledger: by place the names that it has now, and which came and went. */
export interface Names {
  readonly byPlace: ReadonlyMap<Place, readonly string[]>;
  readonly entered: readonly string[];
  readonly dropped: readonly string[];
}

export const NO_NAMES: Names = { byPlace: new Map(), entered: [], dropped: [] };

const rulesOf = ({ entry }: Place): readonly string[] => entry?.rules ?? [];

const clauseAt = ({ entry, sentence }: Place): string => entry?.clause ?? sentence?.clause ?? '';

/** Whether the words of a sentence are those that the rule asks. */
const agrees = (rule: Rule, { sentence }: Place, places: readonly Place[], { vocabulary }: Pack): boolean => {
  if (sentence === undefined) return false;
  const below = belowOf(
    sentence,
    places.flatMap(place => place.sentence ?? []),
  );
  return differencesOf(rule, [{ text: solid(sentence.text), below, rules: [rule] }], vocabulary).length === 0;
};

/**
 * The names in a ledger as the rules stand: those of rules that are gone are dropped, and a rule that no sentence carries
 * is entered where its clause leaves one sentence open, or several of which only one says what it asks. Else it is left to
 * a person, as every reason is. The pack has its drafts among its rules.
 */
export const namesNow = (places: readonly Place[], pack: Pack): Names => {
  const known = new Set([...pack.rules.map(({ id }) => id), ...rowsOf(pack)]);
  const kept = new Map(places.map(place => [place, rulesOf(place).filter(id => known.has(id))]));
  const isOpen = (place: Place): boolean =>
    place.entry?.reason === undefined &&
    (kept.get(place)?.length === 0 || kept.get(place)?.length !== rulesOf(place).length);
  const open = places.filter(isOpen);
  const carries = (id: string, clause: string): boolean =>
    places.some(place => kept.get(place)?.includes(id) && isWithin(clauseAt(place), clause));
  const placeFor = (rule: Rule, clause: string): Place | undefined => {
    const here = open.filter(place => clauseAt(place) === clause);
    const near = here.length > 0 ? here : open.filter(place => isWithin(clauseAt(place), clause));
    const said = near.length > 1 ? near.filter(place => agrees(rule, place, places, pack)) : near;
    return said.length === 1 ? said[0] : undefined;
  };
  const found = pack.rules.flatMap(rule =>
    ownClauses(rule)
      .filter(clause => !carries(rule.id, clause))
      .flatMap(clause => placeFor(rule, clause) ?? [])
      .map(place => ({ place, id: rule.id })),
  );
  for (const { place, id } of found) kept.get(place)?.push(id);
  return {
    byPlace: new Map([...kept].filter(([place, names]) => names.join() !== rulesOf(place).join())),
    entered: [...new Set(found.map(({ id }) => id))],
    dropped: [...new Set(places.flatMap(rulesOf))].filter(id => !known.has(id)),
  };
};

const FLOW = /rules:\s*\[[^\]]*\]/u;
const LISTED = /^([^\S\n]*)rules:[^\S\n]*\n(?:\1[^\S\n]*-[^\S\n].*\n?)+/mu;

/** An entry with other names, its remarks and its layout kept. */
export const withNames = (block: string, { text }: LedgerEntry, names: readonly string[]): string => {
  const written = `rules: [${names.join(', ')}]`;
  if (FLOW.test(block)) return block.replace(FLOW, written);
  if (LISTED.test(block)) return block.replace(LISTED, (_, indent: string) => `${indent}${written}\n`);
  return block.replace(
    new RegExp(`^(.*?)(text:\\s*(["']?)${text}\\3)`, 'mu'),
    (_, before: string, stated: string) =>
      `${before}${stated}${/[{,]\s*$/u.test(before) ? ', ' : `\n${' '.repeat(before.length)}`}${written}`,
  );
};
