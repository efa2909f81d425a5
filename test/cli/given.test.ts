import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { branchesOf } from '../../src/cli/completion/tree.ts';
import { buildProgram } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

/** As far before an option as the command that it is given to may be named. */
const NEAR = 500;

/** Commander's own. */
const OF_ALL = ['--help', '--version', '--lang'];

const nobody: Terminal = { out: () => undefined, err: () => undefined, color: false, columns: 80, isTTY: false };

const written = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(?:ts|md)$/u.test(name) && !/^(?:bench|mutants)/u.test(name))
  .map(name => readFileSync(join('test', name), 'utf8'));

const word = (text: string): RegExp => new RegExp(`(?<![\\w-])${text}(?![\\w-])`, 'giu');

/** Whether some test gives an option to a command. */
const isGiven = (command: string, flag: string): boolean =>
  written.some(text =>
    Array.from(text.matchAll(word(flag))).some(({ index }) =>
      word(command).test(text.slice(Math.max(0, index - NEAR), index)),
    ),
  );

it('every option is given by some test to some command that takes it', async () => {
  const cli = { lang: 'zh', argv: [], say: (zh: string) => zh, terminal: nobody, run: async () => undefined } as const;
  const branches = branchesOf(await buildProgram(cli));
  const asked = branches.flatMap(({ path, options }) =>
    options
      .filter(({ flags }) => !flags.some(flag => OF_ALL.includes(flag)))
      .map(({ flags, description }) => ({ command: path.at(-1) ?? 'duibiao', flags, told: `${flags} ${description}` })),
  );
  expect(asked.length).toBeGreaterThan(150);
  const given = asked.filter(({ command, flags }) => flags.some(flag => isGiven(command, flag)));
  const told = new Set(given.map(option => option.told));
  expect(asked.filter(option => !told.has(option.told)).map(({ command, flags }) => `${command} ${flags}`)).toEqual([]);
});
