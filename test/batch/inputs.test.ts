import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs, patternFolder } from '../../src/batch/files/inputs.ts';

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
  'b[1]/c.yaml',
  'b[1]/深/d.yaml',
  '外/e.yaml',
];

const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));
for (const file of FILES) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), 'x');
}
symlinkSync(join(folder, 'a[1].yaml'), join(folder, '乡镇', 'link.yaml'));
symlinkSync(join(folder, '乡镇'), join(folder, '乡镇', 'loop'));

const LINKED: Readonly<Record<string, string>> = {
  里: 'b[1]/c.yaml',
  外: '外/e.yaml',
  夹: '外',
  断: '没有.yaml',
  旁: 'b[1]x.yaml',
};
mkdirSync(join(folder, '链'));
writeFileSync(join(folder, 'b[1]x.yaml'), 'x');
for (const [name, target] of Object.entries(LINKED)) {
  symlinkSync(join(folder, target), join(folder, 'b[1]', `${name}.yaml`));
  symlinkSync(join(folder, target), join(folder, '链', `${name}.txt`));
}

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

  it('in a folder whose name has brackets are found by a pattern and by its name', () => {
    const links = ['b[1]/c.yaml', 'b[1]/外.yaml', 'b[1]/断.yaml', 'b[1]/旁.yaml', 'b[1]/里.yaml'];
    expect(found('b[1]/*.yaml').files).toEqual(links);
    expect(found('b[1]/深/*.yaml').files).toEqual(['b[1]/深/d.yaml']);
    expect(found('b[1]/**/d.yaml').files).toEqual(['b[1]/深/d.yaml']);
    expect(found('b[1]').files).toEqual([...links.slice(0, 4), 'b[1]/深/d.yaml', 'b[1]/里.yaml'].toSorted());
  });

  it('that are links are told where they lead out of the folder, or to another', () => {
    const told = (input: string) =>
      findInputs([join(folder, input)]).links.map(
        ({ code, location }) => `${code} ${location.file.replace(`${folder}/`, '')}`,
      );
    expect(told('b[1]').toSorted()).toEqual([
      'link-outside b[1]/外.yaml',
      'link-outside b[1]/旁.yaml',
      'link-to-folder b[1]/夹.yaml',
    ]);
    expect(told('b[1]/*.yaml').toSorted()).toEqual(told('b[1]').toSorted());
    expect(told('链')).toEqual(['link-to-folder 链/夹.txt']);
    expect(told('外')).toEqual([]);
  });

  it.each([
    ['乡镇/*.yaml', '乡镇'],
    ['b[1]/*.yaml', 'b[1]'],
    ['乡镇/**/c.json', '乡镇'],
    ['没有/*.yaml', ''],
    ['乡镇/b.yaml', undefined],
  ])('%s looks in %s', (pattern, expected) => {
    const at = expected === undefined ? undefined : join(folder, expected).replace(/\/$/u, '');
    expect(patternFolder(join(folder, pattern))).toBe(at);
  });
});
