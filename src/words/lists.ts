import { pick, type Reader } from './reader.ts';

type Listener = Pick<Reader, 'lang' | 'most'>;

/** What separates items, some of which may hold the usual mark themselves. */
const separator = (items: readonly string[], reader: Listener): string =>
  pick(
    reader,
    items.some(item => item.includes('、')) ? '；' : '、',
    items.some(item => item.includes(', ')) ? '; ' : ', ',
  );

/** `甲、乙、丙`; broken off with the number of them all where the reader wants no more. */
export const listed = (items: readonly string[], reader: Listener): string => {
  const { most = items.length } = reader;
  const mark = separator(items, reader);
  if (items.length <= most) return items.join(mark);
  const shown = items.slice(0, most).join(mark);
  return pick(reader, `${shown}……（共 ${items.length} 项）`, `${shown} … (${items.length} in all)`);
};

/** `甲、乙或丙`. */
export const alternatives = (items: readonly string[], reader: Listener): string => {
  const last = items.at(-1) ?? '';
  const before = items.slice(0, -1);
  return before.length === 0
    ? last
    : pick(reader, glue(`${before.join('、')}或`, last), `${before.join(', ')} or ${last}`);
};

/** `（1）甲；（2）乙`. */
export const numbered = (items: readonly string[], reader: Listener): string =>
  items
    .map((item, index) => pick(reader, `（${index + 1}）${item}`, `(${index + 1}) ${item}`))
    .join(pick(reader, '；', '; '));

const HAN_END = /[\p{Script=Han}]$/u;
const LATIN_START = /^[\d\p{Script=Latin}≥≤<>]/u;

/** Chinese runs on without a space, but for one before a figure or a Latin word. */
export const glue = (before: string, after: string): string =>
  HAN_END.test(before) && LATIN_START.test(after) ? `${before} ${after}` : before + after;

export const quoted = (text: string, reader: Listener): string => pick(reader, `“${text}”`, `"${text}"`);
