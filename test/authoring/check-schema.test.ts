import { expect, test } from 'vitest';
import { toJSONSchema } from 'zod';
import { withChecks } from '../../src/authoring/check-schema.ts';
import { inLang, type JsonSchema } from '../../src/forms/profile-schema.ts';
import { toPlain } from '../../src/model/base/source.ts';
import type { Vocabulary } from '../../src/model/standard/vocabulary.ts';
import { rulesSchema } from '../../src/read/pack/rules.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { CASES } from '../language/operators.cases.ts';
import { VOCABULARY } from '../language/operators.vocabulary.ts';
import { succeed } from '../support/inline.ts';
import { readerBy } from '../support/schemas.ts';
import { vocabulary } from './support.ts';

const base = toJSONSchema(rulesSchema, { io: 'input', unrepresentable: 'any' });

const plain = (text: string): unknown => toPlain(succeed(readYaml('rules.yaml', text)));

const refusalsBy = (words: Vocabulary) => readerBy(inLang(withChecks(base, words), 'en') as JsonSchema);

const ruled = (body: string): unknown =>
  plain(
    `levels: [township]\nrules:\n  - id: a\n    clause: 一\n    section: s\n    obligation: must\n    title: { zh: 甲, en: a }\n    remedy: { zh: 乙, en: b }\n    ${body.trim().replaceAll('\n', '\n    ')}\n`,
  );

const refusals = refusalsBy(vocabulary);

const fits = (require: string): boolean => refusals(ruled(`require: ${require}`)).length === 0;

test.each([
  ['{ hall.area: { at_least: 200 m² } }', true],
  ['{ 大厅面积: { at_least: 200 m² } }', true],
  ['{ hall.area: { at_leest: 200 m² } }', false],
  ['{ hall.area: { include_all: [等候区] } }', false],
  ['{ hall.clean: yes }', true],
  ['{ every: counters, have: { height: { at_least: 80 cm } }, when_empty: met }', true],
  ['{ every: counters, have: { height: { at_least: 80 cm } } }', false],
  ['{ hall.area: { at_least: { each: 6 m², of: hall.seats } } }', true],
  ['{ hall.area: { at_least: { each: 6 m² } } }', false],
  ['{ hall.area: { at_least: { by: hall.seats, bands: [{ below: 3, is: 6 m² }, { is: 9 m² }] } } }', true],
  ['{ hall.area: { at_least: { by: hall.seats, bands: [{ below: 3, is: 6 m² }] } } }', false],
  ['{ sum: [hall.seats, hall.windows], is: { at_least: 5 } }', true],
  ['{ share: hall.seats, of: hall.windows, is: { at_least: 80% } }', true],
  ['{ every: counters, have: { height: { at_most: { fact: depth } } }, when_empty: met }', true],
  ['{ every: counters, have: { height: { at_most: { fact: 3 } } }, when_empty: met }', false],
  ['{ share: hall.seats, is: { at_least: 80% } }', false],
  ['{ any: [] }', false],
  ['{ at_least: 2, of: [{ hall.clean: yes }] }', true],
])('%s fits: %s', (require, expected) => {
  expect(fits(require)).toBe(expected);
});

test('every check of the table of operators fits, and a clock is no figure', () => {
  const refused = refusalsBy(VOCABULARY);
  for (const { name, require, rule } of CASES)
    expect.soft(refused(ruled(rule ?? `require: ${require}`)), name).toEqual([]);
  for (const wrong of [
    'hall.hours: { daily: { by: 9:00 } }',
    'hall.hours: { opens: { at_least: 7 h } }',
    'hall.closed: { days: { is: { at_most: 5 } } }',
  ])
    expect.soft(refused(ruled(`require: { ${wrong} }`)), wrong).not.toEqual([]);
});
