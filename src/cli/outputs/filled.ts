import { readFileSync } from 'node:fs';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { type Place, placeOf } from './place.ts';
import { isUnchangedReport } from './report-file.ts';

export const FILLED = (said: string, isInFolder: boolean): Bilingual => ({
  zh: `已有“${said}”，里面也许有人填过、改过；请用 -o 另写一个${isInFolder ? '文件夹' : '文件'}，或先把它移走`,
  en: `"${said}" is there already and somebody may have filled it in; name another ${isInFolder ? 'folder' : 'file'} with -o, or move it away`,
});

/** Whoever saves a workbook or a document puts a name into it: with ours, nobody has touched it since. */
const isOwnPackage = async (bytes: Uint8Array): Promise<boolean> => {
  const { lastWriterOf } = await import('../../sheets/read/parts.ts');
  return lastWriterOf(bytes) === 'duibiao';
};

const BEGINNING = 4_000;

/** Heads of our lists from the first column to the last, after which remarks are added, and of our data: neither has room for a digest. */
const OWN_DATA: readonly RegExp[] = [
  /^\uFEFF(?:名称,(?:县区,乡镇,|变化,条款,)[^\n]*,(?:指纹|规则|重复失分项)|Name,(?:County,Township,|Change,Clause,)[^\n]*,(?:Fingerprint|Rule|Which))\r\n/u,
  /^\[?\s*\{\s*"schemaVersion":\s*"[\d.]+",\s*"(?:tool|rounds)":/u,
  /^\{.*"driver":\s*\{\s*"name":\s*"duibiao"/su,
  /^\[\s*\{\s*"description":.*"check_name":/su,
  /^\{\s*"left":.*"unshown":/su,
];

/** A list without entries, or an empty file. */
const NOTHING = /^\[?\s*\]?\s*$/u;

/** Whether a file is a report of ours as it was written, or nothing at all. */
const isOwn = async (file: string): Promise<boolean> => {
  const bytes = readFileSync(file);
  if (bytes.toString('latin1', 0, 2) === 'PK') return isOwnPackage(bytes);
  const beginning = bytes.toString('utf8', 0, BEGINNING);
  return (
    (bytes.length < BEGINNING && NOTHING.test(beginning)) ||
    OWN_DATA.some(pattern => pattern.test(beginning)) ||
    isUnchangedReport(bytes)
  );
};

/** Whether somebody may have written a file, or written into it: no report takes the place of it. */
export const isSomebodys = async ({ said, node, isFolder }: Place): Promise<boolean> =>
  node !== undefined && !isFolder && !(await isOwn(said));

/** The same of a file that a command names by itself, in its folder or beside its output; it is said where it is so. */
export const isHeldBack = async (
  file: string,
  isInFolder: boolean,
  lang: Lang,
  terminal: Terminal,
): Promise<boolean> => {
  const isHeld = await isSomebodys(placeOf(file));
  if (isHeld) errLine(terminal, FILLED(file, isInFolder)[lang]);
  return isHeld;
};
