import { expect, it } from 'vitest';
import { strayWaivers } from '../../src/cli/audit/stray-waivers.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';

const waiver = (center: string): Waiver => ({
  rule: 'hall-zones',
  center,
  items: [],
  reason: '改造',
  requestedBy: '甲',
  approvedBy: '乙',
  validFrom: '2026-01-01',
  validThrough: '2026-12-31',
  evidence: ['纪要'],
  location: { file: 'waivers.yaml', line: 2, column: 5 },
});

const CENTERS = ['河滩口镇便民服务中心', '云岭渡乡便民服务中心'];

const said = (center: string, isWhole: boolean) =>
  strayWaivers([waiver(center)], CENTERS, isWhole).map(found => ('suggestions' in found ? found.suggestions : []));

it.each([
  ['the name itself', '河滩口镇便民服务中心', []],
  ['one slip', '河滩囗镇便民服务中心', [['河滩口镇便民服务中心']]],
  ['a name cut short', '云岭渡乡', [['云岭渡乡便民服务中心']]],
  ['another centre of the county', '松林岗乡便民服务中心', []],
])('where a few centres are audited: %s', (_, center, expected) => {
  expect(said(center, false)).toEqual(expected);
});

it('where all are, a centre that is not among them is told of', () => {
  expect(said('松林岗乡便民服务中心', true)).toEqual([[]]);
});
