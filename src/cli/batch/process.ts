import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { auditHere } from '../../batch/run/here.ts';
import { auditWithPool, startPool } from '../../batch/run/pool.ts';
import type { Process } from '../../batch/run/run.ts';
import type { Gate } from '../../model/finding/gate.ts';
import { statsOf } from '../../read/files/files.ts';
import { isLines, isTable } from '../../read/files/open.ts';
import type { SettingOptions, Settings } from '../audit/settings.ts';
import { type AuditorOrders, makeAuditor } from './auditor.ts';
import { judgedBy } from './options.ts';

/** Below so many documents it takes longer to start workers than they save; pages take long to make. */
const WORTH_WORKERS = 2_000;
const WITH_PAGES = 100;

/** More workers than this wait for one another, and for the disk. */
const MOST_WORKERS = 4;

/** About what a profile takes on a line, and in a row of a table, in bytes. */
const LINE = 3_000;
const ROW = 600;

const documentsIn = (file: string): number =>
  isTable(file) || isLines(file)
    ? Math.max(1, Math.ceil((statsOf(file)?.size ?? 0) / (isLines(file) ? LINE : ROW)))
    : 1;

/** How many workers pay for these inputs on this computer. */
export const workersFor = (files: readonly string[], hasPages: boolean): number => {
  const documents = files.reduce((sum, file) => sum + (hasPages && isTable(file) ? 0 : documentsIn(file)), 0);
  return documents < (hasPages ? WITH_PAGES : WORTH_WORKERS) ? 1 : Math.min(availableParallelism(), MOST_WORKERS);
};

const workerScript = (): string => {
  const built = join(import.meta.dirname, 'cli-batch-worker.cjs');
  return existsSync(built) ? built : join(import.meta.dirname, 'worker.ts');
};

export interface ProcessOptions extends AuditorOrders {
  readonly settings: Settings;
  readonly options: SettingOptions & Gate;
  readonly workers: number;
}

/** The way to audit, and how to be done with it. */
export const openProcess = ({ settings, options, workers, ...orders }: ProcessOptions) => {
  const auditor = makeAuditor(settings, options, orders);
  if (workers <= 1) return { process: auditHere(auditor), close: async () => undefined };
  const { frames: _, ...told } = orders;
  const pool = startPool(workers, workerScript(), { options: { ...judgedBy(options), namedRecords: true }, ...told });
  return { process: auditWithPool(pool, auditor) satisfies Process, close: pool.close };
};
