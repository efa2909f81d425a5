/**
 * The table of the README: each figure as a ratio to its floor in the same run, programs in turn, medians.
 * `SCALE`, `ROUNDS` and `BENCH_FOLDER` (where inputs are kept for another run) set how much; words name the parts wanted.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchFigures } from './batch.ts';
import { peerFigures } from './peer.ts';
import { startupFigures } from './startup.ts';
import type { Figure } from './usage.ts';

const KEPT = process.env.BENCH_FOLDER;
const PARTS: Readonly<Record<string, (folder: string) => Promise<readonly Figure[]>>> = {
  startup: async () => startupFigures(),
  batch: batchFigures,
  peer: peerFigures,
};

const asked = process.argv.slice(2);
const folder = KEPT ?? mkdtempSync(join(tmpdir(), 'bench-'));
mkdirSync(folder, { recursive: true });
console.log('| figure | is | aim |\n|---|--:|--:|');
try {
  for (const [part, figures] of Object.entries(PARTS))
    if (asked.length === 0 || asked.includes(part))
      for (const { name, is, aim = '' } of await figures(folder)) console.log(`| ${name} | ${is} | ${aim} |`);
} finally {
  if (KEPT === undefined) rmSync(folder, { recursive: true });
}
