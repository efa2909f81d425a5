import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { COUNTERS } from '../../profile/answers.ts';
import { groupOver } from '../above.ts';
import { asUnit, isPlanned } from '../heading-text.ts';
import { type Heading, LISTS, namesPlace } from '../headings.ts';
import { roleOf } from '../roles.ts';

/** The cells of a row that one head over them spans, of which one is given. */
export const partsBeside = (upper: Row, lower: Row, { column }: Cell): readonly Cell[] => {
  const over = groupOver(upper, column);
  return over === undefined ? [] : lower.cells.filter(other => groupOver(upper, other.column) === over);
};

const HINT = /^[（(【[].*[)）】\]]$/su;

export const isHint = (text: string): boolean => HINT.test(text.trim());

/** What says how to fill in a column, and its unit: （㎡）, （是/否）, 个. */
export const hintOf = (text: string): string | undefined =>
  isHint(text) || COUNTERS.includes(text.trim()) ? text : asUnit(text);

/** Whether a row only tells apart what the columns hold that the heads over it span, merged or with blanks behind them: 标准 | 实际. */
export const isParted = (upper: Row, lower: Row): boolean => {
  const single = lower.cells.filter(cell => partsBeside(upper, lower, cell).length < 2);
  return single.length < lower.cells.length && single.every(({ text }) => hintOf(text) !== undefined);
};

const SUM = /^(?:合计|总计|小计|共计|总数)$/u;

/** Whether what stands below a part of the head of a fact may be that fact: the sum where there is one, not what is planned or was. */
export const mayAnswerWhole = (asked: Heading | undefined, { text }: Cell, parts: readonly Cell[]): boolean => {
  const role = roleOf(text);
  if (namesPlace(asked)) return false;
  if (asked?.kind !== 'fact' || LISTS.has(asked.definition.type) || parts.length < 2)
    return role === 'answer' && asked !== undefined;
  if (parts.some(part => SUM.test(part.text.trim()))) return SUM.test(text.trim());
  return (role === 'answer' || role === undefined) && !isPlanned(text);
};
