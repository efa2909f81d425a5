import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../src/batch/files/inputs.ts';

const FILES = [
  '乡镇/b.yaml',
  '乡镇/a.yml',
  '乡镇/深/c.json',
  '乡镇/d.xlsx',
  '乡镇/d.csv',
  '乡镇/村.jsonl',
  '乡镇/扫描件.pdf',
  '乡镇/说明.docx',
  '乡镇/合影.jpg',
  '乡镇/readme.txt',
  '乡镇/~$d.xlsx',
  '乡镇/.DS_Store',
  '乡镇/Thumbs.db',
  '乡镇/结果/.duibiao/state.json',
  '乡镇/结果/results.jsonl',
  'a[1].yaml',
];

const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));
for (const file of FILES) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), 'x');
}
symlinkSync(join(folder, 'a[1].yaml'), join(folder, '乡镇', 'link.yaml'));
symlinkSync(join(folder, '乡镇'), join(folder, '乡镇', 'loop'));

const found = (...inputs: readonly string[]) => {
  const { files, skipped } = findInputs(inputs.map(input => (input === '-' ? input : join(folder, input))));
  const short = (file: string): string => file.replace(`${folder}/`, '');
  return { files: files.map(short), skipped: skipped.map(short) };
};

describe('the inputs of a batch', () => {
  it('of a folder are every profile in it and below, by name; what nobody reads is told apart from what nobody can', () => {
    expect(found('乡镇')).toEqual({
      files: [
        '乡镇/a.yml',
        '乡镇/b.yaml',
        '乡镇/d.csv',
        '乡镇/d.xlsx',
        '乡镇/link.yaml',
        '乡镇/扫描件.pdf',
        '乡镇/村.jsonl',
        '乡镇/深/c.json',
        '乡镇/说明.docx',
      ],
      skipped: ['乡镇/readme.txt', '乡镇/合影.jpg'],
    });
  });

  it('keep the order of the arguments, each file once', () => {
    expect(found('乡镇/深', '-', '乡镇/b.yaml', '乡镇/*.y*ml').files).toEqual([
      '乡镇/深/c.json',
      '-',
      '乡镇/b.yaml',
      '乡镇/a.yml',
      '乡镇/link.yaml',
    ]);
  });

  it('may be patterns, unless a file has just that name', () => {
    expect(found('乡镇/**/*.json').files).toEqual(['乡镇/深/c.json']);
    expect(found('a[1].yaml').files).toEqual(['a[1].yaml']);
  });

  it('that are not there are kept, to be refused by name', () => {
    expect(found('没有.yaml', '没有/*.yaml').files).toEqual(['没有.yaml', '没有/*.yaml']);
  });

  it('named one by one are read whatever they are called', () => {
    expect(found('乡镇/readme.txt')).toEqual({ files: ['乡镇/readme.txt'], skipped: [] });
  });
});
