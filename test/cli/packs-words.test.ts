import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LintCode, LintFinding, LintFindingOf } from '../../src/authoring/lint/lint.ts';
import { type Mutation, mutantsOf } from '../../src/authoring/prove/mutate.ts';
import type { TraceCode, TraceDetails, TraceFinding } from '../../src/authoring/trace/trace.ts';
import type { Difference } from '../../src/authoring/wording/agree.ts';
import { DROP_WORDS } from '../../src/cli/drop/words.ts';
import { heldText } from '../../src/cli/packs/held-words.ts';
import { lintText } from '../../src/cli/packs/lint-words.ts';
import { mutationText } from '../../src/cli/packs/mutation-words.ts';
import { NO_COPY, NO_FOLDER, NO_LEVEL } from '../../src/cli/packs/open.ts';
import { generatedText, mismatchText, missingText, survivorText } from '../../src/cli/packs/test-words.ts';
import { traceText } from '../../src/cli/packs/trace-words.ts';
import type { LedgerEntry } from '../../src/model/standard/ledger.ts';
import type { Rule } from '../../src/model/standard/pack.ts';
import { vocabulary } from '../authoring/support.ts';
import { findingOf, profileOf, ruleOf } from '../support/inline.ts';
import { holdTo } from '../support/lines.ts';

const LANGS = ['zh', 'en'] as const;

const location = { file: 'a.yaml', line: 3, column: 5 };

const told = (name: string): string => join(import.meta.dirname, 'told', `${name}.txt`);

const AREA = '{ hall.area: { at_least: 200 m² } }';
const rule = ruleOf(`require: ${AREA}`, vocabulary);
const other: Rule = { ...rule, id: 'other', clause: ['三(一)2', '第七条(三)1'] };
const section = { id: 'hall', clause: '三', title: { zh: '大厅', en: 'Hall' } };
const facts = profileOf('{ 大厅面积: 200 m², 功能区: [等候区] }', vocabulary).facts;

const LIMIT: Mutation = {
  ...{ kind: 'limit', fact: 'hall.area' },
  from: { type: 'quantity', amount: '200', unit: 'm²' },
  to: { type: 'quantity', amount: '201', unit: 'm²' },
};
const ZONES = { fact: 'hall.zones', list: 'zones', code: 'waiting' };

type Details<F> = Omit<F, 'code' | 'location'>;

const LINT: { readonly [C in LintCode]: readonly Details<LintFindingOf<C>>[] } = {
  conflict: [{ rule, other, facts }],
  follows: [{ rule, other, facts }],
  'override-idle': [{ rule, key: 'title' }],
  'clause-form': [{ rule, clause: '3.x' }],
  'section-unused': [{ section }],
  'section-elsewhere': [{ rule, section }],
  'level-unused': [{ level: 'village' }],
  'dates-empty': [{ rule }],
  'condition-never': [{ rule }],
  'condition-always': [{ rule }],
  'never-passes': [{ rule }],
  'never-fails': [{ rule }],
  'reading-alike': [{ rule, reading: 'one-size' }],
  'idle-part': [{ rule, mutation: LIMIT }],
  overlap: [
    { rule, other, overlap: { kind: 'whole' } },
    { rule, other, overlap: { kind: 'test', fact: 'hall.area', test: { op: 'stated', answer: true } as never } },
    { rule, other, overlap: { kind: 'terms', fact: 'hall.zones', list: 'zones', codes: ['waiting', 'self-service'] } },
  ],
  'figure-differs': (['title', 'remedy'] as const).flatMap(part =>
    LANGS.map(lang => ({ rule, part, lang, figure: '200 ㎡' })),
  ),
  'language-missing': LANGS.map(lang => ({ subject: 'hall', lang, text: '大厅' })),
  unverifiable: [{ rule }],
};

const linesOf = <F extends { readonly code: string }>(
  table: Readonly<Record<string, readonly object[]>>,
  say: (finding: F, lang: 'zh' | 'en') => string,
): readonly string[] =>
  Object.entries(table).flatMap(([code, all]) =>
    all.flatMap(details => LANGS.map(lang => `${code}: ${say({ code, location, ...details } as unknown as F, lang)}`)),
  );

it('everything that lint finds is told in both languages', () => {
  holdTo(
    told('lint'),
    linesOf<LintFinding>(LINT, (finding, lang) => lintText(finding, vocabulary, lang)),
  );
});

type Kind = Mutation['kind'];

const value = { type: 'quantity', amount: '3', unit: 'm²' } as const;

const MUTATIONS: { readonly [K in Kind]: readonly Omit<Extract<Mutation, { kind: K }>, 'kind'>[] } = {
  limit: [LIMIT],
  times: [{ fact: 'hall.area', from: '6', to: '7' }],
  operator: [{ fact: 'hall.area', from: 'at_least', to: 'more_than' }],
  'term-dropped': [ZONES],
  'counting-dropped': [{ ...ZONES, other: 'self-service' }],
  'value-dropped': [{ fact: 'hall.area', value }],
  'alternative-dropped': [{ fact: 'hall.name', text: '便民服务中心' }],
  'terms-number': [{ fact: 'hall.zones', from: 3, to: 2 }],
  'answer-turned': [{ fact: 'hall.clean' }],
  'test-dropped': [{ fact: 'hall.clean' }],
  'condition-dropped': [{}],
  'not-dropped': [{}],
  'filter-dropped': [{ records: 'counters' }],
  'all-any': [{ from: 'all', to: 'any' }],
  'part-dropped': [{ part: rule.require }],
  number: [{ from: 2, to: 1 }],
  quantifier: [{ records: 'counters', from: 'every', to: 'some' }],
  'when-empty': [{ records: 'counters', from: 'met', to: 'unknown' }],
  'alike-dropped': [{ field: 'counters.height' }],
  exemption: [{ what: 'not-applicable' }, { what: 'did-not-occur' }],
  due: [{ from: '2026-06-30', to: '2026-07-01' }],
};

