import type { RankedCenter, Spread } from '../../../model/result/summary.ts';
import { pick } from '../../../words/reader.ts';
import { SPREAD_NAMES } from '../../../words/summary.ts';
import { share } from '../bar.ts';
import { aligned, placesOf } from '../figures.ts';
import { type Content, html, type Markup } from '../markup.ts';
import type { Chapter, Part } from './part.ts';

const BINS = 20;

const HEIGHT = 150;
/** Room over the bars for their figures, and over these for the grades. */
const TOP = 34;

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

const edge = (bin: number, total: number): number => (bin * total) / BINS;

const column = (count: number, bin: number, most: number): Content => {
  const height = Math.round((count / most) * HEIGHT);
  return (
    count > 0 &&
    html`<rect class="earned" x="${bin * (100 / BINS) + 0.3}%" y="${TOP + HEIGHT - height}" width="${100 / BINS - 0.6}%" height="${height}"/><text class="count" x="${(bin + 0.5) * (100 / BINS)}%" y="${TOP - 5 + HEIGHT - height}" text-anchor="middle">${count}</text>`
  );
};

const ticks = (total: number): Content =>
  [0, 4, 8, 12, 16, 20].map(
    bin =>
      html`<text class="tick" x="${bin * (100 / BINS)}%" y="${TOP + HEIGHT + 18}" text-anchor="${bin === 0 ? 'start' : bin === BINS ? 'end' : 'middle'}">${edge(bin, total)}</text>`,
  );

const limits = ({ summary: { frame } }: Part): Content =>
  frame.grades
    .filter(({ atLeast }) => atLeast !== '0')
    .map(({ id, atLeast }) => {
      const x = share(atLeast, frame.total);
      return html`<line class="limit" x1="${x}%" x2="${x}%" y1="2" y2="${TOP + HEIGHT}"/><text class="limit" x="${x}%" dx="4" y="11">${id} ${atLeast}</text>`;
    });

const histogram = (part: Part): Content => {
  const { summary, lang } = part;
  const total = Number(summary.frame.total);
  const bins = binned(summary.centers, total);
  const said = bins.flatMap((count, bin) =>
    count === 0
      ? []
      : pick(
          { lang },
          `${edge(bin, total)}～${edge(bin + 1, total)} 分 ${count} 个`,
          `${edge(bin, total)} to ${edge(bin + 1, total)}: ${count}`,
        ),
  );
  const label = pick({ lang }, `得分分布：${said.join('，')}`, `distribution of scores: ${said.join(', ')}`);
  return html`
<figure><svg class="histogram" width="100%" height="${TOP + HEIGHT + 26}" role="img" aria-label="${label}">
<g>${bins.map((count, bin) => column(count, bin, Math.max(...bins)))}</g>
${limits(part)}
<line class="axis" x1="0" x2="100%" y1="${TOP + HEIGHT}" y2="${TOP + HEIGHT}"/>${ticks(total)}
</svg>
<figcaption class="remark">${pick({ lang }, `横轴为得分，每格 ${edge(1, total)} 分；条上的数字为中心数，虚线为各等次的最低分。`, `Scores in steps of ${edge(1, total)}; above each bar the number of centres; dashed lines are the least scores of the grades.`)}</figcaption></figure>`;
};

/** From the least to the most as a line, the middle half as a box, the median as a stroke, the mean as a ring. */
export const boxPlot = ({ least, quarter, middle, threeQuarters, most, mean }: Spread, whole: string): Markup => {
  const at = (value: string): string => share(value, whole);
  const width = (from: string, to: string): number => Math.max(0, Number(at(to)) - Number(at(from)));
  return html`<svg class="box-plot" width="100%" height="20" aria-hidden="true" focusable="false"><line class="axis" x1="${at(least)}%" x2="${at(most)}%" y1="10" y2="10"/><rect class="middle-half" x="${at(quarter)}%" y="4" width="${width(quarter, threeQuarters).toFixed(3)}%" height="12"/><line class="median" x1="${at(middle)}%" x2="${at(middle)}%" y1="2" y2="18"/><circle class="mean" cx="${at(mean)}%" cy="10" r="3"/></svg>`;
};

