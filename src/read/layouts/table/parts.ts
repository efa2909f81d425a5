import { groupBy } from '../../../model/base/group.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { COUNTERS, numberOf } from '../../profile/names.ts';
import { groupOver } from '../above.ts';
import { asUnit, isCurrent, isFormer, isPlanned, isQualified, stripped } from '../heading-text.ts';
import { type Heading, LISTS, namesPlace } from '../headings.ts';
import { isHowMany, isVerdict, roleOf } from '../roles.ts';

const HINT = /^[（(【[].*[)）】\]]$/su;

/** What says how to fill in a column, and its unit, in brackets: （㎡）, （是/否）, 个. */
export const hintOf = (text: string): string | undefined => {
  if (HINT.test(text.trim())) return text.trim();
  const unit = COUNTERS.includes(text.trim()) ? text.trim() : asUnit(text);
  return unit === undefined ? undefined : `（${unit}）`;
};

/** The cells of a row that only tells apart what the heads over it span, merged or with blanks behind them, by these heads: 标准 | 实际. */
export const partsUnder = (upper: Row, { cells }: Row): ReadonlyMap<Cell | undefined, readonly Cell[]> => {
  const spanned = groupBy(cells, ({ column }) => groupOver(upper, column));
  const single = [...spanned].flatMap(([over, parts]) => (over === undefined || parts.length < 2 ? parts : []));
  const isParted = single.length < cells.length && single.every(({ text }) => hintOf(text) !== undefined);
  return isParted ? spanned : new Map();
};

/** What stands in brackets behind a name: 合计（㎡）. */
const BEHIND = /[（(][^（）()]*[)）]\s*$/u;

const SUM = /^(?:合计|总计|小计|共计|总数)$/u;

const isSum = (part: string): boolean => SUM.test(part.replace(BEHIND, '').trim());

/**
 * Whether what stands below a part of the head of a fact may be that fact: the sum where there is one, or what is called an answer,
 * not what is planned or was.
 */
export const mayAnswerWhole = (asked: Heading | undefined, cell: Cell, parts: readonly Cell[]): boolean => {
  const { text } = cell;
  const role = roleOf(text);
  const isOfWhole = (part: Cell): boolean => asked?.definition.type === 'yes_no' || !isVerdict(part.text);
  const answering = parts.filter(part => isOfWhole(part) && ['answer', undefined].includes(roleOf(part.text)));
  if (namesPlace(asked) || (!isOfWhole(cell) && answering.length > 0)) return false;
  if (asked?.kind !== 'fact' || LISTS.has(asked.definition.type) || parts.length < 2)
    return role === 'answer' && asked !== undefined;
  const asks = ({ text: said }: Cell): boolean => /^(?:是否|有无)(?!达标|符合)/u.test(said.trim());
  if (asked.definition.type === 'yes_no' && parts.some(asks)) return asks(cell);
  if (parts.some(part => isSum(part.text))) return isSum(text);
  const current = parts.some(part => isFormer(part.text)) ? parts.filter(part => isCurrent(part.text)) : [];
  if (current.length > 0) return current.includes(cell);
  const wanted = (answering.length > 0 ? answering : parts).some(part => roleOf(part.text) === 'answer');
  return role === (wanted ? 'answer' : undefined) && !isPlanned(text) && !isQualified(`（${text.trim()}）`);
};

/** How many there are of what stands over a part, as a head of its own: 工作人员 over 数量 or 合计 is 工作人员数. */
export const countOf = (group: Pick<Cell, 'text'> | undefined, { text }: Cell): string =>
  group !== undefined && (isHowMany(text) || isSum(text)) ? numberOf(stripped(group.text)) : '';

/** The head of a fact with what a part below it says in brackets, which may be its unit: 办事大厅使用面积（㎡）. */
export const withBehind = (head: string, part: string): string => head + (BEHIND.exec(part)?.[0] ?? '');
