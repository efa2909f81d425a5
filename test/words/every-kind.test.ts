import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Shortfall } from '../../src/model/finding/finding.ts';
import type { Cause } from '../../src/model/result/compared.ts';
import type { PartsAccount, PointsLine, Work } from '../../src/model/scoring/points.ts';
import { causeText } from '../../src/words/change/causes.ts';
import { shortfallPhrase } from '../../src/words/findings/shortfalls.ts';
import { standingTexts } from '../../src/words/scoring/gates.ts';
import { rowText } from '../../src/words/scoring/row-words.ts';
import { lineText } from '../../src/words/scoring/work.ts';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { firstOf } from '../support/first.ts';
import { profileOf } from '../support/inline.ts';
import { holdTo } from '../support/lines.ts';
import { scorecardHead, scorecardOf } from '../support/scorecard.ts';

const vocabulary = ROW_VOCABULARY;

const READERS = (['zh', 'en'] as const).map(lang => ({ vocabulary, lang }));

const location = { file: 'a.yaml', line: 3, column: 5 };

/** Of each kind, what there is to say of it beside the kind. */
type Kinds<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: readonly Omit<OfKind<T, K>, 'kind'>[];
};

type OfKind<T extends { readonly kind: string }, K> = T extends unknown ? (K extends T['kind'] ? T : never) : never;

const each = <T extends { readonly kind: string }>(kinds: Kinds<T>): readonly T[] =>
  Object.entries<readonly object[]>(kinds).flatMap(([kind, all]) =>
    all.map(more => ({ kind, ...more }) as unknown as T),
  );

const told = (name: string, lines: readonly string[]): void =>
  holdTo(join(import.meta.dirname, 'told', `${name}.txt`), lines);

const at = { fact: 'hall.area', location };
const area = (amount: string) => ({ type: 'quantity', amount, unit: 'm²' }) as const;
const day = { fact: 'hall.reported', location, limit: '2024-03-31' };
const terms = { fact: 'hall.notices', location, list: 'notices', codes: ['items', 'fees'] as const };

const SHORTFALLS: Kinds<Shortfall> = {
  below: [{ ...at, limit: area('200'), by: area('16') }],
  above: [{ ...at, limit: area('200'), by: area('16') }],
  missing: [terms],
  unexpected: [terms],
  differs: [{ ...at, accepted: [area('200')] }],
  unlike: [{ ...at, field: 'hall.area' }],
  late: [
    { ...day, days: 1 },
    { ...day, days: 2 },
  ],
  early: [
    { ...day, days: 1 },
    { ...day, days: 2 },
  ],
  pattern: [{ fact: 'hall.name', location, pattern: '××中心' }],
  empty: [at, { fact: 'problems', location }],
  'not-empty': [at],
  undeclared: [at],
  'did-not-occur': [at],
  excluded: [at],
};

it('everything that can be lacking is told in both languages', () => {
  const lines = each<Shortfall>(SHORTFALLS).flatMap(one =>
    READERS.map(reader => `${one.kind}: ${shortfallPhrase(one, [], undefined, reader)}`),
  );
  told('shortfalls', lines);
});

const stateOf = (text: string, fact: string) => {
  const found = profileOf(text, vocabulary).facts.get(fact);
  return found?.state === 'declared'
    ? ({ state: 'declared', value: found.value, location } as const)
    : ({ state: 'undeclared', location } as const);
};

const list = (...names: readonly string[]) =>
  stateOf(`问题清单: [${names.map(name => `{ 问题名称: ${name} }`).join(', ')}]`, 'problems');

const CAUSES: Kinds<Cause> = {
  fact: [
    { fact: 'hall.area', from: stateOf('大厅面积: 184', 'hall.area'), to: stateOf('大厅面积: 200', 'hall.area') },
    { fact: 'hall.area', from: stateOf('大厅名称: 甲', 'hall.area'), to: stateOf('大厅面积: 200', 'hall.area') },
    { fact: 'hall.area', from: { state: 'untold' }, to: stateOf('大厅面积: 200', 'hall.area') },
    { fact: 'hall.area', from: stateOf('大厅面积: 184', 'hall.area'), to: { state: 'untold' } },
    {
      fact: 'hall.notices',
      from: stateOf('公示内容: 办理事项、办理流程', 'hall.notices'),
      to: stateOf('公示内容: 办理事项、收费标准', 'hall.notices'),
    },
    { fact: 'problems', from: list('甲', '乙'), to: list('乙', '丙') },
  ],
  date: [{ date: '2026-06-30', from: '2026-05-01', to: '2026-07-01' }],
  rule: [
    { expected: { from: { zh: '≥ 200 ㎡', en: '200 m²' }, to: { zh: '≥ 300 ㎡', en: '300 m²' } } },
    { obligation: { from: 'should', to: 'must' }, clause: { from: ['三(一)2'], to: ['三(一)3', '四'] } },
  ],
  waiver: [{ granted: true }, { granted: false }],
  pack: [{}],
  tool: [{}],
  profile: [{}],
  untold: [{}],
};

