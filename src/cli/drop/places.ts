import { accessSync, closeSync, constants, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { REPORT_BESIDE } from '../../batch/files/inputs.ts';
import { makeFolder } from '../../batch/files/whole.ts';
import type { Lang } from '../../model/base/text.ts';

const RESULTS = { zh: '对标结果', en: 'duibiao-results' } as const;

/** Whether a file can be made there; asking for rights alone is no answer on Windows. */
const takesFiles = (folder: string): boolean => {
  const trial = join(folder, `.duibiao-${process.pid}.part`);
  try {
    closeSync(openSync(trial, 'wx'));
    rmSync(trial);
    return true;
  } catch {
    return false;
  }
};

/** Folders of the user's own, the likeliest first. */
const ownFolders = (lang: Lang): readonly string[] => {
  const documents = ['Documents', '文档'].map(name => join(homedir(), name)).filter(folder => existsSync(folder));
  return [...documents, homedir(), tmpdir()].map(folder => join(folder, RESULTS[lang]));
};

const isMade = (folder: string): boolean => {
  try {
    makeFolder(folder);
    return takesFiles(folder);
  } catch {
    return false;
  }
};

/** The folder that files are written into: the one wanted, else the first of the user's own that takes them. */
export const folderFor = (wanted: string | undefined, lang: Lang): string | undefined =>
  wanted !== undefined && takesFiles(wanted) ? wanted : ownFolders(lang).find(isMade);

/** Reports beside a form: its name and what they are. */
export const reportFiles = (form: string, folder: string, lang: Lang): readonly string[] =>
  ['.html', '.xlsx'].map(ending => join(folder, `${basename(form, extname(form))}-${REPORT_BESIDE[lang]}${ending}`));

/** What a batch of these is called by: the one that was dropped, if it is one. */
const stemOf = ([only = '', ...more]: readonly string[]): string => {
  const name = basename(resolve(only));
  if (more.length > 0 || name === '') return '';
  return `${statSync(only, { throwIfNoEntry: false })?.isFile() ? basename(name, extname(name)) : name}-`;
};

export const newFolder = (inputs: readonly string[], folder: string, lang: Lang): string => {
  const wanted = join(folder, `${stemOf(inputs)}${RESULTS[lang]}`);
  let number = 1;
  const numbered = (): string => (number === 1 ? wanted : `${wanted}-${number}`);
  while (existsSync(numbered())) number++;
  return numbered();
};

export const folderOf = (path: string): string => dirname(resolve(path));

/** Whether another program, or the file's own mark, keeps it from being written anew. */
export const isHeld = (file: string): boolean => {
  try {
    if (!existsSync(file)) return false;
    accessSync(file, constants.W_OK);
    closeSync(openSync(file, 'r+'));
    return false;
  } catch {
    return true;
  }
};
