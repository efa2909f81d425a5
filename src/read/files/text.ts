import { TextDecoder } from 'node:util';
import { type Loaded, loaded, type ProblemOf, problem, refused } from '../../model/base/problem.ts';
import type { SourceNode } from '../../model/base/source.ts';
import { readPlain } from '../yaml/block.ts';

export const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const decoders = new Map<string, TextDecoder>();

const decoderOf = (encoding: string): TextDecoder => {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true });
  decoders.set(encoding, decoder);
  return decoder;
};

const decode = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return decoderOf(encoding).decode(bytes);
  } catch {
    decoders.delete(encoding);
    return undefined;
  }
};

/** What binary files begin with that people take for text. */
const binaryKind = (bytes: Uint8Array): ProblemOf<'wrong-content'>['found'] | undefined => {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'package';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-office';
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  return bytes.includes(0) ? 'binary' : undefined;
};

const COMMON = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\x20-\x7e\r\n\t]/gu;

/** UTF-16 without a mark: whichever order of bytes makes it common text. */
const wideIn = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const first = bytes.subarray(0, 4000);
  if (!first.includes(0)) return undefined;
  const isCommon = (encoding: string): boolean => {
    const text = new TextDecoder(encoding).decode(first);
    return (text.match(COMMON)?.length ?? 0) > 0.9 * text.length;
  };
  return (['utf-16le', 'utf-16be'] as const).find(isCommon);
};

const markOf = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le';
  return starts(bytes, 0xfe, 0xff) ? 'utf-16be' : wideIn(bytes);
};

const CANDIDATES = ['utf-8', 'gb18030'] as const;

/** Text from UTF-8, UTF-16 or GB18030, the last two with a word about it. */
export const decodeText = (file: string, bytes: Uint8Array, line = 1): Loaded<string> => {
  const location = { file, line, column: 1 };
  const marked = markOf(bytes);
  const found = marked === undefined ? binaryKind(bytes) : undefined;
  if (found !== undefined) return refused([problem('wrong-content', location, { found })]);
  for (const encoding of marked === undefined ? CANDIDATES : [marked]) {
    // A return alone ends a line too, where an old program wrote the file: YAML's comments and the rows of a table end there.
    const text = decode(encoding, bytes)?.replaceAll(/\r(?!\n)/gu, '\n');
    if (text === undefined) continue;
    const warnings = encoding === 'utf-8' ? [] : [problem('decoded-as', location, { encoding })];
    return text.trim() === '' ? refused([problem('empty-file', location, {})]) : loaded(warnings, () => text);
  }
  return refused([problem('wrong-content', location, { found: 'binary' })]);
};

const UNCOMMON_SPACE = /[\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u2060-\u2064\u3000\ufeff]/u;

/** YAML or JSON: by the quick reader, and where that leaves a text alone by the whole language. */
export const parseText = async (file: string, content: string, firstLine = 1): Promise<Loaded<SourceNode>> => {
  const text = UNCOMMON_SPACE.test(content) ? (await import('../yaml/slips.ts')).withCommonSpaces(content) : content;
  const plain = readPlain(file, text, firstLine);
  if (plain !== undefined) return { ok: true, value: plain, warnings: [] };
  const { readYaml } = await import('../yaml/yaml.ts');
  const read = readYaml(file, text, firstLine);
  if (read.ok && read.value.kind !== 'scalar') return read;
  const slips = (await import('../yaml/slips.ts')).slipsIn(file, text, firstLine);
  return slips.length === 0 ? read : refused(slips);
};

/** Bytes of YAML or JSON → every profile in them. */
export const readText = async (
  file: string,
  bytes: Uint8Array,
  firstLine = 1,
): Promise<Loaded<readonly SourceNode[]>> => {
  const text = decodeText(file, bytes, firstLine);
  if (!text.ok) return text;
  const node = await parseText(file, text.value, firstLine);
  if (!node.ok) {
    const [first, ...more] = node.problems;
    return { ok: false, problems: [first, ...more, ...text.warnings] };
  }
  return loaded(text.warnings, () => (node.value.kind === 'list' ? node.value.items : [node.value]));
};
