import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { isWithin } from '../trace/clause.ts';
import { type Sentence, solid } from '../trace/sentences.ts';
import { figuresIn, type TextFigure } from '../wording/figures.ts';
import { governing, type Stretch, stretchesIn } from '../wording/obligation.ts';
import { type Candidate, candidatesFor, type Proposal, type Suggestion } from './facts.ts';
import { type Context, reasonFor } from './reason.ts';
import { withBands } from './with-bands.ts';

/** Below this nothing is drafted. */
const SURE = 0.6;
const POSSIBLE = 0.45;
const MOST_INSTEAD = 3;

const isSameMatter = (a: Candidate, b: Candidate): boolean =>
  a.figure !== undefined && b.figure !== undefined
    ? a.figure.from === b.figure.from
    : a.terms.length > 0 && b.terms.length > 0 && b.terms.some(({ code }) => a.terms.some(term => term.code === code));

const suggestionsIn = (
  stretch: Stretch,
  subject: string,
  figures: readonly TextFigure[],
  vocabulary: Vocabulary,
): readonly Suggestion[] => {
  const modal = governing(stretch);
  const found = candidatesFor(
    {
      text: stretch.text.startsWith(subject) ? stretch.text : subject + stretch.text,
      subject,
      figures: figures.filter(({ from }) => from >= stretch.from && from < stretch.from + stretch.text.length),
    },
    vocabulary,
  ).filter(({ sure }) => sure >= POSSIBLE);
  const taken: Suggestion[] = [];
  for (const candidate of found) {
    if (candidate.sure < SURE || taken.some(({ candidate: other }) => isSameMatter(other, candidate))) continue;
    const instead = found.filter(other => other !== candidate && isSameMatter(candidate, other)).slice(0, MOST_INSTEAD);
    taken.push({
      candidate,
      text: stretch.text,
      obligation: modal?.obligation ?? 'must',
      ...(modal && { word: modal.word }),
      instead,
    });
  }
  return taken;
};

/** The surest suggestion for each fact. */
const once = (suggestions: readonly Suggestion[]): readonly Suggestion[] => {
  const best = new Map<string, Suggestion>();
  for (const found of suggestions) {
    const known = best.get(found.candidate.fact.id);
    if (known === undefined || known.candidate.sure < found.candidate.sure) best.set(found.candidate.fact.id, found);
  }
  return [...best.values()];
};

const MARK =
  /^(?:第[〇零一二三四五六七八九十百\d]{1,5}[编章节条款](?:之.)?|[一二三四五六七八九十]{1,3}[、.]|\(.{1,3}\)|\d+(?:\.\d+)*[.、)]?(?![\d年月日:时点]))/u;

/** A sentence without its number, which is no figure of it. */
const withoutMark = (text: string): string => text.replace(MARK, '');

/** Words of the clause that a stretch of a sentence leaves out: the subject of its first stretch. */
const subjectOf = (text: string): string =>
  /^[^,;:。]{0,16}?(?:大厅|中心|窗口|服务站|服务点|人员|台面?|牌)/u.exec(text)?.[0] ?? '';

const propose = (sentence: Sentence, beside: Omit<Context, 'clause' | 'text'>, vocabulary: Vocabulary): Proposal => {
  const text = withoutMark(solid(sentence.text));
  const figures = figuresIn(text);
  const subject = subjectOf(text);
  const reason = reasonFor({ clause: sentence.clause, text: sentence.text, ...beside });
  const suggestions =
    reason === undefined
      ? stretchesIn(text).flatMap(stretch => suggestionsIn(stretch, subject, figures, vocabulary))
      : [];
  return { sentence, suggestions: once(suggestions), ...(reason && { reason }) };
};

const OPEN_END = /[:;、,]$/u;

const goesOn = ({ text }: Sentence): boolean => OPEN_END.test(solid(text));

/** The items of the list that a sentence begins with a colon. */
const itemsAfter = (sentences: readonly Sentence[], index: number): readonly Sentence[] => {
  const head = sentences[index];
  if (head === undefined || !solid(head.text).endsWith(':')) return [];
  const items: Sentence[] = [];
  for (const sentence of sentences.slice(index + 1)) {
    items.push(sentence);
    if (!goesOn(sentence)) break;
  }
  return items.length > 1 ? items : [];
};

/** A head and its items as one sentence: 中心应当设置:咨询区、等候区。 */
const joined = (head: Sentence, items: readonly Sentence[]): Sentence => {
  const said = items.map(({ text }) => withoutMark(solid(text)).replace(/[;、,。]$/u, ''));
  return { ...head, text: `${solid(head.text).replace(/:$/u, '')}${said.join('、')}。` };
};

const namesTerm = (sentence: Sentence, { candidate: { terms } }: Suggestion): boolean => {
  const text = solid(sentence.text);
  return terms.some(({ label, aliases }) => [label.zh, ...aliases].some(name => text.includes(solid(name))));
};

/** What the items of lists say together stands at the head of each, and is not said by each of them again. */
const withLists = (proposals: readonly Proposal[], vocabulary: Vocabulary): readonly Proposal[] => {
  const sentences = proposals.map(({ sentence }) => sentence);
  const taken = new Map<Sentence, readonly Suggestion[]>();
  const heads = proposals.map((proposal, index) => {
    const items = itemsAfter(sentences, index);
    if (items.length === 0 || proposal.reason !== undefined) return proposal;
    const beside = { opensClause: true, seen: false, isItem: false };
    const suggestions = propose(joined(proposal.sentence, items), beside, vocabulary).suggestions.filter(
      suggestion => items.filter(item => namesTerm(item, suggestion)).length > 1,
    );
    const carried = items.filter(item => suggestions.some(suggestion => namesTerm(item, suggestion)));
    for (const item of carried) taken.set(item, suggestions);
    return suggestions.length === 0 ? proposal : { ...proposal, suggestions, items: carried };
  });
  return heads.map(proposal => {
    const told = taken.get(proposal.sentence);
    if (told === undefined) return proposal;
    const ids = told.map(({ candidate }) => candidate.fact.id);
    return { ...proposal, suggestions: proposal.suggestions.filter(one => !ids.includes(one.candidate.fact.id)) };
  });
};

/** A proposal for every sentence of a document, from its words and the vocabulary alone. */
export const proposalsFor = (sentences: readonly Sentence[], vocabulary: Vocabulary): readonly Proposal[] => {
  const seen = new Set<string>();
  let heading: Sentence | undefined;
  const each = sentences.map((sentence, index) => {
    const before = sentences[index - 1];
    const proposal = propose(
      sentence,
      {
        opensClause: sentence.clause !== (before?.clause ?? ''),
        seen: seen.has(sentence.fingerprint),
        isItem: before !== undefined && goesOn(before),
        ...(heading && isWithin(sentence.clause, heading.clause) && { under: solid(heading.text) }),
      },
      vocabulary,
    );
    seen.add(sentence.fingerprint);
    const isTop = heading === undefined || !isWithin(sentence.clause, heading.clause);
    if (proposal.reason === 'heading' && isTop) heading = sentence;
    return proposal;
  });
  return withBands(withLists(each, vocabulary), vocabulary, withoutMark);
};
