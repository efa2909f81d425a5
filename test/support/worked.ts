import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { audit } from '../../src/audit/audit.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Inspection } from '../../src/model/profile/inspection.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readScheme } from '../../src/read/scorecard/scheme.ts';
import { withWords } from '../../src/read/scorecard/words.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { packOf, profileOf, succeed } from './inline.ts';
import { entered } from './scorecard.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'fixtures', 'schemes');
const words = succeed(await shippedLibrary().vocabulary());

type Values<T> = Readonly<Record<string, T | null>>;

interface Filled {
  readonly title?: string;
  readonly as_of?: string;
  readonly facts?: Values<unknown>;
  readonly entered?: Values<number>;
}

const RULES = `levels: [township]
rules:
  - id: notices
    clause: 一
    section: all
    obligation: must
    title: { zh: 公示更新, en: Notices }
    require: { disclosures.up_to_date: yes }
    remedy: { zh: 更新, en: Update }
`;

const without = <T>(values: Values<T>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter((pair): pair is [string, T] => pair[1] !== null));

export const WORKED = readdirSync(FOLDER);

type Worked = readonly (readonly [string, Audit])[];

const known = new Map<string, Worked>();

/** The sample table `name` filled in as in each of its worked cases, with what inspectors filled in. */
export const workedAudits = (name: string, waivers: readonly Waiver[] = []): Worked => {
  if (waivers.length > 0) return auditsOf(name, waivers);
  const worked = known.get(name) ?? auditsOf(name, []);
  known.set(name, worked);
  return worked;
};

const auditsOf = (name: string, waivers: readonly Waiver[]): Worked => {
  const text = readFileSync(join(FOLDER, name, 'table.yaml'), 'utf8');
  const scheme = succeed(readScheme(succeed(readYaml('table.yaml', text)), 'e'.repeat(64), words));
  const vocabulary = withWords(words, scheme);
  const pack = packOf(RULES, vocabulary);
  const { base, cases } = parse(readFileSync(join(FOLDER, name, 'cases.yaml'), 'utf8')) as {
    readonly base: Filled;
    readonly cases: readonly Filled[];
  };
  return cases.map((one, index) => {
    const record: Inspection = {
      path: 'record.yaml',
      sha256: 'f'.repeat(64),
      stage: 'inspection',
      changes: [],
      entries: entered(without({ ...base.entered, ...one.entered })),
    };
    const facts = without({ 中心名称: '青桐镇便民服务中心', ...base.facts, ...one.facts });
    const made = audit({
      profile: profileOf(JSON.stringify(facts), vocabulary),
      level: 'township',
      pack,
      scheme,
      asOf: one.as_of ?? '2024-12-01',
      warnings: [],
      inspections: [record],
      waivers,
    });
    return [one.title ?? String(index), made] as const;
  });
};
