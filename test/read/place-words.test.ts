import { expect, it } from 'vitest';
import { toPlain } from '../../src/model/base/source.ts';
import { rankIn } from '../../src/read/scorecard/sheet/head.ts';

it.each([
  ['前20%', { first: '20%' }],
  ['排名前 20％以内', { first: '20%' }],
  ['前三名', { first: '3' }],
  ['总分排名在前10位', { first: '10' }],
  ['后3名', { last: '3' }],
  ['排名后三位的', { last: '3' }],
  ['排名后两位', { last: '2' }],
  ['倒数第一名', undefined],
  ['末5%', { last: '5%' }],
  ['排名靠后', undefined],
  ['前台3名工作人员', undefined],
] as const)('a place by the whole score: %s', (text, expected) => {
  const found = rankIn(text, { file: 'card.xlsx', line: 1, column: 1 });
  expect(found && toPlain(found)).toEqual(expected);
});
