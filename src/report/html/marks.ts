import type { Lang } from '../../model/base/text.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import { OUTCOME_NAMES } from '../../words/names.ts';
import { html, type Markup } from './markup.ts';

/** Each outcome has a shape of its own, drawn once a page; what is still open is hatched in every drawing. */
export const SYMBOLS = html`<svg class="symbols" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<symbol id="mark-pass" viewBox="0 0 20 20"><circle class="ink" cx="10" cy="10" r="9"/><path class="cut" d="M5.5 10.5l3 3 6-7"/></symbol>
<symbol id="mark-fail" viewBox="0 0 20 20"><rect class="ink" x="1" y="1" width="18" height="18"/><path class="cut" d="M6 6l8 8M14 6l-8 8"/></symbol>
<symbol id="mark-unknown" viewBox="0 0 20 20"><path class="edge" d="M10 1.5L18.5 10L10 18.5L1.5 10Z"/><path class="stroke" d="M7.9 8.2a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4v.3"/><circle class="ink" cx="10" cy="14" r="1.1"/></symbol>
<symbol id="mark-not-applicable" viewBox="0 0 20 20"><circle class="edge" cx="10" cy="10" r="8.5"/><path class="stroke" d="M6 10h8"/></symbol>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.5" height="6"/></pattern>
</defs></svg>`;

export const mark = (outcome: Outcome): Markup =>
  html`<svg class="mark ${outcome}" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><use href="#mark-${outcome}"/></svg>`;

/** A word as it stands by itself. */
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const marked = (outcome: Outcome, word: string): Markup =>
  html`<span class="outcome ${outcome}">${mark(outcome)}${capital(word)}</span>`;

export const outcomeMark = (outcome: Outcome, lang: Lang): Markup => marked(outcome, OUTCOME_NAMES[outcome][lang]);
