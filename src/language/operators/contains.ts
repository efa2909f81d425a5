import type { FigureTest } from '../../model/standard/expression.ts';
import { DROPPED, FIGURE } from '../operands/shapes.ts';
import type { Operator } from '../operator.ts';
import { hasPart } from '../second/pattern.ts';
import { OPEN, truth, valueIn } from '../second/world.ts';
import { about } from '../truth/codes.ts';
import { comparable } from '../truth/compare.ts';
import { isVerdict, limitOf, scalar } from '../truth/limits.ts';
import { groundOf } from '../truth/scope.ts';
import { met, unmet } from '../truth/verdict.ts';

/** What the office of a place adds to its name: 石桥街道办事处 is 石桥街道, 柳河村委会 is 柳河村. */
const OFFICE = /(?:人民政府|办事处|居民委员会|居委会|民委员会|委会)$/u;

/** `contains: { fact: center.township }`: a name that holds another. */
export const contains: Operator<FigureTest> = {
  ...FIGURE,
  types: ['text'],
  judge: ({ operand }, given, at, scope) => {
    const part = limitOf(operand, scope);
    if (isVerdict(part)) return part;
    const value = scalar(given, at);
    const pattern = part.type === 'text' ? part.value : '';
    const holds =
      value.type === 'text' &&
      part.type === 'text' &&
      comparable(value.value).includes(comparable(part.value).replace(OFFICE, ''));
    return holds ? met(groundOf(at, value)) : unmet([groundOf(at, value)], { kind: 'pattern', pattern, ...about(at) });
  },
  phrase: ({ operand }, speech) => speech.pick(`含有${speech.figure(operand)}`, `contains ${speech.figure(operand)}`),
  verb: '',
  truth: ({ operand }, value, { facts }) => {
    const part =
      operand.kind === 'value' ? operand.value : operand.kind === 'fact' ? valueIn(facts, operand.fact) : undefined;
    if (part === undefined) return OPEN;
    return truth(value.type === 'text' && part.type === 'text' && hasPart(value.value, part.value));
  },
  mutants: () => DROPPED,
  asksForPart: true,
};
