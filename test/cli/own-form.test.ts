import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { newFolder } from '../support/folders.ts';

const PACKS = join(import.meta.dirname, '..', '..', 'fixtures', 'packs');

const run = async (...words: readonly string[]): Promise<{ readonly code: number; readonly out: string }> => {
  const out: string[] = [];
  const keep = (text: string | Uint8Array): void => void out.push(String(text));
  const code = await main(words, { out: keep, err: () => {}, color: false, columns: 100, isTTY: false });
  return { code, out: out.join('') };
};

test.each([
  ['whose pack is named', ['--pack', join(PACKS, 'qingyuan-words')]],
  ['whose pack is found by its county', ['--standards', PACKS]],
])('a form with facts, terms and records of a pack of its own is read back, %s', async (_, named) => {
  const folder = newFolder();
  const [filled, form] = [join(folder, 'filled.yaml'), join(folder, 'form.xlsx')];
  const pack = join(PACKS, 'qingyuan-words');
  writeFileSync(filled, (await run('packs', 'exemplar', pack)).out);
  await run('template', '--pack', pack, '--from', filled, '-o', form);
  const { code, out } = await run('audit', form, ...named, '--as-of', '2026-06-01', '-o', 'json');
  expect([code, JSON.parse(out).counts]).toEqual([0, { pass: 4, fail: 0, unknown: 0, notApplicable: 0, total: 4 }]);
});
