import { readFileSync, writeFileSync } from 'node:fs';

/**
 * What must be said of a fixture stands below the line to blame: `#^ code`, its # in the column to blame, then the
 * sentence in both languages. `#@ place code` is for what no line of the fixture is to blame for.
 */
const MARK = /^ *#(?:\^|@ (?<place>\S+)) (?<code>.+)$/u;
const WORDS = /^ *# (?:zh|en): /u;
const PLACE = /^(?<file>.+):(?<line>\d+):(?<column>\d+)$/u;

export interface Said {
  /** `file:line:column`. */
  readonly place: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const isMark = (line: string): boolean => MARK.test(line) || WORDS.test(line);

const wordsOf = (line = ''): string => line.replace(WORDS, '');

/** What the marks of a file demand. */
export const marksIn = (file: string): readonly Said[] => {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const groups = MARK.exec(line)?.groups;
    if (groups === undefined) return [];
    const blamed = lines.slice(0, index).findLastIndex(earlier => !isMark(earlier)) + 1;
    const place = groups.place ?? `${file}:${blamed}:${line.indexOf('#') + 1}`;
    return [{ place, code: groups.code ?? '', zh: wordsOf(lines[index + 1]), en: wordsOf(lines[index + 2]) }];
  });
};

const mark = (head: string, { code, zh, en }: Said): readonly string[] => [
  `${head} ${code}`,
  `# zh: ${zh}`,
  `# en: ${en}`,
];

/** Puts marks of what is said into one of a fixture's files; the first takes what no line of them is to blame for. */
export const writeMarks = (file: string, files: readonly string[], said: readonly Said[]): void => {
  const placed = said.map(one => ({ one, at: PLACE.exec(one.place)?.groups ?? {} }));
  const below = (line: number): readonly string[] =>
    placed
      .filter(({ at }) => at.file === file && Number(at.line) === line)
      .flatMap(({ one, at }) => mark(`${' '.repeat(Number(at.column) - 1)}#^`, one));
  const nowhere = placed.filter(({ at }) => file === files[0] && !files.includes(at.file ?? ''));
  const body = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (isMark(line) ? [] : [line, ...below(index + 1)]));
  writeFileSync(file, [...nowhere.flatMap(({ one }) => mark(`#@ ${one.place}`, one)), ...body].join('\n'));
};
