import type { Location } from '../../../model/base/location.ts';
import { type Loaded, loaded } from '../../../model/base/problem.ts';
import { type MapNode, mapNode, type SourceNode } from '../../../model/base/source.ts';
import { SHEETS } from '../../../model/scoring/card-sheet.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { unlessRefused } from '../../refused-file.ts';
import { cellProblems, type HeldSheet, sheetsOf } from './grid.ts';
import { list, map, scalar, words } from './nodes.ts';

const OF_CASE = ['例子', '应得', '等次', '日期'] as const;

const [TITLE, TOTAL, GRADE, DAY] = OF_CASE;

type Said = readonly [heading: string, node: SourceNode];

/** What a row says under each heading that it has something under. */
const saidIn = (sheet: HeldSheet, header: Row, { row, cells }: Row): readonly Said[] =>
  header.cells.flatMap(head => {
    const cell = cells.find(({ column }) => column === head.column);
    if (cell === undefined || cell.text.trim() === '') return [];
    const node = { ...scalar(cell.text.trim(), sheet.at(row, cell.column)), value: cell.value };
    return [[head.text.trim(), node] as const];
  });

const caseOf = (
  said: readonly Said[],
  row: number,
  location: Location,
  isEntry: (name: string) => boolean,
): MapNode => {
  const of = (heading: string): SourceNode | undefined => said.find(([name]) => name === heading)?.[1];
  const others = said.filter(([name]) => !OF_CASE.some(one => one === name));
  const mapOf = (entered: boolean): MapNode =>
    mapNode(location, new Map(others.filter(([name]) => isEntry(name) === entered)));
  return map(location, {
    title: of(TITLE) ?? words(String(row), location),
    facts: mapOf(false),
    entered: mapOf(true),
    total: of(TOTAL),
    grade: of(GRADE),
    as_of: of(DAY),
  });
};

/** The sheet of cases in a workbook, as the mapping that its YAML would be; `isEntry` tells what inspectors fill in. */
export const readCaseSheet = (
  file: string,
  bytes: Uint8Array,
  isEntry: (name: string) => boolean,
): Promise<Loaded<MapNode> | undefined> =>
  unlessRefused(file, async () => {
    const sheet = (await sheetsOf(file, bytes)).find(({ name }) => name === SHEETS.cases);
    const header = sheet?.rows.find(({ cells }) => cells.some(({ text }) => text.trim() === TITLE));
    if (sheet === undefined || header === undefined) return undefined;
    const cases = sheet.rows
      .filter(({ row }) => row > header.row)
      .map(line => [line.row, saidIn(sheet, header, line)] as const)
      .filter(([, said]) => said.some(([name]) => name !== TITLE))
      .map(([row, said]) => caseOf(said, row, sheet.at(row, 1), isEntry));
    const place = sheet.at(header.row, 1);
    return loaded(
      cellProblems(sheet, row => row >= header.row),
      () => map(place, { cases: list(cases, place) }),
    );
  });
