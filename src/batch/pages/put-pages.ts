import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readLines } from '../../read/files/lines.ts';
import { type DocumentRecord, entriesIn } from '../files/journal.ts';
import type { BatchState } from '../files/state.ts';
import { workFile } from '../files/store.ts';
import { makeFolder, openWhole, writeWhole } from '../files/whole.ts';
import { digest, type SetAside } from '../run/duplicates.ts';
import { PAGES, pagePath } from './page-name.ts';
import { endingsOf, isThere, ownerOf, STAGED, stagedName } from './pages.ts';

/** Every page that batches have put into the folder, or were about to. */
const LIST = 'pages.txt';

interface CountedPage {
  /** In the work folder. */
  readonly staged: string;
  /** In the folder of the batch. */
  readonly path: string;
  readonly size: number;
}

/** The pages of the centres that count. */
function* countedPages(
  records: Iterable<DocumentRecord>,
  { each }: BatchState,
  aside: SetAside,
): Generator<CountedPage> {
  if (each === undefined) return;
  const { lang } = each;
  for (const { record, index, number, entry } of entriesIn(records))
    for (const ending of aside.has(number) ? [] : endingsOf(entry, each))
      if (entry.pages?.[ending] !== 0)
        yield {
          staged: stagedName(record, index, lang, ending),
          path: pagePath(ownerOf(record, entry), lang, ending),
          size: entry.pages?.[ending] ?? 0,
        };
}

const isOurs = (path: string): boolean => {
  const [top = '', ...rest] = path.split('/');
  return Object.values(PAGES).includes(top) && rest.length === 2 && !rest.includes('..') && !path.includes('\\');
};

function* listedPages(folder: string): Generator<string> {
  const list = workFile(folder, LIST);
  if (!existsSync(list)) return;
  for (const { content } of readLines(list)) {
    const path = content.ok ? Buffer.from(content.value).toString('utf8') : '';
    if (isOurs(path)) yield path;
  }
}

/** The list is never behind the folder: what an interrupted run has put there is found again. */
const announce = (folder: string, pages: Iterable<CountedPage>): void =>
  writeWhole(workFile(folder, LIST), list => {
    for (const path of listedPages(folder)) list.write(`${path}\n`);
    for (const { path } of pages) list.write(`${path}\n`);
  });

/** Pages that have not changed, and those that an interrupted run was done with, are in their place already. */
const placePages = (folder: string, pages: Iterable<CountedPage>, take: (path: string) => void): void => {
  const folders = new Set<string>();
  for (const { staged, path, size } of pages) {
    const [from, to] = [workFile(folder, staged), join(folder, path)];
    if (!folders.has(dirname(to))) makeFolder(dirname(to));
    folders.add(dirname(to));
    if (isThere(from, size)) renameSync(from, to);
    else if (!isThere(to, size)) throw new Error(`the page ${path} is lost; --fresh makes it anew`);
    take(path);
  }
};

const removeEmpty = (folder: string): void => {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
};

/** Removes pages that earlier runs have put into the folder; nothing else is touched. */
const removePages = (folder: string, paths: Iterable<string>): void => {
  const folders = new Set<string>();
  for (const path of paths) {
    rmSync(join(folder, path), { force: true });
    folders.add(dirname(join(folder, path)));
  }
  for (const county of folders) removeEmpty(county);
  for (const pages of new Set([...folders].map(dirname))) removeEmpty(pages);
};

function* without(paths: Iterable<string>, kept: ReadonlySet<number>): Generator<string> {
  for (const path of paths) if (!kept.has(digest(path))) yield path;
}

/** Puts the pages of the centres that count in their place, and takes away those of earlier runs that do not. */
const replacePages = (folder: string, pages: () => Iterable<CountedPage>): void => {
  announce(folder, pages());
  const kept = new Set<number>();
  const list = openWhole(workFile(folder, LIST));
  try {
    placePages(folder, pages(), path => {
      kept.add(digest(path));
      list.write(`${path}\n`);
    });
    removePages(folder, without(listedPages(folder), kept));
  } catch (error) {
    list.discard();
    throw error;
  }
  list.keep();
  if (kept.size === 0) rmSync(workFile(folder, LIST));
};

const NO_PAGES: () => Iterable<CountedPage> = () => [];

/** Puts pages in their place, and answers with how many there are; a part of a batch keeps its pages for the whole. */
export const putPages = (
  folder: string,
  state: BatchState,
  records: () => Iterable<DocumentRecord>,
  aside: SetAside,
): number => {
  const pages = state.shard === undefined ? () => countedPages(records(), state, aside) : NO_PAGES;
  if (state.each !== undefined || existsSync(workFile(folder, LIST))) replacePages(folder, pages);
  let count = 0;
  for (const _ of countedPages(records(), state, aside)) count++;
  return count;
};

/** Clears away what was made and is not needed; a part keeps what belongs to its results. */
export const sweepStaged = (folder: string, state: BatchState, records: () => Iterable<DocumentRecord>): void => {
  const staged = workFile(folder, STAGED);
  if (!existsSync(staged)) return;
  if (state.shard === undefined || state.each === undefined) {
    rmSync(staged, { recursive: true, force: true });
    return;
  }
  const kept = new Set<number>();
  for (const page of countedPages(records(), state, new Map())) kept.add(digest(workFile(folder, page.staged)));
  for (const part of readdirSync(staged))
    for (const name of readdirSync(join(staged, part))) {
      const file = join(staged, part, name);
      if (!kept.has(digest(file))) rmSync(file);
    }
};
