import type { Location } from '../../../model/base/location.ts';
import { listNode, mapOf, type ScalarNode, type SourceNode, textNode, textsNode } from '../../../model/base/source.ts';

export const scalar = (text: string, location: Location): ScalarNode => ({
  kind: 'scalar',
  text,
  value: /^-?\d{1,12}(?:\.\d{1,6})?$/u.test(text) ? Number(text) : text,
  location,
});

export const words = textNode;

export const list = listNode;
export const wordList = textsNode;

export const map = mapOf;

/** What more is said over what is said: mappings into one another, `{ en }` beside a Chinese text, all else in its place. */
export const merged = (base: SourceNode, more: SourceNode): SourceNode => {
  if (more.kind !== 'map') return more;
  if (base.kind === 'scalar' && more.entries.length === 1 && more.entries[0]?.key === 'en')
    return { ...more, entries: [{ key: 'zh', keyLocation: base.location, value: base }, ...more.entries] };
  if (base.kind !== 'map') return more;
  const entries = base.entries.map(entry => {
    const other = more.entries.find(({ key }) => key === entry.key);
    return other === undefined ? entry : { ...entry, value: merged(entry.value, other.value) };
  });
  const added = more.entries.filter(({ key }) => !base.entries.some(entry => entry.key === key));
  return { ...base, entries: [...entries, ...added] };
};

const TRANSLATED = new Set([
  'title',
  'label',
  'note',
  'requirement',
  'tally',
  'counter',
  'item',
  'subject',
  'consequence',
  'issuer',
]);

/** Texts in both languages, where the English of the Chinese one is known. */
export const inBoth = (node: SourceNode, english: ReadonlyMap<string, SourceNode>): SourceNode => {
  if (node.kind === 'list') return { ...node, items: node.items.map(item => inBoth(item, english)) };
  if (node.kind === 'scalar') return node;
  const entries = node.entries.map(entry => {
    const { key, value } = entry;
    const en = value.kind === 'scalar' && TRANSLATED.has(key) ? english.get(value.text) : undefined;
    return { ...entry, value: en === undefined ? inBoth(value, english) : map(value.location, { zh: value, en }) };
  });
  return { ...node, entries };
};
