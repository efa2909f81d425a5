import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatLocation } from '../../src/model/base/location.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import { problemText } from '../../src/words/problems/problems.ts';
import { marksIn, type Said, writeMarks } from './invalid/marks.ts';
import { READERS } from './invalid/readers.ts';

const ROOT = join('fixtures', 'invalid');

/** The code of a problem and, where it has several reasons, the reason. */
const codeOf = (found: Problem): string => {
  switch (found.code) {
    case 'bad-scorecard':
      return `bad-scorecard: ${found.defect}`;
    case 'bad-scheme':
      return `bad-scheme: ${found.detail}`;
    case 'unknown-name':
      return `unknown-name: ${found.kind}`;
    case 'yaml-feature':
      return `yaml-feature: ${found.feature}`;
    default:
      return found.code;
  }
};

const said = (found: Problem): Said => ({
  place: formatLocation(found.location),
  code: codeOf(found),
  zh: problemText(found, 'zh'),
  en: problemText(found, 'en'),
});

const byPlace = (all: readonly Said[]): readonly Said[] =>
  all.toSorted((a, b) => (a.place + a.code + a.zh < b.place + b.code + b.zh ? -1 : 1));

/** The files of a fixture, which is one file or a folder of several. */
const filesOf = (fixture: string): readonly string[] =>
  statSync(fixture).isDirectory()
    ? readdirSync(fixture, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.yaml'))
        .sort()
        .map(name => join(fixture, name))
    : [fixture];

const KINDS = readdirSync(ROOT);

const fixturesOf = (kind: string) =>
  readdirSync(join(ROOT, kind)).map(name => ({ name: basename(name, '.yaml'), path: join(ROOT, kind, name) }));

it('every folder of fixtures has its reader', () => {
  expect(KINDS.filter(kind => READERS[kind] === undefined)).toEqual([]);
});

/** `UPDATE=1` writes what is said now, for a person to read before it is committed; places move as it is written. */
const update = async (fixture: string, read: (path: string) => Promise<readonly Problem[]>): Promise<void> => {
  const files = filesOf(fixture);
  for (const _ of ['lines', 'lines named in sentences'])
    for (const file of files) writeMarks(file, (await read(fixture)).map(said), file === files[0]);
};

describe.each(Object.entries(READERS).filter(([kind]) => KINDS.includes(kind)))('%s', (kind, read) => {
  it.each(fixturesOf(kind))('$name', async ({ path }) => {
    if (process.env.UPDATE) await update(path, read);
    const problems = (await read(path)).map(said);
    expect(problems).not.toEqual([]);
    expect(byPlace(problems)).toEqual(byPlace(filesOf(path).flatMap(marksIn)));
  });
});
