import { type Problem, problem } from '../../model/base/problem.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { Also } from '../../model/standard/expression.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { fold, namesOf, suggest } from '../profile/names.ts';
import type { MapEntry, SourceNode } from '../source.ts';

/** By list: the terms of the document's own with the others that its pack takes for them. */
export type Counting = ReadonlyMap<string, Also>;

interface Reading {
  readonly vocabulary: Vocabulary;
  readonly problems: Problem[];
}

const entriesOf = (node: SourceNode | undefined): readonly MapEntry[] => (node?.kind === 'map' ? node.entries : []);

const itemsOf = (node: SourceNode): readonly SourceNode[] => (node.kind === 'list' ? node.items : [node]);

/** `counts_as` of a pack: list → term → the terms that count as it. */
export const readCounting = (node: SourceNode | undefined, vocabulary: Vocabulary, problems: Problem[]): Counting => {
  const reading: Reading = { vocabulary, problems };
  return new Map(
    entriesOf(node).flatMap(({ key, keyLocation, value }) => {
      if (vocabulary.list.has(key)) return [[key, readList(reading, key, value)] as const];
      const suggestions = suggest(key, vocabulary.list.keys());
      problems.push(problem('unknown-name', keyLocation, { kind: 'list', name: key, suggestions }));
      return [];
    }),
  );
};

const readList = (reading: Reading, list: string, node: SourceNode): Also =>
  Object.fromEntries(
    entriesOf(node).flatMap(({ key, keyLocation, value }) => {
      const code = codeOf(reading, list, key, keyLocation);
      const others = itemsOf(value).flatMap(item =>
        item.kind === 'scalar' ? (codeOf(reading, list, item.text, item.location) ?? []) : [],
      );
      return code !== undefined && isNonEmpty(others) ? [[code, others] as const] : [];
    }),
  );

const codeOf = (
  { vocabulary, problems }: Reading,
  list: string,
  name: string,
  location: Problem['location'],
): string | undefined => {
  const code = namesOf(vocabulary).terms(list).get(fold(name));
  if (code !== undefined) return code;
  const known = vocabulary.list.get(list)?.terms ?? [];
  const suggestions = suggest(
    name,
    known.flatMap(term => [term.label.zh, ...term.aliases]),
  );
  problems.push(problem('unknown-name', location, { kind: 'term', name: `${name} (${list})`, suggestions }));
  return undefined;
};
