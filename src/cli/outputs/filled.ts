import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { type Bilingual, both } from '../../model/base/text.ts';
import type { Place } from './place.ts';

export const FILLED = (said: string): Bilingual =>
  both(
    `已有“${said}”，里面也许有人填过、改过；请用 -o 另写一个文件，或先把它移走`,
    `"${said}" is there already and somebody may have filled it in; name another file with -o, or move it away`,
  );

const beginningOf = (path: string): string => {
  const bytes = Buffer.alloc(4_000);
  const file = openSync(path, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
};

type IsOwn = (file: string) => boolean | Promise<boolean>;

const beginsAs =
  (pattern: RegExp): IsOwn =>
  file =>
    pattern.test(beginningOf(file));

/** Whoever saves a workbook puts the name of the program in it: with ours, nobody has touched it since. */
const isOwnWorkbook: IsOwn = async file => {
  const bytes = readFileSync(file);
  const { applicationOf } = await import('../../sheets/read/parts.ts');
  return bytes.length === 0 || applicationOf(bytes) === 'duibiao';
};

const isOwnList = beginsAs(/^(?:$|\uFEFF(?:中心|Centre),)/u);
const isOwnResult = beginsAs(/^\[?\s*\]?\s*$|"(?:schemaVersion|runs|check_name)":/u);
const isEmpty = beginsAs(/^$/u);

/** In each ending that submissions come in, what is a report of ours all the same, or is nothing at all. */
const OWN: Readonly<Record<string, IsOwn>> = {
  '.xlsx': isOwnWorkbook,
  '.xlsm': isOwnWorkbook,
  '.csv': isOwnList,
  '.tsv': isOwnList,
  '.json': isOwnResult,
  '.jsonl': isOwnResult,
  '.ndjson': isOwnResult,
  ...Object.fromEntries(['.yaml', '.yml', '.xls', '.et', '.doc', '.wps'].map(ending => [ending, isEmpty])),
};

/** Whether a file may be what somebody filled in: no report takes the place of it. A link goes by what it leads to. */
export const isSubmission = async ({ said, path, node, isFolder }: Place): Promise<boolean> => {
  const isOwn = OWN[extname(path)];
  return node !== undefined && !isFolder && isOwn !== undefined && !(await isOwn(said));
};
