import type { MapEntry } from '../../model/base/source.ts';
import type { Level } from '../../model/profile/profile.ts';
import { isDash } from '../profile/answers.ts';
import { mayAskLevel, numberOf } from '../profile/names.ts';
import { isRefusal, readScalar } from '../profile/values.ts';
import type { Grid, GridReading } from './grid.ts';
import { stripped } from './heading-text.ts';
import type { Heading, Headings } from './headings.ts';
import { nodeOf } from './value.ts';

const FILLED_IN_BY =
  /^(?:填报|申报|自查|填表|上报|报送|(?:被|受)检查?|被考核|工作|所在)?单位(?:[（(](?:盖?章|公章|全称)[)）])?$/u;
const HEADS_CENTRES = /^(?:各?乡镇)?便民服务(?:中心|站|中心[（(]站[)）])$/u;
const CENTER = /(?:中心|[务事]大厅|站|[驻务]点)$/u;
const COUNTYS = /^(?:[^乡镇村社]{1,12}[县区市])?(?:政务|行政)服务(?:中心|大厅)$|市民(?:服务)?中心$/u;
const TOWNSHIP = /(?:乡|镇|街道|街道办事处)(?:人民政府)?$/u;
const VILLAGE = /(?:村|社区)$/u;

/** 青石坳镇便民服务中心（公章） */
export const withoutSeal = (text: string): string => text.replace(/\s*[（(](?:加?盖?公?章|签章)[）)]$/u, '');

/** What texts name, told by how they all end. */
export const namedBy = (texts: readonly string[]): string | undefined => {
  if (texts.every(text => CENTER.test(text))) return '名称';
  return texts.every(text => TOWNSHIP.test(text)) ? '乡镇' : undefined;
};

/** Whether a head asks who filled in what stands below it: 填报单位（盖章）. */
export const isFilledInBy = (head: string): boolean => FILLED_IN_BY.test(stripped(head));

/**
 * What 单位 or 便民服务中心 names, which is a unit of measure or an office before anything but names of centres, or of centres and of
 * those that they serve; the county's own one fills in for others.
 */
export const namedUnder = (head: string, texts: readonly string[]): string | undefined => {
  const names = texts.map(withoutSeal);
  const mayName = isFilledInBy(head) || HEADS_CENTRES.test(stripped(head));
  if (!mayName || names.length === 0 || names.some(name => COUNTYS.test(name))) return undefined;
  return namedBy(names) ?? (names.some(name => CENTER.test(name)) && names.every(isPlace) ? '名称' : undefined);
};

/** How many there are of what a head names, where numbers answer it: 人员 over 8. */
const countedUnder = (fact: Headings['fact'], head: string, texts: readonly string[]): Heading | undefined => {
  const count = fact(numberOf(stripped(head)));
  const definition = count?.definition;
  if (definition?.type !== 'count' || texts.every(isDash)) return undefined;
  return texts.every(text => isDash(text) || !isRefusal(readScalar(text, definition))) ? count : undefined;
};

/** What a head that names no fact by itself asks for, by what answers it: 单位 over names of centres, 类型 over 乡镇 and 村, 人员 over 8. */
export const askedUnder = (fact: Headings['fact'], head: string, texts: readonly string[]): Heading | undefined => {
  const named = namedUnder(head, texts);
  if (named !== undefined) return fact(named);
  const counted = countedUnder(fact, head, texts);
  if (counted !== undefined) return counted;
  const level = mayAskLevel(stripped(head)) ? fact('级别') : undefined;
  return level !== undefined && texts.every(text => level.answers(text)) ? level : undefined;
};

/** Whether texts are all names as a heading asks for them: of centres, of townships, of villages. */
export const areNamesFor = (id: string, texts: readonly string[]): boolean =>
  id === 'center.village'
    ? texts.every(text => VILLAGE.test(text))
    : namedBy(texts) === (id === 'center.name' ? '名称' : '乡镇');

