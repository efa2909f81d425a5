import { join } from 'node:path';
import type { Loaded, Problem } from '../../../src/model/base/problem.ts';
import type { SourceNode } from '../../../src/model/base/source.ts';
import { readLedger } from '../../../src/read/pack/beside/ledger.ts';
import { readCases } from '../../../src/read/pack/cases.ts';
import { openLibrary, shippedLibrary } from '../../../src/read/pack/library.ts';
import { type PackSource, readPack } from '../../../src/read/pack/pack.ts';
import { loadPack, parseFile } from '../../../src/read/pack/rule-files.ts';
import { readProfile } from '../../../src/read/profile/profile.ts';
import { choosePacks } from '../../../src/read/profile/submission.ts';
import { readScheme } from '../../../src/read/scorecard/scheme.ts';
import { loadConfig } from '../../../src/read/settings/config.ts';
import { loadWaivers } from '../../../src/read/settings/waivers.ts';
import { ROW_VOCABULARY } from '../../score/rows.ts';
import { succeed } from '../../support/inline.ts';

/** A pack without a mistake, for what only means something beside one. */
const SOUND = join('fixtures', 'packs', 'qingyuan-2024');

const DAY = '2026-11-20';

const library = shippedLibrary();
const common = succeed(await library.vocabulary());
const soundFile = async (name: string): Promise<SourceNode> => succeed(await parseFile(join(SOUND, name), name)).node;
const sound: PackSource = {
  sha256: '',
  pack: await soundFile('pack.yaml'),
  rules: [await soundFile('township.yaml')],
};

const said = (read: Loaded<unknown>): readonly Problem[] => (read.ok ? read.warnings : read.problems);

/** What is wrong with a file by itself, by its kind. */
export const NODE_READERS: Readonly<Record<string, (node: SourceNode) => readonly Problem[]>> = {
  pack: pack => said(readPack({ ...sound, pack }, common)),
  rules: rules => said(readPack({ ...sound, rules: [rules] }, common)),
  facts: facts => said(readPack({ ...sound, facts: [facts] }, common)),
  cases: cases => said(readCases(cases, common)),
  ledger: ledger => said(readLedger(ledger)),
  scorecard: scorecard => said(readScheme(scorecard, '', common)),
  rows: table => said(readScheme(table, '', ROW_VOCABULARY)),
};

const ofFile =
  (read: (node: SourceNode) => readonly Problem[]) =>
  async (file: string): Promise<readonly Problem[]> => {
    const parsed = await parseFile(file, file);
    return parsed.ok ? read(parsed.value.node) : parsed.problems;
  };

/** A folder as its users have it: a county's own packs, the settings that name them, and a centre to hold against them. */
const choose = async (folder: string): Promise<readonly Problem[]> => {
  const config = await loadConfig(join(folder, 'duibiao.yaml'));
  if (!config.ok) return config.problems;
  const { standards, packs } = config.value;
  const own = await openLibrary(standards?.value);
  const centre = await parseFile(join(folder, 'centre.yaml'), join(folder, 'centre.yaml'));
  if (!own.ok || !centre.ok) return [...said(own), ...said(centre)];
  const { node, sha256 } = centre.value;
  const profile = readProfile({ path: join(folder, 'centre.yaml'), sha256 }, node, common);
  if (!profile.ok) return profile.problems;
  return said(await choosePacks(profile.value, own.value, { asOf: DAY, packs: packs?.value ?? [] }));
};

/** What is wrong with a fixture, by the folder it stands in. */
export const READERS: Readonly<Record<string, (path: string) => Promise<readonly Problem[]>>> = {
  ...Object.fromEntries(Object.entries(NODE_READERS).map(([kind, read]) => [kind, ofFile(read)])),
  waivers: async file => said(await loadWaivers([file], library, [SOUND])),
  config: async file => said(await loadConfig(file)),
  choice: choose,
  whole: async folder => said(await loadPack(folder, folder, common)),
  extends: async folder => said(await loadPack(folder, folder, common)),
};
