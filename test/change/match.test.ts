import { describe, expect, it } from 'vitest';
import { firstOf, matchEntries } from '../../src/change/match.ts';

const entries = (text: string) =>
  text
    .split(' ')
    .filter(word => word !== '')
    .map(word => ({ word, key: word.slice(0, 1), pack: word.slice(1, 2) }));

const matched = (from: string, to: string): string => {
  const [was, is] = [entries(from), entries(to)];
  const pairs = matchEntries(was, is);
  const repeated = [was, is].flatMap(results => firstOf(results).repeated);
  const said = pairs.map(pair => `${pair.from?.word ?? ''}-${pair.to?.word ?? ''}`);
  return [...said, ...repeated.map(({ entry, first }) => `${entry.word}=${first.word}`)].join(' ');
};

/** A letter is a centre, a digit a pack, a mark tells two of both apart. */
describe('results of the same centre', () => {
  it.each([
    ['in any order', 'a1 b1', 'b1 a1', 'b1-b1 a1-a1'],
    ['new and gone', 'a1 b1', 'b1 c1', 'b1-b1 -c1 a1-'],
    ['under another pack', 'a1', 'a2', 'a1-a2'],
    ['under two packs, of which one is the same', 'a1', 'a2 a1', '-a2 a1-a1'],
    ['under two packs both changed', 'a1 a2', 'a3 a4', 'a1-a3 a2-a4'],
    ['one pack given up', 'a1 a2', 'a2', 'a2-a2 a1-'],
    ['the same twice', 'a1 a1! b1', 'a1', 'a1-a1 b1- a1!=a1'],
    ['nothing before', '', 'a1', '-a1'],
  ])('%s', (_, from, to, expected) => {
    expect(matched(from, to)).toBe(expected);
  });
});
