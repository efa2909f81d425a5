import { groupBy } from '../../model/base/group.ts';
import { keptFor, memoized, once } from '../../model/base/memo.ts';
import type {
  FactDefinition,
  FieldDefinition,
  RecordsDefinition,
  Vocabulary,
} from '../../model/standard/vocabulary.ts';
import { AMOUNTS } from '../profile/causes.ts';
import { type Dictionary, fold, namesOf } from '../profile/names.ts';
import { OTHER } from '../profile/term-list.ts';
import { asHeading, isHan, type Spelling, spellingsOf, stripped } from './heading-text.ts';

/** What a heading asks for. `unit` is what the heading itself says of it: 面积（㎡）. */
export type Heading = {
  /** Whether a text is one of the terms that the heading asks for. */
  readonly answers: (text: string) => boolean;
} & (
  | { readonly kind: 'fact'; readonly definition: FactDefinition; readonly unit?: string }
  | {
      readonly kind: 'field';
      readonly records: RecordsDefinition;
      readonly definition: FieldDefinition;
      readonly unit?: string;
      readonly item: string;
    }
  | { readonly kind: 'option'; readonly definition: FactDefinition; readonly term: string }
);

type FactHeading = Extract<Heading, { kind: 'fact' }>;

export const COUNTY = 'center.county';
export const [CENTER, TOWNSHIP, VILLAGE] = ['center.name', 'center.township', 'center.village'];

export const PLACES: ReadonlySet<string> = new Set([CENTER, TOWNSHIP, VILLAGE]);

export const LISTS: ReadonlySet<string> = new Set(['records', 'terms']);

/** Whether a heading asks for what a centre is called by, or its township. */
export const namesCenter = (heading: Heading | undefined): boolean =>
  [CENTER, TOWNSHIP].includes(heading?.definition.id ?? '');

/** Whether a heading asks for what a centre is called, or where it is. */
export const namesPlace = (heading: Heading | undefined): boolean => PLACES.has(heading?.definition.id ?? '');

/** Whether a heading asks for that, or for the county that it is in. */
export const tellsPlace = (heading: Heading | undefined): boolean =>
  namesPlace(heading) || heading?.definition.id === COUNTY;

/** Recognises headings as people write them: with units, brackets, numbers, stars and line breaks. */
export interface Headings {
  readonly fact: (text: string, group?: string) => Heading | undefined;
  readonly field: (records: RecordsDefinition, text: string) => Heading | undefined;
  /** The id of a theme or of a list of records that a title names. */
  readonly theme: (text: string) => string | undefined;
  readonly records: (text: string) => RecordsDefinition | undefined;
  /** The lists of records that have a field of this name. */
  readonly listsWith: (text: string) => readonly RecordsDefinition[];
}

/** A workbook has as many headings as it has cells of text: each may be one. */
const MOST = 20_000;

/** What a heading is, of every text that has been looked at. */
export const known = <T>(make: (text: string) => T): ((text: string) => T) => {
  const ofText = memoized(make, MOST);
  return text => ofText(asHeading(text));
};

/** Whether a way to read a heading may name a thing: what is done is asked by yes or no, how many by a count. */
const mayAsk = ({ done, kept, counted, actual, unit }: Spelling, { type }: FieldDefinition | FactDefinition): boolean =>
  (unit !== '%' || type !== 'count') &&
  (done === undefined || type === 'yes_no') &&
  (kept === undefined || type === 'yes_no' || type === 'terms') &&
  (counted === undefined || type === 'count') &&
  (actual === undefined || AMOUNTS.has(type));

/** Whether what is said in a bracket leaves an amount or a list whole: 专职副主任人数（专职）, and not 窗口数量（综合）. */
const asksWhole = ({ partly }: Spelling, { type, label }: FactDefinition): boolean =>
  partly === undefined || !(AMOUNTS.has(type) || type === 'records') || label.zh.includes(partly);

const withUnit = (unit: string | undefined): { unit?: string } => (unit === undefined ? {} : { unit });

