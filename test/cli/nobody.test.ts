import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

const folder = newFolder();

/** Documents in which nobody says anything. */
const NOBODY: Readonly<Record<string, string>> = {
  '只有表头.csv': '名称,县区,级别\n',
  '空行.csv': '名称,县区,级别\n,,\n',
  '空.jsonl': '\n',
  '空.yaml': '{}\n',
  '空.csv': '',
  '空.json': '',
};

describe.each(Object.entries(NOBODY))('%s', (name, text) => {
  const file = join(folder, name);
  put(folder, name, text);

  it('says in an audit that nothing is declared', async () => {
    const { code, err } = await inside('audit', file, '--no-config');
    expect([code, err]).toEqual([3, expect.stringMatching(/没有填报任何内容|文件是空的/u)]);
  });

  it.each([
    ['validate', file],
    ['template', '-p', 'luoshan-2021', '--from', file, '-o', join(folder, '空表.xlsx')],
  ])('is told so by %s', async (...words) => {
    const { code, err } = await inside(...words);
    expect([code, err]).toEqual([3, expect.stringMatching(/没有填报任何内容|文件是空的/u)]);
  });

  it('is rejected by a batch', async () => {
    const { code, err } = await inside('batch', file, '-o', `${file}-结果`, '--no-config');
    expect([code, err]).toEqual([3, expect.stringContaining('1 份拒收')]);
    expect(readFileSync(join(`${file}-结果`, 'rejected.csv'), 'utf8')).toMatch(/没有填报任何内容|文件是空的/u);
  });
});
