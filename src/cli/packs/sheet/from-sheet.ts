import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Plain, yamlOf } from '../../../authoring/scorecard/sheet/plain.ts';
import { writeWhole } from '../../../batch/files/whole.ts';
import { reasonsOf } from '../../../model/base/problem.ts';
import { get, toPlain } from '../../../model/base/source.ts';
import type { Lang } from '../../../model/base/text.ts';
import { isFolder, readBytes } from '../../../read/files/files.ts';
import { type AuthoredFile, packFiles } from '../../../read/pack/authored.ts';
import { shippedLibrary } from '../../../read/pack/library.ts';
import { filesFromSheet, type SheetFile } from '../../../read/pack/sheet/from-sheet.ts';
import type { Act } from '../../cli.ts';
import { EXIT } from '../../exit-code.ts';
import { misused, printProblems, refuse } from '../../problems.ts';
import { outLine } from '../../terminal.ts';
import { NO_FOLDER, type PackOptions } from '../open.ts';

const HEAD = 'pack.yaml';

const idIn = (files: readonly SheetFile[]): string | undefined => {
  const head = files.find(({ name }) => name === HEAD)?.node;
  const id = get(head, 'id');
  return id?.kind === 'scalar' ? id.text : undefined;
};

const ANOTHER = {
  zh: '里是另一个标准，写进去就没有了；请另写一个文件夹',
  en: ' holds another standard, which would be lost; name another folder',
} as const;

const UNCHANGED = { zh: '（没有变，未动）', en: ' (unchanged, left as it is)' } as const;

const COMMENTS = {
  zh: (kept: string) => `（表格里没有地方写注释：原文件另存为 ${kept}）`,
  en: (kept: string) => ` (a sheet has no room for its comments: the earlier file is kept as ${kept})`,
} as const;

const isAsBefore = (own: SheetFile, before: AuthoredFile): boolean =>
  own.text === undefined ? isDeepStrictEqual(toPlain(own.node), toPlain(before.node)) : own.text === before.text;

/** A name beside a file that nothing has yet, and that is not read as part of a pack. */
const freeName = (file: string, number = 1): string => {
  const name = `${file}.bak${number === 1 ? '' : number}`;
  return existsSync(name) ? freeName(file, number + 1) : name;
};

const commentsIn = (text: string): readonly string[] => (text.match(/^\s*#.*$/gmu) ?? []).map(line => line.trim());

/** Writes what changed, keeps what the sheet could not carry, and says what became of a file. */
const settle = (folder: string, own: SheetFile, before: AuthoredFile | undefined, lang: Lang): string => {
  const file = join(folder, own.name);
  if (before !== undefined && isAsBefore(own, before)) return file + UNCHANGED[lang];
  const text = own.text ?? yamlOf(toPlain(own.node) as Plain);
  const isLost = (comment: string): boolean => !text.includes(comment);
  const kept = before && commentsIn(before.text).some(isLost) ? freeName(file) : undefined;
  if (kept !== undefined) copyFileSync(file, kept);
  writeWhole(file, text);
  return kept === undefined ? file : file + COMMENTS[lang](kept);
};

/** Reads a pack from its workbook and writes its files; with a problem anywhere, nothing is written. */
export const fromSheetCommand: Act<PackOptions, [string, string]> = async (file, folder, { lang }, terminal) => {
  if (existsSync(folder) && !isFolder(folder)) return misused(NO_FOLDER[lang](folder), terminal);
  const bytes = readBytes(file);
  const vocabulary = await shippedLibrary().vocabulary();
  const place = { path: folder, shown: folder };
  const standing = existsSync(folder) ? await packFiles(place) : undefined;
  const there = standing === undefined ? [] : standing.ok ? standing.value : undefined;
  const read =
    bytes.ok && vocabulary.ok && there !== undefined
      ? await filesFromSheet(file, bytes.value, vocabulary.value, place, there)
      : undefined;
  if (!read?.ok) return refuse(reasonsOf([bytes, vocabulary, standing, read]), lang, terminal);
  if (there?.some(({ name }) => name === HEAD) && idIn(there) !== idIn(read.value))
    return misused(`${folder}${ANOTHER[lang]}`, terminal);
  printProblems(read.warnings, lang, terminal);
  const become = read.value.map(own => {
    const before = there?.find(({ name }) => name === own.name);
    return settle(folder, own, before, lang);
  });
  for (const line of become) outLine(terminal, `  ${line}`);
  return EXIT.passed;
};
