import { placeInFile } from '../../model/base/location.ts';
import type { Lang } from '../../model/base/text.ts';
import { nameOf } from '../../model/profile/profile.ts';
import { CSV_MARK, csvLines } from '../../sheets/write/csv.ts';
import type { RejectedProblem } from '../../tell/summary/absent.ts';
import { TREATMENTS } from '../../words/batch.ts';

const HEAD: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['文件', '位置', '名称', '处理', '问题', '代码'],
  en: ['file', 'place', 'name', 'treatment', 'problem', 'code'],
};

/** The first line, after the mark by which spreadsheets know UTF-8. */
export const rejectedHead = (lang: Lang): string => CSV_MARK + csvLines([HEAD[lang]]);

export const rejectedRow = ({ kind, file, center, code, message, location }: RejectedProblem, lang: Lang): string =>
  csvLines([
    [
      file,
      placeInFile(location),
      center === undefined ? '' : nameOf(center),
      TREATMENTS[kind][lang],
      message[lang],
      code,
    ],
  ]);
