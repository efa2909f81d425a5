import { basename, extname } from 'node:path';
import { isCell, type Location, placeInFile } from '../../model/base/location.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { CenterRow } from '../../model/result/summary.ts';
import { sha256 } from '../../read/files/files.ts';
import { identityOf } from '../run/duplicates.ts';

/** Where the page of each stands, a folder for each county in it. */
export const PAGES: Bilingual = { zh: '各份报告', en: 'reports' };

/** What could not be audited and goes back to its sender. */
const RETURNED: Bilingual = { zh: '退回', en: 'returned' };

/** Whose page it is; `frame` is absent where a profile was rejected. */
export type PageOwner = Pick<CenterRow, 'center' | 'location'> & Partial<Pick<CenterRow, 'frame'>>;

const NO_COUNTY: Bilingual = { zh: '未写县区', en: 'no county' };

/** What a file system keeps for itself, by what looks the same. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};

/** Characters that nobody sees, or that not every system knows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}]/gu;

/** Names that Windows gives to devices, whatever comes after a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(?:\.|$)/iu;

/** In UTF-16 units, so at most three times as many bytes: paths on Windows are short. */
const LONGEST = 60;

const cut = (text: string): string => text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/u, '');

/** A text as a name that every system takes for a file or a folder; empty where nothing is left of it. */
export const fileName = (text: string): string => {
  const seen = text.replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').normalize('NFC');
  const allowed = seen.replaceAll(/[\\/:*?"<>|]/gu, char => FORBIDDEN[char] ?? '').replace(/^[\s.~]+/u, '');
  const name = cut(DEVICE.test(allowed) ? `_${allowed}` : allowed);
  return name.replace(/[\s.]+$/u, '');
};

const isWhole = (location: Location): boolean => !isCell(location) && location.line === 1 && location.column === 1;

const placeName = ({ location }: PageOwner): string => {
  const name = basename(location.file, extname(location.file));
  return isWhole(location) ? name : `${name} ${placeInFile(location)}`;
};

const titleOf = (row: PageOwner): string => {
  const { name, township } = row.center;
  if (name === undefined) return township ?? placeName(row);
  return township === undefined || name.includes(township) ? name : `${township} ${name}`;
};

/** Tells apart what goes by the same name: other townships, other standards. */
const markOf = ({ frame, ...row }: PageOwner): string =>
  sha256(
    (frame === undefined ? undefined : identityOf({ frame, center: row.center })) ??
      JSON.stringify([frame, row.location]),
  ).slice(0, 8);

/** Where a centre's page stands in the folder of the batch: the same for the same centre, whatever else is in the batch. */
export const pagePath = (row: PageOwner, lang: Lang, ending: string): string => {
  const county = row.frame === undefined ? RETURNED[lang] : fileName(row.center.county ?? '') || NO_COUNTY[lang];
  const title = fileName(titleOf(row)) || fileName(placeName(row));
  return `${PAGES[lang]}/${county}/${title}-${markOf(row)}${ending}`;
};
