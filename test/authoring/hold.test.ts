import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { holderOf } from '../../src/authoring/trace/hold.ts';
import { sourceFor } from '../../src/authoring/trace/quotes.ts';
import { fingerprintOf, splitSentences } from '../../src/authoring/trace/sentences.ts';
import { figuresIn } from '../../src/authoring/wording/figures.ts';
import { governing, stretchesIn } from '../../src/authoring/wording/obligation.ts';
import type { Differs, Ledger } from '../../src/model/standard/ledger.ts';
import { OBLIGATIONS, type Pack, type Rule } from '../../src/model/standard/pack.ts';
import { loadTexts, type TextFile } from '../../src/read/document/open.ts';
import { loadLedger } from '../../src/read/pack/authored.ts';
import { packFolder } from '../../src/read/pack/find-rules.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { some } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';
import { packWith } from './support.ts';

test.each<readonly [string, readonly (readonly [readonly string[], string])[]]>([
  ['面积不少于200平方米', [[['200'], 'at_least']]],
  ['面积200㎡以上', [[['200'], 'at_least']]],
  ['面积超过200平米', [[['200'], 'more_than']]],
  ['应在5个工作日内办结', [[['5'], 'at_most']]],
  ['48小时以内答复', [[['48'], 'at_most']]],
  ['台高80—100厘米', [[['80', '100'], 'range']]],
  ['台高75厘米至85厘米', [[['75', '85'], 'range']]],
  ['窗口不得少于三个', [[['3'], 'at_least']]],
  ['面积一百二十平方米左右', [[['120'], 'about']]],
  ['办结率达到百分之九十五', [[['95'], 'at_least']]],
  ['满意度不低于98.5%', [[['98.5'], 'at_least']]],
  ['规格为50×70cm', [[['50', '70'], 'stated']]],
  ['2021年11月15日前完成', [[['2021-11-15'], 'at_most']]],
  ['到2025年底', [[['2025-12-31'], 'at_most']]],
  ['实行一次性告知和一窗受理', []],
])('figures of %s', (text, expected) => {
  const found = figuresIn(text.normalize('NFKC')).map(({ amounts, side }) => [amounts, side]);
  expect(found).toEqual(text.includes('年底') ? [[['2025-12-31'], 'stated']] : expected);
});

test.each([
  ['大厅应整洁', 'must', '应'],
  ['窗口工作人员原则上应统一着装', 'should', '原则上'],
  ['有条件的可以设置', 'may', '可以'],
  ['相应的应急设施齐全', undefined, undefined],
  ['鼓励推动事项下沉', 'may', '鼓励'],
  ['许可事项公开', undefined, undefined],
  ['因地制宜建设', undefined, undefined],
  ['考核合格方可上岗', 'must', '方可'],
])('the word that governs %s', (text, obligation, word) => {
  const [stretch] = stretchesIn(text);
  const modal = stretch && governing(stretch);
  expect([modal?.obligation, modal?.word]).toEqual([obligation, word]);
});

test('a word in brackets governs nothing outside', () => {
  const said = stretchesIn('应建立队伍(可由志愿者组成),并公开').map(stretch => governing(stretch)?.word);
  expect(said).toEqual(['应', '应', '可']);
});

const location = { file: 'clauses.yaml', line: 1, column: 1 };

const TEXT = `一、大厅
大厅面积不少于200平方米，座椅不少于10把，应在2021年11月15日前启用。
大厅应设置等候区、服务区、自助区、咨询区。
有条件的，大厅可以供暖。
`;

const BODIES = [
  'require: { hall.area: { at_least: 200 m² } }',
  'require: { hall.seats: { at_least: 10 } }',
  'require: { hall.opened: { by: 2021-11-15 } }',
  'require: { hall.zones: { include_all: [等候区, 服务区, 自助区, 咨询区] } }',
  'obligation: may\ntitle: { zh: 大厅供暖, en: Heating }\nrequire: { hall.heated: yes }',
];

const CARRIED: readonly (readonly string[])[] = [[], ['r1', 'r2', 'r3'], ['r4'], ['r5']];

const ledgerOf = (differs?: Readonly<Record<string, Differs>>): Ledger => ({
  source: {},
  location,
  entries: splitSentences(TEXT).map(({ clause, text }, at) => ({
    clause,
    text: fingerprintOf(text),
    rules: CARRIED[at] ?? [],
    ...(differs && { differs }),
    location,
  })),
});

const held = (bodies: readonly string[], differs?: Readonly<Record<string, Differs>>) =>
  holderOf(ledgerOf(differs), { file: 'a.txt', text: TEXT })(packWith(...bodies));

const kinds = (bodies: readonly string[], differs?: Readonly<Record<string, Differs>>) =>
  held(bodies, differs).disagreements.map(
    found => `${found.rule.id} ${'difference' in found ? found.difference.kind : found.settled}`,
  );

test('rules that say what the sentences say have nothing against them', () => {
  expect(kinds(BODIES)).toEqual([]);
});

