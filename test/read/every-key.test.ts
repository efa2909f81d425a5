import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/model/base/group.ts';
import { listNode, type MapNode, type SourceNode } from '../../src/model/base/source.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { succeed } from '../support/inline.ts';
import { problemsIn, scorecardRoot } from '../support/scorecard.ts';

const words = succeed(await shippedLibrary().vocabulary());

type Path = readonly string[];

/** Shapes of mappings that one of the scorecards has shown. */
const shown = new Set<string>();

/** A mapping of each shape in a scorecard that none before it has: what it stands under, and the keys that it has. */
const mappingsIn = (root: MapNode): ReadonlyMap<MapNode, Path> => {
  const found = new Map<string, readonly [MapNode, Path]>();
  const walk = (node: SourceNode, path: Path): void => {
    if (node.kind === 'list') for (const item of node.items) walk(item, [...path, '*']);
    if (node.kind !== 'map') return;
    const kind = [...path, node.entries.map(({ key }) => key).toSorted()].join('/');
    if (!shown.has(kind)) found.set(kind, [node, path]);
    shown.add(kind);
    for (const { key, value } of node.entries) walk(value, [...path, key]);
  };
  walk(root, []);
  return new Map(found.values());
};

/** The same with one more key in some of its mappings; an empty list behind it is no term, text or figure. */
const withKeys = <N extends SourceNode>(node: N, keys: ReadonlyMap<SourceNode, string>): N => {
  const key = keys.get(node);
  if (node.kind === 'list') return { ...node, items: node.items.map(item => withKeys(item, keys)) };
  if (node.kind !== 'map') return node;
  const entries = node.entries.map(entry => ({ ...entry, value: withKeys(entry.value, keys) }));
  const odd = key === undefined ? [] : [{ key, keyLocation: node.location, value: listNode([], node.location) }];
  return { ...node, entries: [...entries, ...odd] };
};

/** Those of the mappings of which nothing is said where each has a key that nobody knows. */
const passedOver = (root: MapNode, places: readonly MapNode[]): readonly MapNode[] => {
  const keys = new Map(places.map((node, index) => [node, `zzz${index}z`]));
  const said = problemsIn(withKeys(root, keys), words).map(found => problemLine(found, 'zh'));
  return places.filter(node => !said.join().includes(keys.get(node) ?? ''));
};

describe.each(['hall', 'monthly', 'star'])('of the scorecard %s', name => {
  const root = scorecardRoot(readFileSync(`fixtures/schemes/${name}/table.yaml`, 'utf8'));
  const places = mappingsIn(root);

  it('no key is passed over, wherever it stands', () => {
    expect(places.size).toBeGreaterThan(30);
    // None stands within another of its depth; what hides another, as an odd head does, is looked at by itself.
    const depths = groupBy([...places], ([, path]) => `${path[0]} ${path.length}`);
    const left = [...depths.values()].flatMap(found =>
      passedOver(
        root,
        found.map(([node]) => node),
      ),
    );
    expect(left.flatMap(node => passedOver(root, [node])).map(node => places.get(node))).toEqual([]);
  });
});
