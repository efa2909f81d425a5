import { compareDecimals, decimalOf, exact, minus } from '../../../model/base/exact.ts';
import { share } from '../../../model/base/share.ts';
import type { Decimal } from '../../../model/base/value.ts';
import type { Points } from '../../../model/scoring/score.ts';
import type { Bar, Block, Figure, ScoreBar } from '../../../tell/block.ts';
import type { Box, Histogram, Stretch } from '../../../tell/drawing.ts';
import type { Context } from '../context.ts';
import { type Content, html, type Markup, spoken } from '../markup.ts';

const difference = (a: Decimal, b: Decimal): Decimal => decimalOf(minus(exact(a), exact(b)));

/** What is earned, what is still open, and what is lost, as three lengths; `scale` is what the whole width stands for. */
const stretch = ({ low, high, max }: Points, scale: Decimal, y: number, height: number): Markup => {
  const [earned, reachable, whole] = [share(low, scale), share(high, scale), share(max, scale)];
  return html`<rect class="lost" x="0" y="${y}" width="${whole}%" height="${height}"/><rect class="open" x="${earned}%" y="${y}" width="${difference(reachable, earned)}%" height="${height}"/><rect class="earned" x="0" y="${y}" width="${earned}%" height="${height}"/>`;
};

const figure = ({ name, text, kind, reach, of }: Figure): Markup =>
  html`<div><dt>${name}</dt><dd><span class="${kind === 'score' ? 'figure' : 'grade'}">${text}</span>${reach && html` <span class="range">${reach}</span>`}${of && html` <span class="of">${of}</span>`}</dd></div>`;

export const figuresMarkup = ({ figures }: Extract<Block, { kind: 'figures' }>): Markup => html`
<dl class="headline">${figures.map(figure)}</dl>`;

const limit = ({ at, text }: ScoreBar['limits'][number], whole: string): Markup => {
  const x = share(at, whole);
  return html`<text class="limit" x="${x}%" y="12" text-anchor="middle">${text}</text><line class="limit" x1="${x}%" x2="${x}%" y1="17" y2="48"/>`;
};

const entry = ({ part, name, figure: amount, remark }: ScoreBar['legend'][number]): Markup =>
  html`<li><svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false"><rect class="${part}" width="14" height="14"/><rect class="frame" width="14" height="14"/></svg>${name} <b>${amount}</b>${remark}</li>`;

/** A score as a bar: solid is earned, hatched is open, empty is lost; each grade's limit is a line across it. */
export const scoreBarMarkup = ({ label, points, limits, legend }: ScoreBar): Markup => html`
<svg class="score-bar" width="100%" height="50" role="img" aria-label="${label}">
<g>${stretch(points, points.max, 20, 26)}<rect class="frame" x="0" y="20" width="100%" height="26"/></g>
${limits.map(each => limit(each, points.max))}
</svg>
<ul class="legend">${legend.map(entry)}</ul>`;

const row = ({ title, figures, points }: Bar, scale: string, { lang }: Context): Markup =>
  html`<li><span class="name">${spoken(title, lang)}</span> <span class="amount">${figures}</span>
<svg class="bar" width="100%" height="16" aria-hidden="true" focusable="false">${stretch(points, scale, 0, 16)}</svg></li>`;

/** Bars one under the other, each as long as its part weighs. */
export const barsMarkup = ({ bars }: Extract<Block, { kind: 'bars' }>, context: Context): Markup => {
  const scale = bars.reduce((most, { points: { max } }) => (compareDecimals(max, most) > 0 ? max : most), '0');
  return html`<ul class="sections-list">${bars.map(bar => row(bar, scale, context))}</ul>`;
};

const length = ({ part, from, to }: Stretch): Markup =>
  html`<rect class="${part}" x="${from}%" width="${difference(to, from)}%" height="12"/>`;

/** Stretches of a bar, the later over the earlier. */
export const stretchesMarkup = (stretches: readonly Stretch[]): Markup =>
  html`<svg class="bar" width="100%" height="12" aria-hidden="true" focusable="false">${stretches.map(length)}</svg>`;

/** From the least to the most as a line, the middle half as a box, the median as a stroke, the mean as a ring. */
export const boxMarkup = ({ least, quarter, middle, threeQuarters, most, mean }: Box): Markup =>
  html`<svg class="box-plot" width="100%" height="20" aria-hidden="true" focusable="false"><line class="axis" x1="${least}%" x2="${most}%" y1="10" y2="10"/><rect class="middle-half" x="${quarter}%" y="4" width="${difference(threeQuarters, quarter)}%" height="12"/><line class="median" x1="${middle}%" x2="${middle}%" y1="2" y2="18"/><circle class="mean" cx="${mean}%" cy="10" r="3"/></svg>`;

const HEIGHT = 150;

/** Room over the bars for their figures, and over these for the limits. */
const TOP = 34;

const bar = (count: number, bin: number, { bins }: Histogram): Content => {
  const width = 100 / bins.length;
  const height = Math.round((count / Math.max(...bins)) * HEIGHT);
  return (
    count > 0 &&
    html`<rect class="earned" x="${bin * width + 0.3}%" y="${TOP + HEIGHT - height}" width="${width - 0.6}%" height="${height}"/><text class="count" x="${(bin + 0.5) * width}%" y="${TOP - 5 + HEIGHT - height}" text-anchor="middle">${count}</text>`
  );
};

const ANCHORS: Readonly<Record<string, string>> = { '0': 'start', '100': 'end' };

const tick = ({ at, text }: Histogram['ticks'][number]): Markup =>
  html`<text class="tick" x="${at}%" y="${TOP + HEIGHT + 18}" text-anchor="${ANCHORS[at] ?? 'middle'}">${text}</text>`;

const dashed = ({ at, text }: Histogram['limits'][number]): Markup =>
  html`<line class="limit" x1="${at}%" x2="${at}%" y1="2" y2="${TOP + HEIGHT}"/><text class="limit" x="${at}%" dx="4" y="11">${text}</text>`;

/** Bars over an axis, each with its figure; limits are dashed lines across. */
export const histogramMarkup = (histogram: Histogram): Markup => html`
<figure><svg class="histogram" width="100%" height="${TOP + HEIGHT + 26}" role="img" aria-label="${histogram.label}">
<g>${histogram.bins.map((count, bin) => bar(count, bin, histogram))}</g>
${histogram.limits.map(dashed)}
<line class="axis" x1="0" x2="100%" y1="${TOP + HEIGHT}" y2="${TOP + HEIGHT}"/>${histogram.ticks.map(tick)}
</svg>
<figcaption class="remark">${histogram.caption}</figcaption></figure>`;
