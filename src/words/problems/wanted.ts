import { type Bilingual, both } from '../../model/base/text.ts';
import type { Wanted, WantedName } from '../../model/base/wanted.ts';

/** What is wanted, for readers who write no code. */
const WANTED: Readonly<Record<WantedName, Bilingual>> = {
  required: both('必须写', 'something'),
  mapping: both('几个内容，写成 { 名称: 值 } 或分行缩进', 'several things: { name: value }, or indented lines'),
  list: both('列表，写成 [ …, … ] 或分行以“- ”开头', 'a list: [ …, … ], or lines that begin with "- "'),
  'filled-list': both('至少有一条的列表', 'a list with at least one entry'),
  text: both('文字', 'text'),
  number: both('一个数', 'a number'),
  'whole-number': both('一个整数', 'a whole number'),
  'yes-no': both('yes 或 no', 'yes or no'),
  day: both('日期，写成 YYYY-MM-DD', 'a date, as YYYY-MM-DD'),
  version: both('三段的版本号，如 1.0.0', 'a version of three parts, such as 1.0.0'),
  fingerprint: both('16 位十六进制数（0-9、a-f）', 'sixteen hexadecimal digits (0-9, a-f)'),
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
  const each = 'words' in wanted ? wanted.words.map(word => both(word, word)) : wanted.either.map(wantedText);
  return both(each.map(({ zh }) => zh).join(' | '), each.map(({ en }) => en).join(' | '));
};

/** Why something is not of the shape that was wanted. */
export const shapeText = ({ path, wanted }: { readonly path: string; readonly wanted: Wanted }): Bilingual => {
  if (wanted === 'required') return both(`缺少“${path}”，必须写`, `"${path}" is missing`);
  const { zh, en } = wantedText(wanted);
  return both(
    `${path === '' ? '这里' : `“${path}”`}不合要求，应为：${zh}`,
    `${path === '' ? 'this' : `"${path}"`} should be: ${en}`,
  );
};
