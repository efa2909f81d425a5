import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { groupBy } from '../../src/model/base/group.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { succeed } from '../support/inline.ts';
import { problemsOf } from '../support/scorecard.ts';

const words = succeed(await shippedLibrary().vocabulary());

type Path = readonly (string | number)[];

/** A place for each shape of mapping in a text: what it stands under, and the keys that it has. */
const mappingsIn = (text: string): readonly Path[] => {
  const found = new Map<string, Path>();
  const walk = (node: unknown, path: Path): void => {
    if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    if (!isMap(node)) return;
    const entries = node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value] as const);
    const keys = entries.map(([key]) => key).toSorted();
    const kind = [...path.map(step => (typeof step === 'number' ? '*' : step)), keys].join('/');
    if (!found.has(kind)) found.set(kind, path);
    for (const [key, value] of entries) walk(value, [...path, key]);
  };
  walk(parseDocument(text).contents, []);
  return [...found.values()];
};

/** Those of the places at which nothing is said of a key that nobody knows, put there in one text. */
const passedOver = (text: string, places: readonly Path[]): readonly Path[] => {
  const changed = parseDocument(text);
  for (const [index, path] of places.entries()) changed.setIn([...path, `zzz${index}z`], 1);
  const said = problemsOf(changed.toString(), words)
    .map(found => problemLine(found, 'zh'))
    .join();
  return places.filter((_, index) => !said.includes(`zzz${index}z`));
};

describe.each(['hall', 'monthly', 'star'])('of the scorecard %s', name => {
  const text = readFileSync(`fixtures/schemes/${name}/table.yaml`, 'utf8');
  const places = mappingsIn(text);

  it('no key is passed over, wherever it stands', () => {
    expect(places.length).toBeGreaterThan(50);
    // None stands within another of its depth; what hides another, as an odd head does, is looked at by itself.
    const depths = [...groupBy(places, path => `${path[0]} ${path.length}`).values()];
    const left = depths.flatMap(together => passedOver(text, together));
    expect(left.flatMap(path => passedOver(text, [path]))).toEqual([]);
  });
});
