import type { Lang } from '../../model/base/text.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';

/** Two results that are held against each other. */
export interface Comparison {
  readonly lang: Lang;
  /** What was compared, as it was named. */
  readonly names: { readonly from: string; readonly to: string };
  /** Whether there is one centre, which is then told in full. */
  readonly single: boolean;
  readonly vocabulary: (pack: string) => Vocabulary;
}
