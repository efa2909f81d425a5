import { memoizedFor } from '../../model/base/memo.ts';
import { fold } from './names.ts';
import { plain } from './seen.ts';

const PROVINCE = /^(.{2,6}?(?:省|自治区)|北京市?|天津市?|上海市?|重庆市?|内蒙古|广西|西藏|宁夏|新疆)(?=.{2})/u;
const CITY = /^(.{2,8}?(?:自治州|地区|州|盟|市))(?=.{2})/u;
const KIND = /(?:自治县|自治旗|自治区|自治州|林区|特区|经济技术开发区|开发区|新区|地区|省|州|盟|县|区|市|旗)$/u;

/** 河南省信阳市罗山县 by its parts; what is left out is ''. */
const placeOf = (text: string) => {
  const whole = fold(plain(text));
  const province = PROVINCE.exec(whole)?.[1] ?? '';
  const rest = whole.slice(province.length);
  const city = CITY.exec(rest)?.[1] ?? '';
  return { province, city, county: rest.slice(city.length) };
};

const bare = (name: string): string => (name.replace(KIND, '').length > 1 ? name.replace(KIND, '') : name);

/** 罗山 for 罗山县, but never 罗山县 for 罗山区. */
const sameName = (a: string, b: string): boolean =>
  a === b || (bare(a) === bare(b) && (bare(a) === a || bare(b) === b));

const agree = (declared: string, known: ReadonlySet<string>): boolean =>
  declared === '' || known.size === 0 || [...known].some(name => sameName(name, declared));

/** 河南信阳罗山 without the names of what it lies in, when those stand there without 省 and 市. */
const withoutOver = (name: string, over: readonly string[]): string => {
  const first = over.map(bare).find(prefix => name.startsWith(prefix) && name.length > prefix.length + 1);
  return first === undefined ? name : withoutOver(name.slice(first.length), over);
};

/**
 * Whether a county, as a profile names it, is one of those that a pack binds: with or without its province and prefecture,
 * with or without 县 behind it. A province or prefecture that is named must be one of those the pack names.
 */
export const isOneOf = (declared: string, counties: readonly string[]): boolean => isAmong(counties, declared);

const isAmong = memoizedFor((counties: readonly string[], declared) => {
  if (counties.some(name => fold(name) === fold(declared))) return true;
  const known = counties.map(placeOf);
  const named = (names: readonly string[]): ReadonlySet<string> => new Set(names.filter(name => name !== ''));
  const cities = named(known.flatMap(({ city, county }) => [city, county.endsWith('市') ? county : '']));
  const provinces = named(known.map(({ province }) => province));
  const place = placeOf(declared);
  const county = withoutOver(place.county, [...provinces, ...cities]);
  return (
    known.some(one => sameName(one.county, county)) && agree(place.city, cities) && agree(place.province, provinces)
  );
});
