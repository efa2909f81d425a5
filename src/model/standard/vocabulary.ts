import { groupBy } from '../base/group.ts';
import type { Bilingual, Noun } from '../base/text.ts';
import type { UnitCode } from '../base/unit.ts';
import type { Decimal, ValueType } from '../base/value.ts';

/** Where a fact is seen, in the order of a walk through the place; the last is asked. */
export const PLACES = [
  'outside',
  'entrance',
  'hall',
  'windows',
  'counters',
  'equipment',
  'walls',
  'back_office',
  'files',
  'staff',
] as const;

export type Place = (typeof PLACES)[number];

/** What it takes to put right what a fact tells, the least first: saying it, papers and arrangements, buying, building. */
export const EFFORTS = ['declare', 'paper', 'buy', 'build'] as const;

export type Effort = (typeof EFFORTS)[number];

interface DefinitionBase {
  /** `theme.name`; a field of records is `records.field`. */
  readonly id: string;
  readonly label: Bilingual;
  readonly aliases: readonly string[];
  readonly verify?: Bilingual;
  readonly example?: string;
  readonly where?: Place;
  readonly effort?: Effort;
}

/** The range, in the fact's own unit, outside which a value is taken for a slip of the pen; of a size, each side. */
export type Plausible = readonly [Decimal, Decimal];

export type FieldDefinition = DefinitionBase &
  (
    | {
        readonly type: 'quantity';
        readonly unit: UnitCode;
        readonly plausible?: Plausible;
        /** Other units that it is declared in, by how many of its own each is. */
        readonly units?: Readonly<Record<string, Decimal>>;
      }
    | { readonly type: 'size'; readonly unit: UnitCode; readonly plausible?: Plausible }
    | { readonly type: 'count'; readonly counter: Bilingual; readonly plausible?: Plausible }
    | { readonly type: 'percent' | 'yes_no' | 'date' | 'time' | 'hours' | 'text' }
    | { readonly type: 'term' | 'terms'; readonly list: string }
  );

export interface RecordsDefinition extends DefinitionBase {
  readonly type: 'records';
  readonly item: Bilingual;
  readonly key: string;
  readonly fields: readonly FieldDefinition[];
}

export type FactDefinition = FieldDefinition | RecordsDefinition;

/** Whether no is the usual answer, and the better one: 达标 says neither yes nor no of 存在擅自离岗. */
export const isUsuallyNo = ({ example }: FactDefinition): boolean => example === '否';

/** Whether it is asked that there be none of something: nobody knows whether 无 means so of 中心以外无受理事项. */
export const asksForNone = ({ type, label }: FactDefinition): boolean =>
  type === 'yes_no' && /(?:[无未]|(?<!暂)不)(?![障差法间断予雅均成能胜纸感证])/u.test(label.zh);

export interface Term {
  readonly code: string;
  readonly label: Bilingual;
  readonly aliases: readonly string[];
  /** What a record of it is known by where a document calls it otherwise. */
  readonly key?: string;
  /** Endings by which what a centre names itself (`其他：…`) is told to be of this kind. */
  readonly takesIn?: readonly string[];
}

/** An open list lets a centre name terms of its own. */
export interface TermList {
  readonly id: string;
  readonly label: Bilingual;
  readonly open: boolean;
  readonly terms: readonly Term[];
}

export interface Theme {
  readonly id: string;
  readonly label: Bilingual;
  readonly aliases: readonly string[];
  /** Facts of it that do not say so in their id (`month.meetings`). */
  readonly facts?: readonly string[];
}

/** The dictionary as data: what the files under `rules/vocabulary/` say, in their order. */
export interface VocabularyData {
  readonly themes: readonly Theme[];
  readonly facts: readonly FactDefinition[];
  readonly lists: readonly TermList[];
  /** What is judged, where that is no centre: a window, a person. */
  readonly subject?: Noun;
}

/** The dictionary, indexed: facts and fields by id (`counters`, `counters.height`), lists by id, terms by code. */
export interface Vocabulary extends VocabularyData {
  readonly fact: ReadonlyMap<string, FactDefinition>;
  readonly list: ReadonlyMap<string, TermList>;
  readonly term: ReadonlyMap<string, ReadonlyMap<string, Term>>;
}

export const indexVocabulary = (data: VocabularyData): Vocabulary => ({
  ...data,
  fact: new Map(
    data.facts.flatMap(fact => [
      [fact.id, fact] as const,
      ...(fact.type === 'records' ? fact.fields.map(field => [field.id, field] as const) : []),
    ]),
  ),
  list: new Map(data.lists.map(list => [list.id, list])),
  term: new Map(data.lists.map(list => [list.id, new Map(list.terms.map(term => [term.code, term]))])),
});

/** Lists of one id as one: named again, a list adds terms, or says anew what it and they are called. */
export const joinedLists = (lists: readonly TermList[]): readonly TermList[] => {
  const joined = new Map<string, TermList>();
  for (const list of lists) {
    const terms = [...(joined.get(list.id)?.terms ?? []), ...list.terms];
    const earlier = joined.get(list.id) ?? list;
    const { label } = list;
    joined.set(list.id, { ...earlier, label, terms: [...new Map(terms.map(term => [term.code, term])).values()] });
  }
  return [...joined.values()];
};

const firstOfEach = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
  [...groupBy(all, ({ id }) => id).values()].map(([first]) => first);

/** One dictionary for several, each of which may have facts and terms of its own; of two facts of one id the first. */
export const unitedVocabulary = (parts: readonly Vocabulary[]): Vocabulary => {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return indexVocabulary({
    themes: firstOfEach(parts.flatMap(part => part.themes)),
    facts: firstOfEach(parts.flatMap(part => part.facts)),
    lists: joinedLists(parts.flatMap(part => part.lists)),
  });
};

/** The fact itself, or of a field of records the list that it is of. */
export const rootOf = (id: string, { facts }: Pick<VocabularyData, 'facts'>): string =>
  facts.some(fact => fact.id === id) ? id : (id.split('.')[0] ?? id);

/** Words for terms of a list, by code. */
export type Wording = Readonly<Record<string, Readonly<Record<string, string>>>>;

const termIn = (term: Term, word: string | undefined): Term =>
  word === undefined || !term.aliases.includes(word)
    ? term
    : {
        ...term,
        key: term.label.zh,
        label: { ...term.label, zh: word },
        aliases: [term.label.zh, ...term.aliases.filter(alias => alias !== word)],
      };

/** The vocabulary with terms called as a document calls them; what else they go by stays an alias. Facts are the same. */
export const wordedVocabulary = (vocabulary: Vocabulary, wording: Wording): Vocabulary => {
  if (Object.keys(wording).length === 0) return vocabulary;
  const lists = vocabulary.lists.map(list => {
    const words = wording[list.id];
    return words === undefined ? list : { ...list, terms: list.terms.map(term => termIn(term, words[term.code])) };
  });
  const { term, list } = indexVocabulary({ themes: [], facts: [], lists });
  return { ...vocabulary, lists, term, list };
};

export const VALUE_TYPES = [
  'quantity',
  'size',
  'count',
  'percent',
  'yes_no',
  'date',
  'time',
  'hours',
  'text',
  'term',
  'terms',
  'records',
] as const satisfies readonly ValueType[];
