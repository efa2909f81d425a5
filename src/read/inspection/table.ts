import type { MapEntry, MapNode } from '../source.ts';
import { inspectionKey, isForTheEye, isInspectionKey } from './keys.ts';
import { type Placed, particulars, scalar } from './placed.ts';

/** A row whose cells name a centre and what is counted or judged of it: the sheet has a centre a row. */
export const tableHeaderOf = ({ rows }: Placed) =>
  rows.find(
    ({ cells }) =>
      cells.some(cell => isInspectionKey(cell.text, 'center')) &&
      cells.filter(cell => inspectionKey(cell.text) === undefined && !isForTheEye(cell.text)).length > 0 &&
      !cells.some(cell => isInspectionKey(cell.text, 'value')) &&
      cells.length > 2,
  );

/** What a column asks for, without what stands below it in brackets: `脱岗人次（人次）`. */
const askedIn = (text: string): string =>
  text
    .split('\n')[0]
    ?.replace(/\s*[（(][^（）()]*[）)]\s*$/u, '')
    .trim() ?? '';

const OF_LINES = new Set(['reason', 'person', 'level', 'bureau']);

/** A record for each centre of which something is filled in. */
export const tableRecords = (
  sheet: Placed,
  header: NonNullable<ReturnType<typeof tableHeaderOf>>,
): readonly MapNode[] => {
  const head = particulars(sheet, header);
  return sheet.rows
    .filter(({ row }) => row > header.row)
    .flatMap((row): readonly MapNode[] => {
      const location = sheet.at(row.row, row.cells[0]?.column ?? 1);
      const valueAt = (column: number) => {
        const cell = row.cells.find(one => one.column === column);
        return cell === undefined || cell.text.trim() === '' ? undefined : scalar(sheet, row, cell);
      };
      const center = header.cells.find(cell => isInspectionKey(cell.text, 'center'));
      const named = center && valueAt(center.column);
      const shared = header.cells.flatMap((cell): readonly MapEntry[] => {
        const key = inspectionKey(cell.text);
        const value = key !== undefined && OF_LINES.has(key) ? valueAt(cell.column) : undefined;
        return value && key ? [{ key, keyLocation: value.location, value }] : [];
      });
      const stated = head.find(({ key }) => isInspectionKey(key, 'reason'));
      const reasons =
        shared.some(({ key }) => key === 'reason') || stated === undefined
          ? shared
          : [...shared, { ...stated, key: 'reason' }];
      const items = header.cells.flatMap((cell): readonly MapNode[] => {
        const asks = inspectionKey(cell.text) === undefined && !isForTheEye(cell.text);
        const value = asks ? valueAt(cell.column) : undefined;
        if (value === undefined) return [];
        const entry = {
          kind: 'scalar',
          text: askedIn(cell.text),
          value: askedIn(cell.text),
          location: value.location,
        } as const;
        const own = [
          { key: 'entry', keyLocation: value.location, value: entry },
          { key: 'value', keyLocation: value.location, value },
        ];
        return [{ kind: 'map', entries: [...own, ...reasons], location: value.location }];
      });
      if (named === undefined || items.length === 0) return [];
      const lines = { kind: 'list', items, location } as const;
      const entries = [
        ...head.filter(({ key }) => !isInspectionKey(key, 'reason') && !isInspectionKey(key, 'center')),
        { key: 'center', keyLocation: named.location, value: named },
        { key: 'lines', keyLocation: location, value: lines },
      ];
      return [{ kind: 'map', entries, location }];
    });
};
