import { groupBy } from '../../model/base/group.ts';
import type { Location } from '../../model/base/location.ts';
import { listNode, type MapEntry, type MapNode, type ScalarNode, type SourceNode } from '../../model/base/source.ts';
import { isUnsaid, ticked } from './form/checklist.ts';
import type { Found, Grid } from './grid.ts';
import type { Column } from './header.ts';
import type { Heading } from './headings.ts';
import { isBlank, nodeOf, scalarOf } from './value.ts';

/** A column that is read, with the place of its heading. */
export interface Placed extends Column {
  readonly keyLocation: Location;
}

/** What a row has given so far: facts, ticked options by their list, and records by their number. */
export interface Gathering {
  readonly entries: MapEntry[];
  readonly options: Map<
    string,
    { readonly at: Placed; readonly isList: boolean; nodes: ScalarNode[]; blank: boolean; first: Location }
  >;
  readonly items: Map<
    string,
    { readonly keyLocation: Location; readonly heading: string; readonly entries: MapEntry[] }
  >;
}

const addOption = (
  { options }: Gathering,
  at: Placed,
  { definition, term }: Extract<Heading, { kind: 'option' }>,
  node: ScalarNode,
): void => {
  const list = options.get(definition.id) ?? {
    at,
    isList: definition.type === 'terms',
    nodes: [],
    blank: true,
    first: node.location,
  };
  const found = ticked(term, node);
  list.blank &&= isUnsaid(node);
  if (found !== undefined) list.nodes.push(found);
  options.set(definition.id, list);
};

export const gather = (into: Gathering, at: Placed, found: Found, locate: Grid['locate']): void => {
  const location = locate(found.row, found.column);
  const { heading, text, keyLocation } = at;
  if (heading === undefined) {
    if (found.cell !== undefined)
      into.entries.push({ key: text.trim(), keyLocation, value: nodeOf(found.cell, location) });
    return;
  }
  const node = scalarOf(found.cell, location, heading.definition, 'unit' in heading ? heading.unit : undefined);
  const { id } = heading.definition;
  const entry = { key: id, keyLocation, value: node, heading: text };
  if (heading.kind === 'fact') into.entries.push(entry);
  else if (heading.kind === 'option') addOption(into, at, heading, node);
  else {
    const key = `${heading.records.id} ${heading.item}`;
    const item = into.items.get(key) ?? { keyLocation, heading: text, entries: [] };
    if (node.text !== '' || node.fault !== undefined) item.entries.push(entry);
    into.items.set(key, item);
  }
};

export const optionEntries = ({ options }: Gathering): readonly MapEntry[] =>
  [...options].map(([key, { at, isList, nodes, blank, first }]) => {
    const [one = { kind: 'scalar', text: '', value: null, location: first }] = nodes;
    const only: SourceNode = { ...one, text: nodes.map(({ text }) => text).join('、') };
    const value =
      blank || (!isList && nodes.length > 0) ? only : { kind: 'list' as const, items: nodes, location: first };
    return { key, keyLocation: at.keyLocation, value, heading: at.text };
  });

const OTHER = /^(?:其他|其它)[:：]/u;

/** The last choice of a list, whose words stand in a column of their own: 饮水机、其他 | 婴儿车. */
const NAMED_BESIDE = /(?:^|[、，,;；\n\s┋|｜]+)(?:[A-Z][.、．]\s*)?(?:其他|其它)\s*$/u;

/** The facts of a row with the terms ticked for them; what is other than the terms of a list goes on with that list. */
export const withOptions = (own: readonly MapEntry[], options: readonly MapEntry[]): readonly MapEntry[] => {
  const others = new Map(
    options.flatMap(({ key, value }) => {
      const said =
        value.kind === 'list' ? value.items.flatMap(item => (item.kind === 'scalar' ? [item.text] : [])) : [];
      return said.length > 0 && said.every(text => OTHER.test(text)) ? [[key, said.join('、')] as const] : [];
    }),
  );
  const asked = new Set(own.map(({ key }) => key));
  const taken = new Set(options.filter(one => isBlank(one) && asked.has(one.key)).map(({ key }) => key));
  const joined = own.flatMap(one => {
    const more = others.get(one.key);
    if (more === undefined || one.value.kind !== 'scalar') return [one];
    const text = one.value.text.replace(NAMED_BESIDE, '');
    if (text.trim() === '') return [];
    taken.add(one.key);
    return [{ ...one, value: { ...one.value, text: `${text}、${more}` } }];
  });
  return [...joined, ...options.filter(({ key }) => !taken.has(key))];
};

export const itemEntries = ({ items }: Pick<Gathering, 'items'>): readonly MapEntry[] =>
  [...groupBy(items, ([place]) => place.split(' ')[0] ?? place)].flatMap(([key, own]) => {
    const [[, { keyLocation, heading }]] = own;
    const nodes = own.flatMap(([, { entries }]): readonly MapNode[] =>
      entries[0] ? [{ kind: 'map', entries, location: entries[0].value.location }] : [],
    );
    const [first] = nodes;
    return first ? [{ key, keyLocation, value: listNode(nodes, first.location), heading }] : [];
  });
