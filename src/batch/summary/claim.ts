import { groupByEach } from '../../model/base/group.ts';
import type { Center } from '../../model/profile/profile.ts';
import type { RosterEntry } from '../../model/result/summary.ts';
import { fold } from '../../read/profile/names.ts';

/** What stands behind the name of a place in the name of its centre: 便民服务中心, 党群服务站, 政务服务大厅. */
const KIND = /(?:便民|政务|党群|综合|为民)*服务(?:分?中心|站|点|大厅|室)*$/u;

const SHORTEST = 2;

/** What a file or a folder of a centre may be called: `坏柳镇便民服务中心`, `坏柳镇`. */
const keysOf = ({ name, township }: Center): readonly string[] => {
  const named = [name, name?.replace(KIND, ''), township].flatMap(text => (text === undefined ? [] : fold(text)));
  return [...new Set(named)].filter(({ length }) => length >= SHORTEST);
};

/** The keys that stand in a text; a part of a longer one, such as 柳镇 in 坏柳镇, does not. */
const keysIn = (text: string, longestFirst: readonly string[]): readonly string[] => {
  let rest = fold(text);
  return longestFirst.filter(key => {
    if (!rest.includes(key)) return false;
    rest = rest.replaceAll(key, ' ');
    return true;
  });
};

/** The centres of a roster that the path of a file names, by their numbers: the file itself before its folders. */
export const makeClaims = (roster: readonly RosterEntry[]): ((path: string) => readonly number[]) => {
  const byKey = groupByEach(roster.keys(), index => keysOf(roster[index]?.center ?? {}));
  const keys = [...byKey.keys()].sort((a, b) => b.length - a.length);
  const inCounty = (path: string) => (index: number) => {
    const county = roster[index]?.center.county;
    return county !== undefined && fold(path).includes(fold(county));
  };
  return path => {
    for (const part of path.split(/[/\\]/u).toReversed()) {
      const found = keysIn(part, keys).flatMap(key => {
        const namesakes = byKey.get(key) ?? [];
        const near = namesakes.filter(inCounty(path));
        return near.length > 0 ? near : namesakes;
      });
      if (found.length > 0) return [...new Set(found)];
    }
    return [];
  };
};
