import { expect, test } from 'vitest';
import { fingerprintOf } from '../../src/authoring/trace/sentences.ts';
import { type TraceInput, trace } from '../../src/authoring/trace/trace.ts';
import { traceText } from '../../src/cli/packs/trace-words.ts';
import type { Ledger, LedgerEntry } from '../../src/model/standard/ledger.ts';
import type { Rule, Section } from '../../src/model/standard/pack.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { succeed } from '../support/inline.ts';

const location = { file: 'clauses.yaml', line: 1, column: 1 };

const rule = (id: string, ...clause: [string, ...string[]]): Rule => ({
  id,
  clause,
  section: 'hall',
  levels: ['township'],
  obligation: 'must',
  title: { zh: id, en: id },
  require: {
    kind: 'test',
    fact: { scope: 'center', id: 'hall.clean' },
    test: { op: 'equals', operand: { kind: 'value', value: { type: 'yes_no', value: true } } },
  },
  period: {},
  remedy: { zh: id, en: id },
  acceptsNotApplicable: false,
  acceptsNotOccurred: false,
  location,
});

const entry = (clause: string, text: string, more: Partial<LedgerEntry>): LedgerEntry => ({
  clause,
  text: fingerprintOf(text),
  rules: [],
  location,
  ...more,
});

const sections: readonly [Section] = [{ id: 'hall', clause: '一', title: { zh: '大厅', en: 'Hall' } }];

const TEXT = '某县办法\n一、大厅\n大厅应整洁。\n门口应有牌子。\n二、附则\n自发布之日起施行。\n';

const heading = (clause: string, text: string): LedgerEntry => entry(clause, text, { reason: 'heading' });

const ENTRIES: readonly LedgerEntry[] = [
  heading('前言', '某县办法'),
  heading('一', '一、大厅'),
  entry('一', '大厅应整洁。', { rules: ['clean'] }),
  entry('一', '门口应有牌子。', { rules: ['sign'] }),
  heading('二', '二、附则'),
  entry('二', '自发布之日起施行。', { reason: 'definition' }),
];

const input = (more: Partial<TraceInput> = {}, entries = ENTRIES): TraceInput => ({
  pack: { rules: [rule('clean', '一'), rule('sign', '一')], sections },
  ledger: { source: {}, entries, location } satisfies Ledger,
  source: { file: 'a.txt', text: TEXT },
  ...more,
});

/** Its row `manners` has no rule. */
const card = succeed(await shippedLibrary().scheme('fixtures/scorecards/qingshi.yaml'));

const codes = (given: TraceInput): readonly string[] => trace(given).findings.map(finding => finding.code);

test('a complete ledger has nothing amiss, and its coverage adds up', () => {
  const { findings, coverage, review } = trace(input());
  expect(findings).toEqual([]);
  expect(review).toEqual([]);
  expect(coverage).toEqual([
    { section: sections[0], sentences: 3, withRules: 2, rules: 2, reasons: { heading: 1 } },
    { sentences: 3, withRules: 0, rules: 0, reasons: { heading: 2, definition: 1 } },
  ]);
});

test('the articles of a chapter count for it, in whichever of its sections they stand', () => {
  const chapters: readonly [Section, ...Section[]] = [
    { id: 'hall', clause: '第一章', title: { zh: '大厅', en: 'Hall' } },
    { id: 'rest', clause: '第二章', title: { zh: '附则', en: 'The rest' } },
  ];
  const entries = ['第一章', '第一章第一节', '第一条', '第一章第二节', '第二条', '第二章', '第三条'].map(clause =>
    heading(clause, clause),
  );
  const { coverage } = trace({ pack: { rules: [], sections: chapters }, ledger: { source: {}, entries, location } });
  expect(coverage.map(({ section, sentences }) => [section?.id, sentences])).toEqual([
    ['hall', 5],
    ['rest', 2],
  ]);
});

const edit = (from: string, to: string): Partial<TraceInput> => ({
  source: { file: 'a.txt', text: TEXT.replace(from, to) },
});

test.each<readonly [string, TraceInput, readonly string[]]>([
  ['a sentence taken out', input(edit('门口应有牌子。\n', '')), ['sentence-missing']],
  ['a sentence added', input(edit('二、附则', '大厅应明亮。\n二、附则')), ['sentence-unaccounted']],
  ['a sentence amended', input(edit('应有牌子', '应有铜牌')), ['sentence-changed']],
  [
    'two sentences swapped',
    input(edit('大厅应整洁。\n门口应有牌子。', '门口应有牌子。\n大厅应整洁。')),
    ['sentence-moved'],
  ],
  [
    'a clause renumbered',
    input(edit('二、附则', '三、附则')),
    ['sentence-missing', 'sentence-unaccounted', 'clause-differs'],
  ],
  ['no copy at hand', { ...input(), source: undefined } as unknown as TraceInput, []],
  [
    'an unknown rule',
    input({}, [...ENTRIES, entry('一', 'x', { rules: ['none'] })]),
    ['sentence-missing', 'unknown-rule'],
  ],
  [
    'a row of the scorecard of the pack',
    input(
      { pack: { ...input().pack, scheme: card } } as Partial<TraceInput>,
      ENTRIES.map(one => (one.rules.includes('sign') ? { ...one, rules: ['sign', 'manners'] } : one)),
    ),
    [],
  ],
  [
    'an entry without a word',
    input(
      { pack: { rules: [rule('clean', '一')], sections } },
      ENTRIES.slice(0, 3).concat(entry('一', '门口应有牌子。', {}), ENTRIES.slice(4)),
    ),
    ['entry-undecided'],
  ],
  [
    'a rule no sentence names',
    input({ pack: { rules: [...input().pack.rules, rule('new', '一')], sections } } as Partial<TraceInput>),
    ['rule-without-sentence'],
  ],
  [
    'a clause no sentence bears out',
    input({ pack: { rules: [rule('clean', '一', '三'), rule('sign', '一')], sections } }),
    ['clause-without-sentence'],
  ],
  [
    'a rule that cites another clause',
    input({ pack: { rules: [rule('clean', '二'), rule('sign', '一')], sections } }),
    ['rule-cites-elsewhere', 'clause-without-sentence'],
  ],
])('%s', (_, given, expected) => {
  expect(codes(given)).toEqual(expected);
});

test('an amended document names the rules to look at again', () => {
  const { review } = trace(input(edit('大厅应整洁', '大厅须整洁')));
  expect(review.map(({ id }) => id)).toEqual(['clean']);
});

test('an earlier copy tells a changed sentence from a new one', () => {
  const now = TEXT.replace('大厅应整洁。', '窗口不少于三个。\n大厅应当整洁。');
  const withFormer = input({ source: { file: 'a.txt', text: now }, former: { file: 'old.txt', text: TEXT } });
  const changed = trace(withFormer).findings.find(finding => finding.code === 'sentence-changed');
  expect(changed?.code === 'sentence-changed' && changed.sentence.text.trim()).toBe('大厅应当整洁。');
  expect(changed && traceText(changed, 'zh')).toContain('原文：大厅应整洁。　新文：大厅应【当】整洁。');
  expect(changed && traceText(changed, 'en')).toContain('Was: 大厅应整洁。 Now: 大厅应【当】整洁。');
});
