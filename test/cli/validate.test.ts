import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

it.each([
  ['a scorecard by its kind', 'kind: table\ntotal: 100\n', '缺少“sections”'],
  ['a scheme by its grades', 'total: 100\ngrades: []\n', '“grades”'],
  ['nothing of the sort as a profile', 'kind: 表格\ntotal: 100\n', '不认识“kind”'],
])('validate takes %s', async (_, text, said) => {
  const folder = newFolder();
  put(folder, 'a.yaml', text);
  const { code, out, err } = await inside('validate', join(folder, 'a.yaml'));
  expect({ code, said: `${out}${err}` }).toEqual({ code: 3, said: expect.stringContaining(said) });
});
