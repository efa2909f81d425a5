import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Loaded, loaded, problem, refused } from '../../model/base/problem.ts';
import type { SourceNode } from '../../model/base/source.ts';
import type { Case } from '../../model/standard/case.ts';
import type { Ledger } from '../../model/standard/ledger.ts';
import type { Signature } from '../../model/standard/signature.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { yamlFiles } from '../files/files.ts';
import { parseText } from '../files/text.ts';
import { readLedger } from './beside/ledger.ts';
import { readSignatures } from './beside/signatures.ts';
import { readCases } from './cases.ts';
import type { PackFolder } from './find-rules.ts';
import { gather, parseFile } from './rule-files.ts';

const parse = async ({ path, shown }: PackFolder, name: string): Promise<Loaded<SourceNode>> => {
  const file = join(path, name);
  if (!existsSync(file)) return refused([problem('file-missing', join(shown, name), {})]);
  const parsed = await parseFile(file, join(shown, name));
  return parsed.ok ? { ...parsed, value: parsed.value.node } : parsed;
};

export const hasLedger = ({ path }: PackFolder): boolean => existsSync(join(path, 'clauses.yaml'));

/** `clauses.yaml` as it is written. */
export const ledgerText = ({ path }: PackFolder): string => readFileSync(join(path, 'clauses.yaml'), 'utf8');

/** `clauses.yaml` of a pack. */
export const loadLedger = async (folder: PackFolder): Promise<Loaded<Ledger>> => {
  const node = await parse(folder, 'clauses.yaml');
  return node.ok ? readLedger(node.value) : node;
};

const hasCases = ({ path }: PackFolder): boolean => existsSync(join(path, 'cases.yaml'));

/** `cases.yaml` as it is written; nothing where there is none yet. */
export const casesText = (folder: PackFolder): string =>
  hasCases(folder) ? readFileSync(join(folder.path, 'cases.yaml'), 'utf8') : '';

/** Cases from a text that stands in `cases.yaml`, or is to. */
export const casesIn = async (
  text: string,
  { shown }: PackFolder,
  vocabulary: Vocabulary,
): Promise<Loaded<readonly Case[]>> => {
  if (text.trim() === '') return loaded([], () => []);
  const node = await parseText(join(shown, 'cases.yaml'), text);
  return node.ok ? readCases(node.value, vocabulary) : node;
};

/** `cases.yaml` of a pack, none where there is no such file. */
export const loadCases = async (folder: PackFolder, vocabulary: Vocabulary): Promise<Loaded<readonly Case[]>> => {
  if (!hasCases(folder)) return loaded([], () => []);
  const node = await parse(folder, 'cases.yaml');
  return node.ok ? readCases(node.value, vocabulary) : node;
};

/** `signatures.yaml` of a pack, none where there is no such file. */
export const loadSignatures = async (folder: PackFolder): Promise<Loaded<readonly Signature[]>> => {
  if (!existsSync(join(folder.path, 'signatures.yaml'))) return loaded([], () => []);
  const node = await parse(folder, 'signatures.yaml');
  return node.ok ? readSignatures(node.value) : node;
};

/** The YAML files of a pack, each as it is written and as it is read. */
export const packFiles = async ({ path, shown }: PackFolder): Promise<Loaded<readonly AuthoredFile[]>> => {
  const files = await Promise.all(
    yamlFiles(path).map(async name => {
      const parsed = await parseFile(join(path, name), join(shown, name));
      const text = (): string => readFileSync(join(path, name), 'utf8');
      return parsed.ok ? { ...parsed, value: { name, node: parsed.value.node, text: text() } } : parsed;
    }),
  );
  const { values, problems } = gather(files);
  return loaded(problems, () => values);
};

export interface AuthoredFile {
  readonly name: string;
  readonly node: SourceNode;
  readonly text: string;
}
