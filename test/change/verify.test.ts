import { describe, expect, it } from 'vitest';
import { verify } from '../../src/change/verify.ts';
import type { Unchecked } from '../../src/model/result/compared.ts';
import { finding, result } from '../support/kept.ts';

type Json = Readonly<Record<string, unknown>>;

const KEPT = result([finding({ rule: 'area', outcome: 'pass' })], { tool: '1.0.0' });

const { audit, tool } = KEPT;

const verified = (json: Json, anew: Json, unchecked: readonly Unchecked[] = [], packSha = audit.pack.sha256) =>
  verify({
    ...{ kept: KEPT, json, anew, tool, unchecked },
    audit: { ...audit, pack: { ...audit.pack, sha256: packSha } },
    sha256: audit.profile.sha256,
  });

const AREA = { rule: 'area', outcome: 'pass' };
const OPEN = { rule: 'open', outcome: 'fail' };
const about = (outcome: string) => ({ rule: 'area', reading: 'about', outcome });
const wish = (outcome: string) => ({ rule: 'area', reading: 'wish', outcome });

describe('where a result differs from the same computed anew', () => {
  it.each<[what: string, json: Json, anew: Json, path: string | undefined, kept?: unknown, now?: unknown]>([
    ['nowhere', { findings: [AREA, OPEN] }, { findings: [AREA, OPEN] }, undefined],
    [
      'nowhere, whatever order its keys have',
      { score: { low: '1', high: '2' } },
      { score: { high: '2', low: '1' } },
      undefined,
    ],
    [
      'in a finding, by its rule',
      { findings: [AREA, OPEN] },
      { findings: [AREA, { ...OPEN, outcome: 'pass' }] },
      'findings.open.outcome',
      'fail',
      'pass',
    ],
    ['in one that is gone', { findings: [AREA, OPEN] }, { findings: [AREA] }, 'findings.open', OPEN, undefined],
    ['in one that is new', { findings: [AREA] }, { findings: [AREA, OPEN] }, 'findings.open', undefined, OPEN],
    [
      'in the order',
      { findings: [OPEN, AREA] },
      { findings: [AREA, OPEN] },
      'findings',
      ['open', 'area'],
      ['area', 'open'],
    ],
    [
      'in the first of two of one rule',
      { otherwise: [about('pass'), wish('fail')] },
      { otherwise: [about('fail'), wish('fail')] },
      'otherwise.1.outcome',
      'pass',
      'fail',
    ],
    [
      'in the second of two of one rule',
      { otherwise: [about('pass'), wish('fail')] },
      { otherwise: [about('pass'), wish('pass')] },
      'otherwise.2.outcome',
      'fail',
      'pass',
    ],
    ['in what has no name, by its number', { counts: [1, 2] }, { counts: [1, 3] }, 'counts.2', 2, 3],
    ['in what is a list only in one', { sections: [] }, { sections: {} }, 'sections', [], {}],
    [
      'in what it comes to after what a finding says',
      { score: 1, findings: [AREA] },
      { score: 2, findings: [OPEN] },
      'findings.area',
      AREA,
      undefined,
    ],
    [
      'in the pack, whose digest is told by itself',
      { pack: { sha256: 'a', version: '1' } },
      { pack: { sha256: 'b', version: '2' } },
      'pack.version',
      '1',
      '2',
    ],
    ['nowhere, of another release of the tool', { tool: { version: '1' } }, { tool: { version: '2' } }, undefined],
  ])('%s', (_, json, anew, path, kept, now) => {
    const { difference } = verified(json, anew);
    expect(difference && { ...difference, path: difference.path.join('.') }).toEqual(
      path === undefined ? undefined : { path, kept, anew: now },
    );
  });

  it.each<[unchecked: Unchecked, json: Json, anew: Json]>([
    ['peers', { score: 1, scorecard: 2, sections: 3 }, { score: 4, scorecard: 5, sections: 6 }],
    ['peers', { otherwise: [{ ...about('pass'), score: 1 }] }, { otherwise: [{ ...about('pass'), score: 2 }] }],
    ['earlier', { findings: [{ ...AREA, change: 'new' }] }, { findings: [AREA] }],
    ['earlier', { problems: [{ code: 'earlier-unreadable' }] }, { problems: [] }],
    ['earlier', { earlier: 1 }, {}],
  ])('what only %s would tell is left out: %j', (unchecked, json, anew) => {
    expect(verified(json, anew).difference).toBeDefined();
    expect(verified(json, anew, [unchecked]).difference).toBeUndefined();
  });

  it('what stands beside that is held all the same', () => {
    const [json, anew] = [
      { problems: [{ code: 'shape' }], otherwise: [about('pass')] },
      { problems: [], otherwise: [about('fail')] },
    ];
    for (const unchecked of ['peers', 'earlier'] as const)
      expect(verified(json, anew, [unchecked]).difference).toBeDefined();
  });

  it('says which profile and which pack it is now, and holds nothing of a pack that changed', () => {
    const [json, anew] = [{ pack: { version: '1' } }, { pack: { version: '2' } }];
    expect(verified(json, anew, [], 'c'.repeat(64))).toMatchObject({ footing: [{ kind: 'pack' }] });
    expect(verified(json, anew, [], 'c'.repeat(64)).difference).toBeUndefined();
    expect(verified({}, {})).toEqual({ footing: [], unchecked: [] });
    const other = verify({ kept: KEPT, json: {}, anew: {}, audit, tool, unchecked: [], sha256: '2'.repeat(64) });
    expect(other.profile).toEqual({ kept: '1'.repeat(64), anew: '2'.repeat(64) });
  });
});
