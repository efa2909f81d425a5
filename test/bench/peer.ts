import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsIn } from '../../src/model/standard/expression.ts';
import { rulesFor } from '../../src/model/standard/pack.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { succeed } from '../support/inline.ts';
import { makeTownships } from './make-inputs.ts';
import { type Figure, inTurn, measure, ratio, TOOL, times } from './usage.ts';

const PEER = '@stoplight/spectral-cli@6.16.3';
/** At `SCALE=0.1`, which is the default, a thousand files are the most. */
const COUNTS = [1, 10, 100, 1_000].filter(count => count <= 10_000 * Number(process.env.SCALE ?? 0.1));

/** Spectral asks of each rule no more than that its facts stand there: less than ours, which is to its favour. */
const rulesetOf = async (): Promise<string> => {
  const { vocabulary, ...pack } = succeed(await shippedLibrary().pack('luoshan-2021'));
  const rules = rulesFor({ vocabulary, ...pack }, 'township').map(({ id, require }) => {
    const fields = factsIn(require).flatMap(
      fact => vocabulary.fact.get(fact.split('.').slice(0, 2).join('.'))?.label.zh ?? [],
    );
    const checks = fields.map(field => ({ field, function: 'truthy' }));
    return [
      id,
      Object.fromEntries([
        ['given', '$'],
        ['severity', 'warn'],
        ['then', checks],
      ]),
    ] as const;
  });
  return JSON.stringify({ rules: Object.fromEntries(rules) });
};

const install = (folder: string): boolean =>
  spawnSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', PEER], { stdio: 'ignore' })
    .status === 0;

/** Spectral's own command on the same files, as so many times our time. */
export const peerFigures = async (folder: string): Promise<readonly Figure[]> => {
  const at = join(folder, 'peer');
  mkdirSync(at, { recursive: true });
  if (!install(at)) return [{ name: 'Spectral', is: 'not measured: it could not be fetched' }];
  writeFileSync(join(at, 'rules.json'), await rulesetOf());
  await makeTownships(join(at, 'all'), Math.max(...COUNTS));
  const spectral = join(at, 'node_modules', '@stoplight', 'spectral-cli', 'dist', 'index.js');
  return COUNTS.map(count => {
    const files = join(at, String(count));
    mkdirSync(files, { recursive: true });
    for (const name of readdirSync(join(at, 'all', '00')).slice(0, count))
      copyFileSync(join(at, 'all', '00', name), join(files, name));
    const [ours = [], theirs = []] = inTurn(
      [
        () => measure([TOOL, 'batch', files, '-o', '-', '--no-config', '--fail-on', 'none', '--quiet'], at),
        () => measure([spectral, 'lint', `${files}/*.yaml`, '-r', join(at, 'rules.json'), '--quiet'], at),
      ],
      3,
    );
    return { name: `Spectral on ${count} YAML profile(s) / ours`, is: times(ratio(theirs, ours)) };
  });
};
