import { readdirSync } from 'node:fs';
import { dated, into, type Step } from './step.ts';

const CENTERS = readdirSync('fixtures/centers').sort();
const plain = [...dated, '--no-config'];

const centers = CENTERS.flatMap((file): readonly Step[] => {
  const argv = ['audit', `centers/${file}`, ...plain];
  return [
    { name: file, argv: [...argv, ...into()] },
    { name: `${file}/annotated`, argv: [...argv, '-o', `annotated=out/${file}`] },
    { name: `${file}/plan`, argv: [...argv, '--plan'] },
    { name: `${file}/all`, argv: [...argv, '--all'] },
    ...[60, 80, 100, 160].map(columns => ({ name: `${file}/terminal-${columns}`, argv, columns })),
  ];
});

const submissions = readdirSync('fixtures/ci/submissions').map(file => `submissions/${file}`);

const ci: readonly Step[] = [
  { name: 'ci', argv: ['audit', ...submissions, ...dated, ...into()] },
  { name: 'ci/terminal', argv: ['audit', ...submissions, ...dated] },
  { name: 'ci/all', argv: ['audit', ...submissions, ...dated, '--all'] },
  { name: 'ci/without-waivers', argv: ['audit', ...submissions, ...dated, '--without-waivers', ...into()] },
  { name: 'ci/unreadable', argv: ['audit', ...submissions, 'unreadable/songlin.yaml', ...dated, ...into()] },
  { name: 'ci/unreadable/terminal', argv: ['audit', 'unreadable/songlin.yaml', ...dated] },
  { name: 'ci/before', argv: ['audit', 'submissions/yunling.yaml', ...dated, '-o', 'json=before.json'] },
  { name: 'ci/only-new', argv: ['audit', ...submissions, ...dated, '--only-new', 'before.json', ...into()] },
  { name: 'ci/only-new/terminal', argv: ['audit', ...submissions, ...dated, '--only-new', 'before.json'] },
  { name: 'ci/config', argv: ['config'] },
].map(step => ({ ...step, cwd: 'ci' }));

const others: readonly Step[] = [
  { name: 'several', argv: ['audit', ...CENTERS.map(file => `centers/${file}`), ...plain, '--fail-on', 'should'] },
  {
    name: 'quoted',
    argv: [
      ...['audit', 'centers/luoshan-qingshiao.yaml', ...plain, '--pack', 'packs/qingyuan-2024'],
      ...['--source', 'packs/document.txt', ...into(['html', 'markdown', 'xlsx'])],
    ],
  },
  { name: 'no-such-file', argv: ['audit', 'centers/none.yaml', ...plain] },
  { name: 'no-such-option', argv: ['audit', 'centers/none.yaml', '--non'] },
  { name: 'min-score', argv: ['audit', 'centers/luoshan-qingshiao.yaml', ...plain, '--min-score', '60'] },
  ...readdirSync('fixtures/excel')
    .sort()
    .map(file => ({ name: `excel/${file}`, argv: ['audit', `excel/${file}`, ...plain, ...into(['json', 'csv'])] })),
];

export const audits: readonly Step[] = [...centers, ...ci, ...others];
