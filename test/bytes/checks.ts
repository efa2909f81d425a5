import { readdirSync } from 'node:fs';
import type { Step } from './step.ts';

const SCHEMAS = 'profile pack rules ledger cases vocabulary scheme waivers config result comparison'.split(' ');
const COMMANDS = 'audit batch merge compare rounds validate template explain config schema packs'.split(' ');
const OF_PACKS = 'list show lint test trace exemplar diff guide new'.split(' ');
const FOLDERS = ['profiles', 'centers', 'excel', 'ci/submissions', 'ci/unreadable'];

const OF_A_PACK = [
  'centers/luoshan-qingshiao.yaml',
  'profiles/invalid-every-problem-at-once.yaml',
  'excel/edited-form.xlsx',
];

const files = FOLDERS.flatMap(folder => readdirSync(`fixtures/${folder}`).map(file => `${folder}/${file}`)).sort();
const authored = [
  ...['packs/qingyuan-2024', 'packs/qingyuan-2024/pack.yaml', 'packs/qingyuan-2024/township.yaml'],
  ...['hall', 'monthly', 'star'].map(name => `schemes/${name}/table.yaml`),
  ...['ci/waivers.yaml', 'ci/duibiao.yaml'],
];

export const checks: readonly Step[] = [
  ...[...files, ...authored].map(file => ({ name: `validate/${file}`, argv: ['validate', file, '--verbose'] })),
  { name: 'validate/of-a-pack', argv: ['validate', ...OF_A_PACK, '--pack', 'luoshan-2021'] },
  { name: 'schema/list', argv: ['schema', 'none'] },
  ...SCHEMAS.map(name => ({ name: `schema/${name}`, argv: ['schema', name] })),
  { name: 'schema/profile-of-a-pack', argv: ['schema', 'profile', '--pack', 'luoshan-2021'] },
  { name: 'help', argv: ['--help'] },
  ...COMMANDS.map(name => ({ name: `help/${name}`, argv: [name, '--help'] })),
  ...OF_PACKS.map(name => ({ name: `help/packs-${name}`, argv: ['packs', name, '--help'] })),
];
