import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { newFolder, put } from '../support/folders.ts';
import { some } from '../support/hunt.ts';
import { inside } from '../support/inside.ts';
import { comeThrough } from '../support/steering.ts';

type Piece = string | { readonly repeat: string; readonly times: number };

interface Case {
  readonly name: string;
  readonly file: string;
  readonly text?: readonly Piece[];
  readonly base64?: string;
  readonly link?: string;
  readonly make?: 'pipe' | 'folder';
  readonly must: 'refuse';
  readonly says: string;
  readonly within?: number;
}

const { cases } = parse(readFileSync('fixtures/hostile/cases.yaml', 'utf8')) as { readonly cases: readonly Case[] };

const written = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.repeat.repeat(piece.times));

const makeIn = (folder: string, { file, text, base64, link, make }: Case): void => {
  const path = join(folder, file);
  if (link !== undefined) symlinkSync(link, path);
  else if (make === 'pipe') execFileSync('mkfifo', [path]);
  else if (make === 'folder') mkdirSync(path);
  else put(folder, file, base64 === undefined ? (text ?? []).map(written).join('') : Buffer.from(base64, 'base64'));
};

const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;
const GOOD = 'fixtures/centers/luoshan-qingshiao.yaml';

describe.skipIf(process.platform === 'win32')('the suite of hostile files', () => {
  it('names each case once', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases.map(one => [one.name, one] as const))('%s', async (_, one) => {
    const folder = newFolder();
    makeIn(folder, one);
    const { code, out, err } = await inside('audit', join(folder, one.file), ...DAY);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain(one.says);
    expect(comeThrough(err)).toEqual([]);
    if (one.within !== undefined) expect(err.length).toBeLessThan(one.within);
  });

  /** What is no file of text, each, and some of the texts: each alone is tried above. */
  const beside = [
    ...cases.filter(({ text }) => text === undefined),
    ...some(
      8,
      cases.filter(({ text }) => text !== undefined),
    ),
  ];

  it('stops nothing that stands beside it', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, '报送'));
    cpSync(GOOD, join(folder, '报送', '好.yaml'));
    await inside('batch', join(folder, '报送'), '-o', join(folder, '好'), ...DAY);
    for (const one of beside) {
      mkdirSync(join(folder, '报送', one.name));
      makeIn(join(folder, '报送', one.name), one);
    }
    const { code } = await inside('batch', join(folder, '报送'), '-o', join(folder, '全'), '--workers', '1', ...DAY);
    expect(code).toBe(3);
    const read = (name: string): string => readFileSync(join(folder, name, 'results.jsonl'), 'utf8');
    expect(read('全')).toBe(read('好'));
    const rejected = readFileSync(join(folder, '全', 'rejected.csv'), 'utf8');
    for (const { name, make } of beside) if (make !== 'folder') expect(rejected).toContain(`/${name}/`);
  });
});
