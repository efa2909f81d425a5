import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/files/csv.ts';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { workbookParts } from '../../src/sheets/read/parts.ts';
import { packZip } from '../../src/sheets/write/zip.ts';
import { runs } from '../support/hunt.ts';
import { commonDictionary, ROOT, readWith } from '../support/workbooks.ts';

const dictionary = await commonDictionary();
const TABLE = new Uint8Array(readFileSync(join(ROOT, 'fixtures', 'excel', 'county-table.xlsx')));
const FORM = new Uint8Array(readFileSync(join(ROOT, 'fixtures', 'excel', 'edited-form.xlsx')));

/** The bytes with some of them changed. */
const damaged = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array => {
  const copy = new Uint8Array(bytes);
  for (const [at, value] of changes) copy[at % copy.length] = value;
  return copy;
};

const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });

describe('a damaged workbook', () => {
  it('ends in facts or in problems, never in a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(TABLE, FORM), changes, async (bytes, edits) => {
        const { centers, problems } = await readWith(readXlsx, damaged(bytes, edits), dictionary);
        expect(centers.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(20) },
    );
  });

  it('does so too where the damage is inside a part', async () => {
    const parts = workbookParts(TABLE);
    if (parts === undefined) throw new Error('the sample is no workbook');
    const names = [...parts.keys()].filter(name => name.startsWith('xl/'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), changes, async (name, edits) => {
        const part = damaged(parts.get(name) ?? new Uint8Array(1), edits);
        const { centers, problems } = await readWith(readXlsx, packZip(new Map([...parts, [name, part]])), dictionary);
        expect(centers.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(20) },
    );
  });

  it('is not needed for separated values to be anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => {
        await readWith(readCsv, bytes, dictionary);
      }),
      { numRuns: runs(20) },
    );
  });
});
