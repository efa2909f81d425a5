import type { Lang } from '../../model/base/text.ts';
import type { RoundsHistory } from '../../model/scoring/history.ts';

export interface RoundsOptions {
  readonly lang: Lang;
  readonly columns: number;
  readonly color: boolean;
  readonly all: boolean;
}

export type RoundsReport = (history: RoundsHistory, options: RoundsOptions) => Promise<string | Uint8Array>;

/** Every format of a history over rounds: one file and one line each. */
export const ROUNDS_REPORTS = {
  terminal: { ending: '.txt', load: () => import('./terminal.ts') },
  csv: { ending: '.csv', load: () => import('./csv.ts') },
  xlsx: { ending: '.xlsx', load: () => import('./xlsx.ts') },
  json: { ending: '.json', load: () => import('./json.ts') },
} as const satisfies Record<
  string,
  { readonly ending: string; readonly load: () => Promise<{ readonly default: RoundsReport }> }
>;

export type RoundsFormat = keyof typeof ROUNDS_REPORTS;

export const isRoundsFormat = (name: string): name is RoundsFormat => Object.hasOwn(ROUNDS_REPORTS, name);
