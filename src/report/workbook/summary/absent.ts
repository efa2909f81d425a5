import { type Location, placeInFile } from '../../../model/base/location.ts';
import type { Bilingual, Lang } from '../../../model/base/text.ts';
import type { Center } from '../../../model/profile/profile.ts';
import type { RosterSummary, Summary } from '../../../model/result/summary.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import { pick } from '../../../words/reader.ts';
import { ROSTER_STATES } from '../../../words/summary.ts';
import { KIND_NAMES } from '../../batch/rejected.ts';
import type { Rejected } from '../../html/summary/rejected.ts';
import { type Column, putListing } from './listing.ts';
import { LOOK } from './looks.ts';
import { SHEETS } from './words.ts';

/** So many problems are listed; a caller need not keep more. */
export const REJECTED_LISTED = 20_000;

export const UNLISTED: Bilingual = { zh: '不在名册上', en: 'Not on the roster' };

interface Absent {
  readonly kind: string;
  readonly center?: Center;
  readonly location: Location;
  readonly message: string;
}

const STATES = ['not-submitted', 'rejected', 'set-aside'] as const;

const fromRoster = ({ missing, unlisted }: RosterSummary, lang: Lang): readonly Absent[] => [
  ...STATES.flatMap(state =>
    missing
      .filter(entry => entry.state === state)
      .map(({ center, location }) => ({
        kind: ROSTER_STATES[state][lang],
        center,
        location,
        message: pick({ lang }, '名册上的位置见左', 'its place on the roster is on the left'),
      })),
  ),
  ...unlisted.map(({ center, location }) => ({
    kind: UNLISTED[lang],
    center,
    location,
    message: pick({ lang }, '已审核，名册上没有', 'audited, but not on the roster'),
  })),
];

const fromRejected = ({ problems }: Rejected, lang: Lang): readonly Absent[] =>
  problems.slice(0, REJECTED_LISTED).map(({ kind, center, location, message }) => ({
    kind: KIND_NAMES[kind][lang],
    ...(center && { center }),
    location,
    message: message[lang],
  }));

const COLUMNS: readonly Column<Absent>[] = [
  { head: { zh: '类别', en: 'Kind' }, width: 16, look: LOOK.centre, fits: true, value: ({ kind }) => kind },
  { head: { zh: '县区', en: 'County' }, width: 10, look: LOOK.centre, value: ({ center }) => center?.county },
  {
    head: { zh: '乡镇（街道）', en: 'Township' },
    width: 14,
    look: LOOK.text,
    fits: true,
    value: ({ center }) => center?.township,
  },
  { head: { zh: '中心', en: 'Centre' }, width: 26, look: LOOK.text, fits: true, value: ({ center }) => center?.name },
  {
    head: { zh: '文件', en: 'File' },
    width: 30,
    look: LOOK.text,
    fits: true,
    value: ({ location }) => location.file,
  },
  {
    head: { zh: '位置', en: 'Place' },
    width: 12,
    look: LOOK.centre,
    fits: true,
    value: ({ location }) => placeInFile(location),
  },
  { head: { zh: '说明', en: 'Said' }, width: 60, look: LOOK.text, fits: true, value: ({ message }) => message },
];

/** The column of the kinds, for formulas. */
export const KIND_COLUMN = 0;

export const absentOf = ({ roster }: Summary, rejected: Rejected | undefined, lang: Lang): readonly Absent[] => [
  ...(roster ? fromRoster(roster, lang) : []),
  ...(rejected ? fromRejected(rejected, lang) : []),
];

/** Who has no result, and why. */
export const addAbsent = (book: BookWriter, summary: Summary, rejected: Rejected | undefined, lang: Lang): void => {
  const items = absentOf(summary, rejected, lang);
  const left = (rejected?.total ?? 0) - Math.min(rejected?.problems.length ?? 0, REJECTED_LISTED);
  const none = pick(
    { lang },
    '没有未报、拒收或被替代的。',
    'Nobody is missing, and nothing was rejected or superseded.',
  );
  putListing(book, {
    sheet: { name: SHEETS.absent.name[lang] },
    lang,
    title: pick({ lang }, '未报送、拒收和被替代', 'Not submitted, rejected, superseded'),
    note: [
      items.length === 0 ? none : '',
      summary.roster === undefined
        ? pick(
            { lang },
            '本次没有名册（--roster），不能判断谁没有报送。',
            ' No roster was given (--roster), so who did not submit is not known.',
          )
        : pick(
            { lang },
            `名册上应报 ${summary.roster.expected} 个。`,
            ` ${summary.roster.expected} were expected by the roster.`,
          ),
      left > 0
        ? pick({ lang }, `另有 ${left} 条问题，见 rejected.csv。`, ` ${left} more problems: see rejected.csv.`)
        : '',
    ].join(''),
    columns: COLUMNS,
    frozen: 0,
    count: items.length,
    items,
  });
};
