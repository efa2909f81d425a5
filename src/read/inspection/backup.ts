import {
  entriesOf,
  get,
  itemsOf,
  listNode,
  type MapNode,
  mapNode,
  mapOf,
  type SourceNode,
  textNode,
  textOf,
} from '../../model/base/source.ts';
import { entryIn } from '../../model/scoring/rows.ts';

const centresIn = (root: MapNode): readonly MapNode[] =>
  itemsOf(get(root, 'centres')).filter(item => item.kind === 'map');

/** A record's fields without the name of their list, those that are blank left out. */
const fieldsOf = (record: SourceNode): SourceNode => {
  if (record.kind !== 'map') return record;
  const said = record.entries.filter(({ value }) => value.kind !== 'scalar' || value.text !== '');
  return { ...record, entries: said.map(field => ({ ...field, key: field.key.slice(field.key.indexOf('.') + 1) })) };
};

const asDeclared = (value: SourceNode): SourceNode =>
  value.kind === 'list' ? { ...value, items: value.items.map(fieldsOf) } : value;

/** The page's own words for what an inspector gave no reason for. */
const SEEN = '现场核查所见';

const foundIn = (centre: MapNode) =>
  entriesOf(get(centre, 'found')).flatMap(({ key, keyLocation, value: answer }) => {
    const value = get(answer, 'value');
    const photo = textOf(get(answer, 'photo'));
    const reason = [textOf(get(answer, 'remark')) || SEEN, ...(photo === '' ? [] : [`照片 ${photo}`])].join('；');
    return value === undefined ? [] : [{ id: key, value: asDeclared(value), reason, location: keyLocation }];
  });

const nameOf = (centre: MapNode): string => {
  const said = [
    ...entriesOf(get(centre, 'declared')).map(({ key, value }) => ({ id: key, value })),
    ...foundIn(centre),
  ];
  const names = ['center.name', 'center.township'].flatMap(name => said.filter(({ id }) => id === name));
  return names.flatMap(({ value }) => textOf(value)).find(name => name !== '') ?? '';
};

const HEAD = ['person', 'level', 'date'] as const;

/** Every centre of which something was found, as a record of the inspection. */
export const recordsOfBackup = (root: MapNode): readonly MapNode[] =>
  centresIn(root).flatMap(centre => {
    const found = foundIn(centre);
    if (found.length === 0) return [];
    const { location } = centre;
    const items = found.map(({ id, value, reason, location: at }) => {
      const entry = entryIn(id);
      const subject = entry === undefined ? { fact: textNode(id, at) } : { entry: textNode(entry, at) };
      return mapOf(at, { ...subject, value, reason: textNode(reason, at) });
    });
    const inspector = get(root, 'inspector');
    const text = (said: string): SourceNode | undefined => (said === '' ? undefined : textNode(said, location));
    return [
      mapNode(location, [
        ['center', text(nameOf(centre))],
        ['stage', text('inspection')],
        ...HEAD.map(key => [key, text(textOf(get(inspector, key)))] as const),
        ['lines', listNode(items, location)],
      ]),
    ];
  });

/** Every centre as it was found: what it declares, with what was found laid over it. */
export const profilesOfBackup = (root: MapNode): readonly MapNode[] =>
  centresIn(root).map(centre => {
    const declared = entriesOf(get(centre, 'declared')).map(({ key, value }) => [key, asDeclared(value)] as const);
    const found = foundIn(centre).flatMap(({ id, value }) => (entryIn(id) === undefined ? [[id, value] as const] : []));
    return mapNode(centre.location, new Map([...declared, ...found]));
  });
