import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Level } from '../../model/profile/profile.ts';
import { shippedLibrary } from '../../read/pack/library.ts';
import { levelName } from '../../words/names.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { droppedOn } from './command-line.ts';
import type { Desk, DropOptions } from './drop.ts';
import { folderFor } from './places.ts';
import { DROP_WORDS } from './words.ts';

/** Puts a question; undefined where nobody answers any more. */
export type Ask = (question: string) => Promise<string | undefined>;

const TRIES = 5;

interface Choice<T> {
  readonly label: string;
  readonly value: T;
}

/** One of several, by its number; Enter takes the first. */
const pick = async <T>(
  question: string,
  choices: readonly Choice<T>[],
  ask: Ask,
  again: string,
): Promise<Choice<T> | undefined> => {
  const listed = choices.map(({ label }, index) => `  ${index + 1} ${label}`).join('\n');
  for (let tries = 0; tries < TRIES; tries++) {
    const said = await ask(`${tries === 0 ? `${question}\n${listed}` : again}\n> `);
    if (said === undefined) return undefined;
    const chosen = choices[said.trim() === '' ? 0 : Number(said.normalize('NFKC').trim()) - 1];
    if (chosen !== undefined) return chosen;
  }
  return undefined;
};

/** Packs by their titles, those in force first. */
const packChoices = async ({ lang }: DropOptions) =>
  (await shippedLibrary().summaries())
    .toSorted((a, b) => Number(a.status !== 'in-force') - Number(b.status !== 'in-force'))
    .map(pack => ({ label: `${pack.title[lang]} (${pack.id})`, value: pack }));

const AUDIT = 'audit';

/** A blank form, or the page for the site, of a standard and a kind of place. */
const askForForm = async (kind: 'xlsx' | 'html', options: DropOptions, desk: Desk, ask: Ask): Promise<ExitCode> => {
  const { lang } = options;
  const again = DROP_WORDS.again[lang];
  const pack = await pick(DROP_WORDS.pack[lang], await packChoices(options), ask, again);
  if (pack === undefined) return EXIT.usage;
  const levels = Object.keys(pack.value.levels) as Level[];
  const named = levels.map(value => ({ label: levelName(value, lang, pack.value), value }));
  const level = await pick(DROP_WORDS.level[lang], named, ask, again);
  const folder = folderFor(undefined, lang);
  if (level === undefined || folder === undefined) return EXIT.usage;
  const output = join(folder, `${pack.value.id}-${level.value}.${kind}`);
  const { templateCommand } = await import('../template.ts');
  const code = await templateCommand({ lang, pack: [pack.value.id], level: level.value, output }, desk.terminal);
  if (code === EXIT.passed && options.open) desk.open(output);
  return code;
};

/** Three questions to someone who started the tool with nothing. */
export const questions = async (options: DropOptions, desk: Desk, ask: Ask): Promise<ExitCode> => {
  const { lang } = options;
  const again = DROP_WORDS.again[lang];
  const kinds = [AUDIT, 'xlsx', 'html'] as const;
  const what = await pick(
    DROP_WORDS.what[lang],
    kinds.map(value => ({ label: DROP_WORDS.kinds[value][lang], value })),
    ask,
    again,
  );
  if (what === undefined) return EXIT.usage;
  if (what.value !== AUDIT) return askForForm(what.value, options, desk, ask);
  const said = await ask(`${DROP_WORDS.which[lang]}\n> `);
  const paths = droppedOn({ script: '', started: '', args: said ?? '' });
  if (paths.length === 0) return EXIT.usage;
  const auto = { label: DROP_WORDS.auto[lang], value: undefined };
  const pack = await pick(DROP_WORDS.pack[lang], [auto, ...(await packChoices(options))], ask, again);
  const { drop } = await import('./drop.ts');
  return drop(paths, { ...options, ...(pack?.value && { pack: [pack.value.id] }) }, desk);
};

export const interview = async (options: DropOptions, desk: Desk): Promise<ExitCode> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const lines = terminal[Symbol.asyncIterator]();
  try {
    return await questions(options, desk, async question => {
      desk.terminal.err(question);
      const { value, done } = await lines.next();
      return done ? undefined : value;
    });
  } finally {
    terminal.close();
  }
};
