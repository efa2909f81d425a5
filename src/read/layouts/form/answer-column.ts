import { groupBy } from '../../../model/base/group.ts';
import type { NonEmpty } from '../../../model/base/text.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import { AS_DECLARED, isDash, yesNoIn } from '../../profile/answers.ts';
import { AMOUNTS } from '../../profile/causes.ts';
import { fold } from '../../profile/names.ts';
import { countIn } from '../../profile/records-in-words.ts';
import { plain } from '../../profile/seen.ts';
import { splitTerms } from '../../profile/term-list.ts';
import { isRefusal, readScalar } from '../../profile/values.ts';
import { anchorAt, type Grid, lastUnder } from '../grid.ts';
import { asUnit, isPlanned } from '../heading-text.ts';
import { type Heading, LISTS } from '../headings.ts';
import { isHowMany, isVerdict, YEAR } from '../roles.ts';
import { saySame, scalarOf } from '../value.ts';
import type { AnswerSource, FormHead } from './head.ts';

/** A heading of a fact in a form, in its cell; what answers it stands to its right, left of `end`. */
export interface Label {
  readonly row: number;
  readonly cell: Cell;
  readonly heading: Heading;
  readonly end: number;
  /** The label of the list of records that a field is of: 工作台 | 高度. */
  readonly group?: Cell;
}

/** Where the answers to labels stand, or two places that could both hold them. */
export type Decision =
  | { readonly source: (label: Label) => AnswerSource | undefined }
  | { readonly rivals: readonly [AnswerSource, AnswerSource]; readonly row: number }
  | 'no-answers';

const isList = ({ heading }: Label): boolean => heading.kind === 'fact' && LISTS.has(heading.definition.type);

/** The rows that a label stands for; those below it too where a list may go on. */
export const rowsOf = (grid: Grid, label: Label): readonly number[] => {
  const { row, cell } = label;
  const { top, bottom } = grid.range(row, cell.column);
  const last = isList(label) ? lastUnder(grid, row, cell.column) : bottom;
  return Array.from({ length: Math.min(last - top + 1, 500) }, (_, index) => top + index);
};

const isFilled = (grid: Grid, source: AnswerSource, label: Label): boolean =>
  rowsOf(grid, label).some(row => source.columns.some(({ column }) => anchorAt(grid, row, column).cell !== undefined));

/** Whether a label asks whether there is something: by yes or no, or as one term of a list. */
const asksAny = ({ heading }: Label): boolean => heading.kind === 'option' || heading.definition.type === 'yes_no';

/** What stands in a place of answers, of which 2 under 数量 says that there is any. */
export const asAny = ({ text }: Pick<AnswerSource, 'text'>, label: Label, said: string): string => {
  const count = asksAny(label) && isHowMany(text) ? countIn(said, label.heading.definition) : undefined;
  return count?.type === 'count' ? (count.amount === '0' ? '无' : '有') : said;
};

/** What a place says of a label; a tick under one of several answers says that one. */
const saidBy = (grid: Grid, source: AnswerSource, label: Label): string =>
  rowsOf(grid, label)
    .map(row => {
      const cells = source.columns.map(({ column, text }) => {
        const said = plain(anchorAt(grid, row, column).cell?.text ?? '');
        return source.kind === 'choice' && yesNoIn(said) === true ? text : said;
      });
      return asAny(source, label, cells.join('').trim());
    })
    .join('\n');

const columnSource = (column: number, text: string): AnswerSource => ({
  kind: 'column',
  text,
  columns: [{ column, text, role: undefined }],
});

/**
 * What of several filled places answers a label: none that has a dash or finds it 属实, nor how many 有 or 已完成; where one is a
 * verdict, that answers yes or no and nothing else.
 */
const answering = (grid: Grid, sources: readonly AnswerSource[], label: Label): readonly AnswerSource[] => {
  const { type } = label.heading.definition;
  const places = sources.filter(source => isFilled(grid, source, label));
  const answers = places.flatMap(source => yesNoIn(saidBy(grid, source, label)) ?? []);
  const isCounted = AMOUNTS.has(type) || (type === 'records' && !answers.includes(false));
  const addsNothing = (source: AnswerSource): boolean => {
    const said = saidBy(grid, source, label);
    return isDash(said) || AS_DECLARED.has(fold(said)) || (isCounted && yesNoIn(said) === true);
  };
  const own = places.filter(source => !addsNothing(source));
  const filled = own.length > 0 ? own : places;
  const others = filled.filter(({ text }) => !isVerdict(text));
  if (others.length === 0 || others.length === filled.length) return filled;
  if (!asksAny(label)) return others;
  const said = filled.filter(source => yesNoIn(saidBy(grid, source, label)) !== undefined);
  return said.length > 0 ? said : filled;
};

/** Whether two places say the same of a label: 无 and 不达标 are both no, 184 and 184㎡ one area. */
const agree = (grid: Grid, one: AnswerSource, other: AnswerSource, label: Label): boolean => {
  const [said, again] = [saidBy(grid, one, label), saidBy(grid, other, label)];
  const isAny = asksAny(label) ? yesNoIn(said) : undefined;
  if (isAny !== undefined && isAny === yesNoIn(again)) return true;
  return said === again || saySame(label.heading.definition, said, again) === true;
};

