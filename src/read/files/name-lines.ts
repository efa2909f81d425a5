import type { Location } from '../../model/base/location.ts';
import { isBelowList, isCounted, isPart, isTotal } from '../layouts/furniture.ts';
import { isPlace, namedBy } from '../layouts/place-names.ts';

/** The number or the mark of a line of a list: 1. 二、 （3） ④ - • */
const NUMBER = /^(?:[（(]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?:[)）.．、]|\s)|[①-⑳]|[-–—*•●○■◆▪])\s*/u;

const TITLE = /(?:名单|名册|名录|一览表|统计表|汇总表|情况表)$/u;

/** What is no place's own name: 各乡镇, 便民服务中心. */
const KIND =
  /^(?:各|所属|所在)?(?:乡镇|镇街|街镇|乡|镇|街道|村|社区|(?:便民|政务|党群|综合|为民)*服务(?:分?中心|站|点|大厅))$/u;

/** What a list is headed by, and what stands below it. */
export const isAboutList = (line: string): boolean =>
  TITLE.test(line) ||
  KIND.test(line) ||
  isPart(line.replace(NUMBER, '')) ||
  [isTotal, isCounted, isBelowList].some(is => is(line));

const LABEL = /^[^:：]{2,20}[:：]\s*/u;
const ENDED = /[、，,；;。]+$/u;

const partsBy = (line: string, mark: RegExp): readonly string[] =>
  line.split(mark).flatMap(part => (part.trim() === '' ? [] : part.trim()));

/** A line with a telephone or a clerk beside the name, in columns or behind it. */
const placeAmong = (line: string): string | undefined => {
  const columns = partsBy(line, /\t/u);
  const place = columns.find(part => namedBy([part]) === '名称') ?? columns.find(isPlace);
  if (columns.length > 1 && place !== undefined) return place;
  const [first, ...others] = partsBy(line, /\s/u);
  return first !== undefined && others.length > 0 && isPlace(first) ? first : undefined;
};

/** Several names that one text lists: 甲镇、乙镇. */
export const severalIn = (text: string): readonly string[] => {
  const parts = partsBy(text, /[、，,；;]/u);
  return parts.length > 1 && parts.every(isPlace) ? parts : [];
};

/** The names in a line: one, without its number, or several: 罗山县：甲镇、乙镇、丙乡。 */
const placesIn = (line: string): readonly string[] => {
  const bare = line.replace(NUMBER, '').replace(ENDED, '');
  const several = severalIn(bare.replace(LABEL, ''));
  if (several.length > 0) return several;
  return bare === '' || isAboutList(line) || isAboutList(partsBy(bare, /\t/u)[0] ?? '')
    ? []
    : [placeAmong(bare) ?? bare];
};

export interface ListedName {
  readonly name: string;
  readonly location: Location;
}

export const namesInText = (file: string, text: string): readonly ListedName[] =>
  text
    .split(/\r?\n/u)
    .flatMap((line, index) =>
      placesIn(line.trim()).map(name => ({ name, location: { file, line: index + 1, column: 1 } })),
    );
