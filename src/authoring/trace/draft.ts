import {
  type Ledger,
  type LedgerEntry,
  OPEN_CLAUSE,
  type Reason,
  settledClauses,
} from '../../model/standard/ledger.ts';
import type { TextFile } from '../../read/document/open.ts';
import { align, type Former, type Pair, type Place } from './align.ts';
import { type Names, NO_NAMES, withMember, withNames } from './hold.ts';
import { boundSentences, type Sentence } from './sentences.ts';

/** Entries without a sentence stay behind the one that they followed. */
const inOrder = (pairs: readonly Pair[], entries: readonly LedgerEntry[], sentences: readonly Sentence[]) => {
  const bySentence = new Map(pairs.flatMap(pair => ('sentence' in pair ? [[pair.sentence, pair] as const] : [])));
  const gone = new Set(pairs.flatMap(pair => (pair.state === 'missing' ? [pair.entry] : [])));
  const after = (entry: LedgerEntry | undefined): readonly Place[] => {
    const next = entries[entry === undefined ? 0 : entries.indexOf(entry) + 1];
    return next !== undefined && gone.has(next) ? [{ state: 'missing', entry: next }, ...after(next)] : [];
  };
  const placed = sentences.flatMap((sentence): readonly Place[] => {
    const pair: Place = bySentence.get(sentence) ?? { state: 'unaccounted', sentence };
    return [pair, ...(pair.entry === undefined ? [] : after(pair.entry))];
  });
  return [...after(undefined), ...placed];
};

/** A ledger for a document: what an earlier one says is kept, whatever became of its sentence; what is new is open. */
export const draftLedger = (source: TextFile, earlier?: Ledger, former?: Former): readonly Place[] => {
  const sentences = boundSentences(source.text, earlier?.source, earlier && settledClauses(earlier)).sentences.filter(
    sentence => !sentence.furniture,
  );
  const entries = earlier?.entries ?? [];
  return inOrder(align(entries, sentences, former), entries, sentences);
};

/** Quoted where YAML would take it for a number or for more than a text. */
const yamlText = (text: string): string =>
  /^[\p{Script=Han}A-Za-z](?!.*(?:: | #|[[\]{},'"\n])).*$/u.test(text) || /^[0-9a-f]*[a-df][0-9a-f]*$/u.test(text)
    ? text
    : JSON.stringify(text);

/** Where the numbering leaves the clause open, the question stands beside it. */
const clauseText = ({ clause, candidates }: Sentence): string =>
  candidates === undefined ? yamlText(clause) : `"${OPEN_CLAUSE}" # ${candidates.join(' | ')}`;

/** What is proposed for a sentence: rules that are drafts themselves, or a reason that a person has to confirm. */
export interface Proposed {
  readonly rules: readonly string[];
  readonly reason?: Reason;
}

const NOTHING: Proposed = { rules: [] };

const added = (sentence: Sentence, { rules, reason }: Proposed): string =>
  `  - clause: ${clauseText(sentence)}\n    text: ${yamlText(sentence.fingerprint)}\n${
    reason === undefined ? `    rules: [${rules.join(', ')}]\n` : `    reason: ${reason}\n    draft: yes\n`
  }`;

const kept = ({ clause, text, was, rules, reason, draft, note, differs }: LedgerEntry): string =>
  [
    `  - clause: ${yamlText(clause)}\n    text: ${yamlText(text)}\n`,
    was === undefined ? '' : `    was: ${yamlText(was)}\n`,
    reason !== undefined && rules.length === 0 ? '' : `    rules: [${rules.join(', ')}]\n`,
    reason === undefined ? '' : `    reason: ${reason}\n`,
    draft ? '    draft: yes\n' : '',
    note === undefined ? '' : `    note: ${JSON.stringify(note)}\n`,
    differs === undefined ? '' : `    differs: ${JSON.stringify(differs)}\n`,
  ].join('');

/** An earlier ledger as it is written: its head, and the lines of each entry with the remarks above it. */
interface Written {
  readonly head: string;
  readonly blocks: ReadonlyMap<LedgerEntry, string>;
}

/** Undefined where an entry does not begin a line of its own. */
const asWritten = (text: string, entries: readonly LedgerEntry[]): Written | undefined => {
  const lines = text.split(/(?<=\n)/u);
  const first = entries.map(({ location }) => ('line' in location ? location.line - 1 : -1));
  if (!first.every((line, index) => /^\s*- /u.test(lines[line] ?? '') && line > (first[index - 1] ?? -1)))
    return undefined;
  const begins = first.map(line => {
    let at = line;
    while (/^\s*(?:#.*)?$/u.test(lines[at - 1] ?? '-')) at--;
    return at;
  });
  const blocks = entries.map((entry, at) => [entry, lines.slice(begins[at], begins[at + 1]).join('')] as const);
  const ended = blocks.map(([entry, block]) => [entry, block.endsWith('\n') ? block : `${block}\n`] as const);
  return { head: lines.slice(0, begins[0]).join(''), blocks: new Map(ended) };
};

/** An entry that waits already for a person keeps the text it was decided on. */
const renewed = (block: string, { was, text }: LedgerEntry, sentence: Sentence): string => {
  const marked = was === undefined ? withMember(block, text, `was: ${yamlText(text)}`) : block;
  return marked.replace(new RegExp(`text:(\\s*)(["']?)${text}\\2`, 'u'), `text:$1${yamlText(sentence.fingerprint)}`);
};

const renumbered = (block: string, from: string, to: string): string =>
  from === to ? block : block.replace(/clause:(\s*)(?:"[^"]*"|'[^']*'|[^,}\n]*)/u, `clause:$1${yamlText(to)}`);

/** What is put where nothing was said: proposals, and the names of rules as they stand. */
export interface Filling {
  readonly proposed: (sentence: Sentence) => Proposed;
  readonly names: Names;
}

const placeText = (place: Place, written: Written | undefined, { proposed, names }: Filling): string => {
  const { state, entry, sentence } = place;
  const rules = names.byPlace.get(place);
  if (entry === undefined)
    return sentence === undefined ? '' : added(sentence, rules === undefined ? proposed(sentence) : { rules });
  const before = written?.blocks.get(entry) ?? kept(entry);
  const block = rules === undefined ? before : withNames(before, entry, rules);
  if (sentence === undefined) return block;
  const isOpen = sentence.candidates !== undefined || entry.clause === OPEN_CLAUSE;
  const now = renumbered(block, entry.clause, isOpen ? entry.clause : sentence.clause);
  return state === 'changed' ? renewed(now, entry, sentence) : now;
};

export interface Earlier {
  readonly ledger: Ledger;
  /** The file as it stands. */
  readonly text: string;
}

const headOf = (ledger: Ledger | undefined): string => {
  const bounds = Object.entries(ledger?.source ?? {}).map(([bound, text]) => `${bound}: ${yamlText(text)}`);
  return `${bounds.length > 0 ? `source: { ${bounds.join(', ')} }\n` : ''}sentences:\n`;
};

/** `clauses.yaml` without a word of the document: the earlier one, line for line, with what the document adds and changes. */
export const draftText = (
  places: readonly Place[],
  earlier?: Earlier,
  { proposed = () => NOTHING, names = NO_NAMES }: Partial<Filling> = {},
): string => {
  const written = earlier && asWritten(earlier.text, earlier.ledger.entries);
  return (
    (written?.head ?? headOf(earlier?.ledger)) +
    places.map(place => placeText(place, written, { proposed, names })).join('')
  );
};
