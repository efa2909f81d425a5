import { describe, expect, it } from 'vitest';
import { kinOf } from '../../src/change/kin.ts';
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
  const pairs = matchEntries(was, is, new Map());
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
  const county = place.replace(/^(?:村|窗口):/u, '');
  return {
    level: place.startsWith('村:') ? 'village' : 'township',
    ...(county !== '' && { county }),
    ...(township !== '' && { township }),
    ...(name !== '' && { name }),
  };
};

const called = (text: string) => ({ text, key: keyOf(centre(text)), pack: 'p' });

/** `×甲镇便民服务中心` was refused, `窗口:青县/甲镇/1号窗口` is no centre. */
const sideOf = (texts: readonly string[]) => {
  const refused = texts.filter(text => text.startsWith('×')).map(text => text.slice(1));
  const entries = texts.filter(text => !text.startsWith('×')).map(called);
  const centers = entries.filter(({ text }) => !text.startsWith('窗口:')).map(({ key }) => key);
  return { entries, known: { keys: entries.map(({ key }) => key), centers, refused } };
};

const kin = (from: readonly string[], to: readonly string[]): readonly string[] => {
  const [was, is] = [sideOf(from), sideOf(to)];
  const pairs = matchEntries(was.entries, is.entries, kinOf(was.known, is.known));
  return pairs.flatMap(pair => (pair.from && pair.to ? [`${pair.by}: ${pair.from.text} = ${pair.to.text}`] : []));
};

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
    ['a name that is its township alone', ['青县//石桥镇'], ['青县/石桥镇/'], 'name'],
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
    ['called as its county is', ['青县//青县'], ['青县/石桥镇/']],
    ['another window of its township', ['窗口:青县/石桥镇/社保窗口'], ['窗口:青县/石桥镇/医保窗口']],
    ['a window where there was a centre', ['窗口:青县/石桥镇/社保窗口'], [WHOLE]],
    [
      'one whose new submission was refused',
      [WHOLE, '青县/柳镇/甲中心'],
      ['青县/石桥镇/园区分厅', '×石桥镇便民服务中心'],
    ],
    ['one that was refused before', [WHOLE], ['青县/石桥镇/园区分厅', '×石桥镇便民服务中心']],
    ['one that is refused without a name', ['青县/石桥镇/'], ['青县/石桥镇/园区分厅', '×石桥镇']],
  ] as const)('not where it is %s', (_, from, to) => {
    expect(kin(from, to)).toEqual([]);
    expect(kin(to, from)).toEqual([]);
  });

  it('goes after those that are called the same', () => {
    const from = ['青县/石桥镇/石桥镇便民服务中心', '青县//石桥镇便民服务中心'];
    expect(kin(from, [WHOLE])).toEqual([`undefined: ${WHOLE} = ${WHOLE}`]);
  });

  it.each(['青县/石桥镇/青县石桥镇便民服务中心', WHOLE])('is not what is left beside %s', main => {
    const matched = kin([main, '青县/石桥镇/柳乡分厅'], ['青县/石桥镇/园区分厅', WHOLE]);
    expect(matched).toEqual([`${main === WHOLE ? undefined : 'name'}: ${main} = ${WHOLE}`]);
  });

  it('takes a name before a township', () => {
    const from = ['青县//石桥镇便民服务中心', '青县/石桥镇/石桥镇分厅'];
    expect(kin(from, [WHOLE])).toEqual([`name: ${from[0]} = ${WHOLE}`]);
  });

  it('is found among thousands in a moment', () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `第${index}镇`);
    const from = names.map(name => `青县/${name}/青县${name}便民服务中心`);
    const to = names.map(name => `青县/${name}/便民服务中心`);
    expect(kin(from, to)).toHaveLength(names.length);
  });
});
