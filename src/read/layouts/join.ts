import { groupBy } from '../../model/base/group.ts';
import { isCell } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import { type MapEntry, type MapNode, textOf as said } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import { isDash } from '../profile/answers.ts';
import { isOneOf } from '../profile/county.ts';
import { fold } from '../profile/names.ts';
import { DITTO } from '../profile/values.ts';
import type { GridReading } from './grid.ts';
import { COUNTY, TOWNSHIP } from './headings.ts';
import { mayBeVillages, titled, townshipWithin, villageWithin } from './place-names.ts';
import { type LinkedRecord, listValue } from './records.ts';
import type { SheetFacts } from './sheet-facts.ts';
import { isBlank } from './value.ts';

const MAX_CENTERS = 30_000;

const textOf = (entries: readonly MapEntry[], key: string): string => {
  const found = entries.find(entry => entry.key === key && said(entry.value) !== '');
  return said(found?.value).trim();
};

const OFFICE = /^(.*?(?:县|区|旗|市))?.*(?:局|委|办|办公室|政府|中心|大厅)$/u;

/** The county that a text in the place of one names; one who runs a centre may name it, 同上 and 本县 do not. */
const countyIn = (text: string): string => {
  const said = text.replace(/[（(].*$/su, '').trim();
  const office = OFFICE.exec(said);
  const county = office === null ? said : (office[1] ?? '');
  return DITTO.test(said) || isDash(said) || /^[本我该全]?[县区市旗]级?$/u.test(county) ? '' : county;
};

/** Whether what is said of two counties may be said of one: 罗山, 罗山县; nothing may be any. */
const mayBeOneCounty = (one: string, other: string): boolean =>
  one === '' || other === '' || one === other || isOneOf(one, [other]) || isOneOf(other, [one]);

const same = ({ key, value: a }: MapEntry, { value: b }: MapEntry): boolean =>
  a.kind === 'scalar' &&
  b.kind === 'scalar' &&
  (a.text.trim() === b.text.trim() || (key === COUNTY && mayBeOneCounty(countyIn(a.text), countyIn(b.text))));

/** Where else an answer stands: 见附表1, 详见窗口清单. */
const ELSEWHERE = /^[（(]?(?:详见|另?[见附])(?:[“《]?[\p{Script=Han}\d]{1,10}[”》]?)[）)]?$/u;

/** One entry a fact: blanks, and what only says where the answer is, give way, what is said twice alike is said once, parts of one list are joined. */
export const joinEntries = (entries: readonly MapEntry[]): readonly MapEntry[] => {
  const joined: MapEntry[] = [];
  const saysNothing = (entry: MapEntry): boolean => isBlank(entry) || ELSEWHERE.test(said(entry.value).trim());
  const filled = new Set(entries.filter(entry => !saysNothing(entry)).map(({ key }) => key));
  for (const entry of entries) {
    if (saysNothing(entry) && filled.has(entry.key)) continue;
    if (entry.value.kind === 'map' && joined.some(({ key }) => key === entry.key)) continue;
    const earlier = joined.findIndex(({ key, value }) => key === entry.key && value.kind !== 'map');
    const before = joined[earlier];
    if (before !== undefined && same(before, entry)) continue;
    if (before?.value.kind === 'list' && entry.value.kind === 'list')
      joined[earlier] = { ...before, value: { ...before.value, items: [...before.value.items, ...entry.value.items] } };
    else joined.push(entry);
  }
  return joined;
};

/** What a centre is called: by its name, else by its village. */
const nameIn = (entries: readonly MapEntry[]): string =>
  fold(textOf(entries, 'center.name') || textOf(entries, 'center.village'));

/** Whether two names are of one: 柳河村, 柳河村便民服务站. */
const isCalled = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return one === other || (long.startsWith(short) && /(?:村|社区)$/u.test(short));
};

