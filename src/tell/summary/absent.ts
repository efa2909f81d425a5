import { type Location, placeInFile } from '../../model/base/location.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import { type Center, nameOf } from '../../model/profile/profile.ts';
import type { RosterEntry, RosterSummary, Summary, Unsubmitted } from '../../model/result/summary.ts';
import { calledOf, ROSTER_STATES, TREATMENTS, type Treatment, UNCLAIMED, UNLISTED } from '../../words/batch.ts';
import { LABELS } from '../../words/names.ts';
import { pick, type Voice } from '../../words/reader.ts';
import type { Block, Chapter, Text } from '../block.ts';
import { chapter, heading, paragraph } from '../blocks.ts';
import { chosen, column, headed, type List, type ListColumn, leftOut, tableOf } from '../list.ts';
import { whereOf } from './part.ts';

/** A problem in words, of an input that gave no result or none that counts. */
export interface RejectedProblem {
  readonly kind: Treatment;
  readonly file: string;
  readonly center?: Center;
  readonly code: string;
  readonly message: Bilingual;
  readonly location: Location;
}

/** Problems of inputs without a result: the first of them, and how many there are in all. */
export interface Rejected {
  readonly problems: readonly RejectedProblem[];
  readonly total: number;
}

/** So many problems are listed in a workbook; a caller need not keep more. */
export const REJECTED_LISTED = 20_000;

/** A centre without a result, or an input that gave none. */
export interface Absent {
  readonly kind: string;
  readonly center?: Center;
  readonly location: Location;
  readonly message: string;
}

const STATES = ['not-submitted', 'unreadable', 'rejected', 'set-aside'] as const;

const rosterPlace = ({ location, arrived }: Unsubmitted, lang: Lang): string => {
  if (arrived === undefined) return both('名册上的位置见左', 'its place on the roster is on the left')[lang];
  const place = `${location.file} ${placeInFile(location)}`;
  return both(`名册上的位置：${place}`, `on the roster: ${place}`)[lang];
};

const fromRoster = ({ missing, unlisted, unclaimed }: RosterSummary, lang: Lang): readonly Absent[] => [
  ...STATES.flatMap(state =>
    missing
      .filter(entry => entry.state === state)
      .map(entry => ({
        kind: ROSTER_STATES[state][lang],
        center: entry.center,
        location: entry.arrived ?? entry.location,
        message: rosterPlace(entry, lang),
      })),
  ),
  ...unclaimed.map(location => ({
    kind: UNCLAIMED[lang],
    location,
    message: both('未报送的可能在其中', 'who seems missing may be among them')[lang],
  })),
  ...unlisted.map(({ center, location }) => ({
    kind: UNLISTED[lang],
    center,
    location,
    message: both('已审核，名册上没有', 'audited, but not on the roster')[lang],
  })),
];

const fromRejected = ({ problems }: Rejected, lang: Lang): readonly Absent[] =>
  problems.slice(0, REJECTED_LISTED).map(({ kind, center, location, message }) => ({
    kind: TREATMENTS[kind][lang],
    ...(center && { center }),
    location,
    message: message[lang],
  }));

/** A centre or an input a row. */
const ABSENT_COLUMNS: readonly ListColumn<Absent>[] = [
  column.short('kind', both('类别', 'Kind'), 20, ({ kind }) => kind),
  column.short('county', both('县区', 'County'), 10, ({ center }) => center?.county),
  column.text('township', both('乡镇（街道）', 'Township'), 14, ({ center }) => center?.township),
  column.text('name', LABELS.center, 26, ({ center }) => center?.name),
  column.name('file', both('文件', 'File'), 30, ({ location }) => location.file),
  column.place('place', LABELS.place, 12, ({ location }) => placeInFile(location)),
  column.text('message', LABELS.note, 60, ({ message }) => message),
];