it('every change of a rule is told in both languages', () => {
  const lines = Object.entries(MUTATIONS).flatMap(([kind, all]) =>
    all.flatMap(details =>
      LANGS.map(lang => `${kind}: ${mutationText({ kind, ...details } as Mutation, vocabulary, lang)}`),
    ),
  );
  holdTo(told('mutations'), lines);
});

const entry: LedgerEntry = { clause: '三(一)2', text: '0a1b2c3d4e5f', rules: [], location };
const sentence = {
  ...{ clause: '三(一)3', chapter: '三', line: 12, fingerprint: '5f4e3d2c1b0a', furniture: false },
  text: `大厅使用面积\n不低于 300 平方米，${'并保持整洁'.repeat(12)}。`,
} as TraceDetails['sentence-moved']['sentence'];
const was = '大厅使用面积 不低于 200 平方米。';

const TRACE: { readonly [C in TraceCode]: readonly TraceDetails[C][] } = {
  'bound-missing': (['first', 'last'] as const).map(bound => ({ bound, text: '总体要求' })),
  'sentence-missing': [{ entry }, { entry, was: ' 大厅\n整洁。 ' }],
  'sentence-changed': [
    { entry, sentence },
    { entry, sentence: { ...sentence, text: '大厅使用面积不低于 300 平方米。' }, was },
  ],
  'sentence-moved': [{ entry, sentence }],
  'sentence-unaccounted': [{ sentence }, { sentence: { ...sentence, text: '短句。' } }],
  'clause-open': [{ entry, candidates: ['三(一)2', '三(二)2'] }],
  'clause-differs': [{ entry, sentence }],
  'entry-undecided': [{ entry }],
  'entry-draft': [{ entry }, { entry: { ...entry, reason: 'background' } as LedgerEntry }],
  'entry-reworded': [{ entry }],
  'unknown-rule': [{ entry, rule: 'gone' }],
  'rule-without-sentence': [{ rule }],
  'clause-without-sentence': [{ rule, clause: '三(一)2' }],
  'rule-cites-elsewhere': [{ entry, rule: other }],
};

it('everything that a trace finds is told in both languages', () => {
  holdTo(told('trace'), linesOf<TraceFinding>(TRACE, traceText));
});

const SIDES = ['at_least', 'at_most', 'more_than', 'less_than', 'about', 'range', 'stated'];

const DIFFERENCES: { readonly [K in Difference['kind']]: readonly Omit<Extract<Difference, { kind: K }>, 'kind'>[] } = {
  figure: [...SIDES.map(side => ({ figure: `${side} 200 m²` })), { figure: 'at_least 200 m²', near: '不超过 200 m²' }],
  item: [{ item: '等候区' }],
  left_out: [{ items: ['等候区', '休息区'] }],
  obligation: [
    { obligation: 'must', said: 'should' },
    { obligation: 'should', said: 'may', word: '可以' },
  ],
};

it('everything in which a rule and its sentence part is told in both languages', () => {
  const differences = Object.entries(DIFFERENCES).flatMap(([kind, all]) =>
    all.map(details => ({ kind, ...details }) as Difference),
  );
  const at = { location, rule, clause: '三(一)2' };
  const disagreements = [...differences.map(difference => ({ ...at, difference })), { ...at, settled: '按市里批复' }];
  holdTo(
    told('held'),
    LANGS.map(lang => heldText({ disagreements, told: 2 }, lang)),
  );
});

it('what a proof of a pack finds is told in both languages', () => {
  const finding = findingOf(`require: ${AREA}`, '大厅面积: 199 m²', vocabulary);
  const open = findingOf(`require: ${AREA}`, '功能区: [等候区]', vocabulary);
  const made = { rule, facts, asOf: '2026-01-01', expected: 'pass' as const };
  const change = { kind: 'undeclared', fact: 'hall.area' } as const;
  const [mutant] = mutantsOf(rule);
  if (mutant === undefined) throw new Error('a rule has mutants');
  const due = {
    ...mutant,
    side: 'when' as const,
    mutation: { kind: 'due', from: '2026-06-30', to: '2026-07-01' } as const,
  };
  const lines = LANGS.flatMap(lang => [
    ...[finding, open].map(found =>
      mismatchText({ case: { rule: 'hall', expected: 'pass' } as never, finding: found }, vocabulary, lang),
    ),
    generatedText({ case: { ...made, change }, finding }, vocabulary, lang),
    missingText({ rule, outcomes: ['pass', 'unknown'] } as never, lang),
    survivorText({ ...made, mutant }, vocabulary, lang),
    survivorText({ ...made, mutant: due }, vocabulary, lang),
    ...[NO_COPY, NO_FOLDER, NO_LEVEL].map(say => say[lang]('某处')),
  ]);
  holdTo(told('proof'), lines);
  expect(new Set(lines).size).toBe(lines.length);
});

it('all that is said to someone who drops a form is told in both languages', () => {
  const told = Object.entries(DROP_WORDS).flatMap(([name, words]) =>
    LANGS.flatMap(lang => {
      const said = 'zh' in words ? [words[lang]] : Object.values(words).map(one => one[lang]);
      return said.map(say => `${name}: ${typeof say === 'string' ? say : say('甲.xlsx', '乙')}`);
    }),
  );
  holdTo(join(import.meta.dirname, 'told', 'drop.txt'), told);
});
