import type { Location } from '../../model/base/location.ts';
import type { Loaded, Problem } from '../../model/base/problem.ts';
import type { Kept, KeptRejection, KeptRun } from '../../model/result/kept.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { Library } from '../pack/library.ts';
import { fold } from '../profile/names.ts';
import type { Made } from './json.ts';
import type { KeptHead } from './read.ts';
import type { GatheredStandards } from './standards.ts';

/** Where something stands in its file: the number of its line, or of its place in an array, from 1, and its bytes. */
export interface Span {
  readonly number: number;
  readonly offset: number;
  readonly length: number;
}

/** A result that can be read when it is wanted; there may be very many. */
export interface KeptEntry extends Span {
  readonly key: string;
  readonly pack: string;
  /** By what a centre is asked for, where one is. */
  readonly names?: readonly string[];
}

export interface KeptFile {
  readonly entries: readonly KeptEntry[];
  /** The first result of all, whoever's is asked for. */
  readonly first: () => KeptEntry | undefined;
  /** Inputs that gave no result. */
  readonly rejections: readonly KeptRejection[];
  /** What there is in it that is no result. */
  readonly problems: readonly Problem[];
  readonly run?: KeptRun;
  readonly at: (entry: KeptEntry) => Location;
  readonly read: (entry: KeptEntry) => Loaded<Kept>;
  /** As it stands in the file. */
  readonly json: (entry: KeptEntry) => Loaded<unknown>;
  /** The words of a pack, of each edition that there is a result of. */
  readonly vocabularies: (pack: string) => readonly Vocabulary[];
  readonly close: () => void;
}

export interface KeptOptions {
  /** The words by which a batch says that an input was refused. */
  readonly refused?: ReadonlySet<string>;
  /** Just centres that go by this name, or by a name with this in it. */
  readonly center?: string | undefined;
  /** Whether names are kept beside the results, as they are of those that go by a name. */
  readonly named?: boolean;
  /** Where the rules stand, for results without texts beside them. */
  readonly library?: () => Promise<Library | undefined>;
  /** Whether a result is wanted as it is, although it speaks against itself. */
  readonly asItIs?: boolean;
  /** What is known already; results that are compared may lend one another their texts. */
  readonly standards?: GatheredStandards;
}

/** Takes the heads of results, one by one: those that are wanted, and by what packs and schemes they were made. */
export const gatherEntries = ({ center, named = center !== undefined }: KeptOptions) => {
  const entries: KeptEntry[] = [];
  const made = new Map<string, Made>();
  let first: KeptEntry | undefined;
  return {
    entries,
    made,
    first: () => first,
    /** Whether it is the first of its pack and scheme. */
    add: (head: KeptHead, place: Span): boolean => {
      const { pack, scheme } = head.made;
      const key = `${pack.sha256} ${scheme.sha256}`;
      const known = made.get(key);
      if (known === undefined) made.set(key, head.made);
      const entry = { ...place, key: head.key, pack: (known ?? head.made).pack.id };
      first ??= entry;
      if (center === undefined || head.names.some(name => fold(name).includes(fold(center))))
        entries.push(named ? { ...entry, names: head.names } : entry);
      return known === undefined;
    },
  };
};
