import { problem } from '../../model/base/problem.ts';
import type { MapEntry } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { optionColumns } from './form/checklist.ts';
import { withChoices } from './form/choices.ts';
import { readForm } from './form/form.ts';
import { withLists } from './form/listed.ts';
import { plansOver, tellPlans } from './form/planned.ts';
import { isAside } from './furniture.ts';
import type { Grid, GridReading } from './grid.ts';
import { headerAt, recordsHeaderAt } from './header.ts';
import { titleOf } from './open.ts';
import { type LinkedRecord, readRecordsBlock } from './records.ts';
import { ofOneCenter } from './rival-sheets.ts';
import { turnedRecordsAt } from './turned.ts';

/** What a sheet that is no table of centres states. */
export interface SheetFacts {
  readonly grid: Grid;
  readonly entries: readonly MapEntry[];
  readonly linked: readonly LinkedRecord[];
  /** Whether anything of the sheet was recognised, filled in or not. */
  readonly known: boolean;
}

/** Facts beside their headings, and lists of records under theirs, in whatever order a sheet has them. */
const readSheet = (reading: GridReading, grid: Grid): SheetFacts => {
  const checklist = optionColumns(grid.rows).size > 0;
  const entries: MapEntry[] = [];
  const linked: LinkedRecord[] = [];
  const formRows: Row[] = [];
  let blocks = 0;
  for (let index = 0; index < grid.rows.length; ) {
    const title = titleOf(reading, grid, index);
    const side = checklist ? undefined : turnedRecordsAt(reading, grid, index);
    const header = side
      ? recordsHeaderAt(side.grid, 0, reading.headings, side.records)
      : checklist
        ? undefined
        : recordsHeaderAt(grid, index, reading.headings, title);
    const row = grid.rows[index];
    const others = () => (side === undefined ? (headerAt(grid, index, reading.headings.fact)?.hits ?? 0) : 0);
    if (header === undefined || others() >= header.hits) {
      if (row !== undefined && !isAside(row.cells[0]?.text ?? '')) formRows.push(row);
      index++;
      continue;
    }
    const plans = plansOver(grid, index);
    const block = readRecordsBlock(
      plans ? { ...reading, problems: [], passed: [] } : reading,
      side?.grid ?? grid,
      header,
    );
    index = side === undefined ? Math.max(block.next, index + 1) : index + side.rows;
    if (plans !== undefined) {
      tellPlans(reading, grid, plans.row, plans.title);
      continue;
    }
    blocks++;
    if (block.entry !== undefined) entries.push(block.entry);
    append(linked, block.linked);
  }
  const before = reading.problems.length;
  const form = ofOneCenter(
    reading,
    readForm(reading, withLists(reading.headings, withChoices({ ...grid, rows: formRows }))),
    grid,
  );
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
