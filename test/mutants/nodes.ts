import { parseSync } from 'oxc-parser';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && 'type' in value && typeof value.type === 'string';

/** What stands in a type's clothes and runs all the same: `value as T`. */
const CLOTHED: ReadonlySet<string> = new Set(['TSAsExpression', 'TSSatisfiesExpression']);

const membersOf = (node: Node): readonly unknown[] => {
  if (CLOTHED.has(node.type)) return [node.expression];
  return node.type.startsWith('TS') ? [] : Object.values(node);
};

const collect = (value: unknown, found: Node[]): void => {
  if (Array.isArray(value)) for (const member of value) collect(member, found);
  else if (isNode(value)) {
    found.push(value);
    for (const member of membersOf(value)) collect(member, found);
  }
};

/** Every node of a file that does something, outer before inner; types do nothing. */
export const nodesOf = (file: string, text: string): readonly Node[] => {
  const found: Node[] = [];
  collect(parseSync(file, text).program.body, found);
  return found.filter(({ type }) => !type.startsWith('TS'));
};