const rosterNote = (roster: RosterSummary | undefined, lang: Lang): string =>
  roster === undefined
    ? both(
        '本次没有名册（--roster），不能判断谁没有报送。',
        ' No roster was given (--roster), so who did not submit is not known.',
      )[lang]
    : both(`名册上应报 ${roster.expected} 个。`, ` ${roster.expected} were expected by the roster.`)[lang];

/** Who has no result, and why. */
export const absentList = (summary: Summary, rejected: Rejected | undefined, lang: Lang): List<Absent> => {
  const { roster } = summary;
  const items = [...(roster ? fromRoster(roster, lang) : []), ...(rejected ? fromRejected(rejected, lang) : [])];
  const left = (rejected?.total ?? 0) - Math.min(rejected?.problems.length ?? 0, REJECTED_LISTED);
  const notes = [
    items.length === 0
      ? both('没有未报、拒收或被替代的。', 'Nobody is missing, and nothing was rejected or superseded.')[lang]
      : '',
    rosterNote(roster, lang),
    left > 0 ? both(`另有 ${left} 条问题，见 rejected.csv。`, ` ${left} more problems: see rejected.csv.`)[lang] : '',
  ];
  return {
    title: both('未报送、拒收和被替代', 'Not submitted, rejected, superseded')[lang],
    note: notes.join(''),
    columns: headed(ABSENT_COLUMNS, calledOf(summary)),
    items,
  };
};

/** So many names are listed on a page of each kind. */
const MOST = 300;

const nameText = ({ center, location }: RosterEntry, arrived: Location | undefined): Text => {
  const where = [whereOf(center), arrived?.file ?? ''].filter(part => part !== '').join(' ');
  return [nameOf(center, location.file), ...(where === '' ? [] : [' ', { text: where, soft: true as const }])];
};

const names = <T>(title: string, things: readonly T[], lang: Lang, nameOf: (thing: T) => Text): readonly Block[] => {
  if (things.length === 0) return [];
  return [
    heading(1, title + both(`（${things.length} 个）`, ` (${things.length})`)[lang]),
    { kind: 'list', style: 'names', items: things.slice(0, MOST).map(nameOf) },
    ...leftOut(things.length - MOST, 'summary.xlsx', lang),
  ];
};

/** Who was expected and has no result, and who has one and was not expected. */
export const rosterChapter = (roster: RosterSummary, voice: Voice): Chapter => {
  const { lang } = voice;
  const { expected, missing, unlisted, unclaimed } = roster;
  return chapter(
    'roster',
    both(`报送情况（应报 ${expected} 个）`, `Who submitted (${expected} expected)`)[lang],
    ...(missing.length === 0
      ? [paragraph(pick(voice, '名册上的中心都已报送并有结果。', 'Every centre on the roster has a result.'))]
      : []),
    ...STATES.flatMap(state => {
      const entries = missing.filter(entry => entry.state === state);
      return names(ROSTER_STATES[state][lang], entries, lang, entry => nameText(entry, entry.arrived));
    }),
    ...names(UNCLAIMED[lang], unclaimed, lang, ({ file }) => file),
    ...names(UNLISTED[lang], unlisted, lang, entry => nameText(entry, undefined)),
  );
};

/** So many problems are shown on a page. */
const REJECTED_SHOWN = 200;

/** What could not be audited, with every reason and its place. */
export const rejectedChapter = (rejected: Rejected, { lang, of }: Required<Voice>): Chapter | undefined => {
  const { problems, total } = rejected;
  const shown = fromRejected(rejected, lang).slice(0, REJECTED_SHOWN);
  const columns = chosen(headed(ABSENT_COLUMNS, of), 'file', 'name', 'kind', 'place', 'message');
  if (problems.length === 0) return undefined;
  return chapter(
    'rejected',
    both(`拒收和提示（${total} 条）`, `Rejections and notes (${total})`)[lang],
    tableOf({ name: 'rejections' }, columns, shown, lang),
    ...leftOut(total - shown.length, 'rejected.csv', lang),
  );
};
