import type { Bilingual } from '../../model/base/text.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** What was wanted, for readers who write no code; whatever is not here speaks for itself. */
const WANTED: Readonly<Record<string, Bilingual>> = {
  object: both('几个内容，写成 { 名称: 值 } 或分行缩进', 'several things: { name: value }, or indented lines'),
  array: both('列表，写成 [ …, … ] 或分行以“- ”开头', 'a list: [ …, … ], or lines that begin with "- "'),
  string: both('文字', 'text'),
  number: both('一个数', 'a number'),
  int: both('一个整数', 'a whole number'),
  boolean: both('yes 或 no', 'yes or no'),
  mapping: both('几个内容，写成 { 名称: 值 } 或分行缩进', 'several things: { name: value }, or indented lines'),
  'non-empty list': both('至少有一条的列表', 'a list with at least one entry'),
  'one edge on each side': both('一边只能有一个界限', 'one edge on each side'),
  '/^[a-z0-9][a-z0-9-]*$/u': both(
    '只用英文小写字母、数字和短横，如 r1',
    'lower-case letters, digits and hyphens, such as r1',
  ),
  '/^[a-z][a-z0-9_]*$/u': both(
    '以英文小写字母开头，只用小写字母、数字和下划线',
    'lower-case letters, digits and underscores, a letter first',
  ),
  '/^[a-z][a-z0-9_-]*$/u': both(
    '以英文小写字母开头，只用小写字母、数字、下划线和短横',
    'lower-case letters, digits, underscores and hyphens, a letter first',
  ),
  '/^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?$/u': both(
    '英文小写字母、数字和下划线，可以有一个点，如 month.meetings',
    'lower-case letters, digits and underscores, with one dot perhaps, such as month.meetings',
  ),
};

/** Why something is not of the shape that was wanted. */
export const shapeText = ({ path, detail }: { readonly path: string; readonly detail: string }): Bilingual => {
  if (detail === 'required') return both(`缺少“${path}”，必须写`, `"${path}" is missing`);
  const wanted = WANTED[detail] ?? both(detail, detail);
  return both(
    `${path === '' ? '这里' : `“${path}”`}不合要求，应为：${wanted.zh}`,
    `${path === '' ? 'this' : `"${path}"`} should be: ${wanted.en}`,
  );
};
