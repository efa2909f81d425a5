import { distinct } from '../../../model/base/group.ts';
import { keptFor } from '../../../model/base/memo.ts';
import type { ScalarNode, SourceNode } from '../../../model/base/source.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import { isDash, yesNoIn } from '../../profile/answers.ts';
import { AMOUNTS } from '../../profile/causes.ts';
import { COUNTERS } from '../../profile/names.ts';
import { unitAbove } from '../above.ts';
import { anchorAt, type Found, textsIn } from '../grid.ts';
import { asUnit, eitherUnit, unitAsked } from '../heading-text.ts';
import { LISTS } from '../headings.ts';
import { areUnits } from '../roles.ts';
import { nodeOf, scalarOf } from '../value.ts';
import { asAny, type Label, rowsOf } from './answer-column.ts';
import type { AnswerSource, HeadColumn } from './head.ts';
import { type FormReading, headOver, mark } from './reading.ts';

const TICK = /^(?:1|v)$/iu;
const CROSS = /^[×✗✘❌xX]$/u;

interface Marked {
  readonly cell: Cell;
  readonly answer: string;
}

const isTick = (text: string): boolean => TICK.test(text) || yesNoIn(text) !== undefined;

/** Of a cell merged over several answers, the one that it names, or the first where it is a word; a tick may mean any of them. */
const isOwn = ({ cell, answer }: Marked, marked: readonly Marked[]): boolean => {
  const over = marked.filter(one => one.cell === cell).map(one => one.answer);
  const text = cell.text.trim();
  return over.includes(text) ? answer === text : isTick(text) || answer === over[0];
};

/** A tick under one of several possible answers, the others of which may be crossed: that answer; a word over several is its own. Words answer what is no question of yes or no; two ticks or a cross are left for the reader of values to refuse. */
const choiceAt = (reading: FormReading, label: Label, row: number, columns: readonly HeadColumn[]): ScalarNode => {
  const { grid } = reading;
  const marked = columns.flatMap(({ column, text }) => {
    const found = anchorAt(grid, row, column);
    return found.cell === undefined ? [] : [{ ...found, cell: found.cell, answer: text }];
  });
  for (const { row: line, column } of marked) mark(reading, line, column);
  const filled = marked.filter(one => !isDash(one.cell.text) && isOwn(one, marked));
  const crossed = filled.filter(({ cell }) => CROSS.test(cell.text.trim()));
  const answered = filled.length - crossed.length === 1 ? filled.filter(one => !crossed.includes(one)) : filled;
  const said = answered.map(({ cell, answer }) => {
    const text = cell.text.trim();
    if (TICK.test(text) || text === answer || yesNoIn(text) === true) return answer;
    return label.heading.definition.type === 'yes_no' ? `${answer}：${text}` : text;
  });
  const location = grid.locate(row, answered[0]?.column ?? columns[0]?.column ?? label.cell.column);
  const [only] = answered;
  const fault = answered.length === 1 ? only?.cell.fault : undefined;
  return { kind: 'scalar', text: said.join('、'), value: only?.cell.value ?? null, location, ...(fault && { fault }) };
};

/** The columns below heads of units that hold some. */
const unitColumns = keptFor(
  ({ grid, heads }: FormReading): ReadonlySet<number> =>
    new Set(
      heads
        .flatMap(({ columns }) => columns.filter(({ role }) => role === 'unit'))
        .filter(({ column, text }) => areUnits(text, textsIn(grid.rows, column)))
        .map(({ column }) => column),
    ),
);

/** The unit in the column beside, or what things are counted by, which measures nothing: 184 | 间. */
const unitBeside = (reading: FormReading, row: number, after: number): string | undefined => {
  const column = headOver(reading, row, after)?.columns.find(({ role }) => role === 'unit')?.column ?? after;
  const text = anchorAt(reading.grid, row, column).cell?.text.trim() ?? '';
  const isAsked = unitColumns(reading).has(column) || COUNTERS.includes(text);
  const unit = isAsked ? unitAsked(text) : asUnit(text);
  if (unit !== undefined) mark(reading, row, column);
  return unit;
};

/** Whether a number is merged over the rows of several labels: nobody knows of which it is. */
const answersSeveral = ({ grid, labels }: FormReading, label: Label, place: Found): boolean => {
  const { top, bottom } = grid.range(place.row, place.column);
  const isBeside = ({ row, cell }: Label): boolean => cell.column === label.cell.column && top <= row && row <= bottom;
  return AMOUNTS.has(label.heading.definition.type) && top < bottom && labels.filter(isBeside).length > 1;
};

const valueAt = (reading: FormReading, label: Label, row: number, column: number): ScalarNode => {
  const { grid } = reading;
  const { heading } = label;
  const found = anchorAt(grid, row, column);
  const { right } = grid.range(found.row, found.column);
  const own = 'unit' in heading ? heading.unit : undefined;
  const unit = eitherUnit(own, unitBeside(reading, row, right + 1)) ?? unitAbove(grid, row, heading.definition);
  const isOther = reading.labels.some(label => label.row === found.row && label.cell.column === found.column);
  const cell = isOther || answersSeveral(reading, label, found) ? undefined : found.cell;
  if (cell !== undefined) mark(reading, found.row, found.column);
  return scalarOf(cell, grid.locate(found.row, found.column), heading.definition, unit);
};

/** What answers a label; one that spans several rows may have an answer in each. */
export const answerOf = (reading: FormReading, label: Label, source: AnswerSource): SourceNode => {
  const { grid } = reading;
  const [column] = source.columns;
  const said = rowsOf(grid, label).map(row => {
    const node =
      source.kind === 'choice'
        ? choiceAt(reading, label, row, source.columns)
        : valueAt(reading, label, row, column?.column ?? 1);
    return { ...node, text: asAny(source, label, node.text) };
  });
  const nodes = distinct(said, ({ location }) => JSON.stringify(location));
  const filled = nodes.filter(node => node.text !== '' || node.fault !== undefined);
  const [first = nodes[0], ...more] = filled;
  if (first === undefined) return nodeOf(undefined, grid.locate(label.row, column?.column ?? 1));
  if (more.length === 0) return first;
  return LISTS.has(label.heading.definition.type)
    ? { kind: 'list', items: filled, location: first.location }
    : { ...first, text: filled.map(({ text }) => text).join('\n') };
};
