import { readdirSync, readFileSync } from 'node:fs';
import type { Step } from './step.ts';

const SHIPPED = readdirSync('rules').filter(name => /-\d{4}|^hengyang$/u.test(name));
const OWN = 'packs/qingyuan-2024';

const levelsOf = (folder: string): readonly string[] =>
  ['township', 'village', 'sub_center'].filter(level => readdirSync(folder).includes(`${level}.yaml`));

/** The ids as they stand at the head of each rule: to read the packs for no more than them takes seconds. */
const rulesIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap(file =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^ {2}- id: ([\w-]+)$/gmu)].map(([, id = '']) => id),
  );

/** The packs, each with the folder that holds its source. */
const PACKS = [...SHIPPED.map(name => [name, `rules/${name}`] as const), [OWN, `fixtures/${OWN}`] as const];

const asDocument = PACKS.flatMap(([pack, folder]): readonly Step[] => {
  const short = pack.replace('packs/', '');
  return [
    { name: `${short}/show`, argv: ['packs', 'show', pack] },
    { name: `${short}/guide`, argv: ['packs', 'guide', pack, '-o', 'out/guide.html'] },
    { name: `${short}/guide-markdown`, argv: ['packs', 'guide', pack] },
    ...levelsOf(folder).flatMap((level): readonly Step[] => [
      { name: `${short}/${level}/exemplar`, argv: ['packs', 'exemplar', pack, '--level', level] },
      { name: `${short}/${level}/form`, argv: ['template', '--pack', pack, '--level', level] },
      { name: `${short}/${level}/form-xlsx`, argv: ['template', '--pack', pack, '--level', level, '-o', 'out/a.xlsx'] },
      {
        name: `${short}/${level}/table`,
        argv: ['template', '--pack', pack, '--level', level, '--table', '-o', 'out/a.xlsx'],
      },
    ]),
  ];
});

const diffs = (
  [
    ['luan-2022-draft', 'luan-2022'],
    ['luoshan-2021', 'xinhua-2022'],
  ] as const
).flatMap(([a, b]): readonly Step[] => [
  { name: `diff/${a}..${b}`, argv: ['packs', 'diff', a, b] },
  { name: `diff/${a}..${b}/json`, argv: ['packs', 'diff', a, b, '-o', 'json'] },
  { name: `diff/${a}..${b}/xlsx`, argv: ['packs', 'diff', a, b, '-o', 'out/diff.xlsx'] },
]);

const FROM = ['template', '--pack', 'luoshan-2021', '--from', 'centers/luoshan-qingshiao.yaml'];

export const packs: readonly Step[] = [
  { name: 'list', argv: ['packs', 'list'] },
  { name: 'lint', argv: ['packs', 'lint', 'hengyang'] },
  { name: 'qingyuan-2024/lint', argv: ['packs', 'lint', OWN] },
  { name: 'qingyuan-2024/test', argv: ['packs', 'test', OWN] },
  { name: 'qingyuan-2024/trace', argv: ['packs', 'trace', OWN, '--source', 'packs/document.txt'] },
  { name: 'qingyuan-2024/amended', argv: ['packs', 'trace', OWN, '--source', 'packs/document-amended.txt'] },
  {
    name: 'qingyuan-2024/was',
    argv: ['packs', 'trace', OWN, '--source', 'packs/document-amended.txt', '--was', 'packs/document.txt'],
  },
  { name: 'qingyuan-2024/draft', argv: ['packs', 'trace', OWN, '--source', 'packs/document.txt', '--draft'] },
  {
    name: 'qingyuan-2024/guide-quoted',
    argv: ['packs', 'guide', OWN, '--source', 'packs/document.txt', '-o', 'out/guide.html'],
  },
  {
    name: 'luoshan-2021/failing',
    argv: ['packs', 'exemplar', 'luoshan-2021', '--level', 'township', '--failing', 'hall-usable-area'],
  },
  {
    name: 'new',
    argv: ['packs', 'new', 'out/pack', '--county', '青原县', '--title', '试行办法', '--level', 'township'],
  },
  {
    name: 'luoshan-2021/exemplar-xlsx',
    argv: ['packs', 'exemplar', 'luoshan-2021', '--level', 'township', '-o', 'out/a.xlsx'],
  },
  { name: 'diff-all', argv: ['packs', 'diff', 'hengyang', 'luoshan-2021', '--all'], columns: 140 },
  { name: 'form-from', argv: FROM },
  { name: 'form-from-xlsx', argv: [...FROM, '-o', 'out/a.xlsx'] },
  { name: 'form-of-two', argv: ['template', '--pack', 'luoshan-2021', '--pack', 'xinhua-2022', '-o', 'out/a.xlsx'] },
  ...asDocument,
  ...diffs,
];

/** Every rule of every pack, explained. */
export const explained: readonly Step[] = PACKS.flatMap(([pack, folder]) =>
  rulesIn(folder).map(rule => ({
    name: `${pack.replace('packs/', '')}/${rule}`,
    argv: ['explain', rule, '--pack', pack],
  })),
);
