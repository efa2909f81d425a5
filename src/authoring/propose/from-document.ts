import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { FromDocument, NewPack } from '../new-pack.ts';
import { draftLedger, draftText } from '../trace/draft.ts';
import type { SourceText } from '../trace/trace.ts';
import { draftRules } from './draft-rules.ts';
import { proposalsFor } from './propose.ts';
import { sectionsOf } from './sections.ts';

/** What a new pack can take from its document: its parts, and drafts of its rules and of its ledger. */
export const fromDocument = (source: SourceText, wanted: NewPack, vocabulary: Vocabulary): FromDocument => {
  const places = draftLedger(source);
  const proposals = proposalsFor(
    places.flatMap(({ sentence }) => sentence ?? []),
    vocabulary,
  );
  const sections = sectionsOf(proposals);
  const records = new Set(vocabulary.facts.flatMap(fact => (fact.type === 'records' ? [fact.id] : [])));
  const drafted = draftRules(proposals, { levels: wanted.levels, sections, records, lang: wanted.lang });
  const bySentence = new Map(
    drafted.map(({ proposal, rules: own }) => [
      proposal.sentence,
      { rules: own.map(({ id }) => id), ...(proposal.reason && { reason: proposal.reason }) },
    ]),
  );
  const rules = drafted.flatMap(({ rules: own }) => own);
  return {
    sections: sections.filter(({ id }) => rules.some(({ section }) => section === id)),
    rules,
    ledger: draftText(places, undefined, sentence => bySentence.get(sentence) ?? { rules: [] }),
  };
};
