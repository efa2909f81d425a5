import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../../model/base/memo.ts';
import { type Loaded, loaded } from '../../model/base/problem.ts';
import { own } from '../../model/base/text.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Library, PackSummary } from '../../model/standard/library.ts';
import type { Asked, Pack, Reading, Rule } from '../../model/standard/pack.ts';
import { askedBy } from '../../model/standard/reading.ts';
import { indexVocabulary, type VocabularyData, wordedVocabulary } from '../../model/standard/vocabulary.ts';
import { givenOr, isFolder, openWritten, remember, schemePlace, unknownPack, unknownScheme } from './find-rules.ts';

const SHARED = ['require', 'when'] as const satisfies readonly (keyof Asked)[];

type Shared = (typeof SHARED)[number];

/** A reading as the build writes it: what it asks as its rule does is named, and not written twice. */
export interface PreparedReading extends Omit<Reading, 'asked'> {
  readonly asked?: Omit<Asked, Shared> & Partial<Pick<Asked, Shared>>;
  readonly keeps?: readonly Shared[];
}

export interface PreparedRule extends Omit<Rule, 'readings'> {
  readonly readings?: readonly PreparedReading[];
}

export const prepareRule = ({ readings, ...rule }: Rule): PreparedRule => {
  const prepare = ({ asked, ...reading }: Reading): PreparedReading => {
    if (asked === undefined) return reading;
    const keeps = SHARED.filter(key => asked[key] !== undefined && asked[key] === rule[key]);
    const own = Object.fromEntries(Object.entries(asked).filter(([key]) => !keeps.some(kept => kept === key)));
    return { ...reading, asked: own as PreparedReading['asked'] & object, keeps };
  };
  return readings === undefined ? rule : { ...rule, readings: readings.map(prepare) };
};

/** The rule again; its readings share with it what they keep, so that nothing is asked of a centre twice. */
export const revivedRule = ({ readings, ...rule }: PreparedRule): Rule => {
  if (readings === undefined) return rule;
  const revive = ({ keeps = [], asked, ...reading }: PreparedReading): Reading => {
    if (asked === undefined) return reading;
    const kept = Object.fromEntries(keeps.map(key => [key, rule[key]]));
    return { ...reading, asked: askedBy({ ...asked, ...kept } as Asked) };
  };
  return { ...rule, readings: readings.map(revive) as readonly Reading[] as NonNullable<Rule['readings']> };
};

/** What the build writes, so that nothing is parsed or validated at start. */
export interface PreparedIndex {
  readonly summaries: readonly PackSummary[];
  readonly schemes: Readonly<Record<string, Scheme>>;
}

/** `vocabulary` only where the pack has facts or terms of its own. */
export interface PreparedPack {
  readonly pack: Omit<Pack, 'vocabulary' | 'rules'> & { readonly rules: readonly PreparedRule[] };
  readonly vocabulary?: VocabularyData;
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** A library of packs that were read and checked when the tool was built. */
export const preparedLibrary = (folder: string): Library => {
  const index = readJson<PreparedIndex>(join(folder, 'index.json'));
  const common = once(() => indexVocabulary(readJson<VocabularyData>(join(folder, 'vocabulary.json'))));
  const vocabulary = async () => loaded([], common);
  const known = index.summaries.map(summary => summary.id);
  return {
    vocabulary,
    summaries: async () => index.summaries,
    pack: remember(async (name: string): Promise<Loaded<Pack>> => {
      if (!known.includes(name))
        return isFolder(name) ? (await openWritten()).loadPack(name, name, common()) : unknownPack(name, known);
      const prepared = readJson<PreparedPack>(join(folder, `${name}.json`));
      const own = prepared.vocabulary === undefined ? common() : indexVocabulary(prepared.vocabulary);
      const worded = wordedVocabulary(own, prepared.pack.wording);
      const rules = prepared.pack.rules.map(revivedRule);
      return { ok: true, value: { ...prepared.pack, rules, vocabulary: worded }, warnings: [] };
    }),
    scheme: async (name, words) => {
      const found = own(index.schemes, name);
      if (found !== undefined) return { ok: true, value: found, warnings: [] };
      const place = schemePlace(name, folder);
      if (place === undefined) return unknownScheme(name, Object.keys(index.schemes));
      return (await openWritten()).loadScheme(place.path, place.shown, givenOr(words, vocabulary));
    },
    packIds: () => known,
    schemeIds: () => Object.keys(index.schemes),
  };
};
