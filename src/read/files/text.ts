import { type Loaded, loaded } from '../../model/base/problem.ts';
import type { SourceNode } from '../source.ts';
import { readPlain } from '../yaml/quick.ts';
import { decodeText } from './bytes.ts';

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
  return slips.length === 0
    ? read
    : loaded(slips, () => ({ kind: 'scalar', text: '', value: null, location: { file, line: firstLine, column: 1 } }));
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
