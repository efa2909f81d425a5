import { randomFrom } from '../bench/random.ts';
import { isNode, type Node, nodesOf } from './nodes.ts';

/** A change of a few characters that changes what a file does. */
export interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

const SWAPS: Readonly<Record<string, string>> = {
  ...{ '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
  ...{ '+': '-', '-': '+', '*': '/', '/': '*', '&&': '||', '||': '&&', '??': '&&' },
};

/** The methods that say much by a small word. */
const METHODS: Readonly<Record<string, string>> = {
  ...{ some: 'every', every: 'some', filter: 'map', min: 'max', max: 'min', find: 'findLast' },
};

type Change = Omit<Mutant, 'file'>;

const between = (text: string, left: Node, right: Node, operator: string, put: string): readonly Change[] => {
  const start = text.indexOf(operator, left.end);
  return start < 0 || start >= right.start ? [] : [{ start, end: start + operator.length, put }];
};

const changesOf = (node: Node, text: string): readonly Change[] => {
  const { type, start, end, left, right, operator } = node;
  if ((type === 'BinaryExpression' || type === 'LogicalExpression') && isNode(left) && isNode(right)) {
    const put = SWAPS[String(operator)];
    return put === undefined ? [] : between(text, left, right, String(operator), put);
  }
  if (type === 'Literal' && typeof node.value === 'boolean') return [{ start, end, put: String(!node.value) }];
  if (type === 'Literal' && typeof node.value === 'number') return [{ start, end, put: String(node.value + 1) }];
  if (type === 'UnaryExpression' && operator === '!') return [{ start, end: start + 1, put: '' }];
  if (type === 'ConditionalExpression' && isNode(node.test))
    return [true, false].map(put => ({
      start: (node.test as Node).start,
      end: (node.test as Node).end,
      put: String(put),
    }));
  if (type === 'MemberExpression' && isNode(node.property)) {
    const put = METHODS[String(node.property.name)];
    return put === undefined ? [] : [{ start: node.property.start, end: node.property.end, put }];
  }
  return [];
};

/** Every mutant of a file. */
export const mutantsOf = (file: string, text: string): readonly Mutant[] =>
  nodesOf(file, text)
    .flatMap(node => changesOf(node, text))
    .map(change => ({ file, ...change }));

export const applied = (text: string, { start, end, put }: Mutant): string =>
  text.slice(0, start) + put + text.slice(end);

/** The line that is changed, with the change in it: so a mutant goes by the same name wherever its line moves. */
export const nameOf = ({ file, start, end, put }: Mutant, text: string): string => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const after = text.slice(end, to < 0 ? undefined : to);
  return `${file}: ${text.slice(from, start).trimStart()}⟦${text.slice(start, end)} → ${put}⟧${after}`;
};

/** So many of them, the same for the same seed. */
export const sampleOf = <T>(all: readonly T[], count: number, seed: number): readonly T[] => {
  const { below } = randomFrom(seed);
  const left = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () => left.splice(below(left.length), 1)).flat();
};
