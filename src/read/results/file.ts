import type { Location } from '../../model/base/location.ts';
import type { Loaded, Problem } from '../../model/base/problem.ts';
import type { KeptRejection, KeptResult, KeptRun } from '../../model/result/kept.ts';
import { fold } from '../profile/names.ts';
import type { KeptHead } from './read.ts';

/** A result that can be read when it is wanted; there may be very many. */
export interface KeptEntry {
  readonly key: string;
  readonly pack: string;
  /** The number of its line, or of its place in an array, from 1. */
  readonly number: number;
  readonly offset: number;
  readonly length: number;
}

/** Results that were kept, in their order. */
export interface KeptFile {
  readonly entries: readonly KeptEntry[];
  /** Inputs that gave no result. */
  readonly rejections: readonly KeptRejection[];
  /** What there is in it that is no result. */
  readonly problems: readonly Problem[];
  readonly run?: KeptRun;
  readonly at: (entry: KeptEntry) => Location;
  readonly read: (entry: KeptEntry) => Loaded<KeptResult>;
  readonly close: () => void;
}

export interface KeptOptions {
  /** The words by which a batch says that an input was refused. */
  readonly refused?: ReadonlySet<string>;
  /** Just the centres of this name, or of this township. */
  readonly center?: string | undefined;
}

/** Whether a centre is asked for. */
export const isWanted = ({ names }: KeptHead, { center }: KeptOptions): boolean =>
  center === undefined || names.some(name => fold(name) === fold(center));

/** Holds one copy of each of the few texts that come over and over. */
export const sharedTexts = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return text => {
    const held = known.get(text) ?? text;
    known.set(text, held);
    return held;
  };
};
