import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');

/** Who may import whom. A room not named on the right is closed to the room on the left. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  sheets: [],
  // An operator is told in one file, what it says in Chinese and English too: beside words, the only room that has both.
  language: ['model'],
  read: ['model', 'language', 'sheets'],
  evaluate: ['model', 'language'],
  score: ['model', 'language'],
  change: ['model', 'language'],
  words: ['model', 'language'],
  audit: ['model', 'read', 'evaluate', 'score', 'words'],
  tell: ['model', 'words', 'report'],
  report: ['model', 'words', 'sheets', 'tell'],
  forms: ['model', 'words', 'sheets'],
  // The page for the site: the same readers, rules and points as of the command line, bundled for a browser.
  site: ['model', 'language', 'read', 'evaluate', 'score', 'audit', 'words', 'tell', 'forms'],
  authoring: ['model', 'language', 'read', 'evaluate', 'score', 'audit', 'change', 'words', 'tell', 'report', 'forms'],
  batch: ['model', 'read', 'audit'],
  index: ['model', 'read', 'report', 'words', 'audit', 'batch', 'change'],
  cli: [
    'model',
    'language',
    'sheets',
    'read',
    'evaluate',
    'score',
    'audit',
    'change',
    'words',
    'tell',
    'report',
    'forms',
    'site',
    'authoring',
    'batch',
  ],
};

/** Reached only through import(), in the one file that wants them. */
const LIBRARIES = ['exceljs', 'docx', 'zod', 'yaml', 'saxes'];
const HEAVY = [...LIBRARIES, 'chalk'];

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name: name.split(sep).join('/'), text: readFileSync(join(SRC, name), 'utf8') }));

const roomOf = (path: string): string => path.split('/')[0]?.replace(/\.ts$/u, '') ?? path;

const importsOf = ({ name, text }: (typeof FILES)[number]) =>
  [...text.matchAll(/(?:^(?:im|ex)port\s[^'"]*?\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gmu)].map(
    ([statement, target = '']) => ({
      statement,
      target: target.startsWith('.')
        ? relative(SRC, join(SRC, name, '..', target))
            .split(sep)
            .join('/')
        : target,
      local: target.startsWith('.'),
    }),
  );

describe('the house', () => {
  it('lets each room import only what it may', () => {
    const offences = FILES.flatMap(file =>
      importsOf(file)
        .filter(({ local, target }) => local && !target.startsWith('..'))
        .filter(({ target }) => roomOf(target) !== roomOf(file.name))
        .filter(({ target }) => !(MAY_IMPORT[roomOf(file.name)] ?? []).includes(roomOf(target)))
        .map(({ target }) => `${file.name} → ${target}`),
    );
    expect(offences).toEqual([]);
  });

  it('has a rule for every room', () => {
    expect(FILES.map(file => roomOf(file.name)).filter(room => MAY_IMPORT[room] === undefined)).toEqual([]);
  });

  it('keeps the model free of everything but what describes a result and tells one finding from another', () => {
    const free = (name: string, target: string): boolean =>
      (target === 'zod' && name.startsWith('model/result/contract')) ||
      (target === 'node:crypto' && name === 'model/finding/fingerprint.ts');
    const offences = FILES.filter(file => roomOf(file.name) === 'model').flatMap(file =>
      importsOf(file)
        .filter(({ local, target }) => !local && !free(file.name, target))
        .map(({ target }) => `${file.name} → ${target}`),
    );
    expect(offences).toEqual([]);
  });

  it('touches files only in read, batch and cli', () => {
    const offences = FILES.filter(
      ({ name, text }) => !['read', 'batch', 'cli'].includes(roomOf(name)) && /['"]node:fs/u.test(text),
    );
    expect(offences.map(({ name }) => name)).toEqual([]);
  });

  it('knows process and console only in cli', () => {
    const offences = FILES.filter(
      ({ name, text }) => roomOf(name) !== 'cli' && /\b(?:process|console)\.\w/u.test(text),
    );
    expect(offences.map(({ name }) => name)).toEqual([]);
  });

  it('hands no list over as the arguments of a call, which end at some hundred thousand', () => {
    const offences = FILES.filter(
      ({ name, text }) => roomOf(name) !== 'sheets' && /\.(?:push|unshift)\(\.\.\./u.test(text),
    );
    expect(offences.map(({ name }) => name)).toEqual([]);
  });

  it('says lines through what keeps them one', () => {
    const offences = FILES.filter(({ text }) => /terminal\.(?:out|err)\(\s*`/u.test(text));
    expect(offences.map(({ name }) => name)).toEqual([]);
  });

  it('writes forms with exceljs, only through import(), and nothing else with it', () => {
    const offences = FILES.filter(({ name, text }) =>
      roomOf(name) === 'forms' ? /^import (?!type).*from 'exceljs'/mu.test(text) : /['"]exceljs['"]/u.test(text),
    );
    expect(offences.map(({ name }) => name)).toEqual([]);
  });

  /** All that is loaded with a file, as far as it is not asked for by import(). */
  const loadedWith = (entry: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const visit = (name: string): void => {
      const file = FILES.find(candidate => candidate.name === name);
      if (file === undefined || seen.has(name)) return;
      seen.add(name);
      for (const { statement, target, local } of importsOf(file)) {
        if (statement.includes('import(') || /^(?:im|ex)port type\s/u.test(statement)) continue;
        if (local) visit(target);
        else seen.add(target);
      }
    };
    visit(entry);
    return seen;
  };

  it.each([
    ['--help', 'cli/main.ts', HEAVY],
    ['an audit', 'cli/audit/audit.ts', LIBRARIES],
    ['a worker of a batch', 'cli/batch/worker.ts', LIBRARIES],
    ['a report on the terminal', 'report/terminal.ts', LIBRARIES],
  ])('imports nothing heavy on the way to %s', (_, entry, heavy) => {
    expect([...loadedWith(entry)].filter(name => heavy.includes(name))).toEqual([]);
  });

  it('loads with an audit nothing that weighs scorecards, which most standards have none of', () => {
    const weighing = /^(?:evaluate|score)\/(?:scorecard|peers)\//u;
    expect([...loadedWith('cli/audit/audit.ts')].filter(name => weighing.test(name))).toEqual([]);
  });
});
