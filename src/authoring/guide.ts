import { silenceOf } from '../evaluate/silence.ts';
import type { Level } from '../model/profile/profile.ts';
import type { Case } from '../model/standard/case.ts';
import type { Guide, GuideRest, GuideRule, GuideSection } from '../model/standard/guide.ts';
import type { Ledger, LedgerEntry, Quote } from '../model/standard/ledger.ts';
import type { Pack, Rule } from '../model/standard/pack.ts';
import type { Signed } from '../model/standard/signature.ts';
import type { TextFile } from '../read/document/open.ts';
import { quotesFor, quotesOf } from './trace/quotes.ts';
import { placeEntries } from './trace/sections.ts';

export interface GuideInput {
  readonly pack: Pack;
  readonly level?: Level;
  readonly ledger?: Ledger;
  readonly source?: TextFile;
  /** The words behind each rule, of the documents of the packs that are extended too. */
  readonly words?: (rule: Rule) => readonly Quote[];
  readonly signed?: ReadonlyMap<string, Signed>;
  /** The cases of a guide that is to be signed rule by rule. */
  readonly toSign?: readonly Case[];
}

type Quotes = ReadonlyMap<string, Quote>;

const restOf = (entries: readonly LedgerEntry[], quotes: Quotes): readonly GuideRest[] =>
  entries
    .filter(entry => entry.reason !== undefined && entry.reason !== 'heading')
    .map(entry => {
      const quote = quotes.get(entry.text);
      return { entry, ...(quote && { quote }) };
    });

const signatureOf = (rule: Rule, signed: ReadonlyMap<string, Signed> | undefined, always: boolean) => {
  const found = signed?.get(rule.id);
  return found !== undefined && (always || found.state !== 'unsigned') ? { signed: found } : {};
};

/** A pack's rules and the sentences that none of them carries, by section. */
export const buildGuide = ({ pack, level, ledger, source, words, signed, toSign }: GuideInput): Guide => {
  const quotes: Quotes = ledger && source ? quotesOf(ledger, source) : new Map();
  const chosen = pack.rules.filter(rule => level === undefined || rule.levels.includes(level));
  const guideRule = (rule: Rule): GuideRule => ({
    rule,
    silence: silenceOf(rule, pack.vocabulary),
    quotes: words?.(rule) ?? (ledger ? quotesFor(rule.id, ledger, quotes) : []),
    ...signatureOf(rule, signed, toSign !== undefined),
    cases: toSign?.filter(one => one.rule === rule.id) ?? [],
  });
  const placed = placeEntries(pack.sections, ledger?.entries ?? []);
  const sections = [...pack.sections, undefined].map((section): GuideSection => {
    const rules = chosen.filter(rule => rule.section === section?.id).map(guideRule);
    const entries = placed.filter(found => found.section?.id === section?.id).map(({ entry }) => entry);
    return { ...(section && { section }), rules, rest: restOf(entries, quotes) };
  });
  return {
    pack,
    ...(level && { level }),
    toSign: toSign !== undefined,
    sections: sections.filter(({ rules, rest }) => rules.length + rest.length > 0),
  };
};
