import { type Location, placeInFile } from '../../model/base/location.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import { type Center, nameOf } from '../../model/profile/profile.ts';
import { CSV_MARK, csvLines } from '../../sheets/write/csv.ts';

/** A problem in words, of an input that gave no result or none that counts. */
export interface RejectedProblem {
  readonly kind: 'rejected' | 'superseded' | 'noted' | 'broken';
  readonly file: string;
  readonly center?: Center;
  readonly code: string;
  readonly message: Bilingual;
  readonly location: Location;
}

const HEAD: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['文件', '位置', '中心', '处理', '问题', '代码'],
  en: ['file', 'place', 'centre', 'treatment', 'problem', 'code'],
};

export const KIND_NAMES: Readonly<Record<RejectedProblem['kind'], Bilingual>> = {
  rejected: { zh: '拒收', en: 'rejected' },
  superseded: { zh: '被替代', en: 'superseded' },
  noted: { zh: '提示', en: 'note' },
  broken: { zh: '内部错误', en: 'internal error' },
};

/** The first line, after the mark by which spreadsheets know UTF-8. */
export const rejectedHead = (lang: Lang): string => CSV_MARK + csvLines([HEAD[lang]]);

export const rejectedRow = ({ kind, file, center, code, message, location }: RejectedProblem, lang: Lang): string =>
  csvLines([
    [
      file,
      placeInFile(location),
      center === undefined ? '' : nameOf(center),
      KIND_NAMES[kind][lang],
      message[lang],
      code,
    ],
  ]);
