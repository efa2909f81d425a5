import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../model/base/text.ts';
import type { Gate } from '../../model/finding/gate.ts';
import { isFolder, readBytes } from '../../read/files/files.ts';
import { isLines, openProfiles } from '../../read/files/open.ts';
import { shippedLibrary } from '../../read/pack/library.ts';
import { namesOf } from '../../read/profile/names.ts';
import type { SettingOptions } from '../audit/settings.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { isSomebodys } from '../outputs/filled.ts';
import { placeOf } from '../outputs/place.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { droppedOn } from './command-line.ts';
import { folderFor, folderOf, isHeld, newFolder, reportFiles } from './places.ts';
import { DROP_WORDS, quoted } from './words.ts';

/** How a system opens a file with whatever the user has for it. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [command: string, ...words: readonly string[]]>>> = {
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Opens a page; where nothing can, its place has been told anyway. */
const openFile = (file: string): void => {
  const [command, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...words, file], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
};

export interface DropOptions extends Gate, SettingOptions {
  readonly lang: Lang;
  readonly open: boolean;
  /** The name of the script that files were dropped on; its call stands in the environment. */
  readonly script?: string;
}

/** What a drop is answered with, beside the terminal. */
export interface Desk {
  readonly terminal: Terminal;
  readonly open: (file: string) => void;
}

const pathsOf = (given: readonly string[], { script }: DropOptions): readonly string[] =>
  script === undefined
    ? given
    : droppedOn({ script, started: process.env.DUIBIAO_STARTED ?? '', args: process.env.DUIBIAO_ARGS ?? '' });

/** Whether a file holds more than one centre; one that cannot be read is left to the audit, which says why. */
const holdsSeveral = async (file: string): Promise<boolean> => {
  if (isLines(file)) return true;
  const [bytes, vocabulary] = [readBytes(file), await shippedLibrary().vocabulary()];
  if (!bytes.ok || !vocabulary.ok) return false;
  const words = { vocabulary: vocabulary.value, names: namesOf(vocabulary.value) };
  const opened = await openProfiles({ file }, bytes.value, words);
  if (!opened.ok) return false;
  let count = 0;
  for await (const _ of opened.value.profiles) if (++count > 1) return true;
  return false;
};

/** Where results go, said where it is not beside what was dropped; undefined where nothing takes a file. */
const placeFor = (path: string, { lang }: DropOptions, { terminal }: Desk): string | undefined => {
  const beside = folderOf(path);
  const folder = folderFor(beside, lang);
  if (folder === undefined) errLine(terminal, `${DROP_WORDS.nowhere[lang]}${quoted(beside, lang)}`);
  else if (folder !== beside) errLine(terminal, DROP_WORDS.elsewhere[lang](quoted(beside, lang), quoted(folder, lang)));
  return folder;
};

const done = (files: readonly string[], { lang, open }: DropOptions, desk: Desk): void => {
  const made = files.filter(file => existsSync(file));
  for (const file of made) errLine(desk.terminal, `${DROP_WORDS.written[lang]}${file}`);
  const [first] = made;
  if (open && first !== undefined) desk.open(first);
};

/** The page and the workbook of one form, beside it. */
const dropForm = async (form: string, options: DropOptions, desk: Desk): Promise<ExitCode> => {
  const folder = placeFor(form, options, desk);
  if (folder === undefined) return EXIT.badInput;
  const files = reportFiles(form, folder, options.lang);
  const held = files.filter(isHeld);
  for (const file of held) errLine(desk.terminal, DROP_WORDS.held[options.lang](quoted(file, options.lang)));
  const filled: string[] = [];
  for (const file of files) if (await isSomebodys(placeOf(file))) filled.push(file);
  for (const file of filled) errLine(desk.terminal, DROP_WORDS.filled[options.lang](quoted(file, options.lang)));
  if (held.length + filled.length > 0) return EXIT.badInput;
  const { auditCommand } = await import('../audit/audit.ts');
  const code = await auditCommand([form], { ...options, output: files }, desk.terminal);
  done(files, options, desk);
  return code;
};

/** A folder of results for many forms, beside them. */
const dropMany = async (inputs: readonly string[], options: DropOptions, desk: Desk): Promise<ExitCode> => {
  const [first = ''] = inputs;
  const place = placeFor(first, options, desk);
  if (place === undefined) return EXIT.badInput;
  const output = newFolder(inputs, place, options.lang);
  const { batchCommand } = await import('../batch/batch.ts');
  const asked = { ...options, output, each: ['html', 'xlsx'], duplicates: 'latest' } as const;
  const code = await batchCommand(inputs, asked, () => false, desk.terminal);
  done([join(output, 'summary.html'), join(output, 'summary.xlsx')], options, desk);
  return code;
};

/** Takes what a file manager drops: a form, a folder, a table of centres, or several of them. */
export const drop = async (paths: readonly string[], options: DropOptions, desk: Desk): Promise<ExitCode> => {
  const missing = paths.filter(path => !existsSync(path));
  for (const path of missing)
    errLine(desk.terminal, `${DROP_WORDS.missing[options.lang]}${quoted(path, options.lang)}`);
  if (missing.length > 0) return EXIT.badInput;
  const [only] = paths;
  if (only !== undefined && paths.length === 1 && !isFolder(only) && !(await holdsSeveral(only)))
    return dropForm(only, options, desk);
  return dropMany(paths, options, desk);
};

export const dropCommand: Act<DropOptions> = async (given, options, terminal) => {
  const paths = pathsOf(given, options);
  const desk: Desk = { terminal, open: openFile };
  if (paths.length > 0) return drop(paths, options, desk);
  const { interview } = await import('./interview.ts');
  return interview(options, desk);
};
