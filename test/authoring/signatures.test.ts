import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/authoring/trace/sentences.ts';
import { main } from '../../src/cli/main.ts';
import type { Ledger } from '../../src/model/standard/ledger.ts';
import { digestOf, readSignatures } from '../../src/read/pack/beside/signatures.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';
import { packWith } from './support.ts';

const location = { file: 'clauses.yaml', line: 1, column: 1 };

const ledgerOf = (sentence: string, note = ''): Ledger => ({
  source: {},
  location,
  entries: [{ clause: '一', text: fingerprintOf(sentence), rules: ['r1'], note, location }],
});

const RULE = 'title: { zh: 面积, en: Area }\nrequire: { hall.area: { at_least: 200 m² } }\nobligation: must';

const digest = (rule: string, ledger?: Ledger): string => {
  const [first] = packWith(rule).rules;
  if (first === undefined) throw new Error('a pack of one rule');
  return digestOf(first, ledger);
};

describe('what is signed', () => {
  const signed = digest(RULE, ledgerOf('大厅不少于200平方米。'));

  it.each([
    ['the figure', RULE.replace('200', '210'), '大厅不少于200平方米。'],
    ['the side of the limit', RULE.replace('at_least', 'at_most'), '大厅不少于200平方米。'],
    ['the obligation', RULE.replace('must', 'should'), '大厅不少于200平方米。'],
    ['the title', RULE.replace('面积', '使用面积'), '大厅不少于200平方米。'],
    ['a condition', `${RULE}\nwhen: { hall.clean: yes }`, '大厅不少于200平方米。'],
    ['a note', `${RULE}\nnote: 含200`, '大厅不少于200平方米。'],
    ['the sentence', RULE, '大厅不少于210平方米。'],
  ])('is another when %s changes', (_, rule, sentence) => {
    expect(digest(rule, ledgerOf(sentence))).not.toBe(signed);
  });

  it('is the same wherever the rule stands, in whatever order its parts, and whatever the ledger remarks', () => {
    const [title, require, obligation] = RULE.split('\n');
    const turned = [obligation, require, title].join('\n');
    expect(digest(turned, ledgerOf('大厅不少于200平方米。', '已核'))).toBe(signed);
  });
});

describe('signatures.yaml', () => {
  it.each([
    ['a digest that is none', '[{ rule: r1, by: 甲一, on: 2026-11-20, digest: abc }]', 'shape'],
    ['a day that is none', '[{ rule: r1, by: 甲一, on: 2026-13-20, digest: "0123456789abcdef" }]', 'shape'],
    ['nobody', '[{ rule: r1, by: "", on: 2026-11-20, digest: "0123456789abcdef" }]', 'shape'],
    [
      'one rule twice',
      '[{ rule: r1, by: 甲, on: 2026-11-20, digest: "0123456789abcdef" }, { rule: r1, by: 乙, on: 2026-11-20, digest: "0123456789abcdef" }]',
      'duplicate-id',
    ],
  ])('is refused with %s', async (_, list, code) => {
    const read = readSignatures(succeed(await readYaml('signatures.yaml', `signatures: ${list}\n`)));
    expect(read.ok ? [] : read.problems.map(found => found.code)).toEqual([code]);
  });
});

const run = async (...words: readonly string[]): Promise<{ readonly code: number; readonly text: string }> => {
  const said: string[] = [];
  const keep = (text: string | Uint8Array): void => void said.push(String(text));
  const code = await main(words, { out: keep, err: keep, color: false, columns: 120, isTTY: false });
  return { code, text: said.join('') };
};

const PACK = join(import.meta.dirname, '..', '..', 'fixtures', 'packs', 'qingyuan-2024');

/** Another copy of a pack, with a part of a file as it is to be; a process reads a folder once. */
const copyOf = (pack: string, file = 'pack.yaml', from = '', to = ''): string => {
  const copy = join(newFolder(), 'qingyuan');
  cpSync(pack, copy, { recursive: true });
  const text = readFileSync(join(copy, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(copy, file), text.replace(from, to));
  return copy;
};

const signed = async (pack: string, by: string, ...more: readonly string[]): Promise<string> => {
  const copy = copyOf(pack);
  expect((await run('packs', 'sign', copy, '--by', by, '--on', '2026-11-20', ...more)).code).toBe(0);
  return copyOf(copy);
};

describe('duibiao packs sign', () => {
  it('puts a name under each rule, which a change voids in lint and guide until it is signed anew', async () => {
    const whole = await signed(PACK, '甲一');
    expect(await run('packs', 'lint', whole)).toEqual({ code: 0, text: expect.stringContaining('0 处问题') });
    const changed = copyOf(whole, 'township.yaml', 'obligation: must', 'obligation: should');
    const lint = await run('packs', 'lint', changed);
    expect([lint.code, lint.text]).toEqual([1, expect.stringMatching(/signatures\.yaml:3:\d+: .*签字作废/u)]);
    const guide = await run('packs', 'guide', changed, '--sign');
    expect(guide.text.match(/签字后有改动，须重新签字/gu)).toHaveLength(1);
    expect(guide.text.match(/甲一 2026-11-20<br>摘要 [\da-f]{16}\n/gu)).toHaveLength(5);
    const again = await signed(changed, '乙二');
    expect(
      readFileSync(join(again, 'signatures.yaml'), 'utf8')
        .match(/甲一|乙二/gu)
        ?.sort(),
    ).toEqual(['乙二', '甲一', '甲一', '甲一', '甲一', '甲一'].sort());
  });

  it('refuses a rule that the pack does not have, and writes nothing', async () => {
    const pack = copyOf(PACK);
    const { code, text } = await run('packs', 'sign', pack, '--by', '甲一', '--rule', 'nowhere');
    expect([code, text, existsSync(join(pack, 'signatures.yaml'))]).toEqual([
      64,
      expect.stringContaining('没有这个条款规则：“nowhere”'),
      false,
    ]);
  });

  const WANTED = 'signed: yes\nstatus:';
  it.each([
    ['not told in reports that do not want it', () => copyOf(PACK), false],
    ['told in reports that want it', () => copyOf(PACK, 'pack.yaml', 'status:', WANTED), true],
    ['not told where all is signed', () => signed(copyOf(PACK, 'pack.yaml', 'status:', WANTED), '甲一'), false],
  ])('is %s', async (_, make, isTold) => {
    const pack = await make();
    const profile = join(newFolder(), 'a.yaml');
    await run('packs', 'exemplar', pack, '-o', profile);
    const { text } = await run('audit', profile, '--pack', pack, '--no-config');
    expect(text.includes('有 6 条没有签字，或签字后有改动')).toBe(isTold);
  });
});
