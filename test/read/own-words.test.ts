import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { provePack } from '../../src/authoring/prove/proof.ts';
import { loadCases } from '../../src/read/pack/authored.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { isWords } from '../../src/read/pack/words/is-words.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';

const PACK = 'fixtures/packs/qingyuan-words';

const library = shippedLibrary();
const pack = succeed(await library.pack(PACK));
const common = succeed(await library.vocabulary());

/** What is said of the pack with one text in one of its files replaced. */
const saidWith = async (file: string, from: string, to: string): Promise<readonly string[]> => {
  const folder = join(newFolder(), 'pack');
  cpSync(PACK, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
  const read = await library.pack(folder);
  return read.ok ? [] : read.problems.map(found => problemLine(found, 'en').slice(folder.length + 1));
};

describe("a pack's own words", () => {
  it('are facts without a theme, each under what it is named by', () => {
    expect(pack.vocabulary.fact.get('hall.light')).toMatchObject({ type: 'quantity', unit: 'lx' });
    expect(pack.vocabulary.themes.find(({ id }) => id === 'town')?.label.zh).toBe('辖区常住人口');
    expect(pack.vocabulary.themes.filter(({ id }) => id === 'hall')).toHaveLength(1);
  });

  it('are terms of a list that is there already', () => {
    const codes = [...(common.term.get('zones')?.keys() ?? [])];
    expect([...(pack.vocabulary.term.get('zones')?.keys() ?? [])]).toEqual([...codes, 'child-corner']);
  });

  it('are names for facts that the tool comes with', () => {
    expect(pack.vocabulary.fact.get('hall.usable_area')?.aliases).toContain('大厅净面积');
    expect(common.fact.get('hall.usable_area')?.aliases).not.toContain('大厅净面积');
  });

  it('are facts that one rule asks, where it asks them', () => {
    expect(pack.vocabulary.fact.get('nursing.area')).toMatchObject({ type: 'quantity', unit: 'm²' });
  });

  it('are proved with their rules', async () => {
    const cases = succeed(await loadCases({ path: PACK, shown: PACK }, pack.vocabulary));
    const proof = provePack(pack, cases);
    expect([proof.mismatches, proof.strays, proof.missing, proof.generatedMismatches]).toEqual([[], [], [], []]);
    expect(proof.survivors).toEqual([]);
  });
});

describe('one mistake in them', () => {
  it.each([
    ['a unit', 'words.yaml', 'unit: lx', 'unit: lxx', 'words.yaml:3:'],
    ['a type', 'words.yaml', 'type: count', 'type: counts', 'words.yaml:2:'],
    ['a list', 'words.yaml', 'zones:', 'zone:', 'words.yaml:5:'],
    ['a shipped fact', 'words.yaml', 'hall.usable_area:', 'hall.usable_aera:', 'words.yaml:8:'],
    ['a name that is taken', 'words.yaml', '[大厅净面积]', '[大厅净面积, 所属县区]', 'words.yaml:8:'],
    ['a key', 'words.yaml', 'aliases:\n', 'alias:\n', 'words.yaml:7:'],
    ['a fact inside a rule', 'township.yaml', 'unit: m², verify', 'units: m², verify', 'township.yaml:'],
  ])('is told once: %s', async (_, file, from, to, place) => {
    const said = await saidWith(file, from, to);
    expect(said.map(line => line.startsWith(place))).toEqual(said.map(() => true));
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(2);
  });

  it('hides no name that nobody has', async () => {
    expect(await saidWith('township.yaml', 'hall.light:', 'hall.lihgt:')).toHaveLength(1);
  });
});

it.each([
  ['facts: {}', true],
  ['terms: {}', true],
  ['aliases: {}', true],
  ['list: a', true],
  ['theme: a', true],
  ['levels: []\nrules: []', false],
])('%s is a file of words: %s', (text, expected) => {
  expect(isWords(succeed(readYaml('a.yaml', text)))).toBe(expected);
});
