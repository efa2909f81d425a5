import { withScheme } from './scorecards.ts';
import { dated, LANGS, type Step } from './step.ts';

const plain = [...dated, '--no-config', '--workers', '1'];
const EACH = ['--each', 'html,xlsx,markdown,csv,json'];
const CENTERS = ['centers/luoshan-qingshiao.yaml', 'centers/taojiang-zhuxiping.xlsx'];
const MANY = [...CENTERS, 'excel/county-table.xlsx', 'profiles/invalid-every-problem-at-once.yaml'];

export const batches: readonly Step[] = [
  { name: 'many', argv: ['batch', ...MANY, ...plain, '-o', 'out'] },
  { name: 'each', argv: ['batch', ...CENTERS, ...plain, ...EACH, '-o', 'out'] },
  { name: 'roster', argv: ['batch', 'excel/county-table.xlsx', ...plain, '--roster', 'roster.csv', '-o', 'out'] },
  { name: 'refuse', argv: ['batch', 'centers', ...plain, '--duplicates', 'refuse', '-o', 'out'] },
  {
    name: 'only-new',
    argv: ['batch', ...CENTERS, ...plain, '--only-new', 'compare/spring/results.jsonl', '-o', 'out'],
  },
  { name: 'gb18030', argv: ['batch', 'excel/county-table-gb18030.csv', ...plain, '-o', 'out'] },
  { name: 'stdout', argv: ['batch', ...MANY.slice(0, 3), 'ci/unreadable/songlin.yaml', ...plain, '-o', '-'] },
  { name: 'ci', argv: ['batch', 'submissions', 'unreadable', ...dated, '--workers', '1', '-o', 'out'], cwd: 'ci' },
  { name: 'nothing', argv: ['batch', 'records/none', ...plain, '-o', 'out'] },
  ...['hall', 'monthly', 'star'].map(scheme => ({
    name: `scheme-${scheme}`,
    argv: ['batch', `cases/${scheme}`, ...withScheme(scheme, '2024-12-01'), '--workers', '1', '-o', 'out'],
  })),
  {
    name: 'round',
    argv: ['batch', 'cases/round', ...withScheme('star', '2024-12-01'), '--workers', '1', ...EACH, '-o', 'out'],
  },
  ...['1', '2'].map(part => ({
    name: `shard-${part}`,
    argv: ['batch', ...CENTERS, 'excel/county-table.xlsx', ...plain, '--shard', `${part}/2`, '-o', `part-${part}`],
  })),
  { name: 'merged', argv: ['merge', 'part-1', 'part-2', '--roster', 'roster.csv', '-o', 'out'] },
];

/** Results to compare, written in each language for the words that they hold. */
export const keeping: readonly Step[] = LANGS.flatMap(lang =>
  ['hall', 'monthly', 'star'].flatMap(scheme =>
    ['01', '02', '03'].map((number): Step => {
      const inspected = ['--inspection', `records/${scheme}/${number}.yaml`];
      const argv = ['audit', `cases/${scheme}/${number}.yaml`, ...inspected, ...withScheme(scheme, '2024-12-01')];
      return {
        name: `kept/${scheme}-${number}/${lang}`,
        argv: [...argv, '--lang', lang, '-o', `json=kept/${lang}/${scheme}-${number}.json`],
      };
    }),
  ),
);

const changed = (name: string, before: string, after: string): readonly Step[] => {
  const argv = ['compare', before, after];
  const files = ['json', 'csv', 'md', 'xlsx'].flatMap(format => ['-o', `out/changes.${format}`]);
  return [
    { name: `compare/${name}`, argv: [...argv, ...files] },
    { name: `compare/${name}/terminal`, argv },
    { name: `compare/${name}/terminal-60`, argv, columns: 60 },
    { name: `compare/${name}/all`, argv: [...argv, '--all', '-o', 'terminal', '-o', 'out/all.md'] },
  ];
};

const roundsOf = (name: string, ...words: readonly string[]): readonly Step[] => [
  {
    name: `rounds/${name}`,
    argv: ['rounds', ...words, ...['json', 'csv', 'xlsx'].flatMap(format => ['-o', `out/rounds.${format}`])],
  },
  { name: `rounds/${name}/terminal`, argv: ['rounds', ...words] },
  { name: `rounds/${name}/all`, argv: ['rounds', ...words, '--all'] },
];

export const changes: readonly Step[] = [
  ...changed('seasons', 'compare/spring', 'compare/autumn'),
  ...changed('backwards', 'compare/autumn', 'compare/spring'),
  ...roundsOf('seasons', 'compare/spring', 'compare/autumn'),
  ...['hall', 'monthly', 'star'].flatMap(scheme => [
    ...changed(scheme, `kept/zh/${scheme}-01.json`, `kept/en/${scheme}-02.json`),
    ...roundsOf(
      scheme,
      ...['--scheme', `schemes/${scheme}/table.yaml`],
      ...['01', '02', '03'].map(number => `kept/zh/${scheme}-${number}.json`),
    ),
  ]),
];
