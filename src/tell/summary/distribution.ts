import { share } from '../../model/base/share.ts';
import { both } from '../../model/base/text.ts';
import type { RankedCenter } from '../../model/result/summary.ts';
import { LABELS } from '../../words/names.ts';
import { alternatives, pick, voiced } from '../../words/reader.ts';
import { gradeName } from '../../words/scoring/score.ts';
import type { Cell, Chapter } from '../block.ts';
import { chapter, remark } from '../blocks.ts';
import type { Histogram } from '../drawing.ts';
import { column, drawn, headed, type ListColumn, ofPage, tableOf } from '../list.ts';
import type { Part } from './part.ts';
import { shareFormula, shareOf } from './rules.ts';
import { scoreSpreads, spreadsTable } from './spreads.ts';

const BINS = 20;

/** A tick every so many bins. */
const TICK = 4;

/** How many centres have a score in each twentieth of the total; the last takes the total too. */
const binned = (centers: readonly RankedCenter[], total: number): readonly number[] => {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const { row } of centers)
    if (row.score !== undefined) {
      const bin = Math.min(BINS - 1, Math.max(0, Math.floor((Number(row.score.low) / total) * BINS)));
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
  return bins;
};

const histogram = (part: Part): Histogram => {
  const { frame, centers } = part.summary;
  const total = Number(frame.total);
  const edge = (bin: number): number => (bin * total) / BINS;
  const bins = binned(centers, total);
  const said = bins.flatMap((count, bin) =>
    count === 0
      ? []
      : pick(part, `${edge(bin)}～${edge(bin + 1)} 分 ${count} 个`, `${edge(bin)} to ${edge(bin + 1)}: ${count}`),
  );
  return {
    kind: 'histogram',
    label: pick(part, `得分分布：${said.join('，')}`, `distribution of scores: ${said.join(', ')}`),
    caption: voiced(part, {
      zh: `横轴为得分，每格 ${edge(1)} 分；条上的数字为中心数，虚线为各等次的最低分。`,
      en: `Scores in steps of ${edge(1)}; above each bar the number of centres; dashed lines are the least scores of the grades.`,
    }),
    bins,
    ticks: Array.from({ length: BINS / TICK + 1 }, (_, index) => ({
      at: share(String(index * TICK), String(BINS)),
      text: String(edge(index * TICK)),
    })),
    limits: frame.grades
      .filter(({ atLeast }) => atLeast !== '0')
      .map(({ id, atLeast }) => ({ at: share(atLeast, frame.total), text: `${id} ${atLeast}` })),
  };
};

/** Centres with one grade, or with the same grades open. */
export interface Graded {
  readonly part: Part;
  readonly grades: readonly string[];
  readonly count: number;
}

export const gradesIn = (part: Part): readonly Graded[] =>
  part.summary.grades.map(({ grades, count }) => ({ part, grades, count }));

const gradeText = ({ grades, part: { summary, lang } }: Graded): string => {
  const names = grades.map(id => {
    const grade = summary.frame.grades.find(one => one.id === id);
    return grade === undefined ? id : gradeName(grade, lang);
  });
  return alternatives(names, { lang }) + (grades.length === 1 ? '' : both('（未定）', ' (not settled)')[lang]);
};

const gradeBar = ({ grades, count, part }: Graded): Cell => ({
  bar: [
    {
      part: grades.length === 1 ? 'earned' : 'open',
      from: '0',
      to: share(String(count), String(part.summary.count)),
    },
  ],
});

/** A grade a row. */
export const gradeColumns: readonly ListColumn<Graded>[] = [
  column.name('grade', LABELS.grade, 36, gradeText),
  drawn(20, gradeBar),
  column.figure('of', both('中心总数', 'Centres'), 9.5, ({ part }) => part.summary.count),
  column.figure('count', both('该等次', 'Of this grade'), 9.5, ({ count }) => count),
  column.figure('share', both('占比', 'Share'), 9.5, ({ count, part }) => shareOf(count, part.summary.count), {
    share: true,
    bars: 1,
    formula: ({ of }) => shareFormula(of('count'), of('of')),
  }),
];

/** How the scores lie, and the grades that come of them. */
export const distribution = (part: Part): Chapter | undefined => {
  const { score, centers, count } = part.summary;
  if (score === undefined) return undefined;
  const undrawn = voiced(part, {
    zh: `${count} 个中心，不逐个绘制；下表仍按全部中心计算。`,
    en: `${count} centres are too many to draw one by one; the table counts them all.`,
  });
  const grades = gradesIn(part);
  return chapter(
    'distribution',
    pick(part, '得分分布', 'Distribution of scores'),
    centers.length > 0 ? histogram(part) : remark(undrawn),
    ...(scoreSpreads(part).length > 0 ? [spreadsTable(part)] : []),
    remark(
      voiced(part, {
        zh: '横线从最低到最高，方框为中间一半的中心，竖线为中位数，圆点为平均数。',
        en: 'The line runs from the least to the most; the box is the middle half, the stroke the median, the ring the mean.',
      }),
    ),
    ...(grades.length > 0
      ? [
          tableOf(
            { name: 'grades', caption: LABELS.grade[part.lang] },
            headed(ofPage(gradeColumns), part.of),
            grades,
            part.lang,
          ),
        ]
      : []),
  );
};
