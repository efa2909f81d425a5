import { extname } from 'node:path';
import { type Loaded, loaded, problem, refused } from '../../model/base/problem.ts';
import type { MapNode } from '../../model/base/source.ts';
import { readBytes, sha256 } from '../files/files.ts';
import { isBackup } from '../files/open.ts';
import { readText } from '../files/text.ts';
import { recordsOfBackup } from './backup.ts';

const readTexts = async (file: string, bytes: Uint8Array): Promise<Loaded<readonly MapNode[]>> => {
  const read = await readText(file, bytes);
  if (!read.ok) return read;
  const odd = read.value.find(root => root.kind !== 'map');
  const start = odd?.location ?? file;
  if (odd !== undefined || read.value.length === 0)
    return refused([problem('shape', start, { path: '', wanted: 'one-record' })]);
  const roots = read.value.flatMap(root =>
    root.kind !== 'map' ? [] : isBackup(root) ? recordsOfBackup(root) : [root],
  );
  const nothing = problem('bad-inspection', start, { defect: 'nothing-changed', values: {} });
  return loaded(roots.length === 0 ? [nothing, ...read.warnings] : read.warnings, () => roots);
};

const READERS: Readonly<Record<string, (file: string, bytes: Uint8Array) => Promise<Loaded<readonly MapNode[]>>>> = {
  '.yaml': readTexts,
  '.yml': readTexts,
  '.json': readTexts,
  '.xlsx': async (file, bytes) => (await import('./sheet.ts')).readInspectionSheets(file, bytes),
};

export const RECORD_ENDINGS = Object.keys(READERS);

export const rootsOf = async (
  path: string,
): Promise<Loaded<readonly { readonly path: string; readonly sha256: string; readonly root: MapNode }[]>> => {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const extension = extname(path).toLowerCase();
  const reader = READERS[extension];
  if (reader === undefined) return refused([problem('unknown-format', path, { extension, accepted: RECORD_ENDINGS })]);
  const roots = await reader(path, bytes.value);
  const digest = sha256(bytes.value);
  return roots.ok ? { ...roots, value: roots.value.map(root => ({ path, sha256: digest, root })) } : roots;
};
