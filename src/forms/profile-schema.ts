import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import { unitNamed } from '../model/base/unit.ts';
import type { Pack } from '../model/standard/pack.ts';
import {
  type FactDefinition,
  type FieldDefinition,
  isUsuallyNo,
  type RecordsDefinition,
  type TermList,
  type Theme,
  type VocabularyData,
} from '../model/standard/vocabulary.ts';

export type JsonSchema = { readonly [key: string]: unknown };

export const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

const listKey = (list: string): string => `list.${list}`;

const UNSTATED = 'unstated';

const text = (pattern: string): JsonSchema => ({ type: 'string', pattern: `^\\s*${pattern}\\s*$` });

/** A letter in either case, for patterns that have no flags. */
const anyCase = (word: string): string =>
  word.replaceAll(/[a-z]/gu, letter => `[${letter}${letter.toUpperCase()}]`).replaceAll(' ', '\\s*');

const oneOf = (words: readonly string[]): string => `(?:${words.map(anyCase).join('|')})`;

const UNKNOWN = ['不详', '未知', '不清楚', '待核实', '待查', '未填', 'unknown', '[?？]+'];
const NOT_OCCURRED = ['未发生', '没有发生', 'did not occur'];
const NOT_APPLICABLE = ['不适用', '不涉及', 'n/a', 'not applicable'];

/** What may stand in place of a value: nothing at all, not known, did not occur, does not apply. */
const unstatedSchema: JsonSchema = {
  anyOf: [
    { type: 'null' },
    text(`(?:${oneOf([...UNKNOWN, ...NOT_OCCURRED])}|${oneOf(NOT_APPLICABLE)}(?:[（(:：,，].*)?)?`),
  ],
};

const DIGIT = '[0-9０-９]';

const NUMBER = `[+＋]?${DIGIT}(?:[,，]?${DIGIT})*(?:[.．]${DIGIT}+)?`;

/** A number and what is written behind it, which has no further figure but the 2 of m2. */
const MEASURE = `${NUMBER}\\s*(?:[^0-9０-９]*[2２]?)?`;

const YES = ['有', '对', '已', '[√✓✔☑■]', 'yes', 'y', 'true'];
const NO = ['无', '没有', '未', '[×✗✘☐□]', 'no', 'n', 'x', 'false'];
/** They answer only what should be. */
const MET_OR_NOT = ['符合', '达到', '具备', '不符合', '未达到', '不具备'];

const wordsFor = (fact: FieldDefinition): readonly JsonSchema[] => {
  switch (fact.type) {
    case 'yes_no':
      return [
        { enum: ['是', '否'] },
        { type: 'boolean' },
        text(oneOf([...YES, ...NO, ...(isUsuallyNo(fact) ? [] : MET_OR_NOT)])),
      ];
    case 'count':
      return [{ type: 'integer', minimum: 0 }, text(`${NUMBER}\\s*[^0-9０-９]*`)];
    case 'quantity':
      return [{ type: 'number', minimum: 0 }, text(MEASURE)];
    case 'percent':
      return [text(`${NUMBER}\\s*[%％]`)];
    case 'size':
      return [text(`${MEASURE}\\s*[×✕xXｘ*＊]\\s*${MEASURE}`)];
    case 'date':
      return [text(`${DIGIT}{4}\\s*[-－/／.．年]\\s*${DIGIT}{1,2}\\s*[-－/／.．月]\\s*${DIGIT}{1,2}\\s*日?`)];
    case 'time':
    case 'hours':
      return [{ type: 'string', pattern: '[0-9０-９]|休|closed' }];
    case 'text':
      return [{ type: ['string', 'number', 'boolean'] }];
    case 'term':
      return [ref(listKey(fact.list))];
    case 'terms':
      return [{ type: 'array', items: ref(listKey(fact.list)) }, { type: 'string' }];
  }
};

/** What the value of a fact may be written as; a reader may still refuse what stands there. */
const valueSchema = (fact: FieldDefinition): JsonSchema => ({ anyOf: [...wordsFor(fact), ref(UNSTATED)] });

export const listSchema = (list: TermList): JsonSchema => {
  const known = { enum: list.terms.flatMap(term => [term.label.zh, term.code, term.label.en, ...term.aliases]) };
  return list.open ? { anyOf: [known, { type: 'string' }] } : known;
};

/** Facts by id with a remark for the editor to show beside each: the clauses that ask it. */
export type Remarks = ReadonlyMap<string, Bilingual>;

const describe = (fact: FactDefinition, remarks: Remarks): JsonSchema => {
  const { zh, en } = fact.label;
  const unit = 'unit' in fact ? unitNamed(fact.unit).label : undefined;
  const lines = [
    both(`${zh}${unit ? `（${unit.zh}）` : ''} · ${en}`, `${en}${unit ? `, ${unit.en}` : ''} · ${zh}`),
    ...[fact.verify, remarks.get(fact.id)].filter(line => line !== undefined),
  ];
  return {
    title: fact.label,
    description: both(lines.map(line => line.zh).join('\n'), lines.map(line => line.en).join('\n')),
    ...(fact.example !== undefined && { examples: [fact.example] }),
  };
};

const namesOf = (fact: FactDefinition): readonly string[] => [fact.label.zh, fact.id, fact.label.en, ...fact.aliases];

/** Names that begin with one of these, without it. */
const shortened = (names: readonly string[], starts: readonly string[]): readonly string[] =>
  names.flatMap(name =>
    starts.filter(start => name.startsWith(start) && name !== start).map(start => name.slice(start.length)),
  );

const keyed = <T>(entries: readonly (readonly [readonly string[], T])[]): Record<string, T> =>
  Object.fromEntries(entries.flatMap(([names, value]) => names.map(name => [name, value])));

