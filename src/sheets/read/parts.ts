import { APPLICATION } from '../application.ts';
import { openWorkbook } from './open.ts';
import { unlessRefused } from './refusal.ts';
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
export const workbookParts = (bytes: Uint8Array): Parts | undefined =>
  unlessRefused(() => {
    openWorkbook(bytes);
    return unpackZip(bytes);
  }, undefined);

/** The program that a workbook or a document was written by last, or who used it, where it says so. */
export const lastWriterOf = (bytes: Uint8Array): string | undefined =>
  unlessRefused(() => {
    const zip = openZip(bytes);
    const textOf = (path: string): string => {
      const part = zip.get(path);
      return part === undefined ? '' : Buffer.from(inflate(part, newBudget(), 1_000_000)).toString('utf8');
    };
    return (
      /<(?:\w+:)?Application>([^<]*)</u.exec(textOf(APPLICATION.path.toLowerCase()))?.[1] ??
      /<(?:\w+:)?lastModifiedBy>([^<]*)</u.exec(textOf('docprops/core.xml'))?.[1]
    );
  }, undefined);
