import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StreamOptions } from '../../src/audit/inputs.ts';
import { type Context, contextDigest } from '../../src/batch/run/context.ts';
import type { Library, PackSummary } from '../../src/model/standard/library.ts';
import type { Pack } from '../../src/model/standard/pack.ts';
import { indexVocabulary } from '../../src/model/standard/vocabulary.ts';
import { newFolder, put } from '../support/folders.ts';
import { SAMPLE_SCHEME } from '../support/sample.ts';

const folder = newFolder();

const filed = (name: string, text: string): string => {
  put(folder, name, text);
  return join(folder, name);
};

interface Told {
  readonly named?: string;
  readonly known?: string;
  readonly stream?: Partial<StreamOptions>;
  readonly more?: Partial<Context>;
}

const library = ({ named = 'n1', known = 'k1' }: Told): Library =>
  ({
    pack: async (id: string) =>
      id === 'none'
        ? { ok: false, problems: [] }
        : { ok: true, value: { id, sha256: named } as unknown as Pack, warnings: [] },
    summaries: async () => [{ id: 'known', sha256: known } as unknown as PackSummary],
  }) as unknown as Library;

const digestOf = (told: Told): Promise<string> =>
  contextDigest({
    tool: '1.0.0',
    library: library(told),
    vocabulary: indexVocabulary({ themes: [], facts: [], lists: [] }),
    stream: { packs: ['own'], scheme: SAMPLE_SCHEME, asOf: '2026-11-20', ...told.stream } as unknown as StreamOptions,
    files: [],
    options: {},
    ...told.more,
  });

describe('earlier results stand as long as nothing changed that they depend on', () => {
  it.each<[name: string, told: Told]>([
    ['the tool', { more: { tool: '1.0.1' } }],
    ['a pack that is named', { named: 'n2' }],
    ['a pack at hand', { known: 'k2' }],
    ['which pack is named', { stream: { packs: ['other'] } }],
    ['a pack that is not to be had any more', { stream: { packs: ['none'] } }],
    [
      'the words',
      { more: { vocabulary: indexVocabulary({ themes: [], facts: [], lists: [{ id: 'l', terms: [] } as never] }) } },
    ],
    ['the scheme', { stream: { scheme: { ...SAMPLE_SCHEME, sha256: 'f'.repeat(64) } } }],
    ['whose scheme goes first', { stream: { prefersOwn: true } }],
    ['the day', { stream: { asOf: '2026-11-21' } }],
    ['the level', { stream: { level: 'village' } }],
    ['the options', { more: { options: { failOn: 'should' } } }],
    ['that there is a file', { more: { files: [filed('waivers.yaml', 'waivers: []\n')] } }],
  ])('%s', async (_, told) => {
    expect(await digestOf(told)).not.toBe(await digestOf({}));
  });

  it('nor what a file says', async () => {
    const file = filed('a.yaml', 'waivers: []\n');
    const before = await digestOf({ more: { files: [file] } });
    filed('a.yaml', 'waivers: [] # 改\n');
    expect(await digestOf({ more: { files: [file] } })).not.toBe(before);
  });

  it('and are the same for the same', async () => {
    expect(await digestOf({})).toBe(await digestOf({}));
  });
});
