/** What an inspector waits for, as ratios to a bare `node -e 0` in the same run: commands in turn, medians of each. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const ROUNDS = Number(process.env.ROUNDS ?? 15);
const TOOL = join(ROOT, 'bin', 'duibiao.js');
const CENTER = join('fixtures', 'centers', 'luoshan-qingshiao');

interface Contender {
  readonly name: string;
  readonly goal: number | undefined;
  readonly args: readonly string[];
}

const CONTENDERS: readonly Contender[] = [
  { name: 'node -e 0', goal: undefined, args: ['-e', '0'] },
  { name: 'duibiao --help', goal: 1.4, args: [TOOL, '--help'] },
  { name: 'duibiao audit (YAML)', goal: 2, args: [TOOL, 'audit', `${CENTER}.yaml`] },
  { name: 'duibiao audit (Excel)', goal: 3, args: [TOOL, 'audit', `${CENTER}.xlsx`] },
].filter(({ args }) => args.every(arg => !arg.startsWith('fixtures') || existsSync(join(ROOT, arg))));

const time = (args: readonly string[]): number => {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const times = CONTENDERS.map((): number[] => []);
for (let round = 0; round < ROUNDS; round++)
  for (const [index, { args }] of CONTENDERS.entries()) times[index]?.push(time(args));

const [base = []] = times;
for (const [index, { name, goal }] of CONTENDERS.entries()) {
  const ratios = (times[index] ?? []).map((value, round) => value / (base[round] ?? Number.NaN));
  const target = goal === undefined ? '' : `  (aim ${goal.toFixed(1)})`;
  console.log(
    `${name.padEnd(24)} ${median(times[index] ?? [])
      .toFixed(0)
      .padStart(5)} ms   ×${median(ratios).toFixed(2)}${target}`,
  );
}
