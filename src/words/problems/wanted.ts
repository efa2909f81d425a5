import type { ProblemDetails } from '../../model/base/problem.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Wanted, WantedName } from '../../model/base/wanted.ts';

/** What is wanted, for readers who write no code. */
const WANTED: Readonly<Record<WantedName, Bilingual>> = {
  required: both('必须写', 'something'),
  mapping: both('几个内容，写成 { 名称: 值 } 或分行缩进', 'several things: { name: value }, or indented lines'),
  list: both('列表，写成 [ …, … ] 或分行以“- ”开头', 'a list: [ …, … ], or lines that begin with "- "'),
  'filled-list': both('至少有一条的列表', 'a list with at least one entry'),
  text: both('文字', 'text'),
  'quoted-text': both('文字；看着像数的文字请加引号', 'text: put what looks like a number in quotes'),
  number: both('一个数', 'a number'),
  'whole-number': both('一个整数', 'a whole number'),
  'yes-no': both('yes 或 no', 'yes or no'),
  day: both('日历上有的一天，写成 YYYY-MM-DD', 'a day of the calendar, as YYYY-MM-DD'),
  version: both('三段的版本号，如 1.0.0', 'a version of three parts, such as 1.0.0'),
  fingerprint: both('16 位十六进制数（0-9、a-f）', 'sixteen hexadecimal digits (0-9, a-f)'),
  digest: both('64 位十六进制数（0-9、a-f）', 'sixty-four hexadecimal digits (0-9, a-f)'),
  range: both('[最小, 最大]，两个数', 'two figures, [lowest, highest]'),
  operator: both('{ 比较词: 值 }，如 { at_least: 120 m² }', '{ operator: operand }, such as { at_least: 120 m² }'),
  clause: both('条款号，如 三(一)', 'the number of a clause, such as 三(一)'),
  'rule-file': both('旁边至少有一个写规则的文件，如 township.yaml', 'a file of rules beside it, such as township.yaml'),
  authority: both(
    '改动的依据：本县文件的条号 clause，或由谁（by）、何日（on）、为何（because）定的',
    'on whose word it is changed: a clause of your document, or by whom, on which day and because of what',
  ),
  rising: both(
    '比前一档的 below 大：各档从小到大，互不重叠',
    'above the `below` before it: bands rise and never overlap',
  ),
  'last-band': both(
    '前面各档写 below 或 for，只有最后一档什么也不写，管其余的',
    'a band with `below` or `for`; just the last has neither and is of all the others',
  ),
  'other-pack': both('另一个规则包，且不能反过来套用本包', 'another pack, and none that extends this one'),
  profiles: both(
    '方括号里的若干份申报内容，如 [{ hall.exists: 有 }]',
    'profiles in brackets, such as [{ hall.exists: yes }]',
  ),
  'terms-or-all': both('方括号里的若干项，或 all（清单全部）', 'terms in brackets, or all'),
  'one-word': both(
    'all、any、not、at_least、every、some、count 一处只用一个，另一个套在里面写',
    'one of all, any, not, at_least, every, some and count; the other goes inside',
  ),
  'one-edge': both('一边只能有一个界限', 'one edge on each side'),
  'one-record': both('一份核查记录', 'one record'),
  'one-profile': both('一个中心的申报表', 'the profile of one centre'),
  'kebab-id': both('只用英文小写字母、数字和短横，如 r1', 'lower-case letters, digits and hyphens, such as r1'),
  'snake-id': both(
    '以英文小写字母开头，只用小写字母、数字和下划线',
    'lower-case letters, digits and underscores, a letter first',
  ),
  'term-id': both(
    '以英文小写字母开头，只用小写字母、数字、下划线和短横',
    'lower-case letters, digits, underscores and hyphens, a letter first',
  ),
  'fact-id': both(
    '英文小写字母、数字和下划线，可以有一个点，如 month.meetings',
    'lower-case letters, digits and underscores, with one dot perhaps, such as month.meetings',
  ),
};

const wantedText = (wanted: Wanted): Bilingual => {
  if (typeof wanted === 'string') return WANTED[wanted];
  if ('written' in wanted) return both(wanted.written, wanted.written);
  if ('entries' in wanted) return both(`${wanted.entries} 项`, `${wanted.entries} entries`);
  if ('from' in wanted)
    return both(`${wanted.from} 到 ${wanted.to} 的整数`, `a whole number from ${wanted.from} to ${wanted.to}`);
  if ('words' in wanted) return both(wanted.words.join(' | '), wanted.words.join(' | '));
  const each = wanted.either.map(wantedText);
  const all = (lang: Lang, or: string): string => [...new Set(each.map(text => text[lang]))].join(or);
  return both(all('zh', '；或 '), all('en', '; or '));
};

/** The last names of a path: what stands above them is told by the place. `outputs.1` is the second of `outputs`. */
const partName = (path: string): Bilingual => {
  const steps = path.split('.');
  const last = steps.findLastIndex(step => /^\d+$/u.test(step));
  if (last < 0 || last < steps.length - 1) {
    const name = steps.slice(last + 1).join('.');
    return both(`“${name}”`, `"${name}"`);
  }
  const [list, number] = [steps[last - 1] ?? '', Number(steps[last]) + 1];
  return both(`“${list}”的第 ${number} 项`, `entry ${number} of "${list}"`);
};

/** Why something is not of the shape that was wanted. */
export const shapeText = ({ path, wanted, found }: ProblemDetails['shape']): Bilingual => {
  const name = path === '' ? both('这里', 'this') : partName(path);
  if (wanted === 'required') return both(`缺少${name.zh}，必须写`, `${name.en} is missing`);
  const { zh, en } = wantedText(wanted);
  if (found === undefined) return both(`${name.zh}不合要求，应为：${zh}`, `${name.en} should be: ${en}`);
  return found === ''
    ? both(`${name.zh}没有写内容，应为：${zh}`, `${name.en} is empty and should be: ${en}`)
    : both(`${name.zh}写的是“${found}”，应为：${zh}`, `${name.en} is "${found}" and should be: ${en}`);
};
