import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sheetOfCard } from '../../src/authoring/scorecard/sheet/card.ts';
import type { PlainMap } from '../../src/authoring/scorecard/sheet/plain.ts';
import { yamlOf } from '../../src/authoring/scorecard/sheet/yaml.ts';
import { cardBytes } from '../../src/forms/scorecard/book.ts';
import type { Scheme } from '../../src/model/scoring/score.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { withWords } from '../../src/read/scorecard/words.ts';
import { toPlain } from '../../src/read/source.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { succeed } from '../support/inline.ts';

const library = shippedLibrary();
const common = succeed(await library.vocabulary());
const FOLDER = 'fixtures/schemes';
const CARDS = ['hall', 'monthly', 'star'];

/** A scheme without the places it was read from, which differ, and without digests. */
const bare = (scheme: Scheme): unknown =>
  JSON.parse(JSON.stringify(scheme, (key, value) => (key === 'location' || key === 'sha256' ? undefined : value)));

const sheetOf = async (name: string) => {
  const file = `${FOLDER}/${name}/table.yaml`;
  const scheme = succeed(await library.scheme(file));
  const root = toPlain(succeed(readYaml(file, readFileSync(file, 'utf8')))) as PlainMap;
  return { scheme, root, sheet: sheetOfCard(root, withWords(common, scheme), 'table.补充.yaml') };
};

describe.each(CARDS)('the worked card %s', name => {
  it('is the same card in Excel', async () => {
    const { scheme, sheet } = await sheetOf(name);
    const folder = mkdtempSync(join(tmpdir(), 'card-'));
    writeFileSync(join(folder, 'table.xlsx'), cardBytes(sheet.book));
    writeFileSync(join(folder, 'table.补充.yaml'), yamlOf(sheet.rest ?? {}));
    expect(bare(succeed(await library.scheme(join(folder, 'table.xlsx'))))).toEqual(bare(scheme));
  });

  it('stands in Excel beside its YAML, as the tool writes it', async () => {
    const { scheme, sheet } = await sheetOf(name);
    expect(bare(succeed(await library.scheme(`${FOLDER}/${name}/table.xlsx`)))).toEqual(bare(scheme));
    expect(readFileSync(`${FOLDER}/${name}/table.xlsx`).equals(cardBytes(sheet.book))).toBe(true);
    expect(readFileSync(`${FOLDER}/${name}/table.补充.yaml`, 'utf8')).toBe(yamlOf(sheet.rest ?? {}));
  });

  it('says most of its rows in the sheet', async () => {
    const { sheet } = await sheetOf(name);
    const rows = sheet.book.lines.filter(({ kind }) => kind === 'item').length;
    const beside = Object.values((sheet.rest?.rows ?? {}) as PlainMap).filter(
      row => typeof row === 'object' && row !== null && ('deduct' in row || 'award' in row),
    ).length;
    expect(beside / rows).toBeLessThan(0.6);
  });
});
