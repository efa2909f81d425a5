import type { MapNode, SourceNode } from '../../../model/base/source.ts';
import { ABSENT, KINDS, SAID, WHO } from '../../../model/scoring/card-sheet.ts';
import type { CardLine } from './grid.ts';
import { ownText } from './grid.ts';
import type { CardRow } from './layout.ts';
import { list, map, scalar, wordList, words } from './nodes.ts';
import { blank, type SheetReading, unreadable, wordIn } from './reading.ts';
import { readStepLine } from './step.ts';
import type { StepKind } from './values.ts';
import { checkWording } from './wording.ts';

const PRICED = { deduct: KINDS.deduct, award: KINDS.award } as const;

export const floorOf = (reading: SheetReading, line: CardLine): SourceNode | undefined => {
  const { text, location } = line.cells.floor;
  if (text === '') return undefined;
  if (text === SAID.yes) return scalar('0', location);
  if (text === SAID.no) return words('none', location);
  return /^-\d+(?:\.\d+)?$/u.test(text.normalize('NFKC'))
    ? scalar(text.normalize('NFKC'), location)
    : unreadable(reading, line.cells.floor, 'floor', '是、否、-6');
};

/** Several bureaus are a list. */
export const bureausOf = (line: CardLine): SourceNode | undefined => {
  const { text, location } = line.cells.by;
  const names = text
    .split(/[、,，/\n]/u)
    .map(name => name.trim())
    .filter(name => name !== '');
  const [only, ...more] = names;
  if (only === undefined) return undefined;
  return more.length === 0 ? words(only, location) : wordList(names, location);
};

/** What the bureau wrote on how the row is scored, in the order of its lines. */
export const wordingOf = ({ lines }: CardRow): string =>
  [...new Set(lines.map(line => line.cells.wording.text).filter(text => text !== ''))].join('；');

const titleOf = ({ lines: [line], part, shared }: CardRow): string => {
  const { title, requirement } = line.cells;
  if (part === undefined && shared !== true) return title.text;
  if (requirement.own && requirement.text !== '' && requirement.text.length <= SHORT)
    return unnumbered(requirement.text);
  return part === undefined ? title.text : `${title.text}（${part}）`;
};

const SHORT = 16;

/** `（1）设置坡道` without its number. */
const unnumbered = (text: string): string => text.replace(/^[（(]?\d+[）).、．]\s*/u, '');

const needsId = (lines: readonly CardLine[]): boolean =>
  lines.filter(({ cells }) => cells.who.text === WHO.tally || cells.who.text === WHO.entered).length > 1;

/** Whether the lines of a row say each for itself what they are about. */
const hasTitles = ({ lines: [, ...more] }: CardRow): boolean => more.some(line => ownText(line, 'requirement') !== '');

const stepsOf = (reading: SheetReading, row: CardRow, id: string): Readonly<Record<StepKind, readonly MapNode[]>> => {
  const steps: Record<StepKind, MapNode[]> = { deduct: [], award: [] };
  const several = hasTitles(row);
  row.lines.forEach((line, index) => {
    const kind = wordIn(reading, line, 'kind', PRICED);
    if (line.cells.kind.text === '') blank(reading, line, 'kind');
    if (kind === undefined) return;
    const { requirement } = line.cells;
    const title =
      several && ownText(line, 'requirement') !== '' ? words(requirement.text, requirement.location) : undefined;
    const entryId = needsId(row.lines) && index > 0 ? { entryId: `${id}-${index + 1}` } : {};
    const step = readStepLine({ ...reading, line, kind, ...entryId }, title);
    if (step !== undefined) steps[kind].push(step);
  });
  return steps;
};

const oneOrList = (steps: readonly MapNode[]): SourceNode | undefined => {
  const [only, ...more] = steps;
  return only === undefined || more.length === 0 ? only : list(steps, only.location);
};

/** A row as the language has it; what `rest` says of it is said there and not asked for here. */
export const readRow = (
  reading: SheetReading,
  row: CardRow,
  { id, clause }: { readonly id: string; readonly clause: string },
  rest: MapNode | undefined,
): MapNode => {
  const [line] = row.lines;
  const { location, cells } = line;
  const isPriced = rest?.entries.some(({ key }) => key === 'deduct' || key === 'award') ?? false;
  const steps = isPriced ? { deduct: [], award: [] } : stepsOf(reading, row, id);
  const points = cells.points.text.normalize('NFKC').replace(/\s*分$/u, '');
  if (points === '' || !cells.points.own) blank(reading, line, 'points');
  else if (!/^\d+(?:\.\d+)?$/u.test(points)) unreadable(reading, cells.points, 'points', '5、2.5');
  const absent = wordIn(reading, line, 'absent', ABSENT);
  const floor = floorOf(reading, line);
  const wording = wordingOf(row);
  const by = bureausOf(line);
  const requirement =
    hasTitles(row) || (row.part !== undefined && !cells.requirement.own) ? '' : cells.requirement.text;
  if (!isPriced) checkWording(reading, row);
  return map(location, {
    id: words(id, cells.clause.location),
    clause: words(clause, cells.clause.location),
    title: words(titleOf(row), cells.title.location),
    points: scalar(points, cells.points.location),
    by,
    requirement: requirement === '' ? undefined : words(requirement, cells.requirement.location),
    floor,
    evidence: absent && map(cells.absent.location, { not_applicable: words(absent, cells.absent.location) }),
    deduct: oneOrList(steps.deduct),
    award: oneOrList(steps.award),
    note: wording === '' ? undefined : words(wording, cells.wording.location),
  });
};
