import type { Loaded } from '../base/problem.ts';

/** A document: a file, or a line of a file of lines. Without `content`, the file is read when its turn comes. */
export interface Input {
  readonly file: string;
  readonly line?: number;
  readonly content?: Loaded<Uint8Array>;
}
