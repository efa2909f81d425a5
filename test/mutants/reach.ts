import { isNode, type Node, nodesOf } from './nodes.ts';

/** A function of a file, or its top level, which runs whenever the file is imported. */
export interface Reach {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly body?: Node;
}

const isFunction = ({ type }: Node): boolean =>
  ['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'].includes(type);

/** The functions of a file, outer before inner, behind the file itself. */
export const reachesOf = (file: string, text: string): readonly Reach[] => {
  const inner = nodesOf(file, text)
    .filter(isFunction)
    .map(({ start, end, body }, index) => ({
      key: `${file}#${index + 1}`,
      start,
      end,
      ...(isNode(body) && { body }),
    }));
  return [{ key: file, start: 0, end: text.length }, ...inner];
};

/** The innermost function around a place. */
export const reachAt = (reaches: readonly Reach[], place: number): string =>
  reaches.findLast(({ start, end }) => start <= place && place < end)?.key ?? '';

const edits = ({ key, body }: Reach): readonly { readonly at: number; readonly put: string }[] => {
  const note = `globalThis.reached?.add(${JSON.stringify(key)})`;
  if (body === undefined) return [{ at: 0, put: `${note};` }];
  if (body.type === 'BlockStatement') return [{ at: body.start + 1, put: `${note};` }];
  return [
    { at: body.start, put: `(${note},` },
    { at: body.end, put: ')' },
  ];
};

/** The file as it is, noting each function that runs. */
export const noting = (file: string, text: string): string =>
  reachesOf(file, text)
    .flatMap(edits)
    .toSorted((left, right) => right.at - left.at)
    .reduce((done, { at, put }) => done.slice(0, at) + put + done.slice(at), text);
