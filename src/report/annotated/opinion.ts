import { isCell, type Location, placeInFile } from '../../model/base/location.ts';
import type { Problem } from '../../model/base/problem.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { cellName, onSheet } from '../../sheets/address.ts';
import type { Cell } from '../../sheets/write/cell.ts';
import { type Look, SONG } from '../../sheets/write/look.ts';
import { type SheetSetting, sheetXml } from '../../sheets/write/sheet.ts';
import type { LookNumbers } from '../../sheets/write/styles.ts';
import { detailText, foundText, placesOf, tellFinding } from '../../tell/audit/finding.ts';
import { type Subject, subjectOf, type Telling } from '../../tell/audit/subject.ts';
import { centerName, OUTCOME_NAMES } from '../../words/names.ts';
import { problemText } from '../../words/problems/problems.ts';
import { FOOTER } from '../workbook/style.ts';

/** The name of the sheet that is added; the reader of profiles leaves it alone. */
export const OPINION_SHEET = '审核意见';

/** A failure, an unknown or what could not be read, as it goes into the workbook. */
export interface Opinion {
  readonly outcome: 'fail' | 'unknown' | 'unread';
  readonly center: string;
  readonly clause: string;
  readonly title: string;
  readonly expected: string;
  readonly actual: string;
  readonly shortfall: string;
  readonly toDo: string;
  readonly places: readonly Location[];
  readonly row: number;
}

export const HEAD_ROW = 2;

const opinionOf = (scored: ScoredFinding, subject: Subject): Omit<Opinion, 'row' | 'center'> | undefined => {
  const { finding } = scored;
  if (finding.outcome !== 'fail' && finding.outcome !== 'unknown') return undefined;
  const words = tellFinding(scored, subject);
  const { root } = subject.audit.profile;
  return {
    outcome: finding.outcome,
    clause: words.clause,
    title: words.title,
    expected: detailText(words, 'asked'),
    actual: foundText(words, subject.lang),
    shortfall: detailText(words, 'gap'),
    toDo: detailText(words, finding.outcome === 'fail' ? 'remedy' : 'verify'),
    places: placesOf(finding, root).filter(place => isCell(place) && place !== root),
  };
};

/** A problem at a cell; nothing where it has no cell. */
const problemOpinion = (found: Problem, lang: Lang): readonly Omit<Opinion, 'row'>[] =>
  isCell(found.location)
    ? [
        {
          outcome: 'unread',
          center: '',
          clause: '',
          title: problemText(found, lang),
          expected: '',
          actual: '',
          shortfall: '',
          toDo: '',
          places: [found.location],
        },
      ]
    : [];

/** What could not be read, what is not met, then what is unknown, centre by centre; waived findings are not complained of. */
export const opinionsOf = (
  audits: readonly Audit[],
  problems: readonly Problem[],
  telling: Telling,
): readonly Opinion[] =>
  [
    ...problems.flatMap(found => problemOpinion(found, telling.lang)),
    ...audits.flatMap(audit => {
      const subject = subjectOf(audit, telling);
      return (['fail', 'unknown'] as const).flatMap(outcome =>
        audit.findings
          .filter(scored => scored.waived === undefined && scored.finding.outcome === outcome)
          .flatMap(scored => opinionOf(scored, subject) ?? [])
          .map(opinion => ({ ...opinion, center: centerName(audit) })),
      );
    }),
  ].map((opinion, index) => ({ ...opinion, row: HEAD_ROW + 1 + index }));

const NAMES = { fail: OUTCOME_NAMES.fail, unknown: OUTCOME_NAMES.unknown, unread: both('读不懂', 'not read') } as const;

const line = (zh: string, en: string, text: string, lang: Lang): string =>
  text === '' ? '' : `${both(`${zh}：`, `${en}: `)[lang]}${text}`;

export const noteText = (opinion: Opinion, lang: Lang): string =>
  [
    [NAMES[opinion.outcome][lang], opinion.clause, opinion.title].filter(text => text !== '').join('　'),
    line('要求', 'Asked', opinion.expected, lang),
    line('申报', 'Found', opinion.actual, lang),
    line('差距', 'Gap', opinion.shortfall, lang),
    line('怎样做', 'To do', opinion.toDo, lang),
    both(`见“${OPINION_SHEET}”第 ${opinion.row} 行`, `row ${opinion.row} of ${OPINION_SHEET}`)[lang],
  ]
    .filter(text => text !== '')
    .join('\n');

const COLUMNS: readonly (readonly [
  zh: string,
  en: string,
  width: number,
  value: (opinion: Opinion, lang: Lang) => string,
])[] = [
  ['位置', 'Place', 16, ({ places }) => (places[0] ? placeInFile(places[0]) : '—')],
  ['结果', 'Outcome', 9, ({ outcome }, lang) => NAMES[outcome][lang]],
  ['条款', 'Clause', 12, ({ clause }) => clause],
  ['事项', 'Title', 24, ({ title }) => title],
  ['要求', 'Asked', 34, ({ expected }) => expected],
  ['申报', 'Found', 30, ({ actual }) => actual],
  ['差距', 'Gap', 22, ({ shortfall }) => shortfall],
  ['怎样做', 'To do', 44, ({ toDo }) => toDo],
  ['名称', 'Name', 26, ({ center }) => center],
];

/** The colours of what is found at a cell. */
export const MARK_FILLS = { fail: 'FFF9CFD3', unknown: 'FFFFEFB5', unread: 'FFE4CCF2' } as const;

const TEXT: Look = { font: SONG, size: 11, across: 'left', down: 'top', wrap: true };
const HEAD: Look = { ...TEXT, bold: true, fill: 'FFD9E5F0' };
const LINK: Look = { ...TEXT, underline: true, ink: 'FF1F4E79' };
const MARKS = {
  fail: { ...TEXT, fill: MARK_FILLS.fail },
  unknown: { ...TEXT, fill: MARK_FILLS.unknown },
  unread: { ...TEXT, fill: MARK_FILLS.unread },
} as const;

/** A place as a link inside the workbook. */
const linkTo = (location: Location | undefined): string | undefined =>
  location !== undefined && isCell(location) ? onSheet(location.sheet, location.cell) : undefined;

const SETTING: SheetSetting = {
  name: OPINION_SHEET,
  widths: COLUMNS.map(([, , width]) => width),
  orientation: 'landscape',
  frozen: { rows: HEAD_ROW, columns: 0 },
};

/** The sheet of findings, each linked to the cell that it is about. */
export const opinionSheet = (opinions: readonly Opinion[], styles: LookNumbers, lang: Lang): string =>
  sheetXml(SETTING, { styles, footer: FOOTER[lang] }, sheet => {
    const title = both(
      `审核意见：共 ${opinions.length} 条。按“位置”点到单元格，改好后存盘再报。`,
      `${opinions.length} findings. Follow the place to its cell, mend it, save and submit again.`,
    )[lang];
    sheet.row([[title, { ...TEXT, wrap: false }]]);
    sheet.row(COLUMNS.map((column): Cell => [column[lang === 'zh' ? 0 : 1], HEAD]));
    for (const opinion of opinions) {
      const target = linkTo(opinion.places[0]);
      const looks = [target === undefined ? TEXT : LINK, MARKS[opinion.outcome]];
      const row = sheet.row(COLUMNS.map(([, , , value], index): Cell => [value(opinion, lang), looks[index] ?? TEXT]));
      if (target !== undefined) sheet.link(cellName(row, 1), { location: target });
    }
    sheet.filter({ top: HEAD_ROW, left: 1, bottom: HEAD_ROW + opinions.length, right: COLUMNS.length });
  });
