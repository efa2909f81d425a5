import type { Lang } from '../../model/base/text.ts';
import type { Document } from '../../tell/block.ts';
import type { FlatList, SheetList } from '../../tell/list.ts';

/** A subject told: a document to read, and lists to filter and reckon with. */
export interface Told {
  readonly lang: Lang;
  readonly document: () => Document;
  readonly sheets?: () => readonly SheetList[];
  /** What separated values hold. */
  readonly rows?: () => FlatList;
  /** The text of its data. */
  readonly json?: () => string;
}

export interface ShowOptions {
  /** Width of the reader's terminal. */
  readonly columns: number;
  readonly color: boolean;
}

/** What a format makes of a subject; nothing where it is not told in that way. */
export type Show = (told: Told, options: ShowOptions) => Promise<string | Uint8Array | undefined>;

export interface ToldFormat {
  /** Endings of files that are taken for this format. */
  readonly endings: readonly string[];
  readonly load: () => Promise<{ readonly default: Show }>;
}

/** Formats of documents: one file and one line each. */
export const DOCUMENTS = {
  terminal: { endings: ['.txt'], load: () => import('./terminal.ts') },
  markdown: { endings: ['.md'], load: () => import('./markdown.ts') },
  html: { endings: ['.html', '.htm'], load: () => import('./html.ts') },
  docx: { endings: ['.docx'], load: () => import('./docx.ts') },
} as const satisfies Record<string, ToldFormat>;

/** The same, and formats of lists. */
export const TOLD = {
  ...DOCUMENTS,
  csv: { endings: ['.csv'], load: () => import('./csv.ts') },
  xlsx: { endings: ['.xlsx'], load: () => import('./xlsx.ts') },
} as const satisfies Record<string, ToldFormat>;

/** Documents, lists, and data beside them. */
export const TOLD_AND_DATA = {
  ...TOLD,
  json: { endings: ['.json'], load: () => import('./json.ts') },
} as const satisfies Record<string, ToldFormat>;
