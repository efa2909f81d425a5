import { parseSync } from 'oxc-parser';
import { randomFrom } from '../bench/random.ts';

/** A change of a few characters that changes what a file does. */
export interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && 'type' in value && typeof value.type === 'string';

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

/** Types do nothing, and are left alone. */
const walk = (value: unknown, text: string, found: Change[]): void => {
  if (Array.isArray(value)) for (const member of value) walk(member, text, found);
  else if (isNode(value) && !value.type.startsWith('TS')) {
    found.push(...changesOf(value, text));
    for (const member of Object.values(value)) walk(member, text, found);
  }
};

/** Every mutant of a file. */
export const mutantsOf = (file: string, text: string): readonly Mutant[] => {
  const found: Change[] = [];
  walk(parseSync(file, text).program.body, text, found);
  return found.map(change => ({ file, ...change }));
};

export const applied = (text: string, { start, end, put }: Mutant): string =>
  text.slice(0, start) + put + text.slice(end);

/** So many of them, the same for the same seed. */
export const sampleOf = <T>(all: readonly T[], count: number, seed: number): readonly T[] => {
  const { below } = randomFrom(seed);
  const left = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () => left.splice(below(left.length), 1)).flat();
};
