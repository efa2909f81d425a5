import type { Lang } from '../../model/base/text.ts';
import type { CenterChange, Compared } from '../../model/result/compared.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';

export interface ComparisonOptions {
  readonly lang: Lang;
  readonly columns: number;
  readonly color: boolean;
  /** Whether every change of every centre is listed, not just a line of each. */
  readonly all: boolean;
  /** What was compared, as it was named. */
  readonly names: { readonly from: string; readonly to: string };
  /** Whether there is one centre, which is then told in full. */
  readonly single: boolean;
  readonly tool: { readonly name: string; readonly version: string };
  /** The words of a pack. */
  readonly vocabulary: (pack: string) => Vocabulary;
}

/** Takes centres one at a time; what each call answers with is the next piece of the report. */
export interface ComparisonReport {
  readonly add: (change: CenterChange) => string;
  readonly end: (compared: Compared) => Promise<string | Uint8Array>;
}

export interface ComparisonFormat {
  readonly endings: readonly string[];
  readonly load: () => Promise<{
    readonly default: (options: ComparisonOptions) => ComparisonReport | Promise<ComparisonReport>;
  }>;
}

/** Every format of a comparison: one file and one line each. */
export const COMPARISONS = {
  terminal: { endings: ['.txt'], load: () => import('./terminal.ts') },
  json: { endings: ['.json'], load: () => import('./json.ts') },
  csv: { endings: ['.csv'], load: () => import('./csv.ts') },
  md: { endings: ['.md'], load: () => import('./markdown.ts') },
  xlsx: { endings: ['.xlsx'], load: () => import('./xlsx.ts') },
} as const satisfies Record<string, ComparisonFormat>;

export type ComparisonName = keyof typeof COMPARISONS;

export const isComparisonName = (name: string): name is ComparisonName => Object.hasOwn(COMPARISONS, name);

/** The format that a file's ending stands for. */
export const comparisonOfFile = (file: string): ComparisonName | undefined =>
  Object.keys(COMPARISONS)
    .filter(isComparisonName)
    .find(name => COMPARISONS[name].endings.some(ending => file.toLowerCase().endsWith(ending)));
