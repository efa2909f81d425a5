import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { isWithin } from '../trace/clause.ts';
import { solid } from '../trace/sentences.ts';
import { governing, stretchesIn } from '../wording/obligation.ts';
import { type BandRow, type BandTable, bandTables } from './bands.ts';
import { type Candidate, candidatesFor, type Proposal } from './facts.ts';

const MOST_INSTEAD = 3;

const LEADS = /[:：]\s*$|下表|如下|表\s*\d/u;

/** The sentence that leads to a table or a series, above its caption. */
const leadOf = (proposals: readonly Proposal[], { head, rows: [first] }: BandTable): Proposal | undefined => {
  const at = proposals.findIndex(({ sentence }) => sentence === (head ?? first?.sentence));
  const before = proposals.slice(0, at).findLast(({ reason }) => reason !== 'heading');
  return before?.reason === undefined && LEADS.test(before?.sentence.text ?? '') ? before : undefined;
};

/** The clause that has all rows in it, where each has one of its own. */
const clauseOf = ({ head, rows }: BandTable, lead: Proposal | undefined): string | undefined => {
  const around = lead?.sentence.clause ?? head?.clause;
  return around !== undefined && rows.every(({ sentence }) => isWithin(sentence.clause, around)) ? around : undefined;
};

/** The fact that a table gives figures of, and what else its words may mean. */
const measuredBy = (head: string, { text, figure }: BandRow, vocabulary: Vocabulary): readonly Candidate[] =>
  candidatesFor({ text: `${head}${text}`, subject: '', figures: [figure] }, vocabulary).filter(
    ({ figure: held, from }) => held !== undefined && from === undefined,
  );

const suggestionOf = (
  head: string,
  row: BandRow,
  [best, ...instead]: readonly Candidate[],
  table: BandTable,
  clause: string | undefined,
) => {
  const modal = stretchesIn(`${head}${row.text}`)
    .map(governing)
    .findLast(found => found !== undefined);
  return (
    best && {
      candidate: { ...best, figure: row.figure, ...(table.by !== 'level' && { bands: table }) },
      ...(table.by !== 'level' && clause !== undefined && { clause }),
      text: row.text,
      obligation: modal?.obligation ?? 'must',
      ...(modal && { word: modal.word }),
      instead: instead.slice(0, MOST_INSTEAD),
    }
  );
};

/** Tables and series of figures by class or people become one rule with bands, those by level a rule for each. */
export const withBands = (
  proposals: readonly Proposal[],
  vocabulary: Vocabulary,
  bare: (text: string) => string,
): readonly Proposal[] => {
  const found = new Map(proposals.map(proposal => [proposal.sentence, proposal]));
  const taken = new Set<Proposal['sentence']>();
  for (const table of bandTables([...found.keys()], bare)) {
    const [first] = table.rows;
    if (first === undefined || table.rows.some(({ sentence }) => found.get(sentence)?.reason !== undefined)) continue;
    const own = table.head === undefined ? (bare(solid(first.sentence.text)).split(solid(first.label))[0] ?? '') : '';
    const lead = own === '' ? leadOf(proposals, table) : undefined;
    const head = lead === undefined ? own : bare(solid(lead.sentence.text));
    const candidates = measuredBy(head, first, vocabulary);
    if (candidates.length === 0) continue;
    const sentences = [...new Set(table.rows.map(({ sentence }) => sentence))];
    const around = [...sentences, ...(lead === undefined || table.by === 'level' ? [] : [lead.sentence])];
    const carriers = table.by === 'level' ? table.rows : [first];
    const clause = clauseOf(table, lead);
    for (const sentence of sentences) {
      const proposal = found.get(sentence);
      if (proposal === undefined) continue;
      const kept = taken.has(sentence)
        ? proposal.suggestions
        : proposal.suggestions.filter(({ candidate }) => candidate.figure === undefined);
      const rows = carriers.filter(row => row.sentence === sentence);
      const suggestions = rows.flatMap(row => suggestionOf(head, row, candidates, table, clause) ?? []);
      const items = around.filter(other => other !== sentence);
      const carries = rows.length > 0 && table.by !== 'level' && items.length > 0;
      found.set(sentence, { ...proposal, suggestions: [...kept, ...suggestions], ...(carries && { items }) });
      taken.add(sentence);
    }
    const heading = table.head && found.get(table.head);
    if (heading) found.set(heading.sentence, { ...heading, reason: 'heading', suggestions: [] });
  }
  return [...found.values()];
};
