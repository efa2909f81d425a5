import type { Loaded } from '../base/problem.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Pack } from './pack.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is said of a pack before it is opened. */
export interface PackSummary
  extends Pick<Pack, 'id' | 'version' | 'sha256' | 'title' | 'status' | 'period' | 'counties' | 'levels' | 'document'> {
  /** Of the pack's own scheme: how often all centres are gone through before what it compares is settled. */
  readonly passes?: number;
}

export interface Library {
  readonly vocabulary: () => Promise<Loaded<Vocabulary>>;
  readonly summaries: () => Promise<readonly PackSummary[]>;
  /** By id, or by the folder it stands in. */
  readonly pack: (idOrFolder: string) => Promise<Loaded<Pack>>;
  /** By id, or by its file; a scorecard asks in the words of `vocabulary`, the common one unless a pack's is given. */
  readonly scheme: (idOrFile: string, vocabulary?: Vocabulary) => Promise<Loaded<Scheme>>;
  readonly packIds: () => readonly string[];
  readonly schemeIds: () => readonly string[];
}
