import type { Histogram } from '../../../tell/drawing.ts';
import { type Content, html, type Markup } from '../markup.ts';

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

const limit = ({ at, text }: Histogram['limits'][number]): Markup =>
  html`<line class="limit" x1="${at}%" x2="${at}%" y1="2" y2="${TOP + HEIGHT}"/><text class="limit" x="${at}%" dx="4" y="11">${text}</text>`;

/** Bars over an axis, each with its figure; limits are dashed lines across. */
export const histogramMarkup = (histogram: Histogram): Markup => html`
<figure><svg class="histogram" width="100%" height="${TOP + HEIGHT + 26}" role="img" aria-label="${histogram.label}">
<g>${histogram.bins.map((count, bin) => bar(count, bin, histogram))}</g>
${histogram.limits.map(limit)}
<line class="axis" x1="0" x2="100%" y1="${TOP + HEIGHT}" y2="${TOP + HEIGHT}"/>${histogram.ticks.map(tick)}
</svg>
<figcaption class="remark">${histogram.caption}</figcaption></figure>`;
