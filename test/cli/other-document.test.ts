import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { newFolder } from '../support/folders.ts';

const PACK = join(import.meta.dirname, '..', '..', 'fixtures', 'packs', 'qingyuan-2024');

const run = async (...words: readonly string[]) => {
  const said: string[] = [];
  const keep = (text: string | Uint8Array): void => void said.push(String(text));
  const code = await main([...words, '--lang', 'en'], {
    out: keep,
    err: keep,
    color: false,
    columns: 100,
    isTTY: false,
  });
  return { code, said: said.join('') };
};

describe('the document of another county, which shares no more than a heading,', () => {
  const folder = newFolder();
  const [pack, other] = [join(folder, 'pack'), join(folder, 'other.txt')];
  const ledger = join(pack, 'clauses.yaml');
  cpSync(PACK, pack, { recursive: true });
  writeFileSync(other, '白石县便民服务中心建设办法\n\n第一章 总则\n\n第一条 办事大厅面积不低于300平方米。\n');

  test.each([
    ['is not held against the ledger', ['trace', pack, '--source', other], 3],
    ['gives no draft', ['trace', pack, '--source', other, '--draft'], 3],
    ['changes no ledger', ['trace', pack, '--source', other, '--draft', '--write'], 3],
    ['lends no words to a guide', ['guide', pack, '--source', other], 0],
    ['lends no words to a workbook', ['sheet', pack, '--source', other, '-o', join(folder, 'sheet.xlsx')], 0],
  ])('%s', async (_, words, expected) => {
    const before = readFileSync(ledger, 'utf8');
    const { code, said } = await run('packs', ...words);
    expect(code).toBe(expected);
    expect(said).toContain("other.txt holds no copy of this pack's document");
    expect(said).not.toContain('now reads');
    expect(readFileSync(ledger, 'utf8')).toBe(before);
  });

  test('is the one to draft from where the ledger is still empty', async () => {
    writeFileSync(ledger, 'sentences: []\n');
    expect((await run('packs', 'trace', pack, '--source', other, '--draft', '--write')).code).toBe(0);
    expect(readFileSync(ledger, 'utf8')).toContain('第一条');
  });
});

test.each([
  ['guide', [PACK]],
  ['diff', [PACK, PACK]],
])('packs %s says that a level is none of the pack', async (command, packs) => {
  const { code, said } = await run('packs', command, ...packs, '--level', 'village');
  expect([code, said]).toEqual([64, expect.stringContaining('no such level')]);
});
