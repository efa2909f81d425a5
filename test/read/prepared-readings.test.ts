import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readings } from '../../src/model/standard/reading.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { prepareLibrary } from '../../src/read/pack/prepare.ts';
import { type PreparedRule, preparedLibrary, prepareRule, revivedRule } from '../../src/read/pack/prepared-library.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';

const library = shippedLibrary();

it.each(library.packIds())(
  'the readings of %s are what they were, and share with their rules what they keep',
  async id => {
    const { rules } = succeed(await library.pack(id));
    const revived = rules.map(rule => revivedRule(JSON.parse(JSON.stringify(prepareRule(rule))) as PreparedRule));
    // In one order too: the texts of a standard have a digest.
    expect(JSON.stringify(revived)).toBe(JSON.stringify(rules));
    expect(revived.map(rule => readings(rule).map(other => other.id))).toEqual(
      rules.map(rule => readings(rule).map(other => other.id)),
    );
  },
);

const [pack, card] = ['fixtures/packs/qingyuan-2024', 'fixtures/scorecards/qingshi.yaml'];

it('a library that was prepared answers as that of the folders does', async () => {
  const { files, problems } = await prepareLibrary('rules');
  expect(problems).toEqual([]);
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
  const [written, prepared] = [library, preparedLibrary(folder)];
  for (const ask of [
    async (from: typeof written) => [from.packIds(), from.schemeIds(), await from.summaries()],
    async (from: typeof written) => succeed(await from.vocabulary()).facts,
    async (from: typeof written) => [await from.scheme('default'), await from.scheme(card)],
    async (from: typeof written) => succeed(await from.pack(pack)).rules,
    async (from: typeof written) =>
      [await from.pack('luoshan'), await from.scheme('defalt')].flatMap(read => (read.ok ? [] : read.problems)),
  ])
    expect(JSON.parse(JSON.stringify(await ask(prepared)))).toEqual(JSON.parse(JSON.stringify(await ask(written))));
});

it('a pack that cannot be read is told where the library is prepared, at its place', async () => {
  const folder = newFolder();
  for (const name of ['vocabulary', 'schemes', 'broken']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'broken', 'pack.yaml'), 'id: broken\n');
  const { problems } = await prepareLibrary(folder);
  expect(problems[0]).toBe(
    'rules/broken/pack.yaml:1:1 {"code":"shape","severity":"error","path":"version","wanted":"required"}',
  );
});
