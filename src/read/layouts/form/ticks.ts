import { withBoxes } from '../../profile/answers.ts';

const TICKED = '☑☒√✓✔■●▣◼⬛◉⦿';
const UNTICKED = '□☐○◯◻⬜×✗✘';
const SIGNS = `${TICKED}${UNTICKED}`;
const BOX = /[☑☒√✓✔■●▣◼⬛◉⦿□☐○◯◻⬜]/u;
const BEFORE = new RegExp(`([${SIGNS}])\\s*([^${SIGNS}]+)`, 'gu');
const AFTER = new RegExp(`([^${SIGNS}]+?)\\s*([${SIGNS}])`, 'gu');

const label = (text: string): string => text.replace(/^[\s、，,;；/／|.．]+|[\s、，,;；/／|:：]+$/gu, '');

/** The last of several words before one tick is the one that is ticked: 是 否√. */
const lastOf = (name: string): string =>
  label(name)
    .split(/(?<=\p{Script=Han})\s+|[/／|]+/u)
    .at(-1) ?? '';

/** A letter alone, as a font of signs shows a tick (R, P, þ): read in another font, nobody knows whether one was meant. */
const LETTER = /(?<!\p{Script=Latin})\p{Script=Latin}(?!\p{Script=Latin})|[¨§°]/u;

/** `☑是 □否` → `是`; `是（√） 否（ ）` → `是`; nothing ticked → ''. Undefined for a text without boxes and labels. */
export const tickedLabels = (text: string): string | undefined => {
  const boxed = withBoxes(text.trim()).replaceAll(/[\ufe0e\ufe0f]/gu, '');
  if (!BOX.test(boxed) || [...boxed].length < 2) return undefined;
  const leading = new RegExp(`^[${SIGNS}]`, 'u').test(boxed);
  const options = leading
    ? [...boxed.matchAll(BEFORE)].map(([, mark = '', name = '']) => ({ mark, name: label(name) }))
    : [...boxed.matchAll(AFTER)].map(([, name = '', mark = '']) => ({ mark, name: lastOf(name) }));
  const named = options.filter(({ name }) => name !== '');
  const isTicked = named.some(({ mark }) => TICKED.includes(mark));
  if (named.length === 0 || (!isTicked && LETTER.test(boxed))) return undefined;
  return named
    .filter(({ mark }) => TICKED.includes(mark))
    .map(({ name }) => name)
    .join('、');
};
