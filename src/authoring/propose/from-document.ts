import { own } from '../../model/base/text.ts';
import type { Level } from '../../model/profile/profile.ts';
import { indexVocabulary, type Vocabulary } from '../../model/standard/vocabulary.ts';
import type { TextFile } from '../../read/document/open.ts';
import type { FromDocument, NewPack } from '../new-pack.ts';
import { draftLedger, draftText } from '../trace/draft.ts';
import { bandWords } from './band-words.ts';
import { draftRules } from './draft-rules.ts';
import { proposalsFor } from './propose.ts';
import { sectionsOf } from './sections.ts';

/** Themes that just one kind of place has. */
const OF_LEVEL: Readonly<Record<string, Level>> = { sub_center: 'sub_center', village: 'village' };

/** The vocabulary without what no place of these levels has. */
const ofLevels = (vocabulary: Vocabulary, levels: readonly Level[]): Vocabulary => {
  const has = (id: string): boolean => {
    const level = own(OF_LEVEL, id.split('.')[0] ?? id);
    return level === undefined || levels.includes(level);
  };
  return indexVocabulary({ ...vocabulary, facts: vocabulary.facts.filter(({ id }) => has(id)) });
};

/** What a new pack can take from its document: its parts, and drafts of its rules and of its ledger. */
export const fromDocument = (source: TextFile, wanted: NewPack, whole: Vocabulary): FromDocument => {
  const vocabulary = ofLevels(whole, wanted.levels);
  const places = draftLedger(source);
  const sentences = places.flatMap(({ sentence }) => sentence ?? []);
  const proposals = proposalsFor(sentences, vocabulary);
  const sections = sectionsOf(proposals);
  const records = new Set(vocabulary.facts.flatMap(fact => (fact.type === 'records' ? [fact.id] : [])));
  const drafted = draftRules(proposals, { levels: wanted.levels, sections, records, lang: wanted.lang });
  const carriedFor = new Map(
    drafted.flatMap(({ proposal: { items = [] }, rules: own }) =>
      items.map(item => [item, own.filter(({ shared }) => shared)] as const),
    ),
  );
  const bySentence = new Map(
    drafted.map(({ proposal, rules: own }) => [
      proposal.sentence,
      {
        rules: [...own, ...(carriedFor.get(proposal.sentence) ?? [])].map(({ id }) => id),
        ...(proposal.reason && { reason: proposal.reason }),
      },
    ]),
  );
  const rules = drafted.flatMap(({ rules: own }) => own);
  const tables = proposals.flatMap(({ suggestions }) => suggestions.flatMap(({ candidate }) => candidate.bands ?? []));
  const words = bandWords(tables, vocabulary, wanted.lang);
  return {
    ...(words && { words }),
    sections: sections.filter(({ id }) => rules.some(({ section }) => section === id)),
    rules,
    ledger: draftText(places, undefined, { proposed: sentence => bySentence.get(sentence) ?? { rules: [] } }),
  };
};
