import { describe, expect, it } from 'vitest';
import { formatLocation } from '../../src/model/base/location.ts';
import type { Center } from '../../src/model/profile/profile.ts';
import type { Library, PackSummary } from '../../src/model/standard/library.ts';
import { choosePacks } from '../../src/read/profile/submission.ts';

const township = { zh: '乡镇', en: 'Township' };
const village = { zh: '村', en: 'Village' };

const summary = (id: string, more: Partial<PackSummary>): PackSummary =>
  ({ id, counties: ['罗山县'], levels: { township }, period: {}, status: 'in-force', ...more }) as PackSummary;

const SUMMARIES = [
  summary('now', { period: { from: '2020-01-01', until: '2025-12-31' } }),
  summary('next', { period: { from: '2026-01-01' } }),
  summary('draft', { status: 'draft' as PackSummary['status'] }),
  summary('villages', { levels: { village } }),
  summary('other', { counties: ['桃江县'], levels: { township, village } }),
  summary('twin', { counties: ['桃江县'], levels: { village } }),
];

const library = {
  summaries: async () => SUMMARIES,
  pack: async (id: string) => {
    const found = SUMMARIES.find(one => one.id === id);
    return found
      ? { ok: true, value: found, warnings: [] }
      : { ok: false, problems: [{ code: 'unknown-pack', severity: 'error', location: root }] };
  },
} as unknown as Library;

const root = { file: 'p.yaml', line: 1, column: 1 };
const at = (line: number) => ({ state: 'declared', location: { file: 'p.yaml', line, column: 1 } });

const PLACED = new Map([
  ['center.county', at(2)],
  ['center.level', at(3)],
]);

interface Asked {
  readonly asOf?: string;
  readonly packs?: readonly string[];
  readonly level?: 'township' | 'village';
}

/** The packs that are chosen, or why none is: the code, its place and what it names. */
const chosen = async (center: Center, { asOf = '2024-05-01', ...more }: Asked = {}): Promise<string> => {
  const profile = { center, root, facts: PLACED } as unknown as Parameters<typeof choosePacks>[0];
  const read = await choosePacks(profile, library, { packs: [], asOf, ...more });
  if (read.ok) return read.value.map(({ pack, level }) => `${pack.id} ${level}`).join('; ');
  return read.problems
    .map(({ code, severity: _, location, ...details }) => {
      const named = Object.entries(details).filter(([key]) =>
        ['missing', 'near', 'from', 'packs', 'pack'].includes(key),
      );
      return [code, formatLocation(location).split(':')[1], ...named.flatMap(([, value]) => value as string)].join(' ');
    })
    .join('; ');
};

const LUOSHAN = { county: '罗山县', level: 'township' } as const;

const ROWS: readonly (readonly [name: string, center: Center, asked: Asked, chosen: string])[] = [
  ['the one in force', LUOSHAN, {}, 'now township'],
  ['the one in force on its last day', LUOSHAN, { asOf: '2025-12-31' }, 'now township'],
  ['the one after it', LUOSHAN, { asOf: '2026-01-01' }, 'next township'],
  ['none before any', LUOSHAN, { asOf: '2019-12-31' }, 'no-pack 2 2020-01-01'],
  ['the one of its level', { county: '罗山县', level: 'village' }, {}, 'villages village'],
  ['the county by a shorter name', { county: '罗山', level: 'township' }, {}, 'now township'],
  ['none for another county', { county: '光山县', level: 'township' }, {}, 'no-pack 2 罗山县'],
  ['none for a county far from any', { county: '平顶山市新华区', level: 'township' }, {}, 'no-pack 2'],
  ['none for a level', { county: '罗山县', level: 'sub_center' }, {}, 'no-pack 2'],
  ['one of two', { county: '桃江县', level: 'village' }, {}, 'ambiguous-pack 1 other twin'],
  ['the one that is named', LUOSHAN, { packs: ['next'] }, 'next township'],
  ['a draft that is named', LUOSHAN, { packs: ['draft'] }, 'draft township'],
  ['two that are named', LUOSHAN, { packs: ['now', 'other'] }, 'now township; other township'],
  ['one of another county that is named', LUOSHAN, { packs: ['other'] }, 'other township'],
  ['one that is not of the level', LUOSHAN, { packs: ['villages'] }, 'level-not-covered 3 villages'],
  ['one that there is not', LUOSHAN, { packs: ['x'] }, 'unknown-pack 1'],
  ['by a level that stands in', { county: '罗山县' }, { level: 'village' }, 'villages village'],
  ['by its own level before one that stands in', LUOSHAN, { level: 'village' }, 'now township'],
  ['without a county', { level: 'township' }, {}, 'center-undeclared 2 center.county'],
  ['without a level', { county: '罗山县' }, {}, 'center-undeclared 3 center.level'],
  ['without either', {}, {}, 'center-undeclared 2 center.county center.level'],
  ['without a county, where one is named', { level: 'township' }, { packs: ['now'] }, 'now township'],
  ['without a level, where one is named', { county: '罗山县' }, { packs: ['now'] }, 'center-undeclared 3 center.level'],
];

describe('a centre is held against', () => {
  it.each(ROWS)('%s', async (_, center, asked, expected) => {
    expect(await chosen(center, asked)).toBe(expected);
  });
});
