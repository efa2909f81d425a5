import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allOf, type Loaded, loaded, problem, refused } from '../../model/base/problem.ts';
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
import { parseFile } from './rule-files.ts';

const [LEDGER, CASES, SIGNATURES] = ['clauses.yaml', 'cases.yaml', 'signatures.yaml'] as const;

/** A file of a pack as it is written; nothing where there is none yet. */
const written = ({ path }: PackFolder, name: string): string =>
  existsSync(join(path, name)) ? readFileSync(join(path, name), 'utf8') : '';

export const ledgerText = (folder: PackFolder): string => written(folder, LEDGER);

export const casesText = (folder: PackFolder): string => written(folder, CASES);

/** A file of a pack that it need not have. */
const beside = async <T>(
  { path, shown }: PackFolder,
  name: string,
  read: (node: SourceNode) => Loaded<T>,
): Promise<Loaded<T> | undefined> => {
  const file = join(path, name);
  const parsed = existsSync(file) ? await parseFile(file, join(shown, name)) : undefined;
  return parsed?.ok ? read(parsed.value.node) : parsed;
};

/** `clauses.yaml` of a pack, where there is such a file. */
export const findLedger = (folder: PackFolder): Promise<Loaded<Ledger> | undefined> =>
  beside(folder, LEDGER, readLedger);

/** `clauses.yaml` of a pack that has to have one. */
export const loadLedger = async (folder: PackFolder): Promise<Loaded<Ledger>> =>
  (await findLedger(folder)) ?? refused([problem('file-missing', join(folder.shown, LEDGER), {})]);

/** Cases from a text that stands in `cases.yaml`, or is to. */
export const casesIn = async (
  text: string,
  { shown }: PackFolder,
  vocabulary: Vocabulary,
): Promise<Loaded<readonly Case[]>> => {
  if (text.trim() === '') return loaded([], () => []);
  const node = await parseText(join(shown, CASES), text);
  return node.ok ? readCases(node.value, vocabulary) : node;
};

/** `cases.yaml` of a pack, none where there is no such file. */
export const loadCases = async (folder: PackFolder, vocabulary: Vocabulary): Promise<Loaded<readonly Case[]>> =>
  (await beside(folder, CASES, node => readCases(node, vocabulary))) ?? loaded([], () => []);

/** `signatures.yaml` of a pack, none where there is no such file. */
export const loadSignatures = async (folder: PackFolder): Promise<Loaded<readonly Signature[]>> =>
  (await beside(folder, SIGNATURES, readSignatures)) ?? loaded([], () => []);

/** The YAML files of a pack, each as it is written and as it is read. */
export const packFiles = async ({ path, shown }: PackFolder): Promise<Loaded<readonly AuthoredFile[]>> => {
  const files = await Promise.all(
    yamlFiles(path).map(async name => {
      const parsed = await parseFile(join(path, name), join(shown, name));
      return parsed.ok
        ? { ...parsed, value: { name, node: parsed.value.node, text: written({ path, shown }, name) } }
        : parsed;
    }),
  );
  return allOf(files);
};

export interface AuthoredFile {
  readonly name: string;
  readonly node: SourceNode;
  readonly text: string;
}
