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

const OF_RECORD = ['center', 'scheme', 'stage', 'date', 'level', 'person', 'bureau', 'reason'];

const isName = (text: string): boolean => OF_RECORD.some(key => isInspectionKey(text, key));

/** A cell that says what it names too: 检查人：李某. */
const INLINE = /^([^:：]{1,12})[:：]\s*(\S[\s\S]*)$/u;

/** Above the header stand particulars of the record, each beside its name or behind it. */
export const particulars = (sheet: Placed, header: Row): readonly MapEntry[] =>
  sheet.rows
    .filter(row => row.row < header.row)
    .flatMap(row =>
      row.cells.flatMap((cell, index): readonly MapEntry[] => {
        const [, name = cell.text, text] = INLINE.exec(cell.text) ?? [];
        const value = text === undefined ? row.cells[index + 1] : { ...cell, text, value: text };
        if (!isName(name) || value === undefined) return [];
        return [{ key: name, keyLocation: sheet.at(row.row, cell.column), value: scalar(sheet, row, value) }];
      }),
    );
