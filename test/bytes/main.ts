// Records the bytes of every output, a digest an output, and says which of them are other than recorded.
//   --write      record them as they are now
//   --keep DIR   leave the outputs in DIR, to hold two checkouts against each other with diff -r
//   FAMILY...    only these
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FAMILIES, type Family } from './families.ts';
import { produce, type Tool } from './produce.ts';
import { differences, digestsOf, recorded, writeRecord } from './record.ts';

const SHOWN = 40;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

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
  const told = differences(recorded(family), digestsOf(join(folder, family)));
  for (const line of told.slice(0, SHOWN)) say(`${family}: ${line}`);
  if (told.length > SHOWN) say(`${family}: and ${told.length - SHOWN} more`);
  return told.length === 0;
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
  if (values.write) for (const family of families) writeRecord(family, digestsOf(join(folder, family)));
  const same = families.map(family => check(family, folder)).every(Boolean);
  if (!same) say(`the outputs are in ${folder}`);
  else if (values.keep === undefined) rmSync(folder, { recursive: true });
  return same ? 0 : 1;
};

process.chdir(join(import.meta.dirname, '..', '..'));
if (values.produce === undefined) process.exitCode = await runAll();
else if (isFamily(values.produce)) {
  const built = createRequire(import.meta.url)('../../dist/main.cjs') as Tool;
  await produce(FAMILIES[values.produce], join(values.keep ?? '', values.produce), built);
}
