import type { Location } from './location.ts';

/** A value as it stands in a file. `text` is what was typed; '' is blank. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly text: string;
  readonly value: string | number | boolean | null;
  readonly location: Location;
  /** Why a cell of a workbook holds no value although it is not blank. */
  readonly fault?: 'cell-error' | 'cell-picture' | 'cell-split' | 'cell-struck' | 'formula-uncached';
  /** Set where the cell holds a bare number, which `text` takes for the serial number of a day. */
  readonly fromNumber?: true;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly location: Location;
}

export interface MapEntry {
  readonly key: string;
  readonly keyLocation: Location;
  readonly value: SourceNode;
  /** The heading as written, where `key` is the fact that it was recognised as. */
  readonly heading?: string;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly location: Location;
}

/** What every reader of a file format gives: its content with the place of each part. */
export type SourceNode = ScalarNode | ListNode | MapNode;

/** What stands at a path of keys; nothing where one of them is missing, or what should have it is no mapping. */
export const get = (node: SourceNode | undefined, ...path: readonly string[]): SourceNode | undefined =>
  path.reduce((here, key) => entriesOf(here).find(entry => entry.key === key)?.value, node);

/** The bare data, for checks of shape. Keys become own properties, whatever their name. */
export const toPlain = (node: SourceNode): unknown => {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(toPlain);
    case 'map':
      return Object.fromEntries(node.entries.map(entry => [entry.key, toPlain(entry.value)]));
  }
};

/** Numbers as the texts that were typed: a clause 3.10 is no 3.1. */
export const asTyped = (node: SourceNode): SourceNode => {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'number' ? { ...node, value: node.text } : node;
    case 'list':
      return { ...node, items: node.items.map(asTyped) };
    case 'map':
      return { ...node, entries: node.entries.map(entry => ({ ...entry, value: asTyped(entry.value) })) };
  }
};

/** The same with every clause as it was typed. */
export const withClauses = (node: SourceNode): SourceNode => {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') return { ...node, items: node.items.map(withClauses) };
  const value = (entry: MapEntry): SourceNode =>
    entry.key === 'clause' ? asTyped(entry.value) : entry.key === 'sections' ? withClauses(entry.value) : entry.value;
  return { ...node, entries: node.entries.map(entry => ({ ...entry, value: value(entry) })) };
};

/** The node at a path, or its nearest existing parent. */
export const nearest = (node: SourceNode, path: readonly PropertyKey[]): SourceNode => {
  const [step, ...rest] = path;
  const next = node.kind === 'list' ? node.items[Number(step)] : get(node, String(step));
  return step === undefined || next === undefined ? node : nearest(next, rest);
};

/** What a scalar says; nothing where there is none. */
export const textOf = (node: SourceNode | undefined): string => (node?.kind === 'scalar' ? node.text : '');

export const entriesOf = (node: SourceNode | undefined): readonly MapEntry[] =>
  node?.kind === 'map' ? node.entries : [];

export const itemsOf = (node: SourceNode | undefined): readonly SourceNode[] =>
  node?.kind === 'list' ? node.items : [];

/** The items of a list, or the one thing that stands in its place. */
export const oneOrMore = (node: SourceNode): readonly SourceNode[] => (node.kind === 'list' ? node.items : [node]);

/** A text that is one also where it looks like a number. */
export const textNode = (text: string, location: Location): ScalarNode => ({
  kind: 'scalar',
  text,
  value: text,
  location,
});

export const listNode = (items: readonly SourceNode[], location: Location): ListNode => ({
  kind: 'list',
  items,
  location,
});

/** Several of them. */
export const textsNode = (texts: readonly string[], location: Location): ListNode => {
  const items = texts.map(text => textNode(text, location));
  return listNode(items, location);
};

type Member = readonly [key: string, value: SourceNode | undefined];

/** A mapping of what is there, each key where its value stands. */
export const mapNode = (location: Location, members: Iterable<Member>): MapNode => ({
  kind: 'map',
  location,
  entries: [...members].flatMap(([key, value]): readonly MapEntry[] =>
    value === undefined ? [] : [{ key, keyLocation: value.location, value }],
  ),
});

/** The same, of a record of them. */
export const mapOf = (location: Location, members: Readonly<Record<string, SourceNode | undefined>>): MapNode =>
  mapNode(location, Object.entries(members));

/** A mapping with a value at a key in the place of what stood there; itself where there is none. */
export const set = (node: MapNode, key: string, value: SourceNode | undefined): MapNode =>
  value === undefined
    ? node
    : {
        ...node,
        entries: [...node.entries.filter(entry => entry.key !== key), { key, keyLocation: value.location, value }],
      };
