import { once } from '../model/base/memo.ts';
import type { Bilingual } from '../model/base/text.ts';
import type { Finding } from '../model/finding/finding.ts';
import type { Kept } from '../model/result/kept.ts';
import type { Rule } from '../model/standard/pack.ts';
import type { Vocabulary } from '../model/standard/vocabulary.ts';
import { type FactIndex, factsOfResult } from './facts.ts';

/** The sentences that a comparison tells beside its codes. */
export interface Words {
  readonly expected: (rule: Rule, vocabulary: Vocabulary) => Bilingual;
  readonly shortfall: (finding: Finding, vocabulary: Vocabulary) => Bilingual;
}

/** One side of a comparison: a result, and all the facts that it tells. */
export interface Side extends Kept {
  readonly facts: () => FactIndex;
  readonly expected: (rule: Rule) => Bilingual;
  readonly shortfall: (finding: Finding) => Bilingual | undefined;
}

export const sideOf = (kept: Kept, words: Words): Side => {
  const { vocabulary } = kept.audit.pack;
  return {
    ...kept,
    facts: once(() => factsOfResult(kept.audit)),
    expected: rule => words.expected(rule, vocabulary),
    shortfall: finding => (finding.outcome === 'fail' ? words.shortfall(finding, vocabulary) : undefined),
  };
};

/** Whether both ask the same of a centre. */
export const asksSame = (was: Rule, is: Rule, from: Side, to: Side): boolean =>
  was === is ||
  (from.audit.pack.sha256 === to.audit.pack.sha256 && was.settled?.reading === is.settled?.reading) ||
  from.expected(was).zh === to.expected(is).zh;
