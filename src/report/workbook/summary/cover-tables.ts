import type { Spread } from '../../../model/result/summary.ts';
import { cellName, rangeName } from '../../../sheets/address.ts';
import type { Cell, CellValue } from '../../../sheets/write/cell.ts';
import { clauseText, OBLIGATION_NAMES } from '../../../words/names.ts';
import { frameTitle, GATE_NAMES, SPREAD_NAMES } from '../../../words/summary.ts';
import { COLUMNS, type Cover, group, heading, heads, line, say, WIDTHS } from './cover-lines.ts';
import { LOOK, withPlaces } from './looks.ts';
import type { Part } from './part.ts';
import { gradesText, rankingRange } from './ranking.ts';
import { shareOf } from './rules.ts';
import { isValue, KEYS, spreadFormula } from './sections.ts';
import { NO_FIGURE } from './words.ts';

/** Clauses named of each standard. */
const MOST_FAILED = 5;

const GATES = ['passed', 'failed', 'undecided'] as const;

/** Live where the ranking has every centre. */
const live = ({ rows, summary }: Part, formula: () => string, result: number): CellValue =>
  rows > 0 && rows === summary.count ? { formula: formula(), result } : result;

/** The second figure of a row as a share of the first. */
const shareIn = (part: number, whole: number, row: number): CellValue => ({
  formula: `IF(${cellName(row, 2)}=0,"${NO_FIGURE}",ROUNDDOWN(ROUND(${cellName(row, 3)}/${cellName(row, 2)},9),2))`,
  result: shareOf(part, whole),
});

/** The column of shares, where a row has one. */
const SHARES = 4;

/** Bars behind the shares of the rows from one to the last. */
const shareBars = ({ sheet }: Cover, first: number): void => {
  const last = sheet.next() - 1;
  if (last >= first)
    sheet.bars({ range: rangeName({ top: first, left: SHARES, bottom: last, right: SHARES }), most: 1 });
};

type End = 'low' | 'high';

const spreadCell = (part: Part, end: End, key: keyof Omit<Spread, 'count'>): Cell => {
  const look = isValue(key) ? withPlaces(LOOK.number, part.places) : LOOK.mean;
  const spread = part.summary.score?.[end];
  if (spread === undefined) return [NO_FIGURE, look];
  return [live(part, () => spreadFormula(key, rankingRange(part, end)), Number(spread[key])), look];
};

const overviewRow = (cover: Cover, part: Part): void => {
  const { count, gate, frame } = part.summary;
  const row = cover.sheet.next();
  line(cover, frameTitle(frame, cover.lang), [
    [live(part, () => `COUNTA(${rankingRange(part, 'name')})`, count), LOOK.number],
    ...GATES.map(
      (verdict): Cell => [
        live(part, () => `COUNTIF(${rankingRange(part, 'gate')},"${GATE_NAMES[verdict][cover.lang]}")`, gate[verdict]),
        LOOK.number,
      ],
    ),
    [shareIn(gate.passed, count, row), LOOK.share],
    spreadCell(part, 'low', 'mean'),
    spreadCell(part, 'low', 'middle'),
    spreadCell(part, 'high', 'mean'),
  ]);
};

