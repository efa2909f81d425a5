import { isRecords } from '../forms/order.ts';
import { manyOf, YES_NO } from '../language/operands/shapes.ts';
import type { JsonSchema, Operator } from '../language/operator.ts';
import { OPERATORS } from '../language/operators.ts';
import { both } from '../model/base/text.ts';
import type { ValueType } from '../model/base/value.ts';
import type { FactDefinition, RecordsDefinition, TermList, Vocabulary } from '../model/standard/vocabulary.ts';

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

const object = (properties: JsonSchema, ...required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});

const closed = (schema: JsonSchema): JsonSchema => ({ ...schema, additionalProperties: false });

const SCALAR: JsonSchema = { type: ['string', 'number', 'boolean'] };

const TEXT: JsonSchema = { type: 'string' };

/** A figure of its own, or one that is reckoned from other facts. */
const FIGURE: JsonSchema = { anyOf: [SCALAR, ref('reckoned')] };

const RECKONED: JsonSchema = {
  anyOf: [
    closed(object({ fact: TEXT, times: { type: 'number' } }, 'fact')),
    closed(object({ each: SCALAR, of: TEXT }, 'each', 'of')),
    closed(object({ share: SCALAR, of: TEXT }, 'share', 'of')),
    closed(object({ sum: { type: 'array', minItems: 2, items: FIGURE } }, 'sum')),
    closed(object({ difference: { type: 'array', minItems: 2, items: FIGURE } }, 'difference')),
    closed(
      object(
        {
          by: TEXT,
          bands: {
            type: 'array',
            minItems: 2,
            items: closed(object({ below: SCALAR, for: { anyOf: [SCALAR, manyOf(SCALAR)] }, is: FIGURE }, 'is')),
          },
        },
        'by',
        'bands',
      ),
    ),
  ],
};

const REFERENCES: JsonSchema = { type: 'array', minItems: 2, items: TEXT };

const ADDED: readonly JsonSchema[] = [
  closed(object({ sum: REFERENCES, is: { type: 'object' } }, 'sum', 'is')),
  closed(object({ difference: REFERENCES, is: { type: 'object' } }, 'difference', 'is')),
  closed(object({ share: TEXT, of: TEXT, is: { type: 'object' } }, 'share', 'of', 'is')),
];

const termsSchema = ({ terms, label }: TermList): JsonSchema => ({
  title: label,
  anyOf: [{ enum: terms.flatMap(term => [term.label.zh, term.code]) }, { type: 'string' }],
});

const termName = (list: string): string => `term.${list}`;

/** Over all records of a list, the terms of a field are asked as a set. */
const fits = (operator: Operator, type: ValueType): boolean =>
  operator.types.includes(type) || (type === 'term' && operator.judgeCodes !== undefined);

const testsFor = (type: ValueType, one: JsonSchema): JsonSchema =>
  closed(
    object(
      Object.fromEntries(
        Object.entries(OPERATORS)
          .filter(([, operator]) => fits(operator, type))
          .map(([name, operator]) => [name, operator.schema(one)]),
      ),
    ),
  );

const testsName = (fact: FactDefinition): string =>
  'list' in fact ? `tests.${fact.type}.${fact.list}` : `tests.${fact.type}`;

/** What may be asked of facts of one kind. */
const kindSchema = (fact: FactDefinition): JsonSchema => {
  const one = 'list' in fact ? ref(termName(fact.list)) : FIGURE;
  const bare = fact.type === 'term' ? [one] : fact.type === 'yes_no' ? [YES_NO] : [];
  return { anyOf: [...bare, testsFor(fact.type, one)] };
};

const factSchema = (fact: FactDefinition): JsonSchema => ({
  title: fact.label,
  description: both(
    [fact.label.en, fact.verify?.zh].filter(line => line !== undefined).join('\n'),
    [`${fact.label.en} · ${fact.label.zh}`, fact.verify?.en].filter(line => line !== undefined).join('\n'),
  ),
  ...ref(testsName(fact)),
});

const factName = (fact: FactDefinition): string => `fact.${fact.id}`;

const byName = (fact: FactDefinition, name: string): readonly (readonly [string, JsonSchema])[] => [
  [name, ref(factName(fact))],
  [fact.label.zh, ref(factName(fact))],
];

const combined = (check: string): readonly JsonSchema[] => [
  closed(object({ all: manyOf(ref(check)) }, 'all')),
  closed(object({ any: manyOf(ref(check)) }, 'any')),
  closed(object({ not: ref(check) }, 'not')),
  closed(object({ at_least: { type: 'integer', minimum: 1 }, of: manyOf(ref(check)) }, 'at_least', 'of')),
];

const recordForms = (records: RecordsDefinition): readonly JsonSchema[] => {
  const named = { enum: [records.id, records.label.zh] };
  const inner = ref(`check.${records.id}`);
  const alike = { anyOf: [{ type: 'string' }, manyOf({ type: 'string' })] };
  return [
    closed(
      object(
        { every: named, where: inner, have: inner, when_empty: { enum: ['met', 'unmet', 'unknown'] }, alike },
        'every',
        'have',
        'when_empty',
      ),
    ),
    closed(object({ some: named, where: inner, have: inner }, 'some', 'have')),
    closed(object({ count: named, where: inner, is: ref('count') }, 'count', 'is')),
  ];
};

/** Words that begin other forms of a check: no fact goes by them. */
const FORM_WORDS = 'all any not at_least of every some count sum difference share where have is when_empty alike'.split(
  ' ',
);

const facts = (named: readonly (readonly [string, JsonSchema])[]): JsonSchema => ({
  ...object(Object.fromEntries(named)),
  minProperties: 1,
  propertyNames: { not: { enum: FORM_WORDS } },
});

/** Definitions of checks, over the facts and terms of a vocabulary. */
const checkDefinitions = ({ facts: all, lists }: Vocabulary): Readonly<Record<string, JsonSchema>> => {
  const records = all.filter(isRecords);
  const whole = all.flatMap(fact => byName(fact, fact.id));
  const fields = records.flatMap(list => list.fields.map(field => [field.id, ref(factName(field))] as const));
  const inner = records.map(list => {
    const own = list.fields.flatMap(field => byName(field, field.id.slice(list.id.length + 1)));
    const name = `check.${list.id}`;
    return [name, { anyOf: [...combined(name), facts(own)] }] as const;
  });
  const every = [...all, ...records.flatMap(list => list.fields)];
  return {
    reckoned: RECKONED,
    count: testsFor('count', FIGURE),
    time: testsFor('time', FIGURE),
    ...Object.fromEntries(every.map(fact => [factName(fact), factSchema(fact)])),
    ...Object.fromEntries(every.map(fact => [testsName(fact), kindSchema(fact)])),
    check: {
      anyOf: [...combined('check'), ...ADDED, ...records.flatMap(recordForms), facts([...whole, ...fields])],
    },
    ...Object.fromEntries(inner),
    ...Object.fromEntries(lists.map(list => [termName(list.id), termsSchema(list)])),
  };
};

/** The schema of a file of rules, with its checks spelt out. */
export const withChecks = (rules: JsonSchema, vocabulary: Vocabulary): JsonSchema => {
  const { properties } = rules as { properties: { rules: { items: { properties: JsonSchema } } } };
  const { items } = properties.rules;
  const rule = { ...items, properties: { ...items.properties, when: ref('check'), require: ref('check') } };
  return {
    ...rules,
    properties: { ...properties, rules: { ...properties.rules, items: rule } },
    $defs: { ...(rules.$defs as JsonSchema | undefined), ...checkDefinitions(vocabulary) },
  };
};
