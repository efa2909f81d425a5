import type { Scheme } from '../scoring/score.ts';
import type { Pack } from './pack.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The standard that a scorecard is by itself: no rule, and every row from it. */
export const packOfScheme = (scheme: Scheme, vocabulary: Vocabulary): Pack | undefined =>
  scheme.standard && {
    id: scheme.id,
    sha256: scheme.sha256,
    title: scheme.title,
    ...scheme.standard,
    sections: [],
    notes: [],
    vocabulary,
    wording: {},
    rules: [],
    scheme,
  };
