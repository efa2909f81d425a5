import { expect, it } from 'vitest';
import { audit, auditFiles, loadPack, loadProfile, loadScheme, orThrow, report, toResult } from '../../src/index.ts';

const FILE = 'fixtures/centers/luoshan-qingshiao.yaml';
const asOf = '2026-11-20';

const pack = orThrow(await loadPack('luoshan-2021'));
const scheme = orThrow(await loadScheme());

const codes = (read: ReturnType<typeof audit>): readonly string[] =>
  read.ok ? ['ok'] : read.problems.map(({ code }) => code);

it('a profile is held against a pack, or refused with the reason', async () => {
  const profile = orThrow(await loadProfile(FILE, { pack }));
  const { level, ...center } = profile.center;
  expect(codes(audit({ profile, pack, scheme, asOf }))).toEqual(['ok']);
  expect(codes(audit({ profile: { ...profile, center }, pack, scheme, asOf }))).toEqual(['center-undeclared']);
  expect(codes(audit({ profile: { ...profile, center }, level: 'township', pack, scheme, asOf }))).toEqual(['ok']);
  expect(codes(audit({ profile, pack: { ...pack, levels: {} }, scheme, asOf }))).toEqual(['level-not-covered']);
  expect(level).toBe('township');
});

it('what cannot be loaded is thrown with every reason where that is asked for', async () => {
  const broken = await loadProfile({ file: 'x.yaml', content: '办事大厅使用面积: 很大\n县区: 罗山县' });
  expect(() => orThrow(broken)).toThrow(/^x\.yaml:1:11: .*很大/u);
});

it('files are audited one after the other, and reported', async () => {
  const kinds: string[] = [];
  for await (const event of auditFiles([FILE, 'missing.yaml'], { packs: [pack.id], scheme, asOf })) {
    kinds.push(event.kind);
    if (event.kind !== 'audit') continue;
    const parts: string[] = [];
    for await (const part of report('tap', [event.audit])) parts.push(String(part));
    expect(parts.join('')).toContain(`not ok 1`);
    expect(toResult(event.audit).counts).toEqual({ pass: 77, fail: 25, unknown: 26, notApplicable: 6, total: 134 });
  }
  expect(kinds).toEqual(['audit', 'rejected']);
});
