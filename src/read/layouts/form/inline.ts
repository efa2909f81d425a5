import { problem } from '../../../model/base/problem.ts';
import type { ScalarNode } from '../../../model/base/source.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import { isSignature } from '../furniture.ts';
import type { Heading } from '../headings.ts';
import { askedUnder, withoutSeal } from '../place-names.ts';
import { scalarOf } from '../value.ts';
import { groupOf, push } from './grouped.ts';
import { type FormReading, headOver, mark } from './reading.ts';

/** Where another label with a colon begins in a cell: 名称：甲镇便民服务中心  级别：乡镇. */
const NEXT = /(?<![\s;；，,])[\s;；，,]+(?=\p{Script=Han}[^\s:：;；，,、]{0,19}[:：])/u;
const TICK = String.raw`[（(]\s*[√✓✔×✗✘]\s*[)）]$`;
const TICKED = new RegExp(TICK, 'u');

const BOX = /^[【[（(](.+)[】\])）]$/u;
const BOXED = /[:：]\s*(?:[【[][^【】[\]]+[】\]]|[（(]\d[^（）()]*[)）])$/u;

/** Whether a question has its answer in the bracket behind it: 敞开式办公（√）, 县区：【罗山县】. */
export const isAnsweredBehind = (text: string): boolean => TICKED.test(text) || BOXED.test(text);

/** A label before a colon, or before a line, a space or a bracket that is written on: 面积____184____平方米, 敞开式办公（√）. */
const LABELLED = new RegExp(
  String.raw`^\s*([^:：\n_＿]{1,40}?)(?:\s*[:：]\s*|(?=[_＿]{2})|\s{2,}(?=\d)|(?=${TICK}))(\S[\s\S]*)$`,
  'u',
);
const LINE = /^[_＿]{2,40}|[_＿]{2,40}$/gu;
const OTHERS = /^(?:其他|其它)$/u;

interface Said {
  readonly label: string;
  readonly heading: Heading | undefined;
  readonly group: Cell | undefined;
  text: string;
}

/** What a label in a cell asks for; 单位： before the name of a centre names it. */
const headingOf = ({ headings }: FormReading, label: string, text: string, group: Cell | undefined) =>
  headings.fact(label, group?.text) ?? askedUnder(headings.fact, label, [text]);

/** The labels of a cell with what stands behind each. A term of the list before, or what is other than those, is part of that list. */
const saidIn = (reading: FormReading, row: number, cell: Cell): readonly Said[] => {
  const group = groupOf(reading, row, cell, headOver(reading, row, cell.column))?.cell;
  const said: Said[] = [];
  for (const part of cell.text.split(NEXT)) {
    const [, label = '', text = ''] = LABELLED.exec(part) ?? [];
    const before = said.at(-1);
    const goesOn = label === '' || OTHERS.test(label.trim()) || (before?.heading?.answers(label) ?? false);
    if (before !== undefined && goesOn) before.text += `；${part}`;
    else if (label !== '') {
      const heading = headingOf(reading, label.trim(), text.trim(), group);
      said.push({
        label: label.trim(),
        heading,
        group,
        text: withoutSeal(text.trim()).replace(BOX, '$1').replaceAll(LINE, ''),
      });
    }
  }
  return said;
};

/** `填报单位：青石坳镇便民服务中心`, all in one cell; several such one behind another too. */
export const readInline = (reading: FormReading, row: number, cell: Cell): boolean => {
  const said = /[:：]|[_＿]{2}|\s{2}\d|[)）]$/u.test(cell.text) ? saidIn(reading, row, cell) : [];
  if (said.every(({ heading }) => heading === undefined)) return false;
  const location = reading.grid.locate(row, cell.column);
  mark(reading, row, cell.column);
  for (const { label, heading, group, text } of said) {
    const value: ScalarNode = heading
      ? scalarOf({ ...cell, text, value: text }, location, heading.definition)
      : { kind: 'scalar', text, value: text, location };
    if (heading !== undefined) push(reading, { row, cell, heading, ...(group && { group }) }, value, label);
    else if (!isSignature(label))
      reading.problems.push(problem('unread-label', location, { label, found: text.slice(0, 40) }));
  }
  return true;
};
