import { openWorkbook } from './open.ts';
import { Refusal } from './refusal.ts';
import { inflate, newBudget, openZip } from './zip.ts';

/** The files in a workbook by their paths, in their order. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Every part of a zip file, unpacked within bounds. Throws a `Refusal` of what goes beyond them. */
export const unpackZip = (bytes: Uint8Array): Parts => {
  const budget = newBudget();
  const entries = [...openZip(bytes).values()].filter(({ name }) => !name.endsWith('/'));
  return new Map(entries.map(entry => [entry.name, inflate(entry, budget)]));
};

/** Every part of a workbook; undefined where it is none that can be read. */
export const workbookParts = (bytes: Uint8Array): Parts | undefined => {
  try {
    openWorkbook(bytes);
    return unpackZip(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
};
