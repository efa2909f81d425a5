import { keptFor } from '../../model/base/memo.ts';
import { get } from '../../model/base/source.ts';
import type { Bilingual } from '../../model/base/text.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { TermSet, TermsTest } from '../../model/standard/expression.ts';
import { twins } from '../operands/shapes.ts';
import { codesTaken, mostTakenFor, TERMS, takenFor } from '../operands/terms.ts';
import type { AlteredTest, Demand, Operator } from '../operator.ts';
import { codesIn, OPEN, type Truth } from '../second/world.ts';
import type { Speech } from '../speech.ts';
import { codesOf, type KnownCodes } from '../truth/scope.ts';
import { lacking, met, openGaps } from '../truth/verdict.ts';

/** The terms of a set that each code stands for: itself, and those that it counts as. */
const standingsIn = keptFor(({ codes, also = {} }: TermSet): ReadonlyMap<string, readonly string[]> => {
  const all = new Set([...codes, ...Object.values(also).flat()]);
  return new Map([...all].map(own => [own, codes.filter(code => code === own || also[code]?.includes(own))]));
});

/** The terms of a set that some codes hold. */
export const heldIn = (terms: TermSet, codes: ReadonlySet<string>): ReadonlySet<string> => {
  const standings = standingsIn(terms);
  return new Set([...codes].flatMap(code => standings.get(code) ?? []));
};

/** The codes that stand for no term of a set. */
export const othersIn = (terms: TermSet, codes: ReadonlySet<string>): readonly string[] => {
  const standings = standingsIn(terms);
  return [...codes].filter(code => (standings.get(code) ?? []).length === 0);
};

/** That none was found: `open` entries may still turn out to be one. */
const holdsNone = (found: number, open: number): Truth => (found > 0 ? 0 : open > 0 ? OPEN : 1);

/** That so many terms of a set are held: `open` entries may still turn out to be any one code each. */
const holdsSome = (terms: TermSet, codes: ReadonlySet<string>, open: number, needed: number): Truth => {
  const held = heldIn(terms, codes);
  const gained = Math.max(
    1,
    ...[...standingsIn(terms).values()].map(stood => stood.filter(code => !held.has(code)).length),
  );
  const left = new Set(terms.codes).size - held.size;
  if (held.size >= needed) return 1;
  return held.size + Math.min(open * gained, left) >= needed ? OPEN : 0;
};

const AT_LEAST_THESE: Bilingual = {
  zh: '所列的是至少要有的，可以更多',
  en: 'those listed are the least; more may be there',
};

type Told = Omit<
  Operator<TermsTest>,
  'types' | 'judge' | 'truth' | 'read' | 'schema' | 'mutants' | 'settled' | 'verb' | 'remark' | 'ruling'
> & {
  readonly judgeCodes: (test: TermsTest, list: KnownCodes) => Verdict;
  readonly truthOfCodes: (test: TermsTest, codes: ReadonlySet<string>, open: number) => Truth;
  readonly remark?: Bilingual;
  readonly ruling?: Bilingual;
  readonly twins?: readonly string[];
  readonly more?: (test: TermsTest) => readonly AlteredTest[];
} & Partial<Pick<Operator<TermsTest>, 'read' | 'schema'>>;

/** Operators that the terms of one list are asked by, or those of one field over all records. */
const set = ({ remark, ruling, twins: others = [], more = () => [], ...told }: Told): Operator<TermsTest> => ({
  ...TERMS,
  ...told,
  types: ['terms'],
  judge: (test, value, at) => {
    if (value.type !== 'terms') throw new Error(`${at.path} is no list of terms`);
    return told.judgeCodes(test, codesOf(value, at));
  },
  verb: 'includes',
  ...(remark && { remark: () => remark }),
  ...(ruling && { ruling: () => [ruling] }),
  truth: (test, value) => told.truthOfCodes(test, new Set(codesIn(value)), 0),
  mutants: test => [...twins(test, apart(test, others)), ...TERMS.mutants(test), ...more(test)],
});

/** Of one term, all and any are the same. */
const apart = ({ op, terms }: TermsTest, others: readonly string[]): readonly string[] => {
  const same = ['include_all', 'include_any'];
  return terms.codes.length === 1 && same.includes(op) ? others.filter(to => !same.includes(to)) : others;
};

const isIn =
  ({ terms }: TermsTest, { codes }: KnownCodes) =>
  (code: string): boolean =>
    takenFor(terms, code).some(taken => codes.has(taken));

/** Whether so many of the terms are there, or still can be. */
const judgeHeld = (test: TermsTest, list: KnownCodes, wanted: number): Verdict => {
  const { terms } = test;
  const absent = terms.codes.filter(code => !isIn(test, list)(code));
  const present = terms.codes.length - absent.length;
  if (present >= wanted) return met(list.ground);
  const reachable = present + Math.min(list.room * mostTakenFor(terms, absent), absent.length) >= wanted;
  return (reachable ? openGaps(list) : undefined) ?? lacking(list, terms.list, 'missing', absent);
};

const judgeFree = (test: TermsTest, list: KnownCodes, unexpected: readonly string[]): Verdict =>
  unexpected.length > 0
    ? lacking(list, test.terms.list, 'unexpected', unexpected)
    : (openGaps(list) ?? met(list.ground));

/** That so many of all are held; else that one too many is lacking. */
const held = (of: number, n: number, wanted: boolean): Demand =>
  wanted ? { kind: 'hold', n } : { kind: 'lack', n: of - n + 1 };

const single = (test: TermsTest): boolean => test.terms.codes.length === 1;

const named = (test: TermsTest, speech: Speech): string => speech.listed(speech.terms(test.terms));

/** So many terms can be taken in without being told how many they are. */
const AT_A_GLANCE = 4;

