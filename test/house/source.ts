import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

export const SRC = join(import.meta.dirname, '..', '..', 'src');

/** A file of the tool as it stands. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly lines: number;
  /** The files that it takes values from, and those that it takes only types from, or reaches by import(). */
  readonly values: readonly string[];
  readonly types: readonly string[];
  readonly lazy: readonly string[];
  /** How many lines each function with a block of its own has. */
  readonly functions: readonly Measured[];
  /** How many switches have an arm for whatever they do not name. */
  readonly defaults: number;
}

export interface Measured {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Hands on the nodes right below one; a source has a million, so no list is made of them. */
const eachChild = (node: Node, visit: (child: Node) => void): void => {
  for (const key in node) {
    const value = node[key];
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) visit(one);
    } else if (isNode(value)) visit(value);
  }
};

const FUNCTIONS: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);

const nameIn = (node: Node | undefined): string => {
  const named = [node?.id, node?.key].find(isNode);
  return typeof named?.name === 'string' ? named.name : '';
};

const measuredIn = (program: Node, lineAt: (offset: number) => number): Pick<SourceFile, 'functions' | 'defaults'> => {
  const functions: Measured[] = [];
  let defaults = 0;
  const visit = (node: Node, above: Node | undefined): void => {
    if (FUNCTIONS.has(node.type) && isNode(node.body) && node.body.type !== 'FunctionBody' && isBlock(node.body))
      functions.push({
        name: nameIn(node) || nameIn(above),
        line: lineAt(node.start),
        lines: lineAt(node.end) - lineAt(node.start) + 1,
      });
    if (node.type === 'SwitchCase' && node.test === null) defaults++;
    eachChild(node, child => visit(child, node));
  };
  visit(program, undefined);
  return { functions, defaults };
};

const isBlock = ({ type }: Node): boolean => type === 'BlockStatement';

const lineCounter = (text: string): ((offset: number) => number) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return offset => starts.findLastIndex(start => start <= offset) + 1;
};

const within = (name: string, target: string): readonly string[] => {
  if (!target.startsWith('.')) return [];
  const path = relative(SRC, join(SRC, dirname(name), target))
    .split(sep)
    .join('/');
  return path.startsWith('..') ? [] : [path];
};

const read = (name: string): SourceFile => {
  const text = readFileSync(join(SRC, name), 'utf8');
  const { program, module } = parseSync(name, text);
  const lineAt = lineCounter(text);
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    target: moduleRequest.value,
    isType: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ target: moduleRequest.value, isType }],
    ),
  );
  const requests = [...imports, ...exports];
  const to = (chosen: readonly { readonly target: string }[]): readonly string[] => [
    ...new Set(chosen.flatMap(({ target }) => within(name, target))),
  ];
  return {
    name,
    text,
    lines: text.split('\n').length - 1,
    values: to(requests.filter(({ isType }) => !isType)),
    types: to(requests.filter(({ isType }) => isType)),
    lazy: to(
      module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({ target: text.slice(start + 1, end - 1) })),
    ),
    ...measuredIn(program as unknown as Node, lineAt),
  };
};

/** Every file of the tool. */
export const sourceFiles = (): readonly SourceFile[] =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => name.split(sep).join('/'))
    .sort()
    .map(read);
