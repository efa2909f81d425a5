/**
 * Whole batches as ratios to reading and parsing the same bytes bare, in one run: processes in turn, medians of each.
 * `SCALE=1` has every township centre of the country and every village; without it, a tenth of them.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTownships, makeVillageLines, makeWorkbook } from './make-inputs.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TOOL = join(ROOT, 'bin', 'duibiao.js');
const SCALE = Number(process.env.SCALE ?? 0.1);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** Inputs made once can be kept for another run. */
const KEPT = process.env.BENCH_FOLDER;

interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly mib: number;
}

const measure = (args: readonly string[], cwd: string): Usage => {
  const file = join(cwd, 'usage.json');
  const nowhere = openSync('/dev/null', 'w');
  const env = {
    ...process.env,
    USAGE_FILE: file,
    NODE_OPTIONS: `--require ${JSON.stringify(join(import.meta.dirname, 'usage.cjs'))}`,
  };
  const { status } = spawnSync(process.execPath, args, { cwd, env, stdio: ['ignore', nowhere, 'inherit'] });
  closeSync(nowhere);
  if (status === null || status > 2) throw new Error(`${args.join(' ')} ended with ${status}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Usage;
};

interface Scale {
  readonly name: string;
  readonly kind: 'yaml' | 'jsonl' | 'xlsx';
  readonly count: number;
  readonly input: string;
  readonly make: (path: string, count: number) => Promise<void>;
  /** A folder for results, or `-` for standard output. */
  readonly output: string;
  readonly workers: readonly number[];
}

const SCALES: readonly Scale[] = [
  {
    name: 'YAML files',
    kind: 'yaml',
    count: 40_000,
    input: 'townships',
    make: makeTownships,
    output: 'out',
    workers: [1, 2],
  },
  {
    name: 'JSON Lines',
    kind: 'jsonl',
    count: 600_000,
    input: 'villages.jsonl',
    make: makeVillageLines,
    output: '-',
    workers: [1, 2],
  },
  {
    name: 'rows of a workbook',
    kind: 'xlsx',
    count: 3_000,
    input: 'table.xlsx',
    make: makeWorkbook,
    output: 'out',
    workers: [1],
  },
];

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const OPTIONS = ['--as-of', '2026-11-20', '--no-config', '--fail-on', 'none', '--quiet', '--fresh'];

const commandsOf = ({ kind, input, output, workers }: Scale): readonly (readonly [string, readonly string[]])[] => [
  ['bare', [join(import.meta.dirname, 'bare.cjs'), kind, input]],
  ...workers.map(
    count =>
      [
        `batch, ${count} worker(s)`,
        [TOOL, 'batch', input, '-o', output, '--workers', String(count), ...OPTIONS],
      ] as const,
  ),
];

const report = (scale: Scale, count: number, rounds: readonly (readonly Usage[])[]): void => {
  const [names, base] = [commandsOf(scale).map(([name]) => name), rounds.map(([first]) => first)];
  names.forEach((name, index) => {
    const of = (pick: (usage: Usage) => number): number => median(rounds.map(round => pick(round[index] as Usage)));
    const ratio = (pick: (usage: Usage) => number): number =>
      median(rounds.map((round, at) => pick(round[index] as Usage) / pick(base[at] as Usage)));
    console.log(
      [
        `${count} ${scale.name}`.padEnd(26),
        name.padEnd(20),
        `${of(({ wall }) => wall).toFixed(1)} s`.padStart(9),
        `×${ratio(({ wall }) => wall).toFixed(2)} wall`.padStart(12),
        `×${ratio(({ cpu }) => cpu).toFixed(2)} cpu`.padStart(12),
        `${of(({ mib }) => mib).toFixed(0)} MiB`.padStart(9),
        `${((of(({ wall }) => wall) / count) * 1e6).toFixed(0)} µs each`.padStart(14),
      ].join(' '),
    );
  });
};

const folder = KEPT ?? mkdtempSync(join(tmpdir(), 'batches-'));
mkdirSync(folder, { recursive: true });
try {
  for (const scale of SCALES) {
    const count = scale.kind === 'xlsx' ? scale.count : Math.round(scale.count * SCALE);
    if (!existsSync(join(folder, scale.input))) await scale.make(join(folder, scale.input), count);
    const rounds = Array.from({ length: ROUNDS }, () =>
      commandsOf(scale).map(([, args]) => {
        const usage = measure(args, folder);
        rmSync(join(folder, 'out'), { recursive: true, force: true });
        return usage;
      }),
    );
    report(scale, count, rounds);
  }
} finally {
  if (KEPT === undefined) rmSync(folder, { recursive: true });
}