/** `include_all: [信访, 民政]`. */
export const includeAll = set({
  judgeCodes: (test, list) => judgeHeld(test, list, test.terms.codes.length),
  phrase: (test, speech) => {
    const { length } = test.terms.codes;
    const list = named(test, speech);
    if (length === 1) return speech.pick(speech.glue('包括', list), list);
    return length <= AT_A_GLANCE
      ? speech.pick(speech.glue('包括', list), `all of ${list}`)
      : speech.pick(`包括全部 ${length} ${speech.counter}：${list}`, `all ${length} of ${list}`);
  },
  remark: AT_LEAST_THESE,
  heldAs: 'share',
  truthOfCodes: ({ terms }, codes, open) => holdsSome(terms, codes, open, new Set(terms.codes).size),
  demand: ({ terms: { codes } }, wanted) => held(codes.length, codes.length, wanted),
  twins: ['include_any', 'include_none'],
});

/** `include_any: [无障碍厕位, 第三卫生间]`. */
export const includeAny = set({
  judgeCodes: (test, list) => judgeHeld(test, list, 1),
  phrase: (test, speech) => {
    const list = named(test, speech);
    const before = speech.glue('包括', list);
    return single(test)
      ? speech.pick(before, list)
      : speech.pick(`${before}中的至少一${speech.counter}`, `at least one of ${list}`);
  },
  ruling: { zh: '有其中一项就算符合', en: 'one of them is enough' },
  heldAs: 'names',
  lacking: ({ terms: { list } }, codes, speech) => {
    const names = speech.terms({ list, codes: [codes[0] ?? '', ...codes.slice(1)] });
    const said = speech.listed(names);
    return names.length > 1 ? speech.pick(`${said} 一项也没有`, `none of ${said}`) : undefined;
  },
  truthOfCodes: ({ terms }, codes, open) => holdsSome(terms, codes, open, 1),
  demand: ({ terms: { codes } }, wanted) => held(codes.length, 1, wanted),
  twins: ['include_all', 'include_none'],
});

/** `include_none: [代办收费]`. */
export const includeNone = set({
  judgeCodes: (test, list) => judgeFree(test, list, test.terms.codes.filter(isIn(test, list))),
  phrase: (test, speech) => speech.pick(`中没有${named(test, speech)}`, `none of ${named(test, speech)}`),
  ruling: { zh: '出现其中任何一项就不符合', en: 'any one of them fails' },
  heldAs: 'names',
  truthOfCodes: ({ terms }, codes, open) => holdsNone(heldIn(terms, codes).size, open),
  demand: ({ terms: { codes } }, wanted) => held(codes.length, 1, !wanted),
  twins: ['include_all', 'include_any'],
});

/** `only: [不动产, 税务]`. */
export const only = set({
  judgeCodes: (test, list) => {
    const accepted = new Set(codesTaken(test.terms));
    const others = [...list.codes].filter(code => !accepted.has(code));
    return judgeFree(test, list, others);
  },
  phrase: (test, speech) =>
    speech.pick(speech.glue('只限于', named(test, speech)), `nothing but ${named(test, speech)}`),
  opposed: (test, speech) => speech.pick(`有${named(test, speech)}以外的`, `something beside ${named(test, speech)}`),
  remark: { zh: '所列以外的都不算', en: 'nothing beside those listed is accepted' },
  heldAs: 'whole',
  truthOfCodes: ({ terms }, codes, open) => holdsNone(othersIn(terms, codes).length, open),
  demand: (_, wanted) => ({ kind: wanted ? 'within' : 'beyond' }),
  twins: ['include_all', 'include_any'],
});

const least = ({ atLeast = 1 }: TermsTest): number => atLeast;

/** `include: { at_least: 3, of: [信访, 民政, 社保, 就业] }`. */
export const include = set({
  read: ({ op, node, terms, hasOnly, howMany, misshapen }) => {
    if (node.kind !== 'map') return misshapen(node, 'include', { written: '{ at_least: …, of: […] }' });
    if (!hasOnly(node, ['at_least', 'of'])) return undefined;
    const named = terms(get(node, 'of') ?? node);
    const atLeast = named && howMany(node, new Set(named.codes).size);
    return named && atLeast !== undefined ? { op, atLeast, terms: named } : undefined;
  },
  schema: one => ({
    type: 'object',
    properties: { at_least: { type: 'integer', minimum: 1 }, of: TERMS.schema(one) },
    required: ['at_least', 'of'],
    additionalProperties: false,
  }),
  judgeCodes: (test, list) => judgeHeld(test, list, least(test)),
  phrase: (test, speech) => {
    const { length } = test.terms.codes;
    return speech.pick(
      `至少包括以下 ${length} ${speech.counter}中的 ${least(test)} ${speech.counter}：${named(test, speech)}`,
      `at least ${least(test)} of these ${length}: ${named(test, speech)}`,
    );
  },
  remark: AT_LEAST_THESE,
  heldAs: 'share',
  lacking: (test, codes, speech) => {
    const { list } = test.terms;
    const said = speech.listed(speech.terms({ list, codes: [codes[0] ?? '', ...codes.slice(1)] }));
    const more = least(test) - (test.terms.codes.length - codes.length);
    return speech.pick(`还差 ${more} 项，可从以下各项补齐：${said}`, `${more} more needed of ${said}`);
  },
  truthOfCodes: (test, codes, open) => holdsSome(test.terms, codes, open, least(test)),
  demand: (test, wanted) => held(test.terms.codes.length, least(test), wanted),
  more: test =>
    [least(test) - 1, least(test) + 1]
      .filter(n => n >= 1 && n <= test.terms.codes.length)
      .map(n => ({ mutation: { kind: 'terms-number', from: least(test), to: n }, test: { ...test, atLeast: n } })),
});
