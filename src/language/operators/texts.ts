import { problem } from '../../model/base/problem.ts';
import type { FigureTest, PatternTest } from '../../model/standard/expression.ts';
import { DROPPED, FIGURE, TEXT } from '../operands/shapes.ts';
import type { AlteredTest, OperandReading, Operator } from '../operator.ts';
import { aroundShape, hasPart, hasShape, inShape, inShapeWith, type Piece, piecesOf } from '../second/pattern.ts';
import { OPEN, truth, valueIn } from '../second/world.ts';
import { comparable } from '../truth/compare.ts';
import { isVerdict, limitOf, scalar } from '../truth/limits.ts';
import { about, groundOf } from '../truth/scope.ts';
import { met, unmet } from '../truth/verdict.ts';

const read = ({ op, node, problems }: OperandReading): PatternTest | undefined => {
  const pattern = node.kind === 'scalar' ? node.text.trim() : '';
  const bare = pattern
    .normalize('NFKC')
    .replaceAll(/\\./gu, '')
    .replaceAll(/\([^()]*\)/gu, '');
  if (pattern !== '' && !/[()\\]/u.test(bare)) return { op, pattern };
  const detail = pattern === '' ? 'empty' : 'brackets';
  problems.push(problem('bad-pattern', node.location, { pattern, detail }));
  return undefined;
};

const TOKEN = /\\(.)|\(((?:[^()\\]|\\.)*)\)|([*#])|([^\\(*#]+)/gu;

/** Where a part of a pattern may end in a text, if it begins at one of some places. */
type Step = (text: string, from: ReadonlySet<number>) => Iterable<number>;

const SIGNS = [/[0-9]+/uy, /[〇零一二三四五六七八九十百]+/uy, /[A-Za-z]/uy];

/** How many signs of a number stand at a place, of one kind. */
const numberAt = (text: string, at: number): number => {
  for (const signs of SIGNS) {
    signs.lastIndex = at;
    const found = signs.exec(text);
    if (found !== null) return found[0].length;
  }
  return 0;
};

const number: Step = function* (text, from) {
  for (const at of from) for (let length = numberAt(text, at); length > 0; length--) yield at + length;
};

const anything: Step = function* (text, from) {
  for (let at = Math.min(...from) + 1; at <= text.length; at++) yield at;
};

const either = (options: readonly string[]): Step =>
  function* (text, from) {
    for (const at of from) for (const option of options) if (text.startsWith(option, at)) yield at + option.length;
  };

const stepsOf = (pattern: string): readonly Step[] =>
  [...comparable(pattern).matchAll(TOKEN)].map(([, escaped, choice, blank, text]) => {
    if (choice !== undefined) return either(choice.split('|').map(option => option.replaceAll(/\\(.)/gu, '$1')));
    if (blank !== undefined) return blank === '#' ? number : anything;
    return either([escaped ?? text ?? '']);
  });

/** Literal text, `*` for one or more characters, `#` for a number, `(a|b)` for either, `\(` for a bracket itself; in bounded time. */
const isShaped = (text: string, pattern: string): boolean => {
  let places: ReadonlySet<number> = new Set([0]);
  for (const step of stepsOf(pattern)) {
    places = new Set(step(text, places));
    if (places.size === 0) return false;
  }
  return places.has(text.length);
};

const LONGEST_TEXT = 200;

const written = (text: string): string => text.replaceAll(/[\\()*#|]/gu, String.raw`\$&`);

const BLANKS = { any: '*', number: '#' } as const;

const patternOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(piece => {
      if (typeof piece === 'string') return BLANKS[piece];
      return piece.length === 1 ? written(piece[0] ?? '') : `(${piece.map(written).join('|')})`;
    })
    .join('');

/** Patterns that lack one of their alternatives. */
const fewerAlternatives = (test: PatternTest): readonly AlteredTest[] => {
  const pieces = piecesOf(test.pattern);
  return pieces.flatMap((piece, place) => {
    if (typeof piece === 'string' || piece.length < 2) return [];
    return piece.map((text): AlteredTest => {
      const others = piece.filter(option => option !== text);
      const pattern = patternOf(pieces.with(place, others));
      return { mutation: { kind: 'alternative-dropped', text }, test: { ...test, pattern } };
    });
  });
};

/** `matches: 桃江县*(乡|镇)便民服务中心`. */
export const matches: Operator<PatternTest> = {
  types: ['text'],
  read,
  schema: () => TEXT,
  judge: ({ pattern }, given, at) => {
    const value = scalar(given, at);
    const text = value.type === 'text' ? comparable(value.value) : '';
    return text.length <= LONGEST_TEXT && isShaped(text, pattern)
      ? met(groundOf(at, value))
      : unmet([groundOf(at, value)], { kind: 'pattern', pattern, ...about(at) });
  },
  phrase: ({ pattern }, speech) => speech.pick(`为“${speech.pattern(pattern)}”`, `"${speech.pattern(pattern)}"`),
  verb: 'is',
  remark: () => ({
    zh: '××可以是任何文字，№是编号（1、一、A）；括号里的任选其一；空格、引号和全角半角不论',
    en: '×× stands for any words, № for a number (1, 一, A), brackets for alternatives; spaces, quotation marks and width of characters do not matter',
  }),
  truth: ({ pattern }, value) => truth(value.type === 'text' && hasShape(value.value, pattern)),
  mutants: test => [...fewerAlternatives(test), ...DROPPED],
  settled: test => test,
  texts: ({ pattern }, parts) => [...parts.map(part => inShapeWith(pattern, part)), inShape(pattern)],
  textsAround: ({ pattern }) => aroundShape(pattern),
};

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
