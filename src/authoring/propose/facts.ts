import { unitNamed } from '../../model/base/unit.ts';
import type { Reason } from '../../model/standard/ledger.ts';
import type { Obligation } from '../../model/standard/pack.ts';
import type { FactDefinition, FieldDefinition, Term, Vocabulary } from '../../model/standard/vocabulary.ts';
import { type Sentence, solid } from '../trace/sentences.ts';
import { affinity } from '../wording/affinity.ts';
import type { TextFigure } from '../wording/figures.ts';
import type { BandTable } from './bands.ts';

/** A fact that a stretch of a sentence may be about, and how sure that is: from 0 to 1. */
export interface Candidate {
  readonly fact: FieldDefinition;
  readonly sure: number;
  /** Terms of its list that the text names. */
  readonly terms: readonly Term[];
  /** The figure of the text that it would be held to. */
  readonly figure?: TextFigure;
  /** The date from which the days of the figure are counted. */
  readonly from?: FieldDefinition;
  /** The figures by class or people that it is asked by. */
  readonly bands?: BandTable;
  /** What there has to be so much for each of. */
  readonly each?: FactDefinition;
}

/** Who a centre is, which no document asks it to be. */
const IDENTITY = new Set(['center.name', 'center.level', 'center.county', 'center.township']);

const fieldsOf = (vocabulary: Vocabulary): readonly FieldDefinition[] =>
  vocabulary.facts.flatMap(fact => (fact.type === 'records' ? fact.fields : [fact]));

/** A sentence about the place as a whole does not ask for it. */
const IS_PLACE = /(?:中心|服务站|服务点)$/u;

const GENERAL = new Set(['受理', '办理', '咨询', '监督', '培训', '考核', '收件', '反馈', '引导']);

/** Terms that a text names, each by the longest name that stands there. */
const named = (terms: readonly Term[], text: string): readonly Term[] => {
  const names = terms
    .flatMap(term => [term.label.zh, ...term.aliases].map(name => ({ term, name: solid(name) })))
    .filter(({ name }) => name.length > 1 && !GENERAL.has(name))
    .toSorted((x, y) => y.name.length - x.name.length);
  const found = new Set<Term>();
  let rest = text;
  for (const { term, name } of names) {
    if (!rest.includes(name)) continue;
    found.add(term);
    rest = rest.replaceAll(name, ' ');
  }
  return terms.filter(term => found.has(term));
};

const KIND: Readonly<Partial<Record<FieldDefinition['type'], TextFigure['kind']>>> = {
  quantity: 'amount',
  size: 'size',
  count: 'count',
  percent: 'percent',
  date: 'date',
};

const DAYS: readonly TextFigure['unit'][] = ['day', 'workday'];

const LASTING: readonly TextFigure['unit'][] = ['h', 'min'];

/** Words that count people, and those that count times, each of their own kind: three years are no windows. */
const COUNTERS: readonly string[][] = [['名', '人', '位'], ['年', '期', '场', '次'], ['户']];

const isCountedSo = (own: string | undefined, stated: string | undefined): boolean => {
  const kind = COUNTERS.find(words => words.includes(stated ?? ''));
  return kind === undefined || own === undefined || kind.includes(own);
};

const fits = (fact: FieldDefinition, figure: TextFigure): boolean => {
  if (fact.type === 'hours') return figure.kind === 'time' || LASTING.includes(figure.unit);
  if (fact.type === 'time') return figure.kind === 'time';
  if (fact.type === 'date' && DAYS.includes(figure.unit)) return true;
  if (KIND[fact.type] !== figure.kind) return false;
  if (fact.type === 'count' && !isCountedSo(fact.counter?.zh, figure.counter)) return false;
  const unit = 'unit' in fact ? fact.unit : undefined;
  return (
    unit === undefined || (figure.unit !== undefined && unitNamed(unit).dimension === unitNamed(figure.unit).dimension)
  );
};

/** A date is named by what happens on it: 答复日期 by 答复. */
const nameAffinity = ({ label, aliases, type }: FieldDefinition, text: string): number => {
  const names = [label.zh, ...aliases].map(name => (type === 'date' ? name.replace(/(?:日期|时间)$/u, '') : name));
  return Math.max(...names.map(name => affinity(solid(name), text)));
};

/** How much of its name a text has to say before it is proposed: what any figure of time fits needs more. */
const leastName = ({ type }: FieldDefinition): number => (['hours', 'time', 'date'].includes(type) ? 0.5 : 0.3);

/** The longest of its names that a text has whole. */
const saidIn = ({ label, aliases }: FieldDefinition, text: string): number =>
  Math.max(0, ...[label.zh, ...aliases].filter(name => affinity(solid(name), text) === 1).map(name => name.length));

