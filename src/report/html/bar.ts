import { decimalOf, exact, minus } from '../../model/base/exact.ts';
import { share } from '../../model/base/share.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Points } from '../../model/scoring/score.ts';
import { html, type Markup } from './markup.ts';

export const difference = (a: Decimal, b: Decimal): Decimal => decimalOf(minus(exact(a), exact(b)));

/** What is earned, what is still open, and what is lost, as three lengths; `scale` is what the whole width stands for. */
export const stretch = ({ low, high, max }: Points, scale: Decimal, y: number, height: number): Markup => {
  const [earned, reachable, whole] = [share(low, scale), share(high, scale), share(max, scale)];
  return html`<rect class="lost" x="0" y="${y}" width="${whole}%" height="${height}"/><rect class="open" x="${earned}%" y="${y}" width="${difference(reachable, earned)}%" height="${height}"/><rect class="earned" x="0" y="${y}" width="${earned}%" height="${height}"/>`;
};
