import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadRoster } from '../../src/batch/summary/roster.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import { readProfiles } from '../../src/read/files/open.ts';
import { namesOf } from '../../src/read/profile/names.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { ROW_VOCABULARY as vocabulary } from '../score/rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));

const written = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const said = (problems: readonly Problem[]): readonly string[] =>
  problems.map(found => problemLine(found, 'zh').replace(folder, ''));

const refusal = async (file: string): Promise<readonly string[]> => {
  const { problems } = await readProfiles({ file }, { vocabulary, names: namesOf(vocabulary) });
  return said(problems);
};

const ZIP = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);

it.each([
  ['a file that is not there', () => join(folder, 'none.yaml'), /none\.yaml: 找不到这个文件，请检查/u],
  [
    'a name in the encoding of another system',
    () => join(folder, '\ufffd\ufffd.yaml'),
    /文件名里有读不出的字.*请改名/u,
  ],
  ['a file within a file', () => join(written('a.yaml', 'a: 1'), 'b.yaml'), /路径中间有一段是文件，不是文件夹/u],
  ['a folder', () => folder, /这是文件夹.*duibiao batch/u],
  ['an empty file', () => written('empty.yaml', ''), /empty\.yaml: 文件是空的/u],
  ['a letter', () => written('a.txt', 'a'), /不认识“\.txt”格式；可用的格式：\.yaml/u],
  ['a name without an ending', () => written('centre', 'a'), /没有扩展名，看不出格式；可用的格式/u],
  [
    'a workbook under the name of a text',
    () => written('a.yml', ZIP),
    /内容与扩展名不符：应为文本，实际像是工作簿（.xlsx）或压缩包；.*另存/u,
  ],
  ['more than anyone declares', () => written('big.yaml', 'a'.repeat(20_000_001)), /文件超过 20 MB，不予读取/u],
])('refuses %s in one sentence', async (_, make, sentence) => {
  const lines = await refusal(make());
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(sentence);
});

it('reads each line of a file of lines, and says at which line one cannot be read', async () => {
  const file = written('报送.jsonl', '{"名称": "甲"}\n\n{"名称": \n{"名称": "乙"}\n');
  const { profiles, problems } = await readProfiles({ file }, { vocabulary, names: namesOf(vocabulary) });
  expect(profiles.map(({ location }) => 'line' in location && location.line)).toEqual([1, 4]);
  expect(said(problems)).toEqual([expect.stringMatching(/^\/报送\.jsonl:3:/u)]);
});

it('refuses a roster that breaks off within quotes', async () => {
  const read = await loadRoster(written('roster.csv', '中心名称\n甲镇便民服务中心\n"乙镇'), vocabulary);
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['syntax']);
});

it('refuses a roster that names no centre', async () => {
  const read = await loadRoster(written('roster.csv', '备注\n无\n'), vocabulary);
  expect(said(read.ok ? read.warnings : read.problems)).toEqual([
    expect.stringMatching(/^\/roster\.csv:1:1: 名册里没有读到中心；.*“中心名称”一列/u),
  ]);
});