/** Whether a later year is left open, so that nobody knows whether what is said of an earlier one still holds. */
const isLeftOpen = (grid: Grid, one: AnswerSource, later: AnswerSource, label: Label): boolean =>
  YEAR.test(one.text) &&
  YEAR.test(later.text) &&
  later.text > one.text &&
  !isFilled(grid, later, label) &&
  !label.heading.definition.id.startsWith('center.');

/** Among places that could hold the answers: the one that does, one for each row, or two that contradict one another. */
const settle = (grid: Grid, candidates: readonly AnswerSource[], labels: readonly Label[]): Decision => {
  const filled = candidates.filter(source => labels.some(label => isFilled(grid, source, label)));
  const [first = candidates[0]] = filled;
  if (first === undefined) return 'no-answers';
  for (const label of labels) {
    const [one, ...others] = answering(grid, filled, label);
    const other =
      others.find(source => one !== undefined && !agree(grid, one, source, label)) ??
      candidates.find(source => one !== undefined && isLeftOpen(grid, one, source, label));
    if (one !== undefined && other !== undefined) return { rivals: [one, other], row: label.row };
  }
  return { source: label => answering(grid, filled, label)[0] ?? first };
};

/** Where the answers stand under heads: as the heads say, or else in the only other column that holds anything. */
export const underHead = (grid: Grid, head: FormHead, labels: readonly Label[]): Decision => {
  if (head.sources.length > 0) return settle(grid, head.sources, labels);
  const first = Math.max(...labels.map(({ cell, row }) => grid.range(row, cell.column).right));
  const open = head.columns.filter(
    ({ column, role, text }) => role === undefined && column > first && !isPlanned(text),
  );
  const headless = [...new Set(labels.flatMap(({ row }) => (grid.row(row)?.cells ?? []).map(({ column }) => column)))]
    .filter(column => column > first && !head.columns.some(known => known.column === column))
    .map(column => columnSource(column, ''));
  return settle(grid, [...open.map(({ column, text }) => columnSource(column, text)), ...headless], labels);
};

const REQUIREMENT = /^(?:[≥≤<>＞＜]|不少于|不低于|不小于|不超过|不大于|至少|至多|应|须|必须|要求|原则上|一般)/u;

type Fit = 'fits' | 'unfit' | 'any';

/** Whether a cell could be read as what the label asks; `any` where everything could. */
const fitOf = (grid: Grid, { heading }: Label, cell: Cell): Fit => {
  const { definition } = heading;
  if (REQUIREMENT.test(plain(cell.text))) return 'unfit';
  if (cell.fault !== undefined || definition.type === 'records' || definition.type === 'text') return 'any';
  const node = scalarOf(cell, grid.locate(1, 1), definition, 'unit' in heading ? heading.unit : undefined);
  if (node.text === '') return 'any';
  if ('list' in definition) {
    const terms = splitTerms(node.text, heading.answers);
    return terms.length > 0 && terms.every(heading.answers) ? 'fits' : 'any';
  }
  return isRefusal(readScalar(node.text, definition)) ? 'unfit' : 'fits';
};

/**
 * The cells that could answer a label which stands under no head: all to its right, but for units, and as far as words
 * in a column of labels.
 */
const besideLabel = (grid: Grid, label: Label, labels: ReadonlySet<number>): readonly Cell[] => {
  const { row, cell, end } = label;
  const { right } = grid.range(row, cell.column);
  const cells = (grid.row(row)?.cells ?? []).filter(({ column }) => column > right && column < end);
  const other = cells.findIndex(
    ({ column, value, text }) =>
      column > right + 1 && labels.has(column) && typeof value === 'string' && asUnit(text) === undefined,
  );
  const own = other < 0 ? cells : cells.slice(0, other);
  return own.filter(({ column, text }) => column === right + 1 || asUnit(text) === undefined);
};

/** How many cells of each column beside labels could be read as what those ask, and how many could not. */
const votesOf = (grid: Grid, labels: readonly Label[], columns: ReadonlySet<number>) => {
  const votes = labels.flatMap(label =>
    besideLabel(grid, label, columns).map(cell => ({ column: cell.column, fit: fitOf(grid, label, cell) })),
  );
  return [...groupBy(votes, ({ column }) => column)]
    .map(([column, own]) => {
      const times = (wanted: Fit): number => own.filter(({ fit }) => fit === wanted).length;
      return { column, fits: times('fits'), unfit: times('unfit') };
    })
    .sort((a, b) => a.column - b.column);
};

/** Where the answers to labels that stand below one another are, told by what the columns beside them hold. `columns` are those of labels. */
export const besideLabels = (grid: Grid, labels: NonEmpty<Label>, columns: ReadonlySet<number>): Decision => {
  const [label] = labels;
  const next = grid.range(label.row, label.cell.column).right + 1;
  const votes = votesOf(grid, labels, columns);
  const adjacent = votes.find(({ column }) => column === next);
  const others = votes.filter(({ column, fits, unfit }) => column !== next && fits > unfit);
  const isOpen = adjacent === undefined || adjacent.fits > 0 || adjacent.unfit === 0;
  const candidates = [...(isOpen ? [next] : []), ...others.map(({ column }) => column)];
  const sources = (candidates.length > 0 ? candidates : [next]).map(column => columnSource(column, ''));
  return settle(grid, sources, labels);
};