const sum = (parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((total, part) => total + of(part), 0);

const totalRow = (cover: Cover, first: number): void => {
  const { parts, sheet } = cover;
  const row = sheet.next();
  const total = (column: number, result: number): Cell => [
    { formula: `SUM(${rangeName({ top: first, left: column, bottom: row - 1, right: column })})`, result },
    LOOK.total,
  ];
  const share = shareIn(
    sum(parts, ({ summary }) => summary.gate.passed),
    sum(parts, ({ summary }) => summary.count),
    row,
  );
  sheet.row([
    [say(cover, '合计', 'Total'), LOOK.totalText],
    total(
      2,
      sum(parts, ({ summary }) => summary.count),
    ),
    ...GATES.map((verdict, index) =>
      total(
        3 + index,
        sum(parts, ({ summary }) => summary.gate[verdict]),
      ),
    ),
    [share, LOOK.totalShare],
    ...WIDTHS.slice(6).map((): Cell => [undefined, LOOK.total]),
  ]);
};

const OVERVIEW = {
  zh: ['标准', '中心数', '通过', '不通过', '待定', '通过率', '平均得分', '中位得分', '平均可达'],
  en: ['Standard', 'Centres', 'Passed', 'Failed', 'Undecided', 'Share passed', 'Mean score', 'Median', 'Mean, up to'],
} as const;

/** How many centres pass, and where they stand on the whole. */
export const overview = (cover: Cover): void => {
  const { parts, lang, sheet } = cover;
  heading(cover, '二、总体情况', '2. Overview');
  heads(cover, OVERVIEW[lang]);
  const first = sheet.next();
  for (const part of parts) overviewRow(cover, part);
  if (parts.length > 1) totalRow(cover, first);
};

/** Means and quartiles of the scores. */
export const spreads = (cover: Cover): void => {
  const { parts, lang } = cover;
  heading(cover, '三、得分分布', '3. Distribution of scores');
  heads(cover, [say(cover, '得分', 'Score'), ...SPREAD_NAMES[lang]]);
  for (const part of parts) {
    group(cover, part);
    for (const end of ['low', 'high'] as const) {
      const name = end === 'low' ? say(cover, '得分', 'Score') : say(cover, '可达', 'Up to');
      line(
        cover,
        name,
        KEYS.map(key => spreadCell(part, end, key)),
      );
    }
  }
};

/** A text as a criterion that nothing but itself meets. */
const criterion = (text: string): string => `"=${text.replaceAll(/[~*?]/gu, '~$&').replaceAll('"', '""')}"`;

const gradeRow = (cover: Cover, part: Part, grades: readonly string[], count: number): void => {
  const { sheet } = cover;
  const text = gradesText(grades, part);
  const open = grades.length > 1 ? say(cover, '（未定）', ' (not settled)') : '';
  const row = sheet.next();
  const all = live(part, () => `COUNTA(${rankingRange(part, 'name')})`, part.summary.count);
  line(cover, text + open, [
    [all, LOOK.number],
    [live(part, () => `COUNTIF(${rankingRange(part, 'grade')},${criterion(text)})`, count), LOOK.number],
    [shareIn(count, part.summary.count, row), LOOK.share],
  ]);
};

/** How many centres have which grade, or which grades open. */
export const grades = (cover: Cover): void => {
  heading(cover, '四、等次', '4. Grades');
  heads(cover, [
    say(cover, '等次', 'Grade'),
    ...say(cover, '中心总数 该等次 占比', 'Centres Of-this-grade Share')
      .split(' ')
      .map(head => head.replaceAll('-', ' ')),
  ]);
  const first = cover.sheet.next();
  for (const part of cover.parts) {
    group(cover, part);
    for (const { grades: ids, count } of part.summary.grades) gradeRow(cover, part, ids, count);
  }
  shareBars(cover, first);
};

const failedRows = (cover: Cover, part: Part): void => {
  const { sheet, lang } = cover;
  const { rules, frame } = part.summary;
  for (const { rule, counts } of rules.filter(({ counts: { fail } }) => fail > 0).slice(0, MOST_FAILED)) {
    const about = frame.rules[rule];
    if (about === undefined) continue;
    const row = sheet.next();
    const title = about.title[lang];
    line(
      cover,
      clauseText(about),
      [
        [counts.fail + counts.unknown + counts.pass, LOOK.number],
        [counts.fail, LOOK.number],
        [shareIn(counts.fail, counts.fail + counts.unknown + counts.pass, row), LOOK.share],
        [OBLIGATION_NAMES[about.obligation][lang], LOOK.centre],
        [title, LOOK.text],
        ...WIDTHS.slice(6).map((): Cell => [undefined, LOOK.text]),
      ],
      [[title, WIDTHS.slice(5)]],
    );
    sheet.merge({ top: row, left: 6, bottom: row, right: COLUMNS });
  }
};

/** What most centres fail. */
export const failed = (cover: Cover): void => {
  const { sheet } = cover;
  heading(
    cover,
    `五、不符合最多的条款（每个标准前 ${MOST_FAILED} 条）`,
    `5. Most failed clauses (the first ${MOST_FAILED} of each)`,
  );
  const first = sheet.next() + 1;
  heads(cover, [
    say(cover, '条款', 'Clause'),
    say(cover, '适用中心', 'Applies to'),
    say(cover, '不符合', 'Failed'),
    say(cover, '比例', 'Share'),
    say(cover, '约束', 'Obligation'),
    say(cover, '要求', 'Requirement'),
    '',
    '',
    '',
  ]);
  sheet.merge({ top: first - 1, left: 6, bottom: first - 1, right: COLUMNS });
  for (const part of cover.parts) {
    group(cover, part);
    failedRows(cover, part);
  }
  shareBars(cover, first);
};
