import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { PROFILE_ENDINGS } from '../../read/files/open.ts';
import { WORK } from './store.ts';

/** Every file to be read, in a fixed order, and those in folders that are of no kind a profile comes in. */
export interface FoundInputs {
  readonly files: readonly string[];
  readonly skipped: readonly string[];
}

export const STDIN = '-';

/** Endings in which people hand in forms that cannot be read: these are refused in words, not passed over. */
const UNREADABLE = [
  '.xls',
  '.et',
  '.doc',
  '.docx',
  '.wps',
  '.pdf',
  '.ofd',
  '.rtf',
  '.odt',
  '.ods',
  '.xlsb',
  '.zip',
  '.rar',
  '.7z',
];

const isLeftBehind = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini)$/iu.test(name);

/** What a report is called that is written beside the form it is of. */
export const REPORT_BESIDE = { zh: '对标报告', en: 'duibiao-report' } as const;

const isOwnReport = (file: string): boolean =>
  Object.values(REPORT_BESIDE).some(name => basename(file, extname(file)).endsWith(`-${name}`));

const isAsked = (file: string): boolean =>
  !isOwnReport(file) && [...PROFILE_ENDINGS, ...UNREADABLE].includes(extname(file).toLowerCase());

const inOrder = (names: readonly string[]): readonly string[] => names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** With the slashes of other systems where this one has its own; elsewhere `\` is a letter. */
const withSlashes = (file: string): string => (sep === '\\' ? file.replaceAll(sep, '/') : file);

const statsOf = (path: string) => statSync(path, { throwIfNoEntry: false });

/** The files of a folder and the folders in it. What a batch has written is no input of another. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isLeftBehind(name))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return existsSync(join(path, WORK)) ? [] : filesIn(path);
      return entry.isFile() || (entry.isSymbolicLink() && statsOf(path)?.isFile()) ? [path] : [];
    });

const sort = (files: readonly string[]): FoundInputs => ({
  files: inOrder(files.filter(isAsked)),
  skipped: inOrder(files.filter(file => !isAsked(file))),
});

/** The longest beginning of a path that is a folder as it is written, brackets and all, and what follows it. */
const folderOf = (pattern: string): readonly [folder: string, rest: string] => {
  const steps = pattern.split('/');
  for (let length = steps.length - 1; length > 0; length--) {
    const folder = steps.slice(0, length).join('/') || '/';
    if (statsOf(folder)?.isDirectory()) return [folder, steps.slice(length).join('/')];
  }
  return ['.', pattern.replace(/^\.\//u, '')];
};

/** The folder that a pattern looks in; undefined for what is no pattern. */
export const patternFolder = (input: string): string | undefined => {
  const [folder, rest] = folderOf(withSlashes(input));
  return picomatch.scan(rest).isGlob ? folder : undefined;
};

/** The files that a pattern such as `townships/*.yaml` stands for. */
const matching = (pattern: string): readonly string[] => {
  const [folder, rest] = folderOf(pattern);
  if (!picomatch.scan(rest).isGlob) return [];
  const matches = picomatch(rest);
  return filesIn(folder).filter(file => matches(withSlashes(relative(folder, file))));
};

const find = (input: string): FoundInputs => {
  if (input === STDIN) return { files: [input], skipped: [] };
  const stats = statsOf(input);
  if (stats?.isDirectory()) return sort(filesIn(input));
  const found = stats === undefined ? matching(withSlashes(input)) : [];
  return found.length === 0 ? { files: [input], skipped: [] } : sort(found);
};

/** Folders, globs and files as they were named → files: the arguments' order, and by name within each. */
export const findInputs = (inputs: readonly string[]): FoundInputs => {
  const seen = new Set<string>();
  const once = (file: string): boolean => {
    const known = seen.has(resolve(file));
    seen.add(resolve(file));
    return !known;
  };
  const found = inputs.map(find);
  return {
    files: found.flatMap(({ files }) => files.filter(once)).map(withSlashes),
    skipped: [...new Set(found.flatMap(({ skipped }) => skipped))].map(withSlashes),
  };
};
