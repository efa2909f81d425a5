import { z } from 'zod';
import { type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import type { MapNode, SourceNode } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import { OUTCOMES, type Outcome } from '../../model/finding/finding.ts';
import { LEVELS, type Profile } from '../../model/profile/profile.ts';
import type { Case } from '../../model/standard/case.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { meant } from '../profile/names.ts';
import { readProfile } from '../profile/profile.ts';
import { isoDate, misshapen, readShape } from '../shape.ts';

/** What a case may say beside its facts. */
const settingSchema = z.strictObject({
  level: z.enum(LEVELS).exactOptional(),
  as_of: isoDate.exactOptional(),
  reading: z.string().min(1).exactOptional(),
});

/** `cases.yaml`: rule → outcome → profiles, for editors; the facts in them are read against the vocabulary. */
export const casesSchema = z.record(
  z.string(),
  z.partialRecord(z.enum(OUTCOMES), z.array(z.looseObject(settingSchema.shape)).min(1)),
);

const SETTINGS: readonly string[] = Object.keys(settingSchema.shape);

interface Reading {
  readonly vocabulary: Vocabulary;
  readonly problems: Problem[];
}

/** `cases.yaml`: rule → outcome → profiles. */
export const readCases = (root: SourceNode, vocabulary: Vocabulary): Loaded<readonly Case[]> => {
  const reading: Reading = { vocabulary, problems: [] };
  const cases = entriesOf(reading, root, '').flatMap(({ key: rule, value }) =>
    entriesOf(reading, value, rule).flatMap(({ key, keyLocation, value: profiles }) => {
      const expected = OUTCOMES.find(outcome => outcome === key);
      if (expected !== undefined) return readProfiles(reading, rule, expected, profiles);
      reading.problems.push(problem('unknown-key', keyLocation, { key, ...meant(key, OUTCOMES) }));
      return [];
    }),
  );
  return loaded(reading.problems, () => cases);
};

const entriesOf = (reading: Reading, node: SourceNode, path: string): MapNode['entries'] => {
  if (node.kind === 'map') return node.entries;
  return misshapen(reading, node, path, 'mapping') ?? [];
};

const readProfiles = (reading: Reading, rule: string, expected: Outcome, node: SourceNode): readonly Case[] => {
  if (node.kind === 'list' && node.items.length > 0)
    return node.items.flatMap(item => readCase(reading, rule, expected, item) ?? []);
  return misshapen(reading, node, `${rule}.${expected}`, 'profiles') ?? [];
};

const readCase = (reading: Reading, rule: string, expected: Outcome, node: SourceNode): Case | undefined => {
  const all = entriesOf(reading, node, `${rule}.${expected}`);
  const pick = (isSetting: boolean): MapNode => ({
    kind: 'map',
    entries: all.filter(({ key }) => SETTINGS.includes(key) === isSetting),
    location: node.location,
  });
  const setting = readShape(settingSchema, pick(true), reading.problems);
  const profile = readFacts(reading, pick(false));
  if (setting === undefined || profile === undefined) return undefined;
  const { level, as_of: asOf, reading: read } = setting;
  return {
    rule,
    expected,
    profile,
    ...(level && { level }),
    ...(asOf !== undefined && { asOf }),
    ...(read !== undefined && { reading: read }),
    location: node.location,
  };
};

const readFacts = (reading: Reading, node: MapNode): Profile | undefined => {
  const source = { path: 'file' in node.location ? node.location.file : '', sha256: '' };
  if (node.entries.length === 0)
    return { ...source, center: {}, facts: new Map(), places: new Map(), root: node.location };
  const read = readProfile(source, node, reading.vocabulary);
  append(reading.problems, read.ok ? [] : read.problems);
  return read.ok ? read.value : undefined;
};
