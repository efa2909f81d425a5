import { type Dirent, existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { type Problem, problem } from '../../model/base/problem.ts';
import { isFolder, statsOf } from '../../read/files/files.ts';
import { PROFILE_ENDINGS, REFUSED_ENDINGS, STDIN } from '../../read/files/open.ts';
import { WORK } from './store.ts';

/** Every file to be read, in a fixed order, and those in folders that are of no kind a profile comes in. */
export interface FoundInputs {
  readonly files: readonly string[];
  readonly skipped: readonly string[];
  /** Links in folders that do not stand for a file of theirs. */
  readonly links: readonly Problem[];
}

/** Endings in which people hand in forms that cannot be read: these are refused in words, not passed over. */
const UNREADABLE = [...REFUSED_ENDINGS, '.zip', '.rar', '.7z'];

const isLeftBehind = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini)$/iu.test(name);

/** What a report is called that is written beside the form it is of. */
export const REPORT_BESIDE = { zh: '对标报告', en: 'duibiao-report' } as const;

const isOwnReport = (file: string): boolean =>
  Object.values(REPORT_BESIDE).some(name => basename(file, extname(file)).endsWith(`-${name}`));

const isAsked = (file: string): boolean =>
  !isOwnReport(file) && [...PROFILE_ENDINGS, ...UNREADABLE].includes(extname(file).toLowerCase());

/** Names in an order that no argument, file system or language has a say in. */
export const inOrder = (names: readonly string[]): readonly string[] => names.toSorted();

/** With the slashes of other systems where this one has its own; elsewhere `\` is a letter. */
const withSlashes = (file: string): string => (sep === '\\' ? file.replaceAll(sep, '/') : file);

/** What stands in a folder by a name: whatever it is, reading it says so. */
interface Entry {
  readonly path: string;
  /** A folder that cannot be looked into is not passed over. */
  readonly isClosed?: boolean;
  readonly link?: Problem;
}

const entriesOf = (folder: string): readonly Dirent[] | undefined => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
};

/** What is to be said of a link; nothing where it leads to a file of the folder, or nowhere. */
const linkProblem = (path: string, root: string): Problem | undefined => {
  const stats = statsOf(path);
  if (stats === undefined) return undefined;
  const target = realpathSync(path);
  const link = withSlashes(path);
  if (stats.isDirectory()) return problem('link-to-folder', link, { target });
  return target.startsWith(realpathSync(root) + sep) ? undefined : problem('link-outside', link, { target });
};

/** The files of a folder and the folders in it. What a batch has written is no input of another. */
const entriesIn = (folder: string, root = folder): readonly Entry[] =>
  entriesOf(folder)
    ?.filter(({ name }) => !isLeftBehind(name))
    .flatMap((entry): readonly Entry[] => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return existsSync(join(path, WORK)) ? [] : entriesIn(path, root);
      const link = entry.isSymbolicLink() ? linkProblem(path, root) : undefined;
      return [{ path, ...(link && { link }) }];
    }) ?? [{ path: folder, isClosed: true }];

const sort = (entries: readonly Entry[]): FoundInputs => {
  const files = entries.filter(({ link }) => link?.code !== 'link-to-folder');
  const asked = files.filter(({ path, isClosed }) => isClosed === true || isAsked(path));
  const links = entries.filter(entry => entry.link?.code === 'link-to-folder' || asked.includes(entry));
  return {
    files: inOrder(asked.map(({ path }) => path)),
    skipped: inOrder(files.filter(entry => !asked.includes(entry)).map(({ path }) => path)),
    links: links.map(({ link }) => link).filter(link => link !== undefined),
  };
};

/** The longest beginning of a path that is a folder as it is written, brackets and all, and what follows it. */
const folderOf = (pattern: string): readonly [folder: string, rest: string] => {
  const steps = pattern.split('/');
  for (let length = steps.length - 1; length > 0; length--) {
    const folder = steps.slice(0, length).join('/') || '/';
    if (isFolder(folder)) return [folder, steps.slice(length).join('/')];
  }
  return ['.', pattern.replace(/^\.\//u, '')];
};

/** The folder that a pattern looks in; undefined for what is no pattern. */
export const patternFolder = (input: string): string | undefined => {
  const [folder, rest] = folderOf(withSlashes(input));
  return picomatch.scan(rest).isGlob ? folder : undefined;
};

/** The files that a pattern such as `townships/*.yaml` stands for. */
const matching = (pattern: string): readonly Entry[] => {
  const [folder, rest] = folderOf(pattern);
  if (!picomatch.scan(rest).isGlob) return [];
  const matches = picomatch(rest);
  return entriesIn(folder).filter(({ path }) => matches(withSlashes(relative(folder, path))));
};

const find = (input: string): FoundInputs => {
  if (input === STDIN) return { files: [input], skipped: [], links: [] };
  if (isFolder(input)) return sort(entriesIn(input));
  const found = statsOf(input) === undefined ? matching(withSlashes(input)) : [];
  return found.length === 0 ? { files: [input], skipped: [], links: [] } : sort(found);
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
    links: found.flatMap(({ links }) => links),
  };
};
