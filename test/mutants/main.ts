import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EQUIVALENT } from './equivalent.ts';
import { applied, type Mutant, mutantsOf, sampleOf } from './mutate.ts';

/** `npm run mutants -- evaluate 30 1`: so many changes of a room, drawn by a seed; which of them the tests notice. */
const [room = 'evaluate', count = '30', seed = '1'] = process.argv.slice(2);

const ROOT = join(import.meta.dirname, '..', '..');
const NEEDED = [
  'src',
  'test',
  'fixtures',
  'rules',
  'bin',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'README.md',
];

/** A copy of the project: what is changed there is changed nowhere else. */
const copyOfProject = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-mutants-'));
  for (const name of NEEDED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  for (const name of ['node_modules', 'dist']) symlinkSync(join(ROOT, name), join(folder, name));
  return folder;
};

const placeOf = ({ file, start, end, put }: Mutant, text: string): string => {
  const lines = text.slice(0, start).split('\n');
  return `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1} ${text.slice(start, end)} → ${put || '(nothing)'}`;
};

const isNoticed = (folder: string, { file }: Mutant): boolean => {
  const words = [
    'vitest',
    'related',
    file,
    '--run',
    '--bail=1',
    '--reporter=dot',
    '--exclude=test/{hostile,cli,bytes,site,library}/**',
  ];
  return spawnSync('npx', words, { cwd: folder, stdio: 'ignore', timeout: 600_000 }).status !== 0;
};

const folder = copyOfProject();
const files = readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => join('src', room, name))
  .toSorted();
const texts = new Map(files.map(file => [file, readFileSync(join(ROOT, file), 'utf8')]));
const all = files.flatMap(file => mutantsOf(file, texts.get(file) ?? ''));
const drawn = sampleOf(all, Number(count), Number(seed)).filter(
  mutant => EQUIVALENT[placeOf(mutant, texts.get(mutant.file) ?? '')] === undefined,
);
const unseen: string[] = [];
for (const mutant of drawn) {
  const text = texts.get(mutant.file) ?? '';
  writeFileSync(join(folder, mutant.file), applied(text, mutant));
  const noticed = isNoticed(folder, mutant);
  writeFileSync(join(folder, mutant.file), text);
  if (!noticed) unseen.push(placeOf(mutant, text));
  process.stdout.write(`${noticed ? 'noticed' : 'UNSEEN '} ${placeOf(mutant, text)}\n`);
}
rmSync(folder, { recursive: true });
const share = drawn.length === 0 ? 100 : Math.floor(((drawn.length - unseen.length) / drawn.length) * 100);
process.stdout.write(`${room}: ${drawn.length} of ${all.length} tried, ${share} % noticed\n`);
process.exitCode = unseen.length > 0 ? 1 : 0;
