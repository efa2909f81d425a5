import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvCell, csvLines } from '../../src/sheets/write/csv.ts';
import { anyText, runs } from '../support/hunt.ts';

describe('separated values', () => {
  it.each<[CsvCell, string]>([
    ['甲乡中心', '甲乡中心'],
    [-3, '-3'],
    [0.5, '0.5'],
    ['-3', "'-3"],
    ['+86', "'+86"],
    ['=1+1', "'=1+1"],
    ['@名', "'@名"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠名', "'＠名"],
    ['\t=1', "'=1"],
    ['\r-1', "'-1"],
    ['一行\n又一行', '一行 又一行'],
    ['甲，乙', '甲，乙'],
    ['甲,乙', '"甲,乙"'],
    ['“甲”"乙"', '"“甲”""乙"""'],
    ['=甲,乙', '"\'=甲,乙"'],
    ['::error::甲', '"::error::甲"'],
    [' ##[error]甲', '" ##[error]甲"'],
    ['甲::乙', '甲::乙'],
    ['', ''],
    ['半\ud800个', '半\ufffd个'],
  ])('have %j as %j', (cell, field) => {
    expect(csvLines([[cell, 1]])).toBe(`${field},1\r\n`);
  });

  it('are read by another as they were, row for row and cell for cell', () => {
    const text = anyText().filter(value => !/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}]|^[=+\-@＝＋－＠]/u.test(value));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, fc.integer()), { minLength: 1 }), rows => {
        const read = parse(csvLines(rows)) as readonly (readonly string[])[];
        expect(read).toEqual(rows.map(row => row.map(String)));
      }),
      { numRuns: runs(50) },
    );
  });
});
