import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// A sample: `npm run bytes` holds all of them.
const SAMPLE = ['changes'];

const ROOT = join(import.meta.dirname, '..', '..');

const told = (families: readonly string[]): Promise<string> =>
  new Promise(done => {
    const argv = ['--import', 'tsx', join(ROOT, 'test/bytes/main.ts'), ...families];
    execFile(process.execPath, argv, { cwd: ROOT }, (_, stdout, stderr) => done(stdout + stderr));
  });

it('writes the bytes that are recorded', async () => {
  expect(await told(SAMPLE)).toBe('');
});
