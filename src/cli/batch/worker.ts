import { parentPort, workerData } from 'node:worker_threads';
import { auditBlock, type Block } from '../../batch/run/block.ts';
import { auditRows, type RowBlock } from '../../batch/run/rows.ts';
import type { Gate } from '../../model/finding/gate.ts';
import { openSettings, type SettingOptions } from '../audit/settings.ts';
import { type AuditorOrders, makeAuditor } from './auditor.ts';

/** What a worker is told when it starts. */
export interface WorkerOrders extends Omit<AuditorOrders, 'frames'> {
  readonly options: SettingOptions & Gate;
}

const work = async ({ options, ...orders }: WorkerOrders): Promise<void> => {
  const settings = await openSettings(options);
  if (!settings.ok || parentPort === null) throw new Error('a worker is started with settings that were read before');
  const port = parentPort;
  const auditor = makeAuditor(settings.value, options, { frames: [], ...orders });
  let turn: Promise<void> = Promise.resolve();
  port.on('message', (block: Block | RowBlock) => {
    turn = turn.then(async () => {
      const result = await ('jobs' in block ? auditBlock(block, auditor) : auditRows(block, auditor));
      port.postMessage(result, [result.results.buffer as ArrayBuffer]);
    });
  });
};

void work(workerData as WorkerOrders);
