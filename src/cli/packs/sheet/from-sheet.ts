import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plain } from '../../../authoring/scorecard/sheet/plain.ts';
import { yamlOf } from '../../../authoring/scorecard/sheet/yaml.ts';
import { writeWhole } from '../../../batch/files/whole.ts';
import { reasonsOf } from '../../../model/base/problem.ts';
import { get, toPlain } from '../../../model/base/source.ts';
import { readBytes } from '../../../read/files/files.ts';
import { packFiles } from '../../../read/pack/authored.ts';
import { shippedLibrary } from '../../../read/pack/library.ts';
import { filesFromSheet, type SheetFile } from '../../../read/pack/sheet/from-sheet.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import { printProblems } from '../../problems.ts';
import { errLine, outLine, type Terminal } from '../../terminal.ts';
import type { PackOptions } from '../open.ts';

const HEAD = 'pack.yaml';

const idIn = (files: readonly SheetFile[]): string | undefined => {
  const head = files.find(({ name }) => name === HEAD)?.node;
  const id = head?.kind === 'map' ? get(head, 'id') : undefined;
  return id?.kind === 'scalar' ? id.text : undefined;
};

const ANOTHER = {
  zh: '里是另一个标准，写进去就没有了；请另写一个文件夹',
  en: ' holds another standard, which would be lost; name another folder',
} as const;

const textOf = ({ node, text }: SheetFile): string => text ?? yamlOf(toPlain(node) as Plain);

/** Reads a pack from its workbook and writes its files; with a problem anywhere, nothing is written. */
export const fromSheetCommand = async (
  file: string,
  folder: string,
  { lang }: PackOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const bytes = readBytes(file);
  const vocabulary = await shippedLibrary().vocabulary();
  const place = { path: folder, shown: folder };
  const standing = existsSync(folder) ? await packFiles(place) : undefined;
  const there = standing === undefined ? [] : standing.ok ? standing.value : undefined;
  const read =
    bytes.ok && vocabulary.ok && there !== undefined
      ? await filesFromSheet(file, bytes.value, vocabulary.value, place, there)
      : undefined;
  if (read === undefined || !read.ok) {
    const problems = reasonsOf([bytes, vocabulary, standing, read]);
    printProblems(problems, lang, terminal);
    return EXIT.badInput;
  }
  if (there?.some(({ name }) => name === HEAD) && idIn(there) !== idIn(read.value)) {
    errLine(terminal, `${folder}${ANOTHER[lang]}`);
    return EXIT.usage;
  }
  for (const own of read.value) writeWhole(join(folder, own.name), textOf(own));
  for (const { name } of read.value) outLine(terminal, `  ${join(folder, name)}`);
  return EXIT.passed;
};