/** Sheets that name different centres or townships are different centres; a sheet that names neither goes with the one before it. */
export const formCenters = (sheets: readonly SheetFacts[]): readonly MapNode[] => {
  const centers: { name: string; readonly entries: MapEntry[]; readonly grid: SheetFacts['grid'] }[] = [];
  for (const { entries, grid } of sheets) {
    const name = nameIn(entries);
    const may = name === '' ? centers.slice(-1) : centers;
    const current = may.find(
      center => (name === '' || center.name === '' || isCalled(center.name, name)) && isSame(center.entries, entries),
    );
    if (current === undefined) centers.push({ name, entries: [...entries], grid });
    else {
      append(current.entries, entries);
      current.name ||= name;
    }
  }
  return centers.map(({ name, entries, grid }) => ({
    kind: 'map',
    entries: joinEntries(name === '' ? [...entries, ...titled(grid, textOf(entries, TOWNSHIP))] : entries),
    location: grid.locate(1, 1),
  }));
};

const nameOf = ({ entries }: MapNode): string => nameIn(entries);

const townshipOf = (entries: readonly MapEntry[]): string => fold(textOf(entries, 'center.township'));

/** Whether a text names a city, in which a county may be. */
const isCity = (county: string): boolean => county.endsWith('市');

/** Centres of one name in two townships, or counties, are two; one that does not say its own, or says 罗山区 for 罗山县, may be either. */
const isSame = (a: readonly MapEntry[], b: readonly MapEntry[]): boolean => {
  const [township, other] = [townshipOf(a), townshipOf(b)];
  const [one, two] = [countyIn(textOf(a, COUNTY)), countyIn(textOf(b, COUNTY))];
  const isCounty = mayBeOneCounty(one, two) || isCity(one) !== isCity(two) || one.slice(0, -1) === two.slice(0, -1);
  return isCounty && (township === '' || other === '' || township === other);
};

/** What a centre is found again by: its name; the township's own one also by the township, where either gives no name. */
export const keysOf = ({ entries }: MapNode): readonly string[] => {
  const [name, township] = [nameIn(entries), townshipOf(entries)];
  const isTownships = township !== '' && textOf(entries, 'center.village') === '';
  return [...(name === '' ? [] : [`名称 ${name}`]), ...(isTownships ? [`乡镇 ${township}`] : [])];
};

const mayBeOne = (a: MapNode, b: MapNode): boolean =>
  isSame(a.entries, b.entries) && (nameOf(a) === nameOf(b) || nameOf(a) === '' || nameOf(b) === '');

/** Several tables: rows of one centre in different sheets are one centre. */
export const mergeTables = async (
  tables: readonly (AsyncIterable<MapNode> | readonly MapNode[])[],
): Promise<readonly MapNode[]> => {
  const centers: MapNode[] = [];
  const byKey = new Map<string, number[]>();
  const knownAs = (node: MapNode): readonly number[] => {
    const found = new Set(keysOf(node).flatMap(key => byKey.get(key) ?? []));
    return [...found].filter(at => mayBeOne(centers[at] ?? node, node));
  };
  for (const table of tables) {
    const own: number[] = [];
    for await (const node of table) {
      const [at, ...others] = knownAs(node);
      const earlier = at === undefined || others.length > 0 ? undefined : centers[at];
      if (at !== undefined && earlier !== undefined)
        centers[at] = { ...earlier, entries: joinEntries([...earlier.entries, ...node.entries]) };
      else own.push(centers.push(node) - 1);
      if (centers.length > MAX_CENTERS) throw new Refusal('too-many-cells');
    }
    for (const at of own)
      for (const key of centers.slice(at, at + 1).flatMap(keysOf)) byKey.set(key, [...(byKey.get(key) ?? []), at]);
  }
  return oneNamed(centers);
};

/** Sheets of what is asked of all, or holds for them together. */
const OF_ALL = /标准|要求|规定|目标|指标值|参考|合计|汇总|总计|平均|^全[县区市镇乡]|计划|规划|整改[前后]/u;

