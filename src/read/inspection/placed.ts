import type { Location } from '../../model/base/location.ts';
import type { MapEntry, ScalarNode } from '../../model/base/source.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { nodeOf } from '../layouts/value.ts';
import { isInspectionKey } from './keys.ts';

/** A sheet that is held, with the places of its cells. */
export interface Placed {
  readonly rows: readonly Row[];
  readonly at: (row: number, column: number) => Location;
}

export const scalar = ({ at }: Placed, row: Row, cell: Cell): ScalarNode => nodeOf(cell, at(row.row, cell.column));

/** Above the header stand particulars of the record, each beside its name. */
export const particulars = (sheet: Placed, header: Row): readonly MapEntry[] =>
  sheet.rows
    .filter(row => row.row < header.row)
    .flatMap(row =>
      row.cells.flatMap((cell, index): readonly MapEntry[] => {
        const value = row.cells[index + 1];
        const isName = ['center', 'scheme', 'stage', 'date', 'level', 'person', 'bureau', 'reason'].some(key =>
          isInspectionKey(cell.text, key),
        );
        if (!isName || value === undefined) return [];
        return [{ key: cell.text, keyLocation: sheet.at(row.row, cell.column), value: scalar(sheet, row, value) }];
      }),
    );
