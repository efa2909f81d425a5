import { describe, expect, it, test } from 'vitest';
import { generateCases, runGenerated } from '../../src/authoring/prove/generate.ts';
import { mutateRule } from '../../src/authoring/prove/survivors.ts';
import { evaluateRule } from '../../src/evaluate/rule.ts';
import { expectedText } from '../../src/words/checks/expressions.ts';
import { countsText } from '../../src/words/checks/meaning.ts';
import { shortfallFor } from '../../src/words/findings/findings.ts';
import { firstOf } from '../support/first.ts';
import { profileOf } from '../support/inline.ts';
import { casesOf, packUnder, vocabulary } from './support.ts';

const COUNTS = `
counts_as:
  zones:
    服务区: [自助区]
    咨询区: [自助区, 等候区]
`;

const ruleWith = (body: string) => firstOf(packUnder(COUNTS, body).rules);

const outcome = (body: string, profile: string): string =>
  evaluateRule(ruleWith(body), { profile: profileOf(profile, vocabulary), asOf: '2024-05-01' }).outcome;

const ALL = 'require: { hall.zones: { include_all: [服务区, 咨询区] } }';
const NONE = 'require: { hall.zones: { include_none: [服务区] } }';
const ONLY = 'require: { hall.zones: { only: [服务区] } }';
const TWO = 'require: { hall.zones: { include: { at_least: 2, of: [服务区, 咨询区] } } }';
const KIND = 'require: { hall.kind: 服务区 }';
const EITHER = 'require: { hall.kind: { one_of: [咨询区, 服务区] } }';
const USES = 'require: { counters.use: { include_all: [服务区, 咨询区] } }';
const HEIGHT =
  'require: { every: counters, where: { use: 服务区 }, have: { height: { at_least: 80 cm } }, when_empty: unmet }';

describe('a term that the pack takes for another', () => {
  it.each([
    [ALL, 'hall.zones: [服务区, 咨询区]', 'pass'],
    [ALL, 'hall.zones: [服务区, 等候区]', 'pass'],
    [ALL, 'hall.zones: [自助区]', 'pass'],
    [ALL, 'hall.zones: [等候区]', 'fail'],
    [ALL, 'hall.clean: 是', 'unknown'],
    [NONE, 'hall.zones: [自助区]', 'fail'],
    [NONE, 'hall.zones: [等候区]', 'pass'],
    [ONLY, 'hall.zones: [自助区]', 'pass'],
    [ONLY, 'hall.zones: [自助区, 等候区]', 'fail'],
    [TWO, 'hall.zones: [自助区]', 'pass'],
    [TWO, 'hall.zones: [等候区]', 'fail'],
    [KIND, 'hall.kind: 自助区', 'pass'],
    [KIND, 'hall.kind: 等候区', 'fail'],
    [EITHER, 'hall.kind: 等候区', 'pass'],
    [EITHER, 'hall.kind: 其他：花园', 'fail'],
    [USES, 'counters: [{ use: 自助区 }]', 'pass'],
    [USES, 'counters: [{ height: 80 }]', 'unknown'],
    [HEIGHT, 'counters: [{ use: 自助区, height: 70 }]', 'fail'],
    [HEIGHT, 'counters: [{ use: 自助区, height: 80 }]', 'pass'],
  ])('%s: %s → %s', (body, profile, expected) => {
    expect(outcome(body, profile)).toBe(expected);
  });

  it.each([ALL, NONE, ONLY, TWO, KIND, EITHER, USES, HEIGHT])('means the same told twice: %s', body => {
    const pack = packUnder(COUNTS, body);
    expect(
      runGenerated(generateCases(pack, firstOf(pack.rules))).map(({ case: { change, expected } }) => [
        change,
        expected,
      ]),
    ).toEqual([]);
  });
});

test('reports keep to the word of the document; what counts is told where the rule is explained', () => {
  const rule = ruleWith(ALL);
  const profile = profileOf('hall.zones: [等候区]', vocabulary);
  const finding = evaluateRule(rule, { profile, asOf: '2024-05-01' });
  expect(expectedText(rule, vocabulary, 'zh')).toBe('功能区包括服务区、咨询区');
  expect(shortfallFor(finding, { vocabulary, lang: 'zh' })).toBe('缺 服务区');
  expect(countsText(rule, { vocabulary, lang: 'zh' })).toEqual([
    '所列的是至少要有的，可以更多',
    '自助区也算服务区',
    '自助区、等候区也算咨询区',
  ]);
  expect(countsText(ruleWith(HEIGHT), { vocabulary, lang: 'en' })).toContain('Self-service counts as Service');
});

test('each needs a case that notices', () => {
  const survivors = (cases: string) => {
    const pack = packUnder(COUNTS, ALL);
    return mutateRule(pack, firstOf(pack.rules), casesOf(cases)).survivors.flatMap(({ mutant: { mutation } }) =>
      mutation.kind === 'counting-dropped' ? [`${mutation.other} as ${mutation.code}`] : [],
    );
  };
  const plain =
    'r1:\n  pass: [{ hall.zones: [服务区, 咨询区] }]\n  fail: [{ hall.zones: [服务区] }, { hall.zones: [咨询区] }]\n';
  expect(survivors(plain)).toEqual(['self-service as service', 'self-service as advice', 'waiting as advice']);
  expect(survivors(`${plain}  unknown: [{}]\n`.replace('pass: [', 'pass: [{ hall.zones: [自助区] }, '))).toEqual([
    'waiting as advice',
  ]);
});
