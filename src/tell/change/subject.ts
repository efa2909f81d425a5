import type { Lang } from '../../model/base/text.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { Called } from '../../words/reader.ts';

/** Two results that are held against each other. */
export interface Comparison {
  readonly lang: Lang;
  /** What all that is compared is called. */
  readonly of: Called;
  /** What was compared, as it was named. */
  readonly names: { readonly from: string; readonly to: string };
  /** Whether there is one centre, which is then told in full. */
  readonly single: boolean;
  readonly vocabulary: (pack: string) => Vocabulary;
}
