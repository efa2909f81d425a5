import { basename, join } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { allOf, type Loaded, loaded, type Problem, problem, toldOf } from '../../model/base/problem.ts';
import type { MapNode } from '../../model/base/source.ts';
import type { Inspection } from '../../model/profile/inspection.ts';
import { filesOf, statsOf, subfolders } from '../files/files.ts';
import { fold, meant } from '../profile/names.ts';
import { RECORD_ENDINGS, rootsOf } from './file.ts';
import { isRow, readInspection } from './inspection.ts';
import { inspectionKey } from './keys.ts';
import { type InspectionContext, textAt } from './reading.ts';

/** The record of one centre, in a file of its own or in one with others. */
export interface OpenRecord {
  readonly path: string;
  readonly sha256: string;
  readonly root: MapNode;
  /** Empty where it does not say whose it is. */
  readonly center: string;
}

const centerOf = (root: MapNode): string => {
  const key = root.entries.find(entry => inspectionKey(entry.key) === 'center')?.key;
  return key === undefined ? '' : textAt(root, key);
};

/** In a folder, and in those within it. */
const filesAt = (path: string): readonly string[] =>
  statsOf(path)?.isDirectory()
    ? [
        ...filesOf(path, RECORD_ENDINGS).map(name => join(path, name)),
        ...subfolders(path).flatMap(folder => (basename(folder).startsWith('.') ? [] : filesAt(folder))),
      ]
    : [path];

type ReadFile = Awaited<ReturnType<typeof rootsOf>>;

/** A file that was read before under another name is told of, and its records are none. */
const eachOnce = (files: readonly ReadFile[]): readonly ReadFile[] => {
  const seen = new Map<string, Location>();
  return files.map(file => {
    const [record] = file.ok ? file.value : [];
    const first = record && seen.get(record.sha256);
    if (record !== undefined && first === undefined) seen.set(record.sha256, record.root.location);
    if (!file.ok || record === undefined || first === undefined) return file;
    const same = problem('superseded', record.root.location, { center: '', by: first, same: true });
    return { ok: true, value: [], warnings: same.location.file === first.file ? [] : [same] };
  });
};

/** Records that could be read, and what is wrong with the others. */
export interface OpenRecords {
  readonly records: readonly OpenRecord[];
  readonly unread: readonly Problem[];
}

/**
 * Every record of files and folders. Where there are many centres, each says whose it is; one of several that cannot be
 * read stops no other.
 */
export const openRecords = async (
  paths: readonly string[],
  { named }: { readonly named: boolean },
): Promise<Loaded<OpenRecords>> => {
  const files = paths.flatMap(filesAt);
  const read = eachOnce(await Promise.all(files.map(rootsOf)));
  const records = read.flatMap(file =>
    file.ok ? file.value.map(one => ({ ...one, center: centerOf(one.root) })) : [],
  );
  const lacks = (defect: 'no-center' | 'no-records', location: Location | string): Problem =>
    problem('bad-inspection', location, { defect, values: {} });
  const without = records.filter(record => record.center === '' && (named || isRow(record.root)));
  const kept = records.filter(record => !without.includes(record));
  const nameless = without.map(({ root }) => lacks('no-center', root.location));
  const silent = paths.filter(path => filesAt(path).length === 0);
  const empty = silent.map(file => lacks('no-records', file));
  const problems = [...read.flatMap(toldOf), ...nameless];
  return named || (kept.length > 0 && (files.length > 1 || nameless.length > 0))
    ? loaded(empty, () => ({ records: kept, unread: problems }))
    : loaded([...problems, ...empty], () => ({ records, unread: [] }));
};

/** What a place is called, without what all centres are called. */
const bare = (name: string): string => name.replace(/(?:便民|政务|党群|综合|为民)*服务.*$/u, '');

/** Whom a name means that is written a little otherwise: 白云便民服务中心, 红枫镇便民服务中心（新址）. */
const guessOf = (found: string, names: readonly string[]): string | undefined => {
  const short = bare(found);
  if (short === '') return undefined;
  const [near] = meant(short, names.map(bare)).suggestions;
  const isMeant = (other: string): boolean =>
    other !== '' && (other.startsWith(short) || short.startsWith(other) || other === near);
  return names.find(name => isMeant(bare(name)));
};

export const strayRecords = (records: readonly OpenRecord[], names: readonly string[]): readonly Problem[] => {
  const known = new Set(names.map(fold));
  return records
    .filter(({ center }) => center !== '' && !known.has(fold(center)))
    .map(({ root, center }) => {
      const guess = guessOf(center, names);
      return guess === undefined
        ? problem('bad-inspection', root.location, { defect: 'stray-record', values: { found: center } })
        : problem('bad-inspection', root.location, { defect: 'stray-meant', values: { found: center, guess } });
    });
};

/** A single record must be of the centre at hand; of several, those are taken that are. */
export const readRecords = (
  records: readonly OpenRecord[],
  context: InspectionContext,
  { namedRecords = false }: { readonly namedRecords?: boolean } = {},
): Loaded<readonly Inspection[]> => {
  const { name, township } = context.profile.center;
  const own = [name, township].flatMap(one => (one === undefined ? [] : fold(one)));
  const isOwn = ({ center }: OpenRecord): boolean => center === '' || own.length === 0 || own.includes(fold(center));
  const mine = records.length === 1 && !namedRecords ? records : records.filter(isOwn);
  return allOf(mine.map(({ path, sha256, root }) => readInspection({ path, sha256 }, root, context)));
};
