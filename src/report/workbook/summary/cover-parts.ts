import type { Lang } from '../../../model/base/text.ts';
import { cellName, onSheet } from '../../../sheets/address.ts';
import { chosen, headed } from '../../../tell/list.ts';
import { absentList } from '../../../tell/summary/absent.ts';
import { gradeColumns, gradesIn } from '../../../tell/summary/distribution.ts';
import { GATES, overviewColumns, submissionColumns } from '../../../tell/summary/document.ts';
import { lostColumns, lostIn } from '../../../tell/summary/lost.ts';
import { gradesText, rankingList } from '../../../tell/summary/ranking.ts';
import { rulesColumns, rulesOf, shareFormula, shareOf } from '../../../tell/summary/rules.ts';
import { isSpreadKey, scoreSpreads, spreadColumns, spreadFormula } from '../../../tell/summary/spreads.ts';
import { ROSTER_STATES, rosterTexts, UNLISTED } from '../../../words/batch.ts';
import { LABELS } from '../../../words/names.ts';
import { SUMMARY_SHEETS } from '../../../words/sheets.ts';
import { GATE_NAMES } from '../../../words/summary.ts';
import { cellValue, listRange } from '../list.ts';
import { across, type Cover, heading, WIDTHS } from './cover-lines.ts';
import { countFormula, putTable, sumCell } from './cover-tables.ts';
import { LOOK } from './looks.ts';
import type { Part } from './part.ts';

/** Clauses named of each standard. */
const MOST_FAILED = 5;

/** Whether the ranking has every centre, so that figures can be reckoned from it. */
const isRanked = ({ rows, summary }: Part): boolean => rows > 0 && rows === summary.count;

/** A column of the ranking from the first centre to the last. */
const rankingRange = (part: Part, key: string): string => listRange({ ...rankingList(part), count: part.rows }, key);

const ranked = (part: Part, key: string): string => onSheet(part.tab('ranking'), rankingRange(part, key));

const countText = (part: Part, key: string, text: string): string | undefined =>
  countFormula(part.tab('ranking'), rankingRange(part, key), text);

/** What the list of the absent calls those that a figure of the cover counts. */
const countedKinds = (lang: Lang): ReadonlyMap<string, string> =>
  new Map([
    ['absent', ROSTER_STATES['not-submitted'][lang]],
    ['unreadable', ROSTER_STATES.unreadable[lang]],
    ['unlisted', UNLISTED[lang]],
  ]);

/** How many came in, who did not, and whose submission cannot be read: in figures, and by name. */
export const submissions = (cover: Cover): void => {
  const { summary, options, lang } = cover;
  const { roster } = summary;
  const list = absentList(summary, options.rejected, lang);
  const kinds = listRange({ ...list, count: list.items.length }, 'kind');
  const counted = countedKinds(lang);
  heading(cover, '报送情况', 'Submissions');
  putTable(cover, {
    columns: submissionColumns(cover),
    groups: [{ items: [summary] }],
    live: key => {
      const text = counted.get(key);
      return text && roster && countFormula(SUMMARY_SHEETS.absent.name[lang], kinds, text);
    },
  });
  for (const text of roster ? rosterTexts(roster) : []) across(cover, text[lang], LOOK.note);
};

const OVERVIEW: Readonly<Record<string, (part: Part) => string | undefined>> = {
  count: part => `COUNTA(${ranked(part, 'name')})`,
  passed: part => countText(part, 'gate', GATE_NAMES.passed[part.lang]),
  failed: part => countText(part, 'gate', GATE_NAMES.failed[part.lang]),
  undecided: part => countText(part, 'gate', GATE_NAMES.undecided[part.lang]),
  mean: part => spreadFormula('mean', ranked(part, 'low')),
  middle: part => spreadFormula('middle', ranked(part, 'low')),
  best: part => spreadFormula('mean', ranked(part, 'high')),
};

