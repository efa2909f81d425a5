import type { CenterChange, Compared } from '../../model/result/compared.ts';
import type { Comparison } from '../../tell/change/subject.ts';
import { type DOCUMENTS, type ShowOptions, TOLD } from '../told/index.ts';

export interface ComparisonOptions extends Comparison, ShowOptions {
  /** Whether every change of every centre is listed, not just a line of each. */
  readonly all: boolean;
  readonly tool: { readonly name: string; readonly version: string };
}

/** Takes centres one at a time; what each call answers with is the next piece of the report. */
export interface ComparisonReport {
  readonly add: (change: CenterChange) => string;
  readonly end: (compared: Compared) => Promise<string | Uint8Array>;
}

export interface ComparisonFormat {
  readonly endings: readonly string[];
  readonly load: () => Promise<{ readonly default: (options: ComparisonOptions) => ComparisonReport }>;
}

const shown = (name: keyof typeof TOLD): ComparisonFormat => ({
  endings: TOLD[name].endings,
  load: async () => ({ default: (await import('./told.ts')).comparisonIn(name) }),
});

/** Every format of a comparison: data as they come, documents and lists once all is told. */
export const COMPARISONS = {
  terminal: shown('terminal'),
  json: { endings: ['.json'], load: () => import('./json.ts') },
  csv: { endings: ['.csv'], load: () => import('./csv.ts') },
  markdown: shown('markdown'),
  html: shown('html'),
  docx: shown('docx'),
  xlsx: shown('xlsx'),
} as const satisfies Record<string, ComparisonFormat> & Record<keyof typeof DOCUMENTS, ComparisonFormat>;
