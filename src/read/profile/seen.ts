// Zero-width and joining marks, directions, soft hyphens, marks of byte order, selectors of glyphs, fillers without a shape;
// but not what turns letters round, since 481 is then seen as 184.
// biome-ignore format: one kind a line
const SHAPELESS = String.raw`\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a\u202c\u202d\u2060-\u2066\u2068-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\uffff\u{e0000}-\u{e0fff}`;

const SHAPELESS_ONE = new RegExp(`[${SHAPELESS}]`, 'u');
const SHAPELESS_ALL = new RegExp(`[${SHAPELESS}]`, 'gu');

/** ASCII, Han, their punctuation and its full-width twins, all of which have a shape: most texts hold nothing else. */
const SHAPELY = /^[ -~\u3001-\u3015\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Text as a person sees it: characters that have no shape are left out. */
export const asSeen = (text: string): string =>
  !SHAPELY.test(text) && SHAPELESS_ONE.test(text) ? text.replaceAll(SHAPELESS_ALL, '') : text;

/** Han and ASCII are plain as they are. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;

/** Marks of a note beside a figure (184①, 184²), which are no figures of its own. */
const NOTE_MARKS =
  /(?<=[\d０-９])[¹²³⁰⁴-⁹₀-₉①-⒛⓪-⓿❶-➓]+|(?<![¹²³⁰⁴-⁹₀-₉①-⒛⓪-⓿❶-➓])[¹²³⁰⁴-⁹₀-₉①-⒛⓪-⓿❶-➓]+(?=[\d０-９])/gu;

/** The same with full-width letters, digits and signs as half-width ones, and without spaces around. */
export const plain = (text: string): string =>
  PLAIN.test(text) ? text : asSeen(text).replaceAll(NOTE_MARKS, '[$&]').normalize('NFKC').trim();

/** Text without the line that a form gives to write on: ____184____平方米. */
export const offLine = (text: string): string =>
  /[_＿]/u.test(text) ? text.replaceAll(/(?<!\d)[_＿]+|[_＿]+(?!\d)/gu, '').trim() : text;

// Letters of other scripts that look like Latin ones, and signs that stand for "by".
const ALIKE: ReadonlyMap<string, string> = new Map([
  ...[...'аАсСеЕоОрРхХуУкКмМтТнНвВіІ'].map(
    (sign, at) => [sign, [...'aAcCeEoOpPxXyYkKmMtThHbBiI'][at] ?? sign] as const,
  ),
  ...[...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((sign, at) => [sign, [...'ABEZHIKMNOPTYX'][at] ?? sign] as const),
  ...[...'✕✖╳⨯'].map(sign => [sign, '×'] as const),
  ...[...'−‐‑‒–﹣'].map(sign => [sign, '-'] as const),
]);

/** Whether a text has any sign beyond ASCII, Han and their punctuation: most have none. */
const UNCOMMON = /[^ -~\n\u3000-\u9fff]/u;

const ALIKE_ALL = new RegExp(`[${[...ALIKE.keys()].join('')}]`, 'gu');

/** Plain text with signs that merely look like the meant ones put right: Cyrillic м for m, ✕ for ×. */
export const asMeant = (text: string): string => {
  const said = plain(text);
  return UNCOMMON.test(said) ? said.replaceAll(ALIKE_ALL, sign => ALIKE.get(sign) ?? sign) : said;
};
