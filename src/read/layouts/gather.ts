import type { Location } from '../../model/base/location.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, SourceNode } from '../../model/base/source.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import { isUnsaid, ticked } from './form/checklist.ts';
import type { Grid } from './grid.ts';
import type { Column } from './header.ts';
import type { Heading } from './headings.ts';
import { isBlank, nodeOf, scalarOf } from './value.ts';

/** A column that is read, with the place of its heading. */
export interface Placed {
  readonly column: Column;
  readonly keyLocation: Location;
}

/** A cell that answers, and its place: of a merged rectangle, that of its first cell. */
export interface Found {
  readonly cell: Cell | undefined;
  readonly row: number;
  readonly column: number;
}

/** What a row has given so far: facts, ticked options by their list, and records by their number. */
export interface Gathering {
  readonly entries: MapEntry[];
  readonly options: Map<
    string,
    {
      readonly keyLocation: Location;
      readonly heading: string;
      readonly isList: boolean;
      nodes: ScalarNode[];
      blank: boolean;
      first: Location;
    }
  >;
  readonly items: Map<
    string,
    { readonly keyLocation: Location; readonly heading: string; readonly entries: MapEntry[] }
  >;
}

const entry = (key: string, keyLocation: Location, value: SourceNode, heading: string): MapEntry => ({
  key,
  keyLocation,
  value,
  heading,
});

/** Adds whether the term that a column asks about is ticked. */
const addOption = (
  into: Gathering,
  { column, keyLocation }: Placed,
  { definition, term }: Extract<Heading, { kind: 'option' }>,
  node: ScalarNode,
): void => {
  const { options } = into;
  const list = options.get(definition.id) ?? {
    keyLocation,
    heading: column.text,
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

/** Adds what a cell says under its heading. */
export const gather = (
  into: Gathering,
  { column, keyLocation }: Placed,
  found: Found,
  locate: Grid['locate'],
): void => {
  const location = locate(found.row, found.column);
  const { heading, text } = column;
  if (heading === undefined) {
    if (found.cell !== undefined)
      into.entries.push({ key: text.trim(), keyLocation, value: nodeOf(found.cell, location) });
    return;
  }
  const node = scalarOf(found.cell, location, heading.definition, 'unit' in heading ? heading.unit : undefined);
  const { id } = heading.definition;
  if (heading.kind === 'fact') into.entries.push(entry(id, keyLocation, node, text));
  else if (heading.kind === 'option') addOption(into, { column, keyLocation }, heading, node);
  else {
    const key = `${heading.records.id} ${heading.item}`;
    const item = into.items.get(key) ?? { keyLocation, heading: text, entries: [] };
    if (node.text !== '' || node.fault !== undefined) item.entries.push(entry(id, keyLocation, node, text));
    into.items.set(key, item);
  }
};

export const optionEntries = ({ options }: Gathering): readonly MapEntry[] =>
  [...options].map(([id, { keyLocation, heading, isList, nodes, blank, first }]) => {
    const [one = { kind: 'scalar', text: '', value: null, location: first }] = nodes;
    const only: SourceNode = { ...one, text: nodes.map(({ text }) => text).join('、') };
    const value =
      blank || (!isList && nodes.length > 0) ? only : { kind: 'list' as const, items: nodes, location: first };
    return entry(id, keyLocation, value, heading);
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

export const itemEntries = ({ items }: Pick<Gathering, 'items'>): readonly MapEntry[] => {
  const lists = new Map<
    string,
    { readonly keyLocation: Location; readonly heading: string; readonly nodes: MapNode[] }
  >();
  for (const [key, { keyLocation, heading, entries }] of items) {
    const [id = key] = key.split(' ');
    const list = lists.get(id) ?? { keyLocation, heading, nodes: [] };
    const location = entries[0]?.value.location;
    if (location !== undefined) list.nodes.push({ kind: 'map', entries, location });
    lists.set(id, list);
  }
  return [...lists].flatMap(([id, { keyLocation, heading, nodes }]) => {
    const location = nodes[0]?.location;
    if (location === undefined) return [];
    const value: ListNode = { kind: 'list', items: nodes, location };
    return [entry(id, keyLocation, value, heading)];
  });
};
