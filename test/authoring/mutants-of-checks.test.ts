import { join } from 'node:path';
import { it } from 'vitest';
import { mutantsOf } from '../../src/authoring/prove/mutate.ts';
import { mutationText } from '../../src/cli/packs/mutation-words.ts';
import { expectedText } from '../../src/words/checks/expressions.ts';
import { CASES } from '../language/operators.cases.ts';
import { VOCABULARY } from '../language/operators.vocabulary.ts';
import { ruleOf } from '../support/inline.ts';
import { holdTo } from '../support/lines.ts';

/** What is changed, and how the rule reads then. */
const lines = CASES.flatMap(({ name, require, rule: body }) => {
  const rule = ruleOf(body ?? `require: ${require}`, VOCABULARY);
  const reads = (changed: typeof rule): string => expectedText(changed, VOCABULARY, 'zh');
  return [
    `${name}: ${reads(rule)}`,
    ...mutantsOf(rule).map(mutant => {
      const [zh, en] = (['zh', 'en'] as const).map(lang => mutationText(mutant.mutation, VOCABULARY, lang));
      return `  ${zh} | ${en} → ${reads(mutant.rule)}`;
    }),
    '',
  ];
});

it('are those that a case must tell apart, for each way of asking', () =>
  holdTo(join(import.meta.dirname, 'told', 'mutants.txt'), lines));
