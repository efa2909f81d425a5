import { type Loaded, loaded, problem } from '../../model/base/problem.ts';
import { openWorkbook } from './open.ts';
import { Refusal } from './refusal.ts';
import { inflate, newBudget, openZip } from './zip.ts';

/** Every part of a workbook, unpacked within bounds. */
export const workbookParts = (file: string, bytes: Uint8Array): Loaded<ReadonlyMap<string, Uint8Array>> => {
  try {
    openWorkbook(bytes);
    const budget = newBudget();
    const entries = [...openZip(bytes).values()].filter(({ name }) => !name.endsWith('/'));
    return { ok: true, value: new Map(entries.map(entry => [entry.name, inflate(entry, budget)])), warnings: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return loaded(
      [problem('workbook-refused', { file, line: 1, column: 1 }, { reason: error.reason })],
      () => new Map(),
    );
  }
};
