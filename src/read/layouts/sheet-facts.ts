import type { Location } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import type { MapEntry } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { readState } from '../profile/answers.ts';
import { causeOf } from '../profile/causes.ts';
import { readScalar } from '../profile/values.ts';
import { optionColumns } from './form/checklist.ts';
import { withChoices } from './form/choices.ts';
import { readForm } from './form/form.ts';
import { withLists } from './form/listed.ts';
import { plansIn, tellPlans } from './form/planned.ts';
import { isAside, isFurniture, isNote } from './furniture.ts';
import type { Grid, GridReading } from './grid.ts';
import { type Header, headerAt, withHints } from './header.ts';
import { type Heading, tellsPlace } from './headings.ts';
import { titleOf } from './open.ts';
import { type LinkedRecord, readRecordsBlock, recordsHeaderAt } from './records.ts';
import { ofOneCenter } from './rival-sheets.ts';
import { partsUnder } from './table/parts.ts';
import { planTable } from './table/plan.ts';
import { rowNode } from './table/roster.ts';
import { turnedRecordsAt } from './turned.ts';
import { nodeOf } from './value.ts';

/** What a sheet that is no table of centres states. */
export interface SheetFacts {
  readonly grid: Grid;
  readonly entries: readonly MapEntry[];
  readonly linked: readonly LinkedRecord[];
  /** Whether anything of the sheet was recognised, filled in or not. */
  readonly known: boolean;
}

/** Whether a text answers the head over it; undefined where any text may. */
const answers = ({ definition, answers }: Heading, cell: Cell, location: Location): boolean | undefined => {
  if (definition.type === 'text' || definition.type === 'terms' || definition.type === 'records') return undefined;
  return (
    answers(cell.text) ||
    readState(nodeOf(cell, location)) !== undefined ||
    causeOf(cell.text, definition.type) !== undefined ||
    readScalar(cell.text, definition) !== 'unreadable-value'
  );
};

/** Whether the first text of a row that can be held against its head answers it; a label that stands there does not. */
const areAnswers = ({ columns }: Header, { row, cells }: Row, locate: Grid['locate']): boolean =>
  cells
    .map(cell => {
      const heading = columns.find(({ column }) => column === cell.column)?.heading;
      return heading && answers(heading, cell, locate(row, cell.column));
    })
    .find(suits => suits !== undefined) ?? false;

/** Whether a head asks who a centre is, which a form says beside it. */
const tellsWhose = (heading: Heading): boolean => tellsPlace(heading) || heading.definition.id === 'center.level';

/** Whether heads stand in one row, or below others that span several of them; 级别 | 乡镇 over a title are none. */
const areTogether = (grid: Grid, { top, bottom, columns }: Header): boolean => {
  const [upper, lower] = [grid.row(top), grid.row(bottom)];
  return (
    columns.every(({ row }) => row === columns[0]?.row) || (upper && lower ? partsUnder(upper, lower).size > 0 : false)
  );
};

/** What one row says right below heads of facts side by side, which every column of it has: 使用面积 | 窗口数量 over 184 | 6. */
const underHeads = (reading: GridReading, grid: Grid, found: Header | undefined) => {
  const header = found && withHints(grid, found, reading.headings.fact);
  const [row, next] = header ? [grid.row(header.bottom + 1), grid.row(header.bottom + 2)] : [];
  const isOfFacts =
    header?.hits === header?.columns.length &&
    header?.columns.every(({ heading }) => heading?.kind === 'fact' && !tellsWhose(heading));
  if (found === undefined || header === undefined || row === undefined || !isOfFacts) return undefined;
  if (!areTogether(grid, found) || !areAnswers(header, row, grid.locate)) return undefined;
  const isAnswer = (cells: Row['cells']): boolean =>
    cells.length > 1 &&
    cells.every(({ column, text }) => {
      const isUnder = header.columns.some(one => one.column === column);
      return isUnder && !isFurniture(text) && !isNote(text) && reading.headings.fact(text) === undefined;
    });
  if (!isAnswer(row.cells) || (next !== undefined && isAnswer(next.cells))) return undefined;
  const plan = planTable(reading, grid, header);
  return { entries: rowNode(plan, row)?.entries ?? [], next: grid.rows.indexOf(row) + 1 };
};

/** The heads of facts that begin at a row which `isHead`, or of which the last cell may be one. */
const factHeads = ({ headings }: GridReading, grid: Grid, index: number, isHead: boolean): Header | undefined => {
  const last = grid.rows[index]?.cells.at(-1)?.text ?? '';
  return isHead || headings.fact(last) || headings.theme(last) ? headerAt(grid, index, headings.fact) : undefined;
};

/** Facts beside their headings, and lists of records under theirs, in whatever order a sheet has them. */
const readSheet = (reading: GridReading, grid: Grid): SheetFacts => {
  const checklist = optionColumns(grid.rows).size > 0;
  const entries: MapEntry[] = [];
  const linked: LinkedRecord[] = [];
  const formRows: Row[] = [];
  let blocks = 0;
  for (let index = 0; index < grid.rows.length; ) {
    const side = checklist ? undefined : turnedRecordsAt(reading, grid, index);
    const [at, from, of] = side ? [side.grid, 0, side.records] : [grid, index, titleOf(reading, grid, index)];
    const header = checklist ? undefined : recordsHeaderAt(at, from, reading.headings, of);
    const row = grid.rows[index];
    const facts = side === undefined ? factHeads(reading, grid, index, header !== undefined) : undefined;
    if (header === undefined || (!header.isNamed && (facts?.hits ?? 0) >= header.hits)) {
      const said = checklist ? undefined : underHeads(reading, grid, facts);
      if (said !== undefined) {
        append(entries, said.entries);
        index = said.next;
        continue;
      }
      if (row !== undefined && !isAside(row.cells[0]?.text ?? '')) formRows.push(row);
      index++;
      continue;
    }
    const above = grid.rows[index - 1];
    const plans = above && plansIn(above);
    const block = readRecordsBlock(plans ? { ...reading, problems: [], passed: [] } : reading, at, header);
    index = side === undefined ? Math.max(block.next, index + 1) : index + side.rows;
    if (above && plans) {
      tellPlans(reading, grid, above.row, plans);
      continue;
    }
    blocks++;
    if (block.entry !== undefined) entries.push(block.entry);
    append(linked, block.linked);
  }
  const before = reading.problems.length;
  const forms = withLists(reading.headings, withChoices({ ...grid, rows: formRows }));
  const said = forms.flatMap(form => readForm(reading, form));
  const form = ofOneCenter(reading, said, grid);
  return {
    grid,
    entries: [...form, ...entries],
    linked,
    known: blocks + form.length > 0 || reading.problems.length > before,
  };
};

/** Reads a form or lists of records; nothing at all is said so. */
export const readFormSheet = (reading: GridReading, grid: Grid): SheetFacts => {
  const facts = readSheet(reading, grid);
  if (!facts.known && grid.rows.length > 0)
    reading.problems.push(problem('unread-sheet', grid.locate(grid.rows[0]?.row ?? 1, 1), { sheet: grid.name }));
  return facts;
};
