import { mkdirSync } from 'node:fs';
import { tryOne } from './fuzz.ts';
import { SUBJECTS } from './subjects.ts';

/** `npm run fuzz -- [seconds] [name]`: bad inputs without end, until one ends as none may or the time is over. */
const [seconds = '60', wanted = ''] = process.argv.slice(2);
const subjects = SUBJECTS.filter(({ name }) => name.includes(wanted));
const keep = 'fuzz-crashes';
const until = Date.now() + Number(seconds) * 1000;
const seen = new Set<string>();
let tried = 0;
let crashed = 0;
for (let seed = 1; Date.now() < until; seed++)
  for (const subject of subjects) {
    const began = Date.now();
    const crash = await tryOne(subject, seed);
    tried++;
    const took = Date.now() - began;
    if (took > 10_000) console.log(`${subject.name} ${seed}: ${took} ms`);
    if (crash === undefined) continue;
    crashed++;
    const kind = `${subject.name}: ${crash.said.split('\n').at(-2) ?? crash.said}`
      .replaceAll(/\d+/gu, '0')
      .slice(0, 160);
    if (seen.has(kind)) continue;
    seen.add(kind);
    mkdirSync(keep, { recursive: true });
    await tryOne(subject, seed, keep);
    console.log(`${subject.name} ${seed}: ${crash.words.join(' ')}\n${crash.said}\n`);
  }
console.log(`${tried} tried, ${crashed} ended as none may`);
process.exitCode = crashed > 0 ? 1 : 0;