/** What names no place, beside the one centre that is named, is of that. */
const oneNamed = (centers: readonly MapNode[]): readonly MapNode[] => {
  if (centers.length !== 2) return centers;
  const [named, ...more] = centers.filter(center => keysOf(center).length > 0);
  const other = centers.find(center => center !== named);
  if (named === undefined || other === undefined || more.length > 0) return centers;
  const isOfAll = isCell(other.location) && OF_ALL.test(other.location.sheet);
  return isOfAll ? centers : [{ ...named, entries: joinEntries([...named.entries, ...other.entries]) }];
};

/** The records that name one centre, in one county where they say so, and whether one was found that they are of. */
export interface Linked {
  readonly county: string;
  readonly records: readonly LinkedRecord[];
  isTaken: boolean;
}

/** Whether records that say this may be of a centre in a county; a city tells apart only beside others. */
const mayBeIn = (county: string, its: string, all: readonly Linked[]): boolean =>
  mayBeOneCounty(county, its) ||
  (isCity(county) && !isCity(its) && all.every(one => [county, ''].includes(one.county)));

const linkOf = (by: string, center: string): string => `${by} ${fold(center)}`;

/** Records by how they name their centre. */
export const linkedBy = (records: readonly LinkedRecord[]): ReadonlyMap<string, readonly Linked[]> => {
  const named = groupBy(records, ({ by, center }) => linkOf(by, center));
  const byCounty = (own: readonly LinkedRecord[]): readonly Linked[] =>
    [...groupBy(own, ({ county }) => countyIn(county))].map(([county, records]) => ({
      county,
      records,
      isTaken: false,
    }));
  return new Map([...named].map(([key, own]) => [key, byCounty(own)]));
};

/** What records of other sheets may name a centre by: its name, its village; of the township's own one that, or the one in its name. */
const linksOf = (node: MapNode): readonly string[] => {
  const [name, village, township] = ['center.name', 'center.village', 'center.township'].map(key =>
    textOf(node.entries, key),
  ) as [string, string, string];
  const isTownships = !mayBeVillages(name) && village === '';
  const place = township || townshipWithin(name);
  const own = village || villageWithin(name);
  return [
    ...(nameOf(node) === '' ? [] : [linkOf('center.name', nameOf(node))]),
    ...(own === '' ? [] : [own, `${place} ${own}`].map(one => linkOf('center.village', one))),
    ...(isTownships && place !== '' ? [linkOf('center.township', place)] : []),
  ];
};

/** A centre with the records of other sheets that name it; those are then taken from `linked`. Of two in one township nobody knows whose they are. */
export const withLinked = (
  reading: Pick<GridReading, 'problems'>,
  node: MapNode,
  linked: ReadonlyMap<string, readonly Linked[]>,
): MapNode => {
  const itsCounty = textOf(node.entries, COUNTY);
  const found = linksOf(node)
    .flatMap(key => linked.get(key) ?? [])
    .filter(({ county }, _, all) => mayBeIn(county, itsCounty, all));
  const own = found.flatMap(({ records, isTaken }) => (isTaken ? [] : records));
  for (const one of found) {
    const [first] = one.isTaken ? one.records : [];
    if (first !== undefined) {
      const { records, center } = first;
      reading.problems.push(
        problem('unmatched-record', first.node.location, { list: records.label.zh, center, several: true }),
      );
    }
    one.isTaken = true;
  }
  if (own.length === 0) return node;
  const lists = groupBy(own, ({ records }) => records);
  const entries = [...lists].map(([records, items]): MapEntry => {
    const nodes = items.map(item => item.node);
    const location = nodes[0]?.location ?? node.location;
    return {
      key: records.id,
      keyLocation: location,
      heading: records.label.zh,
      value: listValue(nodes, location),
    };
  });
  return { ...node, entries: joinEntries([...node.entries, ...entries]) };
};
