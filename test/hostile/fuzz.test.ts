import { describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';
import { tryOne } from './fuzz/fuzz.ts';
import { SUBJECTS } from './fuzz/subjects.ts';

/** A few of each here; `npm run fuzz -- 600` goes on for ten minutes. */
const SEEDS = [1, 2];

describe('what is read and bad', () => {
  it.each(SUBJECTS)('ends in words, never in a crash: $name', async subject => {
    for (const seed of SEEDS) expect(await tryOne(subject, seed)).toBeUndefined();
  });
});

const DEEP = 12_000;

describe('what is nested deeper than anybody writes', () => {
  it.each([
    ['lists in brackets', `a: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n`],
    ['lists in brackets without an end', '['.repeat(DEEP)],
    ['braces', `${'{a: '.repeat(DEEP)}1${'}'.repeat(DEEP)}\n`],
    ['JSON', `${'{"a":['.repeat(DEEP)}1${']}'.repeat(DEEP)}`],
    ['lists on one line', `${'- '.repeat(DEEP)}a\n`],
    ['mappings on one line', `${'? '.repeat(DEEP)}a\n`],
    ['a line further in each time', Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
    ['tags', `a: ${'!a '.repeat(DEEP / 4)}b\n`],
    ['marks of aliases', `a: ${'&a '.repeat(DEEP / 4)}b\n`],
  ])('is refused in words: %s', async (_, text) => {
    const folder = newFolder();
    for (const name of ['x.yaml', 'x.json', 'x.jsonl']) put(folder, name, text);
    const { code, err } = await inside(
      'audit',
      ...['x.yaml', 'x.json'].map(name => `${folder}/${name}`),
      '--no-config',
    );
    expect(code).toBe(3);
    expect(err).toMatch(/嵌套层次太深|格式有误|不支持 YAML/u);
    const { code: ofLines } = await inside('batch', `${folder}/x.jsonl`, '-o', `${folder}/out`, '--no-config');
    expect(ofLines).toBe(3);
  });
});
