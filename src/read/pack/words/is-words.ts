import { get, type SourceNode } from '../../../model/base/source.ts';

/** What a file of words may have beside the facts of one theme. */
export const WORD_KEYS = ['facts', 'lists', 'terms', 'aliases'];

export const isWords = (node: SourceNode): boolean =>
  node.kind === 'map' &&
  get(node, 'rules') === undefined &&
  ['theme', 'list', ...WORD_KEYS].some(key => get(node, key) !== undefined);
