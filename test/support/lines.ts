import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Block, Chapter, Document } from '../../src/tell/block.ts';

const line = (name: string, value: unknown): string => `  ${name} ${JSON.stringify(value)}`;

/** A block as lines: its kind, then each thing that it has, what there are several of a line each. */
const blockLines = ({ kind, ...has }: Block): readonly string[] => [
  kind,
  ...Object.entries(has).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map(one => line(name, one)) : [line(name, value)],
  ),
];

export const chapterLines = ({ name, title, blocks }: Chapter): readonly string[] => [
  `## ${title} {${name}}`,
  ...blocks.flatMap(blockLines),
];

/** All that a document says, and in what kind of place, whatever it is shown on. */
export const documentLines = ({ lang, kind, title, file, head, chapters }: Document): readonly string[] => [
  `# ${title} {${[lang, kind, file].join(' · ')}}`,
  ...head.flatMap(blockLines),
  ...chapters.flatMap(chapterLines),
];

/** Holds lines to a file; `UPDATE=1` writes what they are now, for a person to read before it is committed. */
export const holdTo = (path: string, lines: readonly string[]): void => {
  const now = `${lines.join('\n')}\n`;
  if (process.env.UPDATE) writeFileSync(path, now);
  else expect(now).toBe(readFileSync(path, 'utf8'));
};
