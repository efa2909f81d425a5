import type { Pack } from '../model/pack.ts';
import { UNITS } from '../model/unit.ts';
import type { FactDefinition, FieldDefinition, TermList, Theme, VocabularyData } from '../model/vocabulary.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** Facts by id with a remark for the editor to show beside each: the clauses that ask it. */
export type Remarks = ReadonlyMap<string, string>;

const NOT_A_VALUE = '^(不适用|不涉及|未发生|不详|未知|待核实)';

const SCALAR = { type: ['string', 'number', 'boolean', 'null'] } as const;

const valueSchema = (fact: FieldDefinition): JsonSchema => {
  switch (fact.type) {
    case 'yes_no':
      return {
        anyOf: [
          { enum: ['是', '否', '有', '无', '√', '×', 'yes', 'no', true, false, null] },
          { type: 'string', pattern: NOT_A_VALUE },
        ],
      };
    case 'count':
      return { anyOf: [{ type: 'integer', minimum: 0 }, { type: ['string', 'null'] }] };
    case 'term':
      return { anyOf: [{ $ref: `#/$defs/${listKey(fact.list)}` }, { type: 'null' }] };
    case 'terms':
      return {
        anyOf: [
          { type: 'array', items: { $ref: `#/$defs/${listKey(fact.list)}` }, uniqueItems: true },
          { type: ['string', 'null'] },
        ],
      };
    default:
      return SCALAR;
  }
};

const listKey = (list: string): string => `list.${list}`;

const describe = (fact: FactDefinition, remarks: Remarks): JsonSchema => {
  const unit = 'unit' in fact ? `（${UNITS[fact.unit].label.zh}）` : '';
  const lines = [`${fact.label.zh}${unit} · ${fact.label.en}`, fact.verify?.zh, fact.verify?.en, remarks.get(fact.id)];
  return {
    title: fact.label.zh,
    description: lines.filter(line => line !== undefined).join('\n'),
    ...(fact.example !== undefined && { examples: [fact.example] }),
  };
};

const namesOf = (fact: FactDefinition, prefix = ''): readonly string[] => [
  fact.label.zh,
  fact.id.slice(prefix.length),
  ...fact.aliases,
];

const factSchema = (fact: FactDefinition, remarks: Remarks): JsonSchema => {
  if (fact.type !== 'records') return { ...describe(fact, remarks), ...valueSchema(fact) };
  const properties = Object.fromEntries(
    fact.fields.flatMap(field => {
      const schema = { ...describe(field, remarks), ...valueSchema(field) };
      const short = field.label.zh.startsWith(fact.item.zh) ? [field.label.zh.slice(fact.item.zh.length)] : [];
      return [...namesOf(field, `${fact.id}.`), ...short].map(name => [name, schema]);
    }),
  );
  const item = { anyOf: [{ type: 'object', properties, additionalProperties: false }, { type: ['string', 'number'] }] };
  return { ...describe(fact, remarks), anyOf: [{ type: 'array', items: item }, { type: ['string', 'null'] }] };
};

const listSchema = (list: TermList): JsonSchema => {
  const known = { enum: list.terms.flatMap(term => [term.label.zh, term.code, ...term.aliases]) };
  return list.open
    ? { anyOf: [known, { type: 'string', pattern: '^(其他|其它|other)\\s*[:：]' }, { type: 'string' }] }
    : known;
};

const ref = (fact: FactDefinition): JsonSchema => ({ $ref: `#/$defs/${fact.id}` });

/** Under its theme a fact may leave the theme's name out. */
const localNames = (theme: Theme, fact: FactDefinition): readonly string[] => {
  const short = [theme.label.zh, ...theme.aliases].flatMap(name =>
    namesOf(fact)
      .filter(label => label.startsWith(name) && label !== name)
      .map(label => label.slice(name.length)),
  );
  return [...namesOf(fact), fact.id.slice(fact.id.indexOf('.') + 1), ...short];
};

const themeSchema = (theme: Theme, facts: readonly FactDefinition[]): JsonSchema => ({
  title: theme.label.zh,
  description: theme.label.en,
  type: ['object', 'array', 'string', 'null'],
  properties: Object.fromEntries(facts.flatMap(fact => localNames(theme, fact).map(name => [name, ref(fact)]))),
});

/** The JSON Schema of a profile: every name a key may go by, what each may hold, and what an editor should say of it. */
export const profileSchema = (vocabulary: VocabularyData, remarks: Remarks = new Map()): JsonSchema => {
  const { facts, themes, lists } = vocabulary;
  const themed = themes.map(theme => {
    const own = facts.filter(fact => fact.id.startsWith(`${theme.id}.`));
    return { theme, schema: themeSchema(theme, own.length > 0 ? own : facts) };
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '便民服务中心（站）申报表',
    description: 'The profile that one public-service centre declares',
    type: 'object',
    properties: {
      ...Object.fromEntries(
        themed.flatMap(({ theme, schema }) => [theme.id, theme.label.zh, ...theme.aliases].map(name => [name, schema])),
      ),
      ...Object.fromEntries(facts.flatMap(fact => namesOf(fact).map(name => [name, ref(fact)]))),
    },
    additionalProperties: false,
    $defs: {
      ...Object.fromEntries(facts.map(fact => [fact.id, factSchema(fact, remarks)])),
      ...Object.fromEntries(lists.map(list => [listKey(list.id), listSchema(list)])),
    },
  };
};

/** The part of a pack's vocabulary that some facts need. */
export const narrow = (pack: Pack, ids: ReadonlySet<string>): VocabularyData => {
  const wanted = (id: string): boolean => ids.has(id) || id.startsWith('center.');
  const facts = pack.vocabulary.facts.filter(fact => wanted(fact.id));
  const used = new Set(
    facts
      .flatMap(fact => (fact.type === 'records' ? fact.fields : [fact]))
      .flatMap(fact => ('list' in fact ? [fact.list] : [])),
  );
  return { themes: pack.vocabulary.themes, facts, lists: pack.vocabulary.lists.filter(list => used.has(list.id)) };
};
