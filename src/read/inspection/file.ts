import { extname } from 'node:path';
import { type Loaded, problem, refused } from '../../model/base/problem.ts';
import type { Inspection } from '../../model/profile/inspection.ts';
import { readBytes, sha256 } from '../files/files.ts';
import { readText } from '../files/text.ts';
import type { SourceNode } from '../source.ts';
import { type InspectionContext, readInspection } from './inspection.ts';

const READERS: Readonly<Record<string, (file: string, bytes: Uint8Array) => Promise<Loaded<SourceNode>>>> = {
  '.yaml': (file, bytes) => readOne(file, bytes),
  '.yml': (file, bytes) => readOne(file, bytes),
  '.json': (file, bytes) => readOne(file, bytes),
  '.xlsx': async (file, bytes) => (await import('./sheet.ts')).readInspectionSheet(file, bytes),
};

const readOne = async (file: string, bytes: Uint8Array): Promise<Loaded<SourceNode>> => {
  const read = await readText(file, bytes);
  if (!read.ok) return read;
  const [record, second] = read.value;
  if (record !== undefined && second === undefined) return { ...read, value: record };
  const start = second?.location ?? { file, line: 1, column: 1 };
  return refused([problem('shape', start, { path: '', wanted: 'one-record' })]);
};

/** An inspection record from its file, YAML or Excel. */
export const loadInspection = async (path: string, context: InspectionContext): Promise<Loaded<Inspection>> => {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const extension = extname(path).toLowerCase();
  const reader = READERS[extension];
  const start = { file: path, line: 1, column: 1 };
  if (reader === undefined) {
    const unknown = problem('unknown-format', start, { extension, accepted: Object.keys(READERS) });
    return refused([unknown]);
  }
  const root = await reader(path, bytes.value);
  return root.ok ? readInspection({ path, sha256: sha256(bytes.value) }, root.value, context) : root;
};