export const EXPLODED = /^(.{2,40}?)\s*(?:[:：_—–-]|[（(【[])\s*([^（）()【】[\]]{1,30}?)\s*[)）】\]]?$/u;

const PARTED = /^((?:[^:：（(]|[（(][^:：（）()]*[)）]){1,20}?)\s*[:：]\s*([^:：]{1,40})$/u;

const OTHERS: ReadonlySet<string> = new Set(['其他', '其它']);

/** How a heading may begin with what its name leaves out or says otherwise: numbers, 请填写, 是否, 实行, 服务大厅. */
const LEFT_OUT = /^(?:[问题第您你贵本是有请已实推设建配开提安一二三四五六七八九十]|(?:便民|办事|服务)*[大中]|窗口工)/;

const ofVocabulary = keptFor((vocabulary: Vocabulary) => makeHeadings({ vocabulary, names: namesOf(vocabulary) }));

/** The headings of a dictionary; made once for each. */
export const headingsOf = ({ vocabulary }: Pick<Dictionary, 'vocabulary'>): Headings => ofVocabulary(vocabulary);

/** A heading that names one thing by itself: a fact, a list of records, a field of one, a theme. */
const namedAlone = ({ vocabulary, names }: Dictionary) => {
  const spellings = known(spellingsOf);

  const answersTo =
    (definition: FactDefinition) =>
    (text: string): boolean =>
      'list' in definition && spellings(text).some(({ folded }) => names.terms(definition.list).has(folded));

  const single = known((text: string): FactHeading | undefined => {
    for (const spelling of spellings(text)) {
      const { folded, unit } = spelling;
      const definition = vocabulary.fact.get(names.facts().get(folded) ?? '');
      if (definition !== undefined && mayAsk(spelling, definition) && asksWhole(spelling, definition))
        return { kind: 'fact', definition, answers: answersTo(definition), ...withUnit(unit) };
    }
    return undefined;
  });

  const records = known((text: string): RecordsDefinition | undefined => {
    const found = single(text)?.definition;
    return found?.type === 'records' ? found : undefined;
  });

  const field = (of: RecordsDefinition, text: string, item = ''): Heading | undefined => {
    for (const spelling of spellings(text)) {
      const { folded, unit } = spelling;
      const id = names.fields(of.id).get(folded);
      const definition = of.fields.find(known => known.id === id);
      if (definition !== undefined && mayAsk(spelling, definition))
        return { kind: 'field', records: of, definition, item, answers: answersTo(definition), ...withUnit(unit) };
    }
    return undefined;
  };

  const lists = vocabulary.facts.filter((fact): fact is RecordsDefinition => fact.type === 'records');
  const listsWith = known((text: string): readonly RecordsDefinition[] =>
    lists.filter(list => field(list, text) !== undefined),
  );

  const theme = known((text: string): string | undefined =>
    spellings(text)
      .filter(({ done, kept, counted }) => (done ?? kept ?? counted) === undefined)
      .map(({ folded }) => names.themes().get(folded))
      .find(found => found !== undefined),
  );

  return { single, records, field, listsWith, theme };
};

type Begins = 'never' | 'with-unit' | 'maybe';

/** How many there are, behind what is counted: 综合窗口（个）, 综合窗口数量. */
const HOW_MANY = /^(.+?)(?:(?:总|个)?数量?\s*(?:[（(].?[)）])?|[（(][个间处块张台套名人][)）])$/u;

/**
 * Whether a heading asks how many there are of one thing of a list, or are on it, which is another fact than how many there are:
 * 综合窗口数, 其中：综合窗口, 进驻事项数.
 */
export const countsOne = ({ vocabulary, names }: Dictionary, text: string): boolean => {
  const said = stripped(text);
  const [, thing = said === text.trim() || !text.includes('其中') ? '' : said] = HOW_MANY.exec(said) ?? [];
  const named = vocabulary.fact.get(names.facts().get(fold(thing)) ?? '')?.type;
  return (
    thing !== '' && (named === 'terms' || [...vocabulary.list.keys()].some(id => names.terms(id).has(fold(thing))))
  );
};

/** Whether what begins with a text may be a name: never, only where a unit is all that follows, or with any text. */
const beginnerOf = ({ names }: Dictionary): ((text: string) => Begins) => {
  const firstOf = (name: string): string => name.slice(0, 2);
  const beginnings = once(() => groupBy(names.facts().keys(), firstOf));
  return text => {
    const [said] = LEFT_OUT.test(text) ? [] : (/^[\u4e00-\u9fff]{2,}/.exec(text) ?? []);
    if (said === undefined) return 'maybe';
    const begun = (beginnings().get(firstOf(said)) ?? []).filter(name => name.startsWith(said));
    if (begun.length === 0) return 'never';
    return begun.some(name => name.length > said.length) || said !== text ? 'maybe' : 'with-unit';
  };
};

/** What stands under a heading that spans several: a field of records, a term of a list, or a name cut short. */
const groupedBy = (dictionary: Dictionary, { single, field, theme }: ReturnType<typeof namedAlone>) => {
  const { vocabulary, names } = dictionary;
  const beginsName = beginnerOf(dictionary);
  const groupOf = known((group: string) => {
    const [, item = ''] = /(\d{1,3})\s*(?:号)?$/u.exec(group.normalize('NFKC').trim()) ?? [];
    const over = single(group) ?? (item === '' ? undefined : single(group.replace(/[\d０-９]+\s*号?\s*$/u, '')));
    const of = vocabulary.themes.find(candidate => candidate.id === theme(group));
    const prefixes = of === undefined ? [group] : [of.label.zh, ...of.aliases, `${of.id}.`];
    const begun = prefixes.map(prefix => ({ prefix, begins: beginsName(prefix) }));
    return { item, definition: over?.definition, begun: begun.filter(({ begins }) => begins !== 'never') };
  });
  return (text: string, group: string): Heading | undefined => {
    const { item, definition, begun } = groupOf(group);
    if (definition?.type === 'records') return field(definition, text, item);
    const term = definition?.type === 'terms' ? stripped(text) : '';
    if (definition?.type === 'terms' && names.terms(definition.list).has(fold(term))) return optionOf(definition, term);
    if (begun.length === 0) return undefined;
    const said = stripped(text);
    if (!/^\p{L}/u.test(said)) return undefined;
    const isPlain = isHan(said) && !/[米里日元天]$/.test(said);
    return begun
      .filter(({ begins }) => begins === 'maybe' || !isPlain)
      .map(({ prefix }) => single(prefix + said))
      .find(found => found !== undefined);
  };
};

export const optionOf = (definition: FactDefinition, term: string): Heading => ({
  kind: 'option',
  definition,
  term,
  answers: () => false,
});

const makeHeadings = (dictionary: Dictionary): Headings => {
  const alone = namedAlone(dictionary);
  const { single, ...others } = alone;
  const grouped = groupedBy(dictionary, alone);
  /** A term in a column of its own, as survey tools part a question: 便民设施（饮水机）, 便民设施:饮水机. */
  const exploded = known((text: string): Heading | undefined => {
    const [, question = '', term = ''] = isHan(text) ? [] : (EXPLODED.exec(stripped(text)) ?? []);
    const definition = single(question)?.definition;
    return definition?.type === 'terms' &&
      (OTHERS.has(term) || OTHER.test(term) || dictionary.names.terms(definition.list).has(fold(term)))
      ? optionOf(definition, term)
      : undefined;
  });
  /** The name of a group, or of none, before that of a fact: 其他：级别, 办事大厅：使用面积. */
  const parted = known((text: string): Heading | undefined => {
    const [, group = '', label = ''] = PARTED.exec(stripped(text)) ?? [];
    if (label === '') return undefined;
    const isGroup = OTHERS.has(group) || alone.theme(group) !== undefined;
    return grouped(label, group) ?? (isGroup ? single(label) : undefined);
  });
  return {
    fact: (text, group) =>
      (group === undefined ? undefined : grouped(text, group)) ?? exploded(text) ?? single(text) ?? parted(text),
    ...others,
  };
};
