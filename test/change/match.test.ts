import { describe, expect, it } from 'vitest';
import { firstOf, matchEntries } from '../../src/change/match.ts';
import { identityOf } from '../../src/model/profile/identity.ts';
import type { Center } from '../../src/model/profile/profile.ts';

const keyOf = (center: Center): string => identityOf({ center, path: '' });

const entries = (text: string) =>
  text
    .split(' ')
    .filter(word => word !== '')
    .map(word => ({ word, key: keyOf({ name: word.slice(0, 1) }), pack: word.slice(1, 2) }));

const matched = (from: string, to: string): string => {
  const [was, is] = [entries(from), entries(to)];
  const pairs = matchEntries(was, is);
  const repeated = [was, is].flatMap(results => firstOf(results).repeated);
  const said = pairs.map(pair => `${pair.from?.word ?? ''}-${pair.to?.word ?? ''}`);
  return [...said, ...repeated.map(({ entry, first }) => `${entry.word}=${first.word}`)].join(' ');
};

/** A letter is a centre, a digit a pack, a mark tells two of both apart. */
describe('results of the same centre', () => {
  it.each([
    ['in any order', 'a1 b1', 'b1 a1', 'b1-b1 a1-a1'],
    ['new and gone', 'a1 b1', 'b1 c1', 'b1-b1 -c1 a1-'],
    ['under another pack', 'a1', 'a2', 'a1-a2'],
    ['under two packs, of which one is the same', 'a1', 'a2 a1', '-a2 a1-a1'],
    ['under two packs both changed', 'a1 a2', 'a3 a4', 'a1-a3 a2-a4'],
    ['one pack given up', 'a1 a2', 'a2', 'a2-a2 a1-'],
    ['the same twice', 'a1 a1! b1', 'a1', 'a1-a1 b1- a1!=a1'],
    ['nothing before', '', 'a1', '-a1'],
  ])('%s', (_, from, to, expected) => {
    expect(matched(from, to)).toBe(expected);
  });
});

/** `青县/石桥镇/石桥镇便民服务中心`, a village's behind `村`. */
const centre = (text: string): Center => {
  const [place = '', township = '', name = ''] = text.split('/');
  const county = place.replace('村:', '');
  return {
    level: place.startsWith('村:') ? 'village' : 'township',
    ...(county !== '' && { county }),
    ...(township !== '' && { township }),
    ...(name !== '' && { name }),
  };
};

const called = (text: string) => ({ text, key: keyOf(centre(text)), pack: 'p' });

const kin = (from: readonly string[], to: readonly string[]): readonly string[] =>
  matchEntries(from.map(called), to.map(called)).flatMap(({ from: was, to: is, by }) =>
    was === undefined || is === undefined ? [] : [`${by}: ${was.text} = ${is.text}`],
  );

describe('results of a centre that they do not call the same', () => {
  const WHOLE = '青县/石桥镇/石桥镇便民服务中心';
  it.each([
    ['the county in front', ['青县/石桥镇/青县石桥镇便民服务中心'], [WHOLE], 'name'],
    ['the county in front of it and nowhere else', ['/石桥镇/青县石桥镇便民服务中心'], [WHOLE], 'name'],
    ['the township left out', ['青县//石桥镇便民服务中心'], [WHOLE], 'name'],
    ['both left out', ['//石桥镇便民服务中心'], [WHOLE], 'name'],
    ['a name without its township', ['青县/石桥镇/便民服务中心'], [WHOLE], 'name'],
    ['another name, alone in its township', ['青县/石桥镇/石桥镇政务大厅'], [WHOLE], 'place'],
    ['no name', ['青县/石桥镇/'], [WHOLE], 'place'],
    ['the township of a village left out', ['村:青县//柳河村便民服务站'], ['村:青县/石桥镇/柳河村便民服务站'], 'name'],
  ] as const)('%s', (_, from, to, by) => {
    expect(kin(from, to)).toEqual([`${by}: ${from[0]} = ${to[0]}`]);
    expect(kin(to, from)).toEqual([`${by}: ${to[0]} = ${from[0]}`]);
  });

  it.each([
    ['another township', ['青县/柳镇/便民服务中心'], ['青县/石桥镇/便民服务中心']],
    ['another county', ['青县/石桥镇/石桥镇便民服务中心'], ['白县/石桥镇/石桥镇便民服务中心']],
    ['another level', ['村:青县//石桥镇便民服务中心'], [WHOLE]],
    ['another village of the township', ['村:青县/石桥镇/柳河村便民服务站'], ['村:青县/石桥镇/桥头村便民服务站']],
    ['one of two', ['//便民服务中心'], ['青县/石桥镇/石桥镇便民服务中心', '青县/柳镇/柳镇便民服务中心']],
    ['two of one', ['青县//石桥镇便民服务中心', '//石桥镇便民服务中心'], [WHOLE]],
    ['two in its township', ['青县/石桥镇/甲中心', '青县/石桥镇/乙中心'], ['青县/石桥镇/丙中心']],
    ['nothing but its county', ['青县//'], ['青县//石桥镇便民服务中心']],
  ] as const)('not where it is %s', (_, from, to) => {
    expect(kin(from, to)).toEqual([]);
    expect(kin(to, from)).toEqual([]);
  });

  it('goes after those that are called the same', () => {
    const from = ['青县/石桥镇/石桥镇便民服务中心', '青县//石桥镇便民服务中心'];
    expect(kin(from, [WHOLE])).toEqual([`undefined: ${WHOLE} = ${WHOLE}`]);
  });

  it('takes a name before a township', () => {
    const from = ['青县/石桥镇/青县石桥镇便民服务中心', '青县/石桥镇/石桥镇分厅'];
    expect(kin(from, ['青县/石桥镇/新厅', WHOLE])).toEqual([
      `place: ${from[1]} = 青县/石桥镇/新厅`,
      `name: ${from[0]} = ${WHOLE}`,
    ]);
  });

  it('is found among thousands in a moment', () => {
    const names = Array.from({ length: 8_000 }, (_, index) => `第${index}镇`);
    const from = names.map(name => `青县/${name}/青县${name}便民服务中心`);
    const to = names.map(name => `青县/${name}/便民服务中心`);
    expect(kin(from, to)).toHaveLength(names.length);
  });
});
