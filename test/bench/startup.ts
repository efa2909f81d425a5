import { join } from 'node:path';
import { type Figure, inTurn, measure, ROOT, ratio, TOOL, times } from './usage.ts';

const CENTER = join('fixtures', 'centers', 'luoshan-qingshiao');

const STARTS = [
  { name: '`--help` / `node -e 0`', aim: '1.15', args: [TOOL, '--help'] },
  { name: 'audit, one YAML profile / `node -e 0`', aim: '1.6', args: [TOOL, 'audit', `${CENTER}.yaml`] },
  { name: 'audit, one form workbook / `node -e 0`', aim: '2.2', args: [TOOL, 'audit', `${CENTER}.xlsx`] },
] as const;

/** What an inspector waits for, as ratios to a bare Node in the same run. */
export const startupFigures = (): readonly Figure[] => {
  const commands = [['-e', '0'], ...STARTS.map(({ args }) => args)];
  const [base = [], ...taken] = inTurn(commands.map(args => () => measure(args, ROOT)));
  return STARTS.map(({ name, aim }, at) => {
    const usages = taken[at] ?? [];
    return { name, is: `${times(ratio(usages, base))} (cpu ${times(ratio(usages, base, 'cpu'))})`, aim };
  });
};