const sum = (parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((total, part) => total + of(part), 0);

const totalRow = (cover: Cover, first: number): void => {
  const { parts, sheet } = cover;
  const row = sheet.next();
  const count = sum(parts, ({ summary }) => summary.count);
  const gates = GATES.map(gate => sum(parts, ({ summary }) => summary.gate[gate]));
  const result = cellValue({ kind: 'figure' }, shareOf(gates[0] ?? 0, count)) ?? '';
  sheet.row([
    [LABELS.total[cover.lang], LOOK.totalText],
    ...[count, ...gates].map((total, index) => sumCell(cover, index + 2, first, total)),
    [{ formula: shareFormula(cellName(row, 3), cellName(row, 2)), result }, LOOK.totalShare],
    ...WIDTHS.slice(6).map(() => [undefined, LOOK.total] as const),
  ]);
};

/** How many centres pass, and where they stand on the whole. */
export const overview = (cover: Cover): void => {
  const { parts, lang } = cover;
  heading(cover, '总体情况', 'Overview');
  const first = putTable<Part>(cover, {
    columns: overviewColumns(parts, lang),
    groups: [{ items: parts }],
    reckoned: ['share'],
    live: (key, part) => (isRanked(part) ? OVERVIEW[key]?.(part) : undefined),
  });
  if (parts.length > 1) totalRow(cover, first);
};

/** Means and quartiles of the scores. */
export const spreads = (cover: Cover): void => {
  const { parts } = cover;
  heading(cover, '得分分布', 'Distribution of scores');
  putTable(cover, {
    columns: spreadColumns(LABELS.score, '', Math.max(0, ...parts.flatMap(scoreSpreads).map(({ places }) => places))),
    groups: parts.map(part => ({
      part,
      items: scoreSpreads(part).map((spread, index) => ({
        ...spread,
        part,
        end: (['low', 'high'] as const)[index] ?? 'low',
      })),
    })),
    live: (key, { part, end }) =>
      isRanked(part) && isSpreadKey(key) ? spreadFormula(key, ranked(part, end)) : undefined,
  });
};

/** How many centres have which grade, or which grades open. */
export const grades = (cover: Cover): void => {
  heading(cover, '等次', 'Grades');
  putTable(cover, {
    columns: headed(gradeColumns, cover.of),
    groups: cover.parts.map(part => ({ part, items: gradesIn(part).map(graded => ({ ...graded, part })) })),
    reckoned: ['share'],
    live: (key, { part, grades: ids }) => {
      if (!isRanked(part)) return undefined;
      if (key === 'of') return `COUNTA(${ranked(part, 'name')})`;
      const { frame } = part.summary;
      return key === 'count' ? countText(part, 'grade', gradesText(ids, frame, part.lang)) : undefined;
    },
  });
};

export const failed = (cover: Cover): void => {
  const title = [
    `不符合最多的条款（每个标准前 ${MOST_FAILED} 条）`,
    `Most failed clauses (the first ${MOST_FAILED} of each)`,
  ] as const;
  heading(cover, ...title);
  putTable(cover, {
    columns: chosen(
      headed(rulesColumns(cover.lang, false), cover.of),
      'clause',
      'applies',
      'fail',
      'share',
      'obligation',
      'title',
    ),
    groups: cover.parts.map(part => ({
      part,
      items: rulesOf(part)
        .filter(({ tally }) => tally.counts.fail > 0)
        .slice(0, MOST_FAILED),
    })),
    reckoned: ['share'],
  });
};

/** The rows of a scorecard on which most is lost. */
export const lostRows = (cover: Cover): void => {
  const title = [
    `失分最多的评分项（每张评分表前 ${MOST_FAILED} 项）`,
    `Rows that lose most (the first ${MOST_FAILED} of each)`,
  ] as const;
  heading(cover, ...title);
  putTable(cover, {
    columns: headed(lostColumns(cover.lang), cover.of),
    groups: cover.parts.map(part => ({ part, items: lostIn(part).slice(0, MOST_FAILED) })),
  });
};
