/** Where what steers or is not seen may be, beside the signs below a space: most texts hold none, and need no closer look. */
const UNSEEN = String.raw`\u007f-\u009f\u00ad\u0600-\u08ff\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff`;
const MAY_STEER = new RegExp(`[${UNSEEN}]`);
const MAY_STEER_OR_BREAK = new RegExp(`[\\u0000-\\u001f${UNSEEN}]`);

const BLANKS = /[\t\r\n\u2028\u2029]+/gu;
const STEERING = /[\p{Cc}\p{Cf}]/gu;

/** Data as it may be shown: on one line, without characters that steer a terminal or that nobody sees. */
export const clean = (text: string): string =>
  MAY_STEER_OR_BREAK.test(text) ? text.replaceAll(BLANKS, ' ').replaceAll(STEERING, '') : text;

const COMMANDS = /^\s*:(?=:)|#(?=#(?:\[|vso\[))/gu;

/** A line that no log of CI takes for a command to it. */
export const asWords = (line: string): string => line.replaceAll(COMMANDS, sign => `${sign} `);

/** A space of no width is what reports part a name from its sign with. */
const STEERS = /(?![\n\t\u200b])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const COLOUR_OR_STEERING = new RegExp(String.raw`\p{Cc}\[[\d;]*m|\r\n|${STEERS.source}`, 'gu');

/** What is written line by line, as it may reach a terminal or a log: with its own colours, where it has them, and no more. */
export const cleanLines = (text: string, hasColour = false): string =>
  STEERS.test(text)
    ? text.replaceAll(COLOUR_OR_STEERING, (found, at: number) => {
        if (found === '\r\n' || (found === '\ufeff' && at === 0)) return found;
        return hasColour && found.startsWith('\u001b[') ? found : found.slice(1);
      })
    : text;

const escaped = (char: string): string =>
  Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** JSON in which a character that steers or that nobody sees is an escape. */
export const jsonText = (value: unknown, indent?: number): string => {
  const text = JSON.stringify(value, null, indent);
  return MAY_STEER.test(text) ? text.replaceAll(/[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu, escaped) : text;
};
