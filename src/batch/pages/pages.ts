import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../model/base/problem.ts';
import type { Lang, NonEmpty } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { sha256 } from '../../read/files/files.ts';
import { type DocumentRecord, type Entry, numbered, type PageSizes } from '../files/journal.ts';
import { workFile } from '../files/store.ts';
import { writeWhole } from '../files/whole.ts';
import { type PageOwner, pagePath } from './page-name.ts';

/** The pages that each centre is to have, by the endings of their files; `returned` are those of a rejected profile. */
export interface Each {
  readonly lang: Lang;
  readonly endings: readonly string[];
  readonly returned: readonly string[];
}

export type PageSubject = { readonly audit: Audit } | { readonly file: string; readonly problems: NonEmpty<Problem> };

export const endingsOf = ({ kind }: Pick<Entry, 'kind'>, { endings, returned }: Each): readonly string[] =>
  kind === 'audited' ? endings : kind === 'rejected' ? returned : [];

/** Whose pages the pages of an entry are. */
export const ownerOf = ({ file, line = 1 }: PagedDocument, entry: Entry): PageOwner =>
  entry.kind === 'audited'
    ? entry.row
    : { center: entry.center ?? {}, location: entry.problems[0]?.location ?? { file, line, column: 1 } };

/** A document as far as its pages go by it. */
export type PagedDocument = Pick<DocumentRecord, 'file' | 'line' | 'sha256'>;

/** Pages of a run in progress, and of a part of a batch, in which nobody knows yet which submission of a centre counts. */
export const STAGED = 'pages';

/** By content, so that what another run left there is never taken for something else. */
export const stagedName = (
  { file, line, sha256: digest }: PagedDocument,
  index: number,
  lang: Lang,
  ending: string,
): string => {
  const name = sha256(JSON.stringify([file, line, digest, index, lang])).slice(0, 32);
  return join(STAGED, name.slice(0, 2), `${name.slice(2)}${ending}`);
};

/** Makes the pages of centres as they are audited, but for those that an interrupted run has left. */
export interface PageWriter {
  /** The pages of a document's `index`-th entry. A failed write is kept for `check` to throw. */
  readonly write: (subject: PageSubject, document: PagedDocument, index: number) => Promise<PageSizes>;
  readonly check: () => void;
}

/** 0 where there is no such file. */
export const sizeOf = (file: string): number => {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true ? stats.size : 0;
};

/** A page that was not written to its end is none. */
export const isThere = (file: string, size: number): boolean => size > 0 && sizeOf(file) === size;

/** The bytes of a page; none where the subject has no such page. */
export type MakePage = (subject: PageSubject, ending: string) => Promise<Uint8Array>;

export const openPageWriter = (folder: string, each: Each, make: MakePage): PageWriter => {
  let failure: unknown;
  /** The disk's failure; undefined, then, is the answer. */
  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch (error) {
      failure = error;
      return undefined;
    }
  };
  return {
    write: async (subject, document, index) => {
      const sizes: Record<string, number> = {};
      const kind = 'audit' in subject ? 'audited' : 'rejected';
      for (const ending of failure === undefined ? endingsOf({ kind }, each) : []) {
        const file = workFile(folder, stagedName(document, index, each.lang, ending));
        const made = attempt(() => sizeOf(file)) ?? 0;
        const content = made > 0 ? undefined : await make(subject, ending);
        if (content !== undefined && content.length > 0) attempt(() => writeWhole(file, content, { synced: false }));
        sizes[ending] = content?.length ?? made;
      }
      return sizes;
    },
    check: () => {
      if (failure !== undefined) throw failure;
    },
  };
};

/** Whether every page is there that a document's centres are to have. */
export const pagesStand = (folder: string, { each, shard }: { readonly each?: Each; readonly shard?: unknown }) => {
  const stands = (record: DocumentRecord, entry: Entry, index: number): boolean =>
    each === undefined ||
    endingsOf(entry, each).every(ending => {
      const size = entry.pages?.[ending];
      if (size === undefined || size === 0) return size === 0;
      const staged = workFile(folder, stagedName(record, index, each.lang, ending));
      return (
        isThere(staged, size) ||
        (shard === undefined && isThere(join(folder, pagePath(ownerOf(record, entry), each.lang, ending)), size))
      );
    });
  return (record: DocumentRecord): boolean => numbered(record).every(([index, entry]) => stands(record, entry, index));
};
