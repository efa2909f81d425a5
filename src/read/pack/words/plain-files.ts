import { groupBy } from '../../../model/base/group.ts';
import type { Location } from '../../../model/base/location.ts';
import { type Problem, problem } from '../../../model/base/problem.ts';
import { entriesOf, get, itemsOf, type MapNode, mapOf, type SourceNode, textNode } from '../../../model/base/source.ts';
import type { Vocabulary } from '../../../model/standard/vocabulary.ts';
import { meant, unknownName } from '../../profile/names.ts';
import { misshapen } from '../../shape.ts';
import { WORD_KEYS as KEYS } from './is-words.ts';

const bilingualNode = ({ zh, en }: { readonly zh: string; readonly en: string }, location: Location): SourceNode =>
  mapOf(location, { zh: textNode(zh, location), en: textNode(en, location) });

/** `terms: { zones: { … } }`: more terms of a list that is there already. */
const termFiles = (node: SourceNode | undefined, base: Vocabulary, problems: Problem[]): readonly SourceNode[] =>
  entriesOf(node).flatMap(({ key, keyLocation, value }) => {
    const list = base.list.get(key);
    if (list !== undefined)
      return [
        mapOf(value.location, {
          list: textNode(key, keyLocation),
          label: bilingualNode(list.label, keyLocation),
          terms: value,
        }),
      ];
    problems.push(unknownName('list', key, base.list.keys(), keyLocation));
    return [];
  });

/** Facts without a theme stand under that which they are named by, and else each under its own name. */
const factFiles = (node: SourceNode | undefined, base: Vocabulary): readonly SourceNode[] => {
  const themes = groupBy(entriesOf(node), ({ key }) => key.split('.')[0] ?? key);
  return [...themes].map(([theme, entries]) => {
    const [first] = entries;
    const location = first.keyLocation;
    const known = base.themes.find(({ id }) => id === theme);
    const label = known ? bilingualNode(known.label, location) : get(first.value as MapNode, 'label');
    const facts: MapNode = { kind: 'map', location, entries };
    return mapOf(location, { theme: textNode(theme, location), label: label ?? textNode(theme, location), facts });
  });
};

/** A file of words in the two forms that the vocabulary is written in: facts of a theme, terms of a list. */
const plain = (file: SourceNode, base: Vocabulary, problems: Problem[]): readonly SourceNode[] => {
  if (file.kind !== 'map') return [file];
  const isTheme = get(file, 'theme') !== undefined;
  if (get(file, 'list') !== undefined) return [file];
  const own = { ...file, entries: file.entries.filter(({ key }) => !isMore(file, key, isTheme)) };
  if (!isTheme)
    for (const { key, keyLocation } of own.entries)
      problems.push(problem('unknown-key', keyLocation, { key, ...meant(key, ['theme', ...KEYS]) }));
  const lists = get(file, 'lists');
  if (lists !== undefined && lists.kind !== 'list') misshapen({ problems }, lists, 'lists', 'list');
  return [
    ...(isTheme ? [own] : factFiles(get(file, 'facts'), base)),
    ...itemsOf(lists),
    ...termFiles(get(file, 'terms'), base, problems),
  ];
};

/** Whether a key of a file says something beside the facts of its theme. */
const isMore = (file: MapNode, key: string, isTheme: boolean): boolean => {
  if (!isTheme) return KEYS.includes(key);
  return key === 'lists' || key === 'terms' || (key === 'aliases' && get(file, 'aliases')?.kind === 'map');
};

export const plainFiles = (
  files: readonly SourceNode[],
  base: Vocabulary,
  problems: Problem[],
): readonly SourceNode[] => files.flatMap(file => plain(file, base, problems));

/** The facts and terms that rules of a file ask of their own. */
export const wordsInRules = (file: SourceNode): readonly SourceNode[] =>
  itemsOf(get(file, 'rules')).flatMap(rule => {
    if (rule.kind !== 'map') return [];
    const [facts, terms] = [get(rule, 'ask'), get(rule, 'terms')];
    const at = facts ?? terms;
    return at === undefined ? [] : [mapOf(at.location, { facts, terms })];
  });
