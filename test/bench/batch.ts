import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeTownships, makeVillageLines, makeWorkbook } from './make-inputs.ts';
import { type Figure, inTurn, measure, median, ratio, TOOL, times } from './usage.ts';

/** `SCALE=1` has every township centre of the country and every village; without it, a tenth of them. */
const SCALE = Number(process.env.SCALE ?? 0.1);

const OPTIONS = ['--as-of', '2026-11-20', '--no-config', '--fail-on', 'none', '--quiet', '--fresh'];

const SCALES = [
  { kind: 'yaml', what: 'YAML profiles', input: 'townships', make: makeTownships, output: 'out', aim: '2.5' },
  { kind: 'jsonl', what: 'JSON Lines', input: 'villages.jsonl', make: makeVillageLines, output: '-', aim: '2.0' },
  { kind: 'xlsx', what: 'rows of a workbook', input: 'table.xlsx', make: makeWorkbook, output: 'out', aim: '8' },
] as const;

const COUNTS = { yaml: 40_000 * SCALE, jsonl: 600_000 * SCALE, xlsx: Math.min(3_000, 30_000 * SCALE) } as const;

const batch = (folder: string, input: string, output: string) => () => {
  rmSync(join(folder, output), { recursive: true, force: true });
  return measure([TOOL, 'batch', input, '-o', output, '--workers', '2', ...OPTIONS], folder);
};

const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size;

const made = async (
  folder: string,
  name: string,
  make: (path: string, count: number) => Promise<void>,
  count: number,
) => {
  if (!existsSync(join(folder, name))) await make(join(folder, name), Math.round(count));
  return name;
};

/** Whole batches as ratios to reading and parsing the same bytes bare. */
const speeds = async (folder: string): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const { kind, what, input, make, output, aim } of SCALES) {
    await made(folder, input, make, COUNTS[kind]);
    const bare = () => measure([join(import.meta.dirname, 'bare.cjs'), kind, input], folder);
    const [base = [], ours = []] = inTurn([bare, batch(folder, input, output)]);
    const is = `${times(ratio(ours, base))} (cpu ${times(ratio(ours, base, 'cpu'))})`;
    figures.push({ name: `${Math.round(COUNTS[kind])} ${what} / bare parse, 2 workers`, is, aim });
  }
  return figures;
};

/** Memory at few centres and at many; and how much is written for what was read. */
export const batchFigures = async (folder: string): Promise<readonly Figure[]> => {
  const figures = await speeds(folder);
  const few = await made(folder, 'few.jsonl', makeVillageLines, COUNTS.jsonl / 20);
  const [small = [], large = []] = inTurn([batch(folder, few, 'few'), batch(folder, 'villages.jsonl', 'many')], 1);
  const mib = [small, large].map(taken => median(taken.map(usage => usage.mib)).toFixed(0));
  batch(folder, 'townships', 'out')();
  const bytes = readFileSync(join(folder, 'out', 'results.jsonl')).length / sizeOf(join(folder, 'townships'));
  return [
    ...figures,
    {
      name: `peak MiB at ${COUNTS.jsonl / 20} and at ${COUNTS.jsonl} centres`,
      is: mib.join(' and '),
      aim: '≤ 250, flat',
    },
    { name: 'bytes of results / bytes of profiles', is: times(bytes), aim: '≤ 2.5' },
  ];
};
