import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatLocation } from '../../src/model/base/location.ts';
import { folderLibrary } from '../../src/read/pack/library.ts';
import { loadWaivers } from '../../src/read/settings/waivers.ts';
import { problemText } from '../../src/words/problems/problems.ts';

const library = folderLibrary('rules');
const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));

const GOOD = `waivers:
  - rule: hall-zones
    centre: 河滩口镇便民服务中心
    reason: 大厅改造
    requested_by: 甲
    approved_by: 乙
    valid_from: 2026-01-01
    valid_through: 2026-12-31
    evidence: 会议纪要
`;

const load = async (text: string) => {
  const file = join(folder, 'waivers.yaml');
  writeFileSync(file, text);
  const read = await loadWaivers([file], library, []);
  const problems = read.ok ? read.warnings : read.problems;
  return {
    waivers: read.ok ? read.value : [],
    said: problems.map(
      found => `${formatLocation(found.location).replace(`${file}:`, '')} ${found.code} ${problemText(found, 'zh')}`,
    ),
  };
};

it('reads a waiver with everything that answers for it', async () => {
  const { waivers, said } = await load(GOOD);
  expect(said).toEqual([]);
  expect(waivers).toMatchObject([
    {
      rule: 'hall-zones',
      center: '河滩口镇便民服务中心',
      items: [],
      evidence: ['会议纪要'],
      validThrough: '2026-12-31',
    },
  ]);
});

it.each([
  ['an unknown rule', ['hall-zones', 'hall-zone'], /^2:5 unknown-name .*hall-zone.*是不是想写“hall-zones”/u],
  ['an unknown pack', ['    reason', '    pack: luan-2021\n    reason'], /^2:5 unknown-pack .*luan-2022/u],
  ['a rule that its pack does not have', ['    reason', '    pack: hengyang\n    reason'], /^2:5 unknown-name/u],
  ['an end before its beginning', ['2026-12-31', '2025-12-31'], /^8:20 empty-range/u],
  ['a day that does not exist', ['2026-12-31', '2026-02-30'], /^8:20 shape .*YYYY-MM-DD/u],
  ['a date by words', ['2026-12-31', '年底'], /^8:20 shape/u],
  ['nobody who granted it', ['    approved_by: 乙\n', ''], /^2:5 shape .*approved_by/u],
  ['no evidence', ['    evidence: 会议纪要\n', ''], /^2:5 shape .*evidence/u],
  ['an empty reason', ['大厅改造', '""'], /^4:13 shape/u],
  ['a misspelt key', ['requested_by', 'requestedby'], /unknown-key .*requested_by/u],
  ['a key given twice', ['    reason', '    rule: x\n    reason'], /duplicate-key/u],
])('refuses %s at its line', async (_, [was = '', is = ''], expected) => {
  const { waivers, said } = await load(GOOD.replace(was, is));
  expect(waivers).toEqual([]);
  expect(said.some(line => expected.test(line))).toBe(true);
});

it('tells every mistake at once', async () => {
  const { said } = await load(
    GOOD.replace('2026-12-31', '2025-12-31').replace('rule: hall-zones', 'rule: x') +
      GOOD.slice('waivers:\n'.length).replace('乙', '""'),
  );
  expect(said.length).toBeGreaterThan(0);
});
