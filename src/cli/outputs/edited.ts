import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WORK } from '../../batch/files/store.ts';
import { PAGES } from '../../batch/pages/page-name.ts';
import { isSomebodys } from './filled.ts';
import { type Place, placeOf } from './place.ts';

const PACKAGE = /\.(?:xlsx|docx)$/iu;

const packagesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => PACKAGE.test(name))
        .map(name => join(folder, name))
    : [];

/** When the batch of a folder ended; a batch that goes on or was killed has not, and what is no batch has no time. */
const endOf = (folder: string): number =>
  statSync(join(folder, 'run.json'), { throwIfNoEntry: false })?.mtimeMs ??
  (existsSync(join(folder, WORK)) ? Number.POSITIVE_INFINITY : 0);

/** The workbook or document of an earlier batch that somebody has saved since: newer than the last file of the batch, and not by the tool. */
export const editedIn = async (folder: string): Promise<Place | undefined> => {
  const ended = endOf(folder);
  const made = [join(folder, 'summary.xlsx'), ...Object.values(PAGES).flatMap(name => packagesIn(join(folder, name)))];
  for (const file of made) {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined || stats.mtimeMs <= ended) continue;
    const place = placeOf(file);
    if (await isSomebodys(place)) return place;
  }
  return undefined;
};
