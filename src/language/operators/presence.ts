import type { ValueType } from '../../model/base/value.ts';
import type { AnswerTest } from '../../model/standard/expression.ts';
import { ANSWER } from '../operands/shapes.ts';
import type { Operator } from '../operator.ts';
import { OPEN, sizeOf as sizeIn, truth } from '../second/world.ts';
import { sizeOf } from '../truth/limits.ts';
import { gapOf, groundOf } from '../truth/scope.ts';
import { besides, met, unmet } from '../truth/verdict.ts';
import { SCALARS } from './exact.ts';

const LISTS: readonly ValueType[] = ['terms', 'records'];

/** `stated: yes`: what is declared is not empty. */
export const stated: Operator<AnswerTest> = {
  ...ANSWER,
  types: ['text', ...LISTS],
  judge: ({ wanted }, value, at) => {
    const isThere = sizeOf(value) > 0;
    const ground = groundOf(at, value);
    const { path: fact, location } = at;
    return isThere === wanted
      ? met(ground)
      : unmet([ground], { kind: isThere ? 'not-empty' : 'empty', fact, location });
  },
  phrase: ({ wanted }, { pick, ofNumber }) => {
    if (ofNumber) return wanted ? pick('至少有一项', 'at least one') : pick('一项也没有', 'none');
    return wanted ? pick('不为空', 'not empty') : pick('为空', 'empty');
  },
  verb: 'is',
  remark: () => ({ zh: '填“无”算已申报而没有', en: '"none" is a declaration that there is nothing' }),
  truth: ({ wanted }, value) => truth(sizeIn(value) > 0 === wanted),
};

/** `declared: yes`: the profile says something of the matter, be it that it does not apply. */
export const declared: Operator<AnswerTest> = {
  ...ANSWER,
  types: [...SCALARS, ...LISTS],
  // That a thing is stated is nothing to put right.
  judge: ({ wanted }, value, at) => (wanted ? met(groundOf(at, value)) : unmet([groundOf(at, value)])),
  judgeState: ({ wanted }, at) => {
    const isStated = at.fact !== undefined && at.fact.state !== 'undeclared';
    const ground = groundOf(at, null);
    const { path: fact, location } = at;
    const verdict =
      isStated === wanted
        ? met(ground)
        : unmet([ground], ...(wanted ? [{ kind: 'undeclared', fact, location } as const] : []));
    return isStated ? verdict : besides(verdict, gapOf(at));
  },
  phrase: ({ wanted }, { pick }) => (wanted ? pick('已申报', 'declared') : pick('未申报', 'not declared')),
  verb: 'is',
  remark: ({ wanted }) =>
    wanted ? { zh: '只看填没填，不看内容', en: 'it matters only whether it is declared' } : undefined,
  ofDeclaring: true,
  truth: ({ wanted }) => truth(wanted),
  truthOfState: ({ wanted }, state) => truth((state !== 'undeclared') === wanted),
};

/** `occurred: yes`: a thing that has a value has occurred; 未发生 says that it has not. */
export const occurred: Operator<AnswerTest> = {
  ...ANSWER,
  types: [...SCALARS, ...LISTS],
  judge: ({ wanted }, value, at) => {
    const { path: fact, location } = at;
    return wanted ? met(groundOf(at, value)) : unmet([groundOf(at, value)], { kind: 'not-empty', fact, location });
  },
  judgeState: ({ wanted }, at) => {
    if (at.fact?.state !== 'did-not-occur') return undefined;
    const { path: fact, location } = at;
    return wanted ? unmet([groundOf(at, null)], { kind: 'did-not-occur', fact, location }) : met(groundOf(at, null));
  },
  phrase: ({ wanted }, { pick }) => (wanted ? pick('已发生', 'has occurred') : pick('未发生', 'has not occurred')),
  verb: '',
  remark: () => ({ zh: '填“未发生”算没有发生', en: '"did not occur" counts as not having occurred' }),
  nothing: { zh: '未发生', en: 'did not occur' },
  implied: true,
  truth: ({ wanted }) => truth(wanted),
  truthOfState: ({ wanted }, state) => (state === 'did-not-occur' ? truth(!wanted) : OPEN),
};
