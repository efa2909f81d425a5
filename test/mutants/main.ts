import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openTrial, ROOT, textOf } from './bench.ts';
import { EQUIVALENT } from './equivalent.ts';
import { mapOfTests } from './map.ts';
import { type Mutant, mutantsOf, nameOf, sampleOf } from './mutate.ts';
import { reachAt, reachesOf } from './reach.ts';

/**
 * `npm run mutants -- --room evaluate --room read/yaml --sample 30 --seed 1`: so many changes of each room, drawn by a seed, and
 * which of them the tests notice. `--within 60` asks no more of the tests that reach a change than the quickest which take so many
 * seconds together: more may be noticed than it says, never less. `--map [PART]...` first notes again what each test runs, or those whose path holds PART.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    room: { type: 'string', multiple: true, default: ['evaluate', 'score', 'language'] },
    sample: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    within: { type: 'string', default: 'Infinity' },
    map: { type: 'boolean', default: false },
  },
});

const tests = await mapOfTests(values.map ? positionals : undefined);
const trial = await openTrial();

const filesOf = (room: string): readonly string[] =>
  readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `src/${room}/${name.replaceAll('\\', '/')}`)
    .toSorted();

const testsOf = ({ file, start }: Mutant): readonly string[] => {
  const text = textOf(file);
  const key = reachAt(reachesOf(file, text), start);
  const reaching = tests.filter(({ reached }) => reached.includes(key));
  const tookUpTo = (index: number): number => reaching.slice(0, index + 1).reduce((sum, { took }) => sum + took, 0);
  return reaching
    .filter((_, index) => index === 0 || tookUpTo(index) <= Number(values.within) * 1000)
    .map(({ test }) => test);
};

interface Drawn {
  readonly mutant: Mutant;
  readonly name: string;
}

const drawnFrom = (room: string): readonly Drawn[] => {
  const all = filesOf(room).flatMap(file => mutantsOf(file, textOf(file)));
  return sampleOf(all, Number(values.sample), Number(values.seed))
    .map(mutant => ({ mutant, name: nameOf(mutant, textOf(mutant.file)) }))
    .filter(({ name }) => EQUIVALENT[name] === undefined);
};

const isNoticed = async ({ mutant, name }: Drawn): Promise<boolean> => {
  const reaching = testsOf(mutant);
  const noticed = reaching.length > 0 && (await trial.notices(mutant, reaching));
  process.stdout.write(`${noticed ? 'noticed' : reaching.length > 0 ? 'UNSEEN ' : 'UNMET  '} ${name}\n`);
  return noticed;
};

const shareOf = async (room: string): Promise<string> => {
  const drawn = drawnFrom(room);
  let noticed = 0;
  for (const one of drawn) if (await isNoticed(one)) noticed += 1;
  const share = drawn.length === 0 ? 100 : Math.floor((noticed / drawn.length) * 100);
  if (noticed < drawn.length) process.exitCode = 1;
  return `${room}: ${noticed} of ${drawn.length} noticed, ${share} %`;
};

const shares: string[] = [];
for (const room of values.room) shares.push(await shareOf(room));
process.stdout.write(`\n${shares.join('\n')}\n`);
const broken = await trial.broken();
if (broken.length > 0) {
  process.stdout.write(`These fail without a change too, and the shares say nothing: ${broken.join(', ')}\n`);
  process.exitCode = 1;
}
await trial.close();