it('every reason for which an outcome changed is told in both languages', () => {
  told(
    'causes',
    each<Cause>(CAUSES).flatMap(cause => READERS.map(reader => `${cause.kind}: ${causeText(cause, reader)}`)),
  );
});

const lineOf = (work: Work, amount = '2'): PointsLine => ({
  ...{ kind: 'deduct', number: 1, work, raw: amount, amount, things: [] },
});

const NO_MORE = Object.fromEntries([['then', []]]) as unknown as Pick<OfKind<Work, 'each'>, 'then'>;
const unit = { zh: '件', en: 'cases' };
const account = { sections: [], inside: '18', max: '30', sum: '18', points: '18' } as unknown as PartsAccount;
const record = { key: '甲', amount: '2', standing: 'counts' } as const;

const WORKS: Kinds<Work> = {
  base: [{}],
  relative: [
    {},
    {
      compared: {
        ...{ points: '5', figure: '80', unit, centres: [3, 3], places: [2, 2], best: '100' },
        rule: { to: 'best', wanted: 'highest', among: 'all' } as never,
      },
    },
  ],
  once: [{ happened: true }, { happened: false }],
  each: [{ figure: '3', units: '3', unit, per: '1', steps: 'full', points: '0.5', ...NO_MORE }],
  tiers: [{ figure: '87', unit, band: { low: { at: '80', included: true }, points: '3' } as never }],
  options: [{ number: 0 }, { number: 2 }, { number: 1, title: { zh: '有电梯', en: 'a lift' } }],
  share: [
    { figure: '80', points: '5' },
    { figure: null, points: '5' },
  ],
  entered: [{ figure: '4' }, { figure: null }],
  best_of: [{ chosen: 0, of: [lineOf({ kind: 'base' }, '4'), lineOf({ kind: 'base' }, '3')] }],
  group: [{ of: [lineOf({ kind: 'base' }, '1'), lineOf({ kind: 'once', happened: true })] }],
  records: [{ records: [record, { ...record, key: '乙', standing: 'counted_elsewhere', times: '2' }], unread: false }],
  form: [{ points: '6', total: '30', account }],
  excused: [{}],
  not_asked: [{}],
  set_aside: [{}],
};

it('however an amount came about is told in both languages', () => {
  const lines = each<Work>(WORKS).flatMap(work =>
    READERS.map(reader => `${work.kind}: ${lineText(lineOf(work), { ...reader, step: undefined })}`),
  );
  told('works', lines);
});

const CARD = scorecardOf(
  `${scorecardHead(20)}sections:
  - id: s
    title: { zh: 分项, en: Section }
    points: 20
    items:
      - { id: base, clause: 一, title: { zh: 甲项, en: Row A }, points: 10, award: { base: 2 }, required_for: [A] }
      - { id: rules, clause: 二, title: { zh: 乙项, en: Row B }, points: 10, deduct: { each: { failed_rules: [tidy-hall] }, points: 1 } }
vetoes:
  - { id: v, title: { zh: 末位, en: Last }, rank: { last: 2 }, effect: bar_award }
  - { id: w, title: { zh: 消防, en: Fire }, if: { hall.alarm: no }, effect: { grade_at_most: B } }
grades:
  - id: A
    label: { zh: 优, en: A }
    at_least: 15
    requires:
      - { item: base, at_least: 2 }
      - { section: s, at_least: 12 }
      - { items: [base, rules], at_least: 1 }
      - { hall.tidy: yes }
  - { id: B, label: { zh: 良, en: B }, at_least: 5 }
  - { id: C, label: { zh: 差, en: C } }
`,
  vocabulary,
);

it('a base, rules that fail, and what grades ask beside the score are told in both languages', () => {
  const [first] = CARD.forms;
  const { items } = firstOf(first.sections);
  const bureaus = [{ bureau: '民政局', points: '12' }] as unknown as NonNullable<typeof CARD.bureaus>;
  told(
    'gates',
    READERS.flatMap(reader => [
      ...items.map(item => rowText(item, reader)),
      ...standingTexts({ ...CARD, bureaus }, reader.lang),
    ]),
  );
  expect(items).toHaveLength(2);
});
