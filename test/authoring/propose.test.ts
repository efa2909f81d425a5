import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { proposalsFor } from '../../src/authoring/propose/propose.ts';
import { reasonFor } from '../../src/authoring/propose/reason.ts';
import { splitSentences } from '../../src/authoring/trace/sentences.ts';
import { main } from '../../src/cli/main.ts';
import { indexVocabulary } from '../../src/model/standard/vocabulary.ts';
import { loadLedger } from '../../src/read/pack/authored.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { loadPack } from '../../src/read/pack/rule-files.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';

const DOCUMENT = `石岭县便民服务中心建设办法
第一章　总则
第一条　为方便群众办事，根据上级文件，制定本办法。
第二章　场所
第二条　办事大厅使用面积不低于150平方米。
第三条　窗口工作台高度为75厘米至85厘米。
第四条　办事大厅应当设置窗口服务区、等候休息区、自助服务区。
第五条　有条件的，可以提供免费邮寄服务。
第六条　办件满意度原则上不低于98%。
第六条之一　鼓励有条件的乡镇设置母婴室，面积不小于8平方米。
第六条之二　中心应当建立首问负责制、限时办结制和责任追究制。
第三章　附则
第七条　县政务服务管理局应当加强检查指导。
第八条　本办法自发布之日起施行。
`;

const vocabulary = succeed(await shippedLibrary().vocabulary());

const proposed = proposalsFor(splitSentences(DOCUMENT), vocabulary);

const run = async (...words: readonly string[]): Promise<{ readonly code: number; readonly out: string }> => {
  const out: string[] = [];
  const keep = (text: string | Uint8Array): void => void out.push(String(text));
  const code = await main(words, { out: keep, err: () => {}, color: false, columns: 100, isTTY: false });
  return { code, out: out.join('') };
};

test.each([
  ['第二条', 'hall.usable_area', 'must', undefined],
  ['第三条', 'counters.height', 'must', undefined],
  ['第四条', 'hall.zones', 'must', '应当'],
  ['第五条', 'amenities.free_mailing', 'may', '可以'],
  ['第六条之一', 'hall.usable_area', 'may', '有条件的'],
  ['第六条之二', 'systems.established', 'must', '应当'],
])('%s suggests %s, by its word', (clause, fact, obligation, word) => {
  const found = proposed.filter(({ sentence }) => sentence.clause === clause).flatMap(({ suggestions }) => suggestions);
  const [first] = found.toSorted((a, b) => b.candidate.sure - a.candidate.sure);
  expect([first?.candidate.fact.id, first?.obligation, first?.word]).toEqual([fact, obligation, word]);
});

test('figures are proposed with their side', () => {
  const sides = proposed.flatMap(({ suggestions }) =>
    suggestions.flatMap(({ candidate: { figure } }) => (figure === undefined ? [] : [[figure.amounts, figure.side]])),
  );
  expect(sides).toEqual([
    [['150'], 'at_least'],
    [['75', '85'], 'range'],
    [['8'], 'at_least'],
  ]);
});

test.each([
  ['每个窗口的服务场所面积不小于6平方米。', 'premises.service_area', 'windows'],
  ['每个窗口的工作台高度不低于75厘米。', 'counters.height', undefined],
  ['服务场所面积不小于60平方米。', 'premises.service_area', undefined],
])('%s asks so much of %s for each of %s', (text, fact, each) => {
  const [, proposal] = proposalsFor(splitSentences(`甲县办法\n第一条　${text}\n`), vocabulary);
  const found = proposal?.suggestions.find(({ candidate }) => candidate.fact.id === fact);
  expect([found?.candidate.fact.id, found?.candidate.each?.id]).toEqual([fact, each]);
});

const context = (text: string) => ({ clause: '一', text, opensClause: true, seen: false });

