import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/audit/gate.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { applyWaivers } from '../../src/score/waive.ts';
import { standingOf, verdictText } from '../../src/words/scoring/score.ts';
import { newFolder } from '../support/folders.ts';
import { inside } from '../support/inside.ts';
import { sampleAudit } from '../support/sample.ts';

const DAY = ['--as-of', '2026-11-20', '--no-config'];
const VERDICTS = { met: 'passed', free: 'passed', 'not-met': 'failed', open: 'undecided' } as const;

const waiver = (rule: string): Waiver => ({
  rule,
  center: 'profile.yaml',
  items: [],
  reason: '新大厅在建',
  requestedBy: '甲',
  approvedBy: '乙',
  validFrom: '2024-01-01',
  validThrough: '2024-12-31',
  evidence: ['批复'],
  location: { file: 'waivers.yaml', line: 2, column: 5 },
});

describe('one report', () => {
  const plain = sampleAudit('hall.area: 184\nhall.bank: 否\n');
  const rules = plain.findings.map(({ finding }) => finding.rule.id);

  it('gives the same verdict at its head and at the gate, whatever is waived', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.subarray(rules), waived => {
        const audit = applyWaivers(plain, waived.map(waiver));
        seen.add(standingOf(audit));
        expect(judge(audit, { failOn: 'must' }).verdict).toBe(VERDICTS[standingOf(audit)]);
      }),
    );
    expect([...seen].sort()).toEqual(['met', 'not-met', 'open']);
  });

  it('does not speak of what is waived as of what is not met', () => {
    const audit = applyWaivers(plain, rules.map(waiver));
    expect(plain.counts.fail).toBeGreaterThan(0);
    expect(verdictText(audit, 'zh')).toMatch(/^达标/u);
    expect(verdictText(audit, 'en')).not.toMatch(/not met/iu);
  });

  it('says of each number of what is open which it is', async () => {
    const { out } = await inside('audit', 'fixtures/centers/luoshan-qingshiao.yaml', '-p', 'luoshan-2021', ...DAY);
    const number = (pattern: RegExp): number => Number(pattern.exec(out)?.[1]);
    const binding = number(/■ 未定（(\d+) 条，不含可做事项 \d+ 条）/u);
    const free = number(/■ 未定（\d+ 条，不含可做事项 (\d+) 条）/u);
    expect(number(/条目 .*未定 (\d+)/u)).toBe(binding + free);
    const facts = new Set([...out.matchAll(/^ {4}补报 {2}(.+)（未申报）$/gmu)].map(([, said]) => said));
    expect(facts.size).toBe(number(/可达 \S+：(\d+) 项未申报/u));
  });
});

const profile = (name: string, height: string): string =>
  JSON.stringify({
    中心名称: `${name}便民服务中心`,
    县区: '青源县',
    乡镇: name,
    级别: '乡镇',
    办事大厅使用面积: 160,
    窗口工作台: [
      { 名称: '1号台', 台面高度: '80厘米' },
      { 名称: '咨询台', 台面高度: height },
    ],
  });

const PACK = ['-p', 'fixtures/packs/qingyuan-2024', ...DAY];

const batchOf = async (files: Readonly<Record<string, string>>): Promise<readonly [folder: string, said: string]> => {
  const [inputs, output] = [newFolder(), newFolder()];
  for (const [name, text] of Object.entries(files)) writeFileSync(join(inputs, name), text);
  const roster = join(newFolder(), '名册.txt');
  writeFileSync(roster, ['甲乡', '乙乡', '丙乡', '丁乡'].map(name => `${name}便民服务中心\n`).join(''));
  const said = await inside('batch', inputs, '-o', output, '--roster', roster, ...PACK);
  return [output, said.out + said.err];
};

describe('a batch and what is compared with it', () => {
  it('count alike who did not submit, and know whom the earlier round rejected', async () => {
    const bad = profile('乙乡', '86公里');
    const [older, said] = await batchOf({ 'a.json': profile('甲乡', '80厘米'), 'b.json': bad });
    const [newer] = await batchOf({ 'a.json': profile('甲乡', '80厘米'), 'b.json': profile('乙乡', '80厘米') });
    expect(said).toContain('未报送 2：');
    const { out } = await inside('compare', older, newer);
    expect(out).toMatch(/应报 4，未报送 2，没有结果 3 → 2/u);
    expect(out).toMatch(/上次被拒收 {2}\S+ → \S+ +乙乡便民服务中心/u);
    expect(out).not.toContain('新增');
  });

  it('call a record by its name', async () => {
    const [folder] = await batchOf({ 'a.json': profile('甲乡', '86厘米') });
    const page = readFileSync(join(folder, 'summary.html'), 'utf8');
    expect(page).toContain('台面高度（咨询台）');
    expect(page).not.toContain('第 2 项');
  });

  it('take a centre by a part of its name where it is one', async () => {
    const [folder] = await batchOf({ 'a.json': profile('甲乡', '80厘米'), 'b.json': profile('乙乡', '80厘米') });
    expect((await inside('compare', folder, folder, '--center', '甲')).out).toContain('甲乡便民服务中心');
    expect((await inside('compare', folder, folder, '--center', '便民')).code).toBe(64);
  });
});
