import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { into, type Step } from './step.ts';

interface Filled {
  readonly as_of?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly entered?: Readonly<Record<string, number | null>>;
}

/** A file of the workspace. */
export type Made = readonly [path: string, text: string];

const SCHEMES = ['hall', 'monthly', 'star'] as const;
const BY_DEFAULT = '2024-12-01';

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

const given = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** What an inspector chooses where the cases give the points of the choice. */
const CHOSEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  manners: { 5: '好', 3: '较好', 1: '一般', 0: '差' },
  innovation: { 10: '市级推广', 5: '县级推广', 0: '无' },
};

const recordOf = (entered: Readonly<Record<string, unknown>>): string => {
  const found = Object.entries(entered).map(([item, value]) => ({
    item,
    value: CHOSEN[item]?.[String(value)] ?? value,
    reason: '现场核查',
  }));
  return JSON.stringify({ 阶段: '核查', 检查人: '李检查员', 级别: '县级', found });
};

const caseOf = (scheme: string, number: string, base: Filled, one: Filled) => {
  const facts = given({ 中心名称: `${scheme}${number}镇便民服务中心`, ...base.facts, ...one.facts });
  const profile = `cases/${scheme}/${number}.yaml`;
  const record = `records/${scheme}/${number}.yaml`;
  return {
    profile,
    record,
    files: [
      [profile, JSON.stringify(facts, null, 2)],
      [record, recordOf(given({ ...base.entered, ...one.entered }))],
    ] satisfies readonly Made[],
    asOf: one.as_of ?? BY_DEFAULT,
  };
};

const casesOf = (scheme: string) => {
  const { base, cases } = read(`fixtures/schemes/${scheme}/cases.yaml`) as { base: Filled; cases: readonly Filled[] };
  return cases.map((one, at) => caseOf(scheme, String(at + 1).padStart(2, '0'), base, one));
};

const round = () => {
  const { base } = read('fixtures/schemes/star/cases.yaml') as { readonly base: Filled };
  const { centres } = read('fixtures/schemes/star/round.yaml') as { readonly centres: Record<string, Filled> };
  return Object.values(centres).map((one, at) => caseOf('round', String(at + 1), base, one));
};

/** The profiles and inspection records that the worked cases of the scorecards come to. */
export const workedFiles = (): readonly Made[] =>
  [...SCHEMES.flatMap(casesOf), ...round()].flatMap(({ files }) => files);

export const withScheme = (scheme: string, asOf: string): readonly string[] => [
  ...['--scheme', `schemes/${scheme}/table.yaml`, '--pack', 'packs/qingyuan-2024', '--level', 'township'],
  ...['--as-of', asOf, '--no-config'],
];

const audited = (scheme: string): readonly Step[] =>
  casesOf(scheme).flatMap(({ profile, record, asOf }, at): readonly Step[] => {
    const name = profile.slice('cases/'.length, -'.yaml'.length);
    const argv = ['audit', profile, '--inspection', record, ...withScheme(scheme, asOf)];
    if (at > 0) return [{ name, argv: [...argv, ...into(['json', 'csv', 'markdown'])] }];
    return [
      { name, argv: [...argv, ...into()] },
      { name: `${name}/terminal-60`, argv, columns: 60 },
      { name: `${name}/terminal-100`, argv },
      { name: `${name}/all`, argv: [...argv, '--all'] },
      { name: `${name}/plan`, argv: [...argv, '--plan'] },
      { name: `${name}/uninspected`, argv: ['audit', profile, ...withScheme(scheme, asOf), ...into()] },
      { name: `${name}/uninspected/terminal`, argv: ['audit', profile, ...withScheme(scheme, asOf)] },
    ];
  });

const foreign = SCHEMES.flatMap((scheme): readonly Step[] => {
  const argv = ['audit', 'centers/luoshan-qingshiao.yaml', '--scheme', `schemes/${scheme}/table.yaml`];
  const name = `${scheme}/nothing-declared`;
  const dated = [...argv, '--as-of', BY_DEFAULT, '--no-config'];
  return [
    { name, argv: [...dated, ...into()] },
    { name: `${name}/terminal`, argv: dated },
  ];
});

export const scorecards: readonly Step[] = [...SCHEMES.flatMap(audited), ...foreign];
