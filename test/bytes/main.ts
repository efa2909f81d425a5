// Records the bytes of every output, a digest an output, and says which of them are other than recorded.
//   --write      record them as they are now
//   --keep DIR   leave the outputs in DIR, to hold two checkouts against each other with diff -r
//   FAMILY...    only these
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { FAMILIES, type Family } from './families.ts';
import { filesIn, produce } from './produce.ts';

const RECORD = join(import.meta.dirname, 'record');
const SHOWN = 40;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);

/** What stands in a family's record: a line an output, in order of names. */
const recordOf = (folder: string): readonly string[] =>
  filesIn(folder)
    .map(name => [name.replaceAll(sep, '/'), digestOf(join(folder, name))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, digest]) => `${digest}  ${name}`);

const recorded = (path: string): readonly string[] =>
  existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];

const byName = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(lines.map(line => [line.slice(18), line.slice(0, 16)]));

const differences = (was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>): readonly string[] => [
  ...[...was.keys()].filter(name => !is.has(name)).map(name => `gone     ${name}`),
  ...[...is.keys()].filter(name => !was.has(name)).map(name => `new      ${name}`),
  ...[...is].filter(([name, digest]) => was.has(name) && was.get(name) !== digest).map(([name]) => `changed  ${name}`),
];

const apart = (family: string, folder: string): Promise<void> =>
  new Promise((done, fail) => {
    const argv = [...process.execArgv, import.meta.filename, '--produce', family, '--keep', folder];
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', fail);
    child.on('exit', code => (code === 0 ? done() : fail(new Error(`${family}: ${code}`))));
  });

/** Two families at a time, each in a process of its own: the folder that a command runs in belongs to its process. */
const produceAll = async (families: readonly Family[], folder: string): Promise<void> => {
  const waiting = [...families];
  const next = async (): Promise<void> => {
    for (let family = waiting.shift(); family !== undefined; family = waiting.shift()) await apart(family, folder);
  };
  await Promise.all([next(), next()]);
};

const check = (family: Family, folder: string): boolean => {
  const told = differences(byName(recorded(join(RECORD, `${family}.txt`))), byName(recordOf(join(folder, family))));
  for (const line of told.slice(0, SHOWN)) say(`${family}: ${line}`);
  if (told.length > SHOWN) say(`${family}: and ${told.length - SHOWN} more`);
  return told.length === 0;
};

const write = (family: Family, folder: string): void => {
  mkdirSync(RECORD, { recursive: true });
  writeFileSync(join(RECORD, `${family}.txt`), `${recordOf(join(folder, family)).join('\n')}\n`);
};

const isFamily = (name: string): name is Family => name in FAMILIES;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, keep: { type: 'string' }, produce: { type: 'string' } },
});

const runAll = async (): Promise<number> => {
  const families = (positionals.length > 0 ? positionals : Object.keys(FAMILIES)).filter(isFamily);
  const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'duibiao-outputs-')) : resolve(values.keep);
  for (const family of families) rmSync(join(folder, family), { recursive: true, force: true });
  await produceAll(families, folder);
  if (values.write) for (const family of families) write(family, folder);
  const same = families.map(family => check(family, folder)).every(Boolean);
  if (!same) say(`the outputs are in ${folder}`);
  else if (values.keep === undefined) rmSync(folder, { recursive: true });
  return same ? 0 : 1;
};

process.chdir(join(import.meta.dirname, '..', '..'));
if (values.produce === undefined) process.exitCode = await runAll();
else if (isFamily(values.produce)) await produce(values.produce, join(values.keep ?? '', values.produce));
