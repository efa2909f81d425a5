import type { AnswerTest } from '../../model/standard/expression.ts';
import type { Shape } from '../operator.ts';
import { YES_NO } from './schemas.ts';

/** Asked with a yes or a no: `stated: yes`. */
export const ANSWER: Shape<AnswerTest> = {
  read: ({ op, node, answer }) => {
    const wanted = answer(node);
    return wanted === undefined ? undefined : { op, wanted };
  },
  schema: () => YES_NO,
  mutants: test => [{ mutation: { kind: 'answer-turned' }, test: { ...test, wanted: !test.wanted } }],
  settled: test => test,
};