/** The township that a title names for what stands below it: 甲镇, 二、甲镇（5个村）, 乡镇：甲镇. */
export const townshipIn = ({ headings }: GridReading, title: string): string | undefined => {
  const [, label, said = ''] = /^(?:([^:：]{1,10})[:：])?([^:：]+)$/u.exec(title.trim()) ?? [];
  if (label !== undefined && headings.fact(label)?.definition.id !== 'center.township') return undefined;
  const name = stripped(said.replace(/[（(].*$/u, ''));
  return name.length <= 12 &&
    namedBy([name]) === '乡镇' &&
    !/^[各全]|乡镇$|^(?:重点|中心|示范|一般|特色)[乡镇]$/u.test(name)
    ? name
    : undefined;
};

/** A title of what a centre fills in: 罗山县青石坳镇便民服务中心标准化建设自查表（2026年）. */
const TITLED =
  /^(\p{Script=Han}{3,20}(?:便民|政务)服务(?:中心|站))(?:(?:标准化|规范化|建设|设置|配[备置]|运行|工作|基本|人员|场[地所]|设[施备]|服务|窗口|花?名|自[查评检]|统计|汇总|申报|[上填]报|登记|调查|检查|考核|评[分价估]|情况|现状|信息|一览|明细|数据)*(?:[表册单]|台账|报告))?(?:[（(][^（）()]*[)）])?$/u;
/** What names no one place: 各乡镇, 某某镇, 本镇, 罗山县镇, 石桥镇和青石坳镇. */
const NO_ONE = /[各全某本]|乡镇|村级|所辖|[县区市][乡镇村]|[乡镇].*[乡镇]/u;

/** The name that the title over a form gives a centre of a township, or of a village, that the form does not name. */
export const titled = ({ rows, locate }: Grid, township: string): readonly MapEntry[] => {
  const body = rows.findIndex(({ cells }) => cells.length > 1);
  const found = rows.slice(0, Math.max(body, 0)).flatMap(({ row, cells: [cell] }): readonly MapEntry[] => {
    const [, name = ''] = TITLED.exec(cell?.text.trim() ?? '') ?? [];
    const isOne = !NO_ONE.test(name) && (townshipWithin(name) || villageWithin(name)) !== '';
    if (cell === undefined || !isOne || !name.includes(township)) return [];
    const location = locate(row, cell.column);
    return [
      { key: 'center.name', keyLocation: location, value: nodeOf({ ...cell, text: name, value: name }, location) },
    ];
  });
  return found.slice(0, 1);
};

/** Whether a text may be the name of a centre, or of the place that it serves; 城关办事处 is one too. */
export const isPlace = (text: string): boolean =>
  namedBy([text]) !== undefined || VILLAGE.test(text) || /办事处$/u.test(text);

/** The township that is named in the name of its centre: 石桥镇 of 罗山县石桥镇便民服务中心. */
export const townshipWithin = (name: string): string =>
  /^(?:.{2,6}县)?(\p{Script=Han}{1,6}?(?:乡|镇|街道))/u.exec(name)?.[1] ?? '';

/** The village that is named in the name of its station: 柳河村 of 石桥镇柳河村便民服务站. */
export const villageWithin = (name: string): string =>
  /^(?:.{2,6}县)?(?:\p{Script=Han}{1,6}?(?:乡|镇|街道))?(\p{Script=Han}{1,8}?(?:村|社区))/u.exec(name)?.[1] ?? '';

/** The level that an answer to 级别 says, or the name of a centre. */
export const levelNamed = (said: string): Level | undefined => {
  const text = said.trim().replace(/(?<=.)[（(][^（）()]*[)）]$/u, '');
  if (/^县级?$|分中心$/u.test(text) || COUNTYS.test(text)) return 'sub_center';
  const isVillages = CENTER.test(text) && (villageWithin(text) !== '' || /服务[站点]$/u.test(text));
  if (isVillages || /^(?:行政|城市|农村)?(?:村|社区|村[/／]?社区|村居)级?$/u.test(text)) return 'village';
  return namedBy([text]) !== undefined || /^(?:乡|乡?镇|街道|镇街)级?$/u.test(text) ? 'township' : undefined;
};

/** Whether a centre may be one of a village, by its name: 柳河村…, 便民服务站. */
export const mayBeVillages = (name: string): boolean => /[村社]|[站点]$/u.test(name);

/** A name as centres and places have one, whatever is said behind it in brackets. */
export const isPlaceName = (text: string): boolean => {
  const name = text.replace(/[（(【[].*$/u, '').trim();
  return namedBy([name]) !== undefined || /[村区县市场]$/u.test(name);
};
