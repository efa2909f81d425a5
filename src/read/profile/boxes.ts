const TICKED = String.raw`[\[(（【〔]\s*(?:[√✓✔☑✅■●vVxX])\s*[\])）】〕]`;
const CROSSED = String.raw`[\[(（【〔]\s*(?:[×✗✘❌])\s*[\])）】〕]`;
const EMPTY = String.raw`\[[\s_]*\]|[(（【〔][\s_]*[)）】〕]`;

const ANY = new RegExp(`${TICKED}|${CROSSED}|${EMPTY}`, 'u');
const KINDS = [
  [new RegExp(TICKED, 'gu'), '☑'],
  [new RegExp(CROSSED, 'gu'), '×'],
  [new RegExp(EMPTY, 'gu'), '☐'],
  [/[✅🗹]/gu, '☑'],
  [/[❌❎]/gu, '×'],
] as const;

/** Text with boxes that are drawn with brackets, or with coloured signs, as boxes of one character: [x] → ☑, （ ） → ☐. */
export const withBoxes = (text: string): string =>
  ANY.test(text) || /[✅🗹❌❎]/u.test(text)
    ? KINDS.reduce((said, [pattern, box]) => said.replaceAll(pattern, box), text)
    : text;