test.each([
  ['another figure', 0, '200 m²', '210 m²', ['r1 figure']],
  ['the other side', 0, 'at_least', 'at_most', ['r1 figure']],
  ['a side that is stricter', 0, 'at_least', 'more_than', ['r1 figure']],
  ['another count', 1, '10', '11', ['r2 figure']],
  ['another day', 2, '2021-11-15', '2021-11-16', ['r3 figure']],
  ['one item of four', 3, '[等候区, 服务区, 自助区, 咨询区]', '[等候区]', ['r4 left_out']],
  ['an item less', 3, '自助区, ', '', ['r4 left_out']],
  ['must for may', 4, 'may', 'must', ['r5 obligation']],
])('%s is found', (_, at, from, to, expected) => {
  expect(kinds(BODIES.map((body, index) => (index === at ? body.replace(from, to) : body)))).toEqual(expected);
});

test('what the ledger tells of is silent, exactly that, and no longer than it is so', () => {
  const may = BODIES.map(body => body.replace('obligation: may', 'obligation: must'));
  expect(kinds(may, { r5: { obligation: 'must' } })).toEqual([]);
  expect(held(may, { r5: { obligation: 'must' } }).told).toBe(1);
  expect(kinds(may, { r5: { obligation: 'should' } })).toEqual(['r5 obligation', 'r5 obligation should']);
  expect(kinds(BODIES, { r5: { obligation: 'must' } })).toEqual(['r5 obligation must']);
});

test.each<readonly [string, number, string, string, Differs, Differs]>([
  ['a figure', 0, '200 m²', '210 m²', { figures: ['at_least 210 m²'] }, { figures: ['at_least 211 m²'] }],
  ['items left out', 3, '[等候区, 服务区, 自助区, 咨询区]', '[等候区]', { left_out: 3 }, { left_out: 2 }],
  [
    'an item',
    2,
    'hall.opened: { by: 2021-11-15 }',
    'hall.zones: { include_all: [等候区] }',
    { items: ['等候区'] },
    { items: ['服务区'] },
  ],
])('%s that the ledger tells of is silent, another is not', (_, at, from, to, differs, wrong) => {
  const bodies = BODIES.map((body, index) => (index === at ? body.replace(from, to) : body));
  const rule = `r${at + 1}`;
  expect(kinds(bodies)).toHaveLength(1);
  expect(kinds(bodies, { [rule]: differs })).toEqual([]);
  expect(kinds(bodies, { [rule]: wrong })).toHaveLength(2);
});

const ROOT = join(import.meta.dirname, '..', '..');
const STANDARDS = join(ROOT, '..', 'shared', 'standards');
const library = shippedLibrary();

type Mutant = readonly [change: string, rule: Rule];

/** The rule with another text in the place of each match, one at a time. */
const rewritten = (rule: Rule, change: string, pattern: RegExp, to: (match: string) => string): readonly Mutant[] => {
  const written = JSON.stringify(rule.require);
  return [...written.matchAll(pattern)].map(match => {
    const text = written.slice(0, match.index) + to(match[0]) + written.slice(match.index + match[0].length);
    return [change, { ...rule, require: JSON.parse(text) }];
  });
};

const SWAPPED: Readonly<Record<string, string>> = {
  '"op":"at_least"': '"op":"at_most"',
  '"op":"at_most"': '"op":"at_least"',
};

/** Every slip that an author could make in a rule: another obligation, figure, side, and a list cut to its first item. */
const mutantsOf = (rule: Rule): readonly Mutant[] => [
  ...OBLIGATIONS.filter(other => other !== rule.obligation).map(
    (obligation): Mutant => [obligation, { ...rule, obligation }],
  ),
  ...rewritten(rule, 'figure', /"amount":"[\d.]+"/gu, found =>
    found.replace(/[\d.]+/u, amount => String(Number(amount) * 2 + 13)),
  ),
  ...rewritten(
    rule,
    'side',
    /"op":"at_(?:least|most)"(?=,"operand":\{"kind":"value")/gu,
    found => SWAPPED[found] ?? found,
  ),
  ...rewritten(rule, 'list', /(?<="op":"include_all".*?)"codes":\["[^"]+"(?:,"[^"]+"){2,}\]/gu, found =>
    found.replace(/,.*\]/u, ']'),
  ),
  ...(rule.due === undefined ? [] : [['due', { ...rule, due: rule.due.replace(/\d\d$/u, '28') }] as const]),
];

describe.skipIf(!existsSync(STANDARDS)).each(library.packIds())('%s held to its document', id => {
  const open = async (): Promise<{ pack: Pack; ledger: Ledger; source: TextFile }> => {
    const ledger = succeed(await loadLedger(packFolder(id)));
    const source = sourceFor(ledger, succeed(await loadTexts(STANDARDS)));
    if (source === undefined) throw new Error('no document');
    return { pack: succeed(await library.pack(id)), ledger, source };
  };

  it('agrees, but where its ledger tells of it', async () => {
    const { pack, ledger, source } = await open();
    expect(holderOf(ledger, source)(pack).disagreements.map(found => [found.rule.id, found])).toEqual([]);
  });

  it('finds every slip', async () => {
    const { pack, ledger, source } = await open();
    const hold = holderOf(ledger, source);
    const missed = some(25, pack.rules).flatMap(rule =>
      mutantsOf(rule)
        .filter(([, mutant]) => hold(pack, [mutant]).disagreements.length === 0)
        .map(([change]) => `${rule.id}: ${change}`),
    );
    expect(missed).toEqual([]);
  });
});
