import { groupBy } from '../../../model/base/group.ts';
import { keptFor } from '../../../model/base/memo.ts';
import { problem } from '../../../model/base/problem.ts';
import type { MapEntry } from '../../../model/base/source.ts';
import type { Vocabulary } from '../../../model/standard/vocabulary.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { AS_DECLARED, isDash, yesNoIn } from '../../profile/answers.ts';
import { fold, mayAskLevel, stoppedAs, suggest } from '../../profile/names.ts';
import { plain } from '../../profile/seen.ts';
import { isMeasured, NONE } from '../../profile/term-list.ts';
import { isUnitLine } from '../above.ts';
import { isFurniture, isNote, isSignature, isTotal } from '../furniture.ts';
import { anchorAt, type PassedOver } from '../grid.ts';
import { asUnit, isQualified, stripped } from '../heading-text.ts';
import { countsOne } from '../headings.ts';
import { isBlank, nodeOf, saySame, scalarOf } from '../value.ts';
import { asAny, type Label } from './answer-column.ts';
import { isCategory, push } from './grouped.ts';
import type { FormHead } from './head.ts';
import { type FormReading, headOver, isRead, mark } from './reading.ts';

/** When a place is open. */
const HOURS = /\d\s*[:：点时]|[周星期][一二三四五六日天]/u;

const roleAt = (head: FormHead | undefined, column: number) =>
  head?.columns.find(known => known.column === column)?.role;

/** Where the answer to an unknown label would stand. */
const answerPlaces = (reading: FormReading, row: number, cell: Cell): readonly number[] => {
  const head = headOver(reading, row, cell.column);
  const sources = head?.sources.flatMap(({ columns }) => columns.map(({ column }) => column)) ?? [];
  const right = reading.grid.range(row, cell.column).right;
  return sources.length > 0 ? sources.filter(column => column > right) : [right + 1];
};

const isLabelColumn = (reading: FormReading, row: number, column: number): boolean => {
  const head = headOver(reading, row, column);
  if (head !== undefined) return ['label', undefined].includes(roleAt(head, column));
  return reading.labels.some(label => label.cell.column === column);
};

/** What each fact of a vocabulary goes by. */
const factsNamed = keptFor(({ facts }: Vocabulary) => {
  const named = facts.flatMap(fact => [fact.label.zh, ...fact.aliases].map(name => [name, fact] as const));
  return { names: named.map(([name]) => name), of: groupBy(named, ([name]) => name) };
});

/** Whether a label may be a slip for a fact: one that asks for yes or no is not meant where 周一至周五 stands. */
const mayMean = ({ dictionary }: FormReading, key: string, answer: string): boolean => {
  if (countsOne(dictionary, key) || mayAskLevel(key)) return false;
  const { names, of } = factsNamed(dictionary.vocabulary);
  return suggest(key, names)
    .flatMap(name => of.get(name) ?? [])
    .some(([, fact]) => fact.type !== 'yes_no' || yesNoIn(answer) !== undefined || !HOURS.test(answer));
};

/** Words where labels stand, with an answer beside them, that are no heading that is known: near ones are asked about. */
const readUnknown = (reading: FormReading, row: Row): void => {
  const columns = new Set(reading.labels.map(({ cell }) => cell.column));
  for (const cell of row.cells) {
    const { row: line } = row;
    if (isRead(reading, line, cell.column) || typeof cell.value !== 'string') continue;
    if (!isLabelColumn(reading, line, cell.column) || [isFurniture, isNote, isTotal].some(is => is(cell.text)))
      continue;
    if (isCategory(reading, columns, line, cell)) continue;
    const planned = reading.planned(line, cell);
    const places = answerPlaces(reading, line, cell).map(column => anchorAt(reading.grid, line, column));
    const isPart = planned !== undefined && places[0]?.cell?.text.trim() === planned;
    const found = (isPart ? [anchorAt(reading.grid, line, (places[0]?.column ?? 0) + 1)] : places).find(
      place => place.cell !== undefined && place.cell !== cell && !isRead(reading, place.row, place.column),
    );
    if (found?.cell === undefined) continue;
    mark(reading, line, cell.column);
    if (isPart) mark(reading, line, found.column - 1);
    mark(reading, found.row, found.column);
    const key = planned === undefined ? cell.text.trim() : `${cell.text.trim()}（${planned}）`;
    const keyLocation = reading.grid.locate(line, cell.column);
    const location = reading.grid.locate(found.row, found.column);
    const isClosed = stoppedAs(stripped(key), found.cell.text) !== undefined;
    if (isClosed || (planned === undefined && !isQualified(key) && mayMean(reading, key, found.cell.text)))
      reading.entries.push({ key, keyLocation, value: nodeOf(found.cell, location) });
    else
      reading.problems.push(
        problem('unread-label', keyLocation, { label: key, found: found.cell.text.trim().slice(0, 40) }),
      );
  }
};

