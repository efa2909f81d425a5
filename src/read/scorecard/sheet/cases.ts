import { get, type MapNode } from '../../../model/base/source.ts';
import { SHEETS } from '../../../model/scoring/card-sheet.ts';
import { sheetsOf } from './grid.ts';
import { list, map, scalar, words } from './nodes.ts';

const [TITLE, TOTAL, GRADE, DAY] = ['例子', '应得', '等次', '日期'];

/** The sheet of cases in a workbook, as the mapping that its YAML would be; `isEntry` tells what inspectors fill in. */
export const readCaseSheet = async (
  file: string,
  bytes: Uint8Array,
  isEntry: (name: string) => boolean,
): Promise<MapNode | undefined> => {
  const sheet = (await sheetsOf(file, bytes)).find(({ name }) => name === SHEETS.cases);
  const header = sheet?.rows.find(({ cells }) => cells.some(({ text }) => text.trim() === TITLE));
  if (sheet === undefined || header === undefined) return undefined;
  const cases = sheet.rows
    .filter(({ row }) => row > header.row)
    .map(({ row, cells }) => {
      const location = sheet.at(row, 1);
      const said = header.cells.flatMap(head => {
        const cell = cells.find(({ column }) => column === head.column);
        return cell === undefined || cell.text.trim() === ''
          ? []
          : [
              {
                name: head.text.trim(),
                node: { ...scalar(cell.text.trim(), sheet.at(row, cell.column)), value: cell.value },
              },
            ];
      });
      const of = (name: string) => said.find(one => one.name === name)?.node;
      const others = said.filter(({ name }) => ![TITLE, TOTAL, GRADE, DAY].includes(name));
      const mapOf = (entered: boolean): MapNode =>
        map(
          Object.fromEntries(
            others.filter(({ name }) => isEntry(name) === entered).map(({ name, node }) => [name, node]),
          ),
          location,
        );
      return map(
        {
          title: of(TITLE ?? '') ?? words(String(row), location),
          facts: mapOf(false),
          entered: mapOf(true),
          total: of(TOTAL ?? ''),
          grade: of(GRADE ?? ''),
          as_of: of(DAY ?? ''),
        },
        location,
      );
    })
    .filter(one => get(one, 'total') !== undefined || get(one, 'grade') !== undefined);
  return map({ cases: list(cases, sheet.at(header.row, 1)) }, sheet.at(header.row, 1));
};
