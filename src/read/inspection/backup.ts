import type { Location } from '../../model/base/location.ts';
import { get, listNode, type MapNode, mapNode, type SourceNode, textNode } from '../../model/base/source.ts';
import { entryIn } from '../../model/scoring/rows.ts';

const mapAt = (node: SourceNode | undefined, key: string): MapNode['entries'] => {
  const found = node?.kind === 'map' ? get(node, key) : undefined;
  return found?.kind === 'map' ? found.entries : [];
};

const textAt = (node: SourceNode | undefined, key: string): string => {
  const found = node?.kind === 'map' ? get(node, key) : undefined;
  return found?.kind === 'scalar' ? found.text : '';
};

const centresIn = (root: MapNode): readonly MapNode[] => {
  const found = get(root, 'centres');
  return found?.kind === 'list' ? found.items.filter(item => item.kind === 'map') : [];
};

/** A record's fields without the name of their list, those that are blank left out. */
const asDeclared = (value: SourceNode): SourceNode =>
  value.kind !== 'list'
    ? value
    : {
        ...value,
        items: value.items.map(item =>
          item.kind !== 'map'
            ? item
            : {
                ...item,
                entries: item.entries
                  .filter(field => field.value.kind !== 'scalar' || field.value.text !== '')
                  .map(field => ({ ...field, key: field.key.slice(field.key.indexOf('.') + 1) })),
              },
        ),
      };

interface Found {
  readonly id: string;
  readonly value: SourceNode;
  readonly reason: string;
  readonly location: Location;
}

/** The page's own words for what an inspector gave no reason for. */
const SEEN = '现场核查所见';

const foundIn = (centre: MapNode): readonly Found[] =>
  mapAt(centre, 'found').flatMap(({ key, keyLocation, value: answer }) => {
    const value = answer.kind === 'map' ? get(answer, 'value') : undefined;
    const photo = textAt(answer, 'photo');
    const reason = [textAt(answer, 'remark') || SEEN, ...(photo === '' ? [] : [`照片 ${photo}`])].join('；');
    return value === undefined ? [] : [{ id: key, value: asDeclared(value), reason, location: keyLocation }];
  });

const nameOf = (centre: MapNode): string => {
  const said = [...mapAt(centre, 'declared').map(({ key, value }) => ({ id: key, value })), ...foundIn(centre)];
  const names = ['center.name', 'center.township'].flatMap(name => said.filter(({ id }) => id === name));
  return names.flatMap(({ value }) => (value.kind === 'scalar' ? value.text : '')).find(name => name !== '') ?? '';
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
      return mapNode(Object.entries({ ...subject, value, reason: textNode(reason, at) }), at);
    });
    const inspector = get(root, 'inspector');
    const text = (said: string): SourceNode | undefined => (said === '' ? undefined : textNode(said, location));
    return [
      mapNode(
        [
          ['center', text(nameOf(centre))],
          ['stage', text('inspection')],
          ...HEAD.map(key => [key, text(textAt(inspector, key))] as const),
          ['lines', listNode(items, location)],
        ],
        location,
      ),
    ];
  });

/** Every centre as it was found: what it declares, with what was found laid over it. */
export const profilesOfBackup = (root: MapNode): readonly MapNode[] =>
  centresIn(root).map(centre => {
    const declared = mapAt(centre, 'declared').map(({ key, value }) => [key, asDeclared(value)] as const);
    const found = foundIn(centre).flatMap(({ id, value }) => (entryIn(id) === undefined ? [[id, value] as const] : []));
    return mapNode(new Map([...declared, ...found]), centre.location);
  });