/** What a name says beyond the subject of the sentence: 设有办事大厅 says nothing new where a hall is spoken of. */
const saysMore = ({ label }: FieldDefinition, subject: string, text: string): boolean => {
  const without = (whole: string): string => (subject === '' ? whole : whole.replaceAll(subject, ' '));
  return affinity(without(solid(label.zh)).trim(), without(text)) >= 0.4;
};

const EACH = /每(?:一?(?:个|名|间|处|台|块|张|座))?([\p{Script=Han}]{2,6}?)(?=的|使用|建筑|面积|配|不|至|应|须)/u;

/** Room and money are there for each; each counter has a height of its own. */
const isShared = (fact: FieldDefinition): boolean =>
  fact.type === 'quantity' && ['area', 'money'].includes(unitNamed(fact.unit).dimension);

/** What is counted one by one where a text asks so much for each: the shortest name that has the noun of 每个窗口. */
const countedIn = (text: string, { facts }: Vocabulary): FactDefinition | undefined => {
  const noun = EACH.exec(text)?.[1];
  if (noun === undefined) return undefined;
  const [nearest] = facts
    .filter(({ type, label }) => (type === 'count' || type === 'records') && solid(label.zh).includes(noun))
    .toSorted((a, b) => a.label.zh.length - b.label.zh.length);
  return nearest;
};

/** From the first opening of a day to its last closing. */
const wholeDay = (figures: readonly TextFigure[]): TextFigure | undefined => {
  const stretches = figures.filter(({ kind, side }) => kind === 'time' && side === 'range');
  const [first, last] = [stretches[0], stretches.at(-1)];
  return first && last && { ...first, amounts: [first.amounts[0] ?? '', last.amounts.at(-1) ?? ''] };
};

/** The date that stands before another of its theme, or of its record: what is finished was begun. */
const dateBefore = ({ id }: FieldDefinition, vocabulary: Vocabulary): FieldDefinition | undefined => {
  const room = id.split('.')[0];
  const dates = fieldsOf(vocabulary).filter(fact => fact.type === 'date' && fact.id.split('.')[0] === room);
  return dates[dates.findIndex(fact => fact.id === id) - 1];
};

const candidateOf = (
  fact: FieldDefinition,
  { text, subject, figures }: Stated,
  vocabulary: Vocabulary,
): Candidate | undefined => {
  const name = nameAffinity(fact, text);
  if (fact.type === 'terms' || fact.type === 'term') {
    const terms = named(
      vocabulary.list.get(fact.list)?.terms ?? [],
      IS_PLACE.test(subject) ? text.replaceAll(subject, ' ') : text,
    );
    return terms.length === 0 ? undefined : { fact, terms, sure: Math.min(1, 0.35 + 0.1 * terms.length + 0.45 * name) };
  }
  if (fact.type === 'yes_no')
    return name < 0.5 || !saysMore(fact, subject, text) ? undefined : { fact, terms: [], sure: name * 0.9 };
  if (fact.type === 'text') return undefined;
  const figure = (fact.type === 'hours' && wholeDay(figures)) || figures.find(found => fits(fact, found));
  if (figure === undefined || name < leastName(fact)) return undefined;
  const from = fact.type === 'date' && figure.kind === 'amount' ? dateBefore(fact, vocabulary) : undefined;
  if (fact.type === 'date' && figure.kind === 'amount' && from === undefined) return undefined;
  const each = isShared(fact) ? countedIn(text, vocabulary) : undefined;
  return { fact, terms: [], figure, sure: 0.4 + 0.6 * name, ...(each && { each }), ...(from && { from }) };
};

/** What a stretch of a sentence says, the subject of the sentence before it. */
interface Stated {
  readonly text: string;
  readonly subject: string;
  readonly figures: readonly TextFigure[];
}

/** The facts that a text may be about, the surest first. */
export const candidatesFor = (stated: Stated, vocabulary: Vocabulary): readonly Candidate[] =>
  fieldsOf(vocabulary)
    .filter(({ id }) => !IDENTITY.has(id))
    .flatMap(fact => candidateOf(fact, stated, vocabulary) ?? [])
    .toSorted((a, b) => b.sure - a.sure || saidIn(b.fact, stated.text) - saidIn(a.fact, stated.text));

/** A requirement that a sentence may make: the fact that it would be asked of, and how far it binds. */
export interface Suggestion {
  readonly candidate: Candidate;
  readonly obligation: Obligation;
  /** The clause that it stands in, where that is not the sentence's own. */
  readonly clause?: string;
  /** The stretch of the sentence that makes it. */
  readonly text: string;
  /** The word that decided it; none where a sentence just says what is done. */
  readonly word?: string;
  /** Other facts that the same words may mean. */
  readonly instead: readonly Candidate[];
}

/** What the words of a sentence suggest. Nothing of it holds until a person says so. */
export interface Proposal {
  readonly sentence: Sentence;
  readonly suggestions: readonly Suggestion[];
  /** The items that follow it and that its suggestions take together. */
  readonly items?: readonly Sentence[];
  readonly reason?: Reason;
}
