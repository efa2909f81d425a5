import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSources, shardOf } from '../../src/batch/files/sources.ts';
import type { Input } from '../../src/model/profile/input.ts';
import { type Line, readLines, splitLines } from '../../src/read/files/lines.ts';

const text = ({ content }: Pick<Line, 'content'>): string => (content.ok ? Buffer.from(content.value).toString() : '×');

const split = (chunks: readonly Uint8Array[], longest?: number): readonly string[] => {
  const lines = splitLines('f.jsonl', longest);
  return [...chunks.flatMap(lines.push), ...lines.end()].map(line => `${line.number} ${text(line)}`);
};

const cut = (bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] => {
  const ends = [...places.map(place => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return ends.map((end, index) => bytes.slice(index === 0 ? 0 : ends[index - 1], end));
};

describe('lines', () => {
  it('are numbered as they stand, blank ones left out', () => {
    expect(split([Buffer.from('甲\n\n乙\r\n  \n丙')])).toEqual(['1 甲', '3 乙\r', '5 丙']);
    expect(split([])).toEqual([]);
  });

  it('are the same however the bytes arrive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('青溪', '{"名称":"甲"}', '', ' ', '\r', '乙'.repeat(40))),
        fc.array(fc.nat(500)),
        (lines, places) => {
          const bytes = Buffer.from(lines.join('\n'));
          expect(split(cut(bytes, places))).toEqual(split([bytes]));
        },
      ),
    );
  });

  it('that are too long are refused one by one, and hold nothing', () => {
    const chunks = Array.from({ length: 50 }, () => Buffer.alloc(1000, 'x'));
    expect(split([...chunks, Buffer.from('\n短\n'), ...chunks], 10_000)).toEqual(['1 ×', '2 短', '3 ×']);
  });

  it('of a file that is not there are one line that says so', () => {
    const [line] = [...readLines('没有.jsonl')];
    expect(line?.content).toMatchObject({ ok: false, problems: [{ code: 'file-missing' }] });
  });
});

async function* chunksOf(...chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

const collect = async (inputs: AsyncIterable<Input>): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const { file, line, content } of inputs)
    found.push(`${file}:${line ?? ''} ${content === undefined ? '' : text({ content })}`);
  return found;
};

const onStdin = (...chunks: readonly string[]): Promise<readonly string[]> =>
  collect(readSources(['-'], { stdin: () => chunksOf(...chunks), stdinIsLines: false }));

describe('standard input', () => {
  it.each([
    ['one object a line', ['{"a":1}\n{"b"', ':2}\n'], ['-:1 {"a":1}', '-:2 {"b":2}']],
    ['one object without a line break', ['{"a":1}'], ['-:1 {"a":1}']],
    ['a first line that is broken off', ['{"a":\n{"b":2}\n'], ['-:1 {"a":', '-:2 {"b":2}']],
    ['blank lines first', ['\n\n{"a":1}\n'], ['-:3 {"a":1}']],
    ['YAML', ['名称: 甲\n', '县区: 乙\n'], ['-.yaml: 名称: 甲\n县区: 乙\n']],
    ['JSON on several lines', ['{\n  "a": 1\n}\n'], ['-.yaml: {\n  "a": 1\n}\n']],
    ['JSON that begins on its first line', ['{"a": 1,\n"b": 2}\n'], ['-.yaml: {"a": 1,\n"b": 2}\n']],
    ['an array', ['[{"a":1}]'], ['-.yaml: [{"a":1}]']],
    ['nothing', [], ['-.yaml: ×']],
    ['nothing but blank lines', ['\n', '  \n'], ['-.yaml: \n  \n']],
    ['a brace alone', ['{'], ['-.yaml: {']],
    ['a brace alone, and an object in the next piece', ['{\n', '{"b":2}\n'], ['-:1 {', '-:2 {"b":2}']],
    ['bytes without any character', ['', '{"a":1}\n'], ['-:1 {"a":1}']],
  ])('with %s', async (_, chunks, expected) => {
    expect(await onStdin(...chunks)).toEqual(expected);
  });

  it('that is said to be lines is, whatever it begins with', async () => {
    const stdin = () => chunksOf('名称: 甲\n', '{"b":2}\n');
    expect(await collect(readSources(['-'], { stdin, stdinIsLines: true }))).toEqual(['-:1 名称: 甲', '-:2 {"b":2}']);
  });
});

describe('shards', () => {
  it('take every document once, by turns', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));
    const lines = join(folder, '村.jsonl');
    writeFileSync(lines, '{}\n{}\n{}\n');
    const sources = () => readSources(['a.yaml', lines, 'b.yaml'], { stdin: () => chunksOf(), stdinIsLines: false });
    const all = await collect(sources());
    const parts = await Promise.all([1, 2].map(index => collect(shardOf(sources(), { index, count: 2 }))));
    expect(parts[0]).toEqual(all.filter((_, number) => number % 2 === 0));
    expect(parts[1]).toEqual(all.filter((_, number) => number % 2 === 1));
  });
});