const recordSchema = (records: RecordsDefinition, remarks: Remarks): JsonSchema => {
  const things = [records.item.zh, records.label.zh, ...records.aliases];
  const properties = keyed(
    records.fields.map(field => [
      [...namesOf(field), ...shortened([field.id], [`${records.id}.`]), ...shortened([field.label.zh], things)],
      { ...describe(field, remarks), ...valueSchema(field) },
    ]),
  );
  return { anyOf: [{ type: 'object', properties, additionalProperties: false }, { type: ['string', 'number'] }] };
};

const factSchema = (fact: FactDefinition, remarks: Remarks): JsonSchema => {
  if (fact.type !== 'records') return { ...describe(fact, remarks), ...valueSchema(fact) };
  const items = recordSchema(fact, remarks);
  return { ...describe(fact, remarks), anyOf: [{ type: 'array', items }, { type: 'string' }, ref(UNSTATED)] };
};

const themeNames = ({ id, label, aliases }: Theme): readonly string[] => [id, label.zh, label.en, ...aliases];

/** Names that are accepted and not proposed. */
const unproposed = (names: readonly string[]): JsonSchema => {
  const exactly = names.map(name => name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|');
  return names.length === 0 ? {} : { patternProperties: { [`^(?:${exactly})$`]: true } };
};

const belongs = ({ id }: Theme, facts: readonly FactDefinition[]): readonly FactDefinition[] =>
  facts.filter(fact => fact.id.startsWith(`${id}.`));

/** Under its theme a fact may leave the theme's name out. */
const localNames = (theme: Theme, fact: FactDefinition): readonly string[] =>
  shortened(namesOf(fact), [`${theme.id}.`, theme.label.zh, `${theme.label.en} `, ...theme.aliases]);

const themeSchema = (theme: Theme, facts: readonly FactDefinition[], others: readonly FactDefinition[]): JsonSchema => {
  const own = belongs(theme, facts);
  const short = facts.map(fact => [localNames(theme, fact), ref(fact.id)] as const);
  const unasked = belongs(theme, others).flatMap(fact => [...namesOf(fact), ...localNames(theme, fact)]);
  return {
    title: theme.label,
    description: both(theme.label.en, `${theme.label.en} · ${theme.label.zh}`),
    type: ['object', 'null'],
    properties: {
      ...keyed(short),
      ...keyed((own.length > 0 ? own : facts).map(fact => [namesOf(fact), ref(fact.id)])),
    },
    ...unproposed(unasked),
    additionalProperties: false,
  };
};

const themeKey = (theme: Theme): string => `theme.${theme.id}`;

/** A name may be that of a theme and of a list under it. */
const rootProperties = ({ themes, facts }: VocabularyData): Record<string, JsonSchema> => {
  const themed = keyed(themes.map(theme => [themeNames(theme), ref(themeKey(theme))]));
  const plain = keyed(facts.map(fact => [namesOf(fact), ref(fact.id)]));
  const both = Object.keys(plain).filter(name => Object.hasOwn(themed, name));
  const either = both.map(name => [name, { anyOf: [plain[name], themed[name]] }] as const);
  return { ...themed, ...plain, ...Object.fromEntries(either) };
};

/**
 * The JSON Schema of a profile: every name a key may go by, what each may hold, and what an editor should say of it.
 * With `all`, what the rest of the vocabulary names is accepted too. Titles and descriptions are in both languages, for `inLang`.
 */
export const profileSchema = (
  vocabulary: VocabularyData,
  remarks: Remarks = new Map(),
  all: VocabularyData = vocabulary,
): JsonSchema => {
  const { facts, themes, lists } = vocabulary;
  const others = all.facts.filter(fact => !facts.includes(fact));
  const unasked = [
    ...others.flatMap(namesOf),
    ...all.themes.filter(theme => !themes.includes(theme)).flatMap(themeNames),
  ];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: both('便民服务中心（站）申报表', 'The profile of a public-service centre'),
    description: both('一个中心（站）申报的情况', 'What one public-service centre declares'),
    type: 'object',
    properties: rootProperties(vocabulary),
    ...unproposed(unasked),
    additionalProperties: false,
    $defs: {
      [UNSTATED]: unstatedSchema,
      ...Object.fromEntries(themes.map(theme => [themeKey(theme), themeSchema(theme, facts, others)])),
      ...Object.fromEntries(facts.map(fact => [fact.id, factSchema(fact, remarks)])),
      ...Object.fromEntries(lists.map(list => [listKey(list.id), listSchema(list)])),
    },
  };
};

/** The part of a pack's vocabulary that some facts need. */
export const narrow = ({ vocabulary }: Pack, ids: ReadonlySet<string>): VocabularyData => {
  const facts = vocabulary.facts.filter(({ id }) => ids.has(id) || id.startsWith('center.'));
  const fields = facts.flatMap(fact => (fact.type === 'records' ? fact.fields : [fact]));
  const used = new Set(fields.flatMap(fact => ('list' in fact ? [fact.list] : [])));
  const isNamed = ({ id }: Theme): boolean => facts.some(fact => fact.id === id || fact.id.startsWith(`${id}.`));
  return {
    themes: vocabulary.themes.filter(isNamed),
    facts,
    lists: vocabulary.lists.filter(list => used.has(list.id)),
  };
};

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'zh,en';

const TOLD = new Set(['title', 'description']);

/** A schema whose titles and descriptions are in one language. */
export const inLang = (schema: unknown, lang: Lang): unknown => {
  if (Array.isArray(schema)) return schema.map(item => inLang(item, lang));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      TOLD.has(key) && isBilingual(value) ? [key, value[lang]] : [key, inLang(value, lang)],
    ),
  );
};
