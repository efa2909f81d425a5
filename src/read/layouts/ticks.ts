const TICKED = '☑☒√✓✔■●▣◼⬛';
const UNTICKED = '□☐○◯◻⬜';
const MARK = new RegExp(`[${TICKED}${UNTICKED}]`, 'u');
const BEFORE = new RegExp(`([${TICKED}${UNTICKED}])\\s*([^${TICKED}${UNTICKED}]+)`, 'gu');
const AFTER = new RegExp(`([^${TICKED}${UNTICKED}]+?)\\s*([${TICKED}${UNTICKED}])`, 'gu');

const label = (text: string): string => text.replace(/^[\s、，,;；/／|]+|[\s、，,;；/／|]+$/gu, '');

/** `☑是 □否` → `是`; `是☑ 否□` → `是`; nothing ticked → ''. Undefined for a text without boxes and labels. */
export const tickedLabels = (text: string): string | undefined => {
  const trimmed = text.trim();
  if (!MARK.test(trimmed) || [...trimmed].length < 2) return undefined;
  const leading = MARK.test(trimmed[0] ?? '');
  const options = leading
    ? [...trimmed.matchAll(BEFORE)].map(([, mark = '', name = '']) => ({ mark, name: label(name) }))
    : [...trimmed.matchAll(AFTER)].map(([, name = '', mark = '']) => ({ mark, name: label(name) }));
  const named = options.filter(({ name }) => name !== '');
  if (named.length === 0) return undefined;
  return named
    .filter(({ mark }) => TICKED.includes(mark))
    .map(({ name }) => name)
    .join('、');
};

const ITEM_NUMBER = /(?:^|[\s;；。、，])(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳])\s*(?!\d)/gu;

/** `1.甲 2.乙` and `①甲②乙` as one line each; other texts unchanged. */
export const withoutNumbering = (text: string): string => {
  const circled = text.replaceAll(/\s*[①-⑳]\s*/gu, '\n');
  return (
    /^\s*(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）])/u.test(circled) ? circled.replaceAll(ITEM_NUMBER, '\n') : circled
  ).trim();
};

/** What people put into a cell that has nothing to say. */
export const isDash = (text: string): boolean => /^[-—–－/／\\_\s.…]+$/u.test(text.trim()) && text.trim() !== '';
