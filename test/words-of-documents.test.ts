import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { audit, type Level, loadPack, loadProfile, loadScheme, orThrow } from '../src/index.ts';
import { asDuty } from '../src/model/standard/reading.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'words');
const RULES = join(import.meta.dirname, '..', 'rules');
const scheme = orThrow(await loadScheme(join(RULES, 'schemes', 'default.yaml')));

interface Row {
  readonly wrote: Readonly<Record<string, unknown>>;
  readonly finds: Readonly<Record<string, string>>;
  /** How strongly the sentence binds. */
  readonly binds?: Readonly<Record<string, string>>;
}

const tables = readdirSync(FOLDER).map(
  name => [name.replace('.yaml', ''), parse(readFileSync(join(FOLDER, name), 'utf8'))] as const,
);

describe.each(tables)(
  'what is written in the words of %s',
  async (id, levels: Readonly<Record<Level, readonly Row[]>>) => {
    const stated = orThrow(await loadPack(join(RULES, id)));
    const pack = { ...stated, rules: stated.rules.map(asDuty) };
    const rows = Object.entries(levels).flatMap(([level, all]) => all.map(row => ({ level: level as Level, ...row })));

    it.each(rows.map(row => [JSON.stringify(row.wrote), row] as const))(
      '%s',
      async (_, { level, wrote, finds, binds = {} }) => {
        const profile = orThrow(await loadProfile({ file: 'profile.json', content: JSON.stringify(wrote) }, { pack }));
        const asked = { ...pack, rules: pack.rules.filter(({ id }) => id in finds) };
        const { findings } = orThrow(audit({ profile, pack: asked, level, scheme, asOf: '2024-05-01' }));
        const found = new Map(findings.map(({ finding }) => [finding.rule.id, finding.outcome]));
        expect(Object.fromEntries(Object.keys(finds).map(rule => [rule, found.get(rule)]))).toEqual(finds);
        const strength = new Map(stated.rules.map(rule => [rule.id, rule.noDuty ? 'none' : rule.obligation]));
        expect(Object.fromEntries(Object.keys(binds).map(rule => [rule, strength.get(rule)]))).toEqual(binds);
      },
    );
  },
);