/** What the form says of a label. */
const entryOf = ({ entries }: FormReading, { cell, heading: { definition } }: Label): MapEntry | undefined =>
  entries.find(({ key, heading }) => key === definition.id && heading === cell.text);

/** Whether a cell stands under a label that nothing beside it answers, and so may be its answer. */
const isBelowBlank = (reading: FormReading, row: number, cell: Cell): boolean =>
  reading.labels.some(label => {
    const { bottom } = reading.grid.range(label.row, label.cell.column);
    if (bottom !== row - 1 || label.group !== undefined || label.cell.column !== cell.column) return false;
    const entry = entryOf(reading, label);
    return entry === undefined || (entry.value.kind === 'scalar' && entry.value.text === '');
  });

const ALONE: ReadonlySet<string> = new Set(['quantity', 'count', 'percent', 'yes_no', 'date', 'size']);

/** Whether what stands alone in a row may answer a label as well as another: 184 above it, where 8 is below. */
const answersToo = (reading: FormReading, row: number, { heading, cell }: Label): boolean => {
  const [above, ...others] = reading.grid.row(row)?.cells ?? [];
  return (
    above !== undefined &&
    others.length === 0 &&
    above.column === cell.column &&
    !isRead(reading, row, above.column) &&
    saySame(heading.definition, above.text, above.text) === true
  );
};

/** An answer alone in the row below its label, which stands alone too: 办事大厅使用面积 over 184平方米. */
const readBelow = (reading: FormReading, { row, cells: [cell, ...others] }: Row): void => {
  if (cell === undefined || others.length > 0 || isRead(reading, row, cell.column)) return;
  const label = isBelowBlank(reading, row, cell)
    ? reading.labels.find(one => one.cell.column === cell.column && one.row < row && one.row >= row - 1)
    : undefined;
  const { heading } = label ?? {};
  if (label === undefined || heading === undefined || !ALONE.has(heading.definition.type)) return;
  const unit = 'unit' in heading ? heading.unit : undefined;
  const value = scalarOf(cell, reading.grid.locate(row, cell.column), heading.definition, unit);
  const isAlone = (reading.grid.row(label.row)?.cells.length ?? 0) === 1 && !answersToo(reading, label.row - 1, label);
  if (!isAlone || value.fault !== undefined || saySame(heading.definition, value.text, value.text) !== true) return;
  const blank = entryOf(reading, label);
  if (blank !== undefined) reading.entries.splice(reading.entries.indexOf(blank), 1);
  mark(reading, row, cell.column);
  push(reading, label, value);
};

/** Whether a cell stands under an answer and may go on with it. */
const isBelowAnswer = (reading: FormReading, row: number, { column }: Cell): boolean =>
  isRead(reading, row - 1, column) && !reading.labels.some(({ cell }) => cell.column === column);

/** What a sentence says that something measures, and not what it should: 使用面积184平方米. */
const saysMeasure = (text: string): boolean =>
  isMeasured(text.replaceAll(/[_＿]/gu, '')) &&
  !/不[低少小大多]于|不超过|[≥≤<>＞＜]|以[上下内]|至少|要求|标准/u.test(text);

/** Whether a cell alone in its row is a title: over several columns, or nothing that could be an answer. */
const isTitle = (reading: FormReading, row: number, cell: Cell): boolean => {
  if (saysMeasure(cell.text)) return false;
  const { left, right } = reading.grid.range(row, cell.column);
  return right > left || !(isBelowAnswer(reading, row, cell) || isBelowBlank(reading, row, cell));
};

/** Whether a text where a label stands is an answer that was typed over it. */
const isTypedOver = ({ text }: Cell, { cells }: Row): boolean => {
  const [, behind] = /^[\d.,]+\s*(\D*)$/u.exec(plain(text)) ?? [];
  const isAmount = behind !== undefined && (behind === '' ? cells.length > 1 : asUnit(behind) !== undefined);
  return isAmount || yesNoIn(text) !== undefined;
};

/** Whether a cell says the same as the answers to the labels of its row; undefined where it says nothing of them. */
const agrees = (reading: FormReading, row: number, { text }: Cell): boolean | undefined => {
  const labels = reading.labels.filter(label => label.row === row);
  const said = labels.flatMap(label => {
    const value = entryOf(reading, label)?.value;
    return value?.kind === 'scalar' ? (saySame(label.heading.definition, value.text, text) ?? []) : [];
  });
  return said.length === 0 ? undefined : said.every(Boolean);
};

