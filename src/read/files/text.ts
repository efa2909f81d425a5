import { type Loaded, loaded } from '../../model/base/problem.ts';
import type { SourceNode } from '../source.ts';
import { readPlain } from '../yaml/quick.ts';
import { decodeText } from './bytes.ts';

/** YAML or JSON: by the quick reader, and where that leaves a text alone by the whole language. */
export const parseText = async (file: string, text: string, firstLine = 1): Promise<Loaded<SourceNode>> => {
  const plain = readPlain(file, text, firstLine);
  if (plain !== undefined) return { ok: true, value: plain, warnings: [] };
  const { readYaml } = await import('../yaml/yaml.ts');
  return readYaml(file, text, firstLine);
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