/** Means are cut to two places; the rest have as many as the longest of them. */
export const spreadCells = ({ mean, least, quarter, middle, threeQuarters, most }: Spread, places: number): Content =>
  [...aligned([mean], 2), ...aligned([least, quarter, middle, threeQuarters, most], places)].map(
    amount => html`<td class="amount">${amount}</td>`,
  );

/** The most decimals of any value, means aside. */
export const placesIn = (spreads: readonly Spread[]): number =>
  placesOf(
    spreads.flatMap(({ least, quarter, middle, threeQuarters, most }) => [least, quarter, middle, threeQuarters, most]),
  );

const spreadRow = (name: string, spread: Spread, whole: string, places: number): Markup =>
  html`<tr><th scope="row">${name}</th><td class="plot">${boxPlot(spread, whole)}</td>${spreadCells(spread, places)}</tr>`;

const spreads = ({ summary, lang, id }: Part): Content => {
  const { score, frame } = summary;
  const places = score === undefined ? 0 : placesIn([score.low, score.high]);
  return (
    score !== undefined &&
    html`
<div class="wide" tabindex="0" role="group" aria-labelledby="${id('distribution')}"><table class="spreads">
<thead><tr><td></td><th scope="col" class="plot">0 – ${frame.total}</th>${SPREAD_NAMES[lang].map(name => html`<th scope="col" class="amount">${name}</th>`)}</tr></thead>
<tbody>${spreadRow(pick({ lang }, '得分', 'Score'), score.low, frame.total, places)}${spreadRow(pick({ lang }, '可达', 'Up to'), score.high, frame.total, places)}</tbody>
</table></div>
<p class="remark">${pick({ lang }, '横线从最低到最高，方框为中间一半的中心，竖线为中位数，圆点为平均数。', 'The line runs from the least to the most; the box is the middle half, the stroke the median, the ring the mean.')}</p>`
  );
};

const gradeRow = (grades: readonly string[], count: number, part: Part): Markup => {
  const { frame, count: all } = part.summary;
  const names = grades.map(grade =>
    `${grade} ${frame.grades.find(({ id }) => id === grade)?.label[part.lang] ?? ''}`.trim(),
  );
  const settled = grades.length === 1;
  const name = settled ? (names[0] ?? '') : names.join(pick(part, ' 或 ', ' or '));
  return html`<tr><th scope="row">${name}${!settled && pick(part, '（未定）', ' (not settled)')}</th><td class="plot"><svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false"><rect class="${settled ? 'earned' : 'open'}" width="${share(String(count), String(all))}%" height="14"/></svg></td><td class="amount">${count}</td></tr>`;
};

const gradesTable = (part: Part): Content =>
  part.summary.grades.length > 0 &&
  html`
<div class="wide"><table class="grades"><caption>${pick(part, '等次', 'Grades')}</caption>
<thead><tr><th scope="col">${pick(part, '等次', 'Grade')}</th><td class="plot"></td><th scope="col" class="amount">${pick(part, '中心数', 'Centres')}</th></tr></thead>
<tbody>${part.summary.grades.map(({ grades, count }) => gradeRow(grades, count, part))}</tbody></table></div>`;

/** How the scores lie, and the grades that come of them. */
export const distribution = (part: Part): Chapter | undefined => {
  const { score, centers, count } = part.summary;
  if (score === undefined) return undefined;
  return {
    name: 'distribution',
    title: pick(part, '得分分布', 'Distribution of scores'),
    content: [
      centers.length > 0
        ? histogram(part)
        : html`<p class="remark">${pick(part, `${count} 个中心，不逐个绘制；下表仍按全部中心计算。`, `${count} centres are too many to draw one by one; the table counts them all.`)}</p>`,
      spreads(part),
      gradesTable(part),
    ],
  };
};