/** Whether a row asks who the centre is, which is planned or required of nobody, and has no answer. */
const isUnnamed = ({ labels, entries }: FormReading, row: number): boolean => {
  const asked = labels.filter(label => label.row === row).map(({ heading }) => heading.definition.id);
  return asked.some(id => id.startsWith('center.') && !entries.some(entry => entry.key === id && !isBlank(entry)));
};

/** A tick is an answer, though 打√ may be a head. */
const isHead = ({ text }: Cell): boolean => isFurniture(text) && yesNoIn(text) === undefined;

const CHECKED = /[审核查]|意见|备注|说明/u;

/** Why a cell that nothing was made of declares nothing; undefined where it could. */
const reasonOf = (reading: FormReading, row: Row, cell: Cell, index: number): PassedOver['why'] | undefined => {
  const head = headOver(reading, row.row, cell.column);
  const role = roleAt(head, cell.column);
  const before = row.cells[index - 1];
  if (isTotal(row.cells[0]?.text ?? '')) return 'total';
  if (isSignature(cell.text) || (before !== undefined && isSignature(before.text))) return 'signature';
  const isAfterNote = before !== undefined && isNote(before.text) && roleAt(head, before.column) !== 'remark';
  if (isUnitLine(cell.text) || isNote(cell.text) || isAfterNote) return 'note';
  const heading = head?.columns.find(({ column }) => column === cell.column)?.text ?? '';
  const isAlike = (): boolean | undefined => agrees(reading, row.row, cell);
  const mayAnswer =
    role === 'unit' || role === 'clause'
      ? !row.cells.some(({ column }) => roleAt(head, column) === 'answer')
      : role === 'remark' && CHECKED.test(heading) && !NONE.has(fold(cell.text));
  if (mayAnswer && isAlike() === false) return undefined;
  if (role === 'standard' && isUnnamed(reading, row.row)) return undefined;
  if (role !== undefined && role !== 'answer' && role !== 'label') return 'explained';
  const isSame = (other: Cell): boolean => other.text === cell.text && isRead(reading, row.row, other.column);
  const isAmong = (label: Label): boolean =>
    label.row === row.row && asAny({ text: heading }, label, cell.text) !== cell.text;
  const addsNothing = (): boolean => row.cells.some(isSame) || reading.labels.some(isAmong) || isAlike() === true;
  if (role === 'answer' && (isDash(cell.text) || AS_DECLARED.has(fold(cell.text)) || addsNothing())) return 'explained';
  if (isHead(cell) || (before !== undefined && isHead(before) && typeof cell.value !== 'number')) return 'explained';
  if (row.cells.length === 1) return isTitle(reading, row.row, cell) && !isTypedOver(cell, row) ? 'title' : undefined;
  const places = answerPlaces(reading, row.row, cell);
  const isBlankLabel =
    places.length > 0 &&
    isLabelColumn(reading, row.row, cell.column) &&
    places.every(column => anchorAt(reading.grid, row.row, column).cell === undefined);
  const isNumbering =
    cell === row.cells[0] && /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[、.．]?$/u.test(cell.text.trim());
  const isCategory = row.cells.some(other => other.column > cell.column && isRead(reading, row.row, other.column));
  if (isNumbering || isCategory) return 'explained';
  return isBlankLabel && !isTypedOver(cell, row) ? 'explained' : undefined;
};

/** Tells of what nothing was made of: what could be a fact by a warning, the rest to those who ask. */
export const leftOver = (reading: FormReading, rows: readonly Row[]): void => {
  if (reading.entries.length === 0) return;
  for (const row of rows) readBelow(reading, row);
  for (const row of rows) readUnknown(reading, row);
  const left: { readonly cell: Cell; readonly row: number }[] = [];
  for (const row of rows)
    for (const [index, cell] of row.cells.entries()) {
      if (isRead(reading, row.row, cell.column)) continue;
      const why = reasonOf(reading, row, cell, index);
      if (why === undefined) left.push({ cell, row: row.row });
      else reading.passed.push({ location: reading.grid.locate(row.row, cell.column), text: cell.text.trim(), why });
    }
  const [first] = left;
  if (first === undefined) return;
  const found = first.cell.text.trim().slice(0, 40);
  reading.problems.push(
    problem('unread-cell', reading.grid.locate(first.row, first.cell.column), { found, more: left.length - 1 }),
  );
};
