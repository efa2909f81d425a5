import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatLocation } from '../../src/model/base/location.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { loadWaivers } from '../../src/read/settings/waivers.ts';
import { problemText } from '../../src/words/problems/problems.ts';

const library = shippedLibrary();
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