test.each([
  ['一、总则', 'heading'],
  ['1.规范办公场所。', 'heading'],
  ['为方便群众办事，根据上级文件，制定本办法。', 'background'],
  ['本办法自发布之日起施行。', 'definition'],
  ['对工作不力的，依规追究责任。', 'consequence'],
  ['县政务服务管理局应当加强检查指导。', 'department'],
  ['申请人应当提交材料。', 'public'],
  ['各县区人民政府要加强领导。', 'county'],
  ['大厅应当整洁。', undefined],
])('%s: %s', (text, reason) => {
  expect(reasonFor(context(text))).toBe(reason);
});

test('a pack of drafts loads, audits nothing and counts them; a rule counts once a person has confirmed it', async () => {
  const folder = newFolder();
  const [pack, source] = [join(folder, 'shiling'), join(folder, '办法.txt')];
  writeFileSync(source, DOCUMENT);
  expect((await run('packs', 'new', pack, '--county', '石岭县', '--source', source)).code).toBe(0);
  const drafted = succeed(await loadPack(pack, pack, vocabulary));
  expect(drafted.rules).toEqual([]);
  expect(drafted.sections.map(({ clause, title }) => [clause, title.zh])).toEqual([['第二章', '场所']]);
  expect(drafted.drafts?.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['hall-usable-area', 'counters-height', 'hall-zones', 'amenities-free-mailing']),
  );
  const lint = await run('packs', 'lint', pack, '--lang', 'zh');
  expect(lint.out).toContain(`0 条规则`);
  expect(lint.out).toContain(`${drafted.drafts?.length} 条草稿`);
  const trace = await run('packs', 'trace', pack, '--source', source, '--lang', 'zh');
  expect(trace.out).toContain('还没有人确认');
  expect(trace.out).toContain('：0 处不符');
  const file = join(pack, 'township.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('  - id: hall-usable-area\n    draft: yes\n', '  - id: hall-usable-area\n'));
  const confirmed = succeed(await loadPack(pack, pack, vocabulary));
  expect(confirmed.rules.map(({ id, clause, section, obligation }) => [id, clause, section, obligation])).toEqual([
    ['hall-usable-area', ['第二条'], 'part-2', 'must'],
  ]);
  const { entries } = succeed(await loadLedger({ path: pack, shown: pack }));
  expect(entries.filter(({ reason, draft }) => (reason !== undefined) !== (draft === true))).toEqual([]);
});

test('the same document is always drafted the same', () => {
  expect(JSON.stringify(proposalsFor(splitSentences(DOCUMENT), vocabulary))).toBe(JSON.stringify(proposed));
});

test('what a standard says of itself, and its terms, are definitions', () => {
  const text =
    '1 范围\n本文件规定了场所要求。\n3 术语和定义\n3.1\n便民服务站\n村里为群众代办的场所。\n4 要求\n4.1 服务站应整洁。';
  const found = proposalsFor(splitSentences(text), indexVocabulary({ themes: [], facts: [], lists: [] }));
  expect(found.map(({ sentence, reason }) => [sentence.clause, reason])).toEqual([
    ['1', 'heading'],
    ['1', 'definition'],
    ['3', 'heading'],
    ['3.1', 'heading'],
    ['3.1', 'heading'],
    ['3.1', 'definition'],
    ['4', 'heading'],
    ['4.1', undefined],
  ]);
});

test.each([
  ['years are no windows', '窗口连续任职不超过3年。', []],
  ['a place is not asked of itself', '便民服务中心应当公开办事指南。', ['guides.available']],
])('%s', (_, text, facts) => {
  const found = proposalsFor(splitSentences(text), vocabulary);
  expect(found.flatMap(({ suggestions }) => suggestions.map(({ candidate }) => candidate.fact.id))).toEqual(facts);
});

test('the steps printed name the document that was given, as a shell takes it', async () => {
  const folder = newFolder();
  const file = join(folder, '办法（试行）.txt');
  writeFileSync(file, DOCUMENT);
  const { out } = await run('packs', 'new', join(folder, 'own'), '--source', file);
  expect(out.match(/--source .*/gu)).toEqual([`--source "${file}"`, `--source "${file}" -o own.html`]);
});
