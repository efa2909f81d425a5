import * as z from 'zod';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import { entriesOf, get, nearest, oneOrMore, type SourceNode, textOf, withClauses } from '../../model/base/source.ts';
import { append, isNonEmpty } from '../../model/base/text.ts';
import { LEVELS, type Level } from '../../model/profile/profile.ts';
import type { Also } from '../../model/standard/expression.ts';
import { PACK_STATUSES } from '../../model/standard/head.ts';
import type { Base, Omission, Origin, Pack, Rule } from '../../model/standard/pack.ts';
import { EFFORTS, type Vocabulary, type Wording, wordedVocabulary } from '../../model/standard/vocabulary.ts';
import { readCalendar } from '../calendar.ts';
import { namesakes } from '../namesakes.ts';
import { namesOf, unknownName, unknownNames } from '../profile/names.ts';
import { bilingual, flag, isoDate, kebabId, patterned, readShape } from '../shape.ts';
import { extendsSchema, omitSchema, overrideSchema } from './extends/authority.ts';
import { type Counting, type ExpressionReading, namedTerm } from './reading.ts';
import { checkPeriod, periodSchema, type RulesReading, readRules } from './rules.ts';
import { withOwnWords, withoutEchoes } from './words/own-words.ts';

/** `pack.yaml`: what the pack is, which document it encodes, whom it binds and when. */
export const packSchema = z.strictObject({
  id: kebabId,
  extends: extendsSchema.exactOptional(),
  omit: z.record(z.string(), omitSchema).default({}),
  override: z.record(z.string(), overrideSchema).default({}),
  version: patterned(/^\d+\.\d+\.\d+$/u, 'version'),
  title: bilingual,
  document: z.strictObject({
    title: z.string().min(1),
    number: z.string().exactOptional(),
    issuer: bilingual,
    issued: isoDate.exactOptional(),
  }),
  status: z.enum(PACK_STATUSES),
  in_force: periodSchema.default({}),
  counties: z.array(z.string().min(1)).min(1),
  levels: z.partialRecord(z.enum(LEVELS), bilingual),
  sections: z.array(z.strictObject({ id: z.string(), clause: z.string(), title: bilingual })).min(1),
  notes: z.array(bilingual).default([]),
  counts_as: z.record(z.string(), z.record(z.string(), z.array(z.string().min(1)).min(1))).default({}),
  effort: z.record(z.string(), z.enum(EFFORTS)).default({}),
  calendar: z.unknown().exactOptional(),
  signed: flag,
});

type RawPack = z.infer<typeof packSchema>;

/** The file of a scheme in the folder of a pack, which counts for all its levels or for one. */
export interface SchemeSource {
  readonly node: SourceNode;
  readonly sha256: string;
  readonly level?: Level;
}

/** The files of one pack, each already parsed, with what it takes from another. */
export interface PackSource {
  readonly sha256: string;
  readonly pack: SourceNode;
  readonly facts?: readonly SourceNode[];
  readonly rules: readonly SourceNode[];
  readonly schemes?: readonly SchemeSource[];
  readonly base?: Base;
  readonly origins?: ReadonlyMap<string, Origin>;
}

type Reading = Pick<ExpressionReading, 'vocabulary' | 'names' | 'problems'>;

/** `counts_as` of a pack: list → term → the terms that count as it. */
const readCounting = (node: SourceNode | undefined, reading: Reading): Counting =>
  new Map(
    entriesOf(node).flatMap(({ key, keyLocation, value }) => {
      const lists = reading.vocabulary.list;
      if (lists.has(key)) return [[key, readList(reading, key, value)] as const];
      reading.problems.push(unknownName('list', key, lists.keys(), keyLocation));
      return [];
    }),
  );

const readList = (reading: Reading, list: string, node: SourceNode): Also =>
  Object.fromEntries(
    entriesOf(node).flatMap(({ key, keyLocation, value }) => {
      const code = namedTerm(reading, list, key, keyLocation);
      const others = oneOrMore(value).flatMap(item => namedTerm(reading, list, textOf(item), item.location) ?? []);
      return code !== undefined && isNonEmpty(others) ? [[code, others] as const] : [];
    }),
  );

/** Reads a pack against the vocabulary; a pack with a mistake is refused with every mistake at its line. */
export const readPack = (source: PackSource, base: Vocabulary): Loaded<Pack> => {
  const problems: Problem[] = [];
  const { vocabulary, unread } = withOwnWords(base, source.facts ?? [], source.rules, problems);
  const ofWords = problems.length;
  const raw = readShape(packSchema, withClauses(source.pack), problems);
  if (raw !== undefined) checkHead(raw, source.pack, problems);
  if (raw !== undefined) checkEffort(source.pack, vocabulary, problems);
  const counted = get(source.pack, 'counts_as');
  const names = { vocabulary, names: namesOf(vocabulary), problems };
  const wording = new Map<string, Map<string, string>>();
  const known = raw && { level: Object.keys(raw.levels), section: raw.sections.map(({ id }) => id) };
  const dates = get(source.pack, 'calendar');
  const calendar = dates && readCalendar({ problems }, dates);
  const reading: RulesReading = {
    ...names,
    counting: readCounting(counted, names),
    wording,
    ...(known && { known }),
    ...(calendar && { calendar }),
  };
  const rules = source.rules.flatMap(node => readRules(node, reading)).map(rule => withOrigin(rule, source));
  append(problems, namesakes(rules));
  const { sha256 } = source;
  const words: Words = { vocabulary, wording: wordingOf(vocabulary, wording) };
  const taken = source.base && { base: source.base, omitted: omissionsIn(raw?.omit ?? {}, source.pack) };
  const make = (): Pack | undefined =>
    raw && rules.length > 0 ? { ...toPack(raw, rules, sha256, words), ...taken } : undefined;
  if (source.rules.length === 0)
    problems.push(problem('shape', source.pack.location, { path: '', wanted: 'rule-file' }));
  const pack = problems.length === 0 ? make() : undefined;
  const found = [...problems.slice(0, ofWords), ...withoutEchoes(problems.slice(ofWords), unread)];
  const said = toldOnce(found, source.pack.location, dates);
  return loaded(said, () => {
    if (pack === undefined) throw new Error('a pack without problems must exist');
    return pack;
  });
};

/** A calendar that is missing is told once, where it has to be written; one that has mistakes of its own is not missed. */
const toldOnce = (problems: readonly Problem[], location: Location, calendar?: SourceNode): readonly Problem[] => {
  const others = problems.filter(({ code }) => code !== 'no-calendar');
  const places = problems.flatMap(found => (found.code === 'no-calendar' ? found.places : []));
  return places.length === 0 || calendar ? others : [...others, problem('no-calendar', location, { places })];
};

const withOrigin = (rule: Rule, { origins }: PackSource): Rule => {
  const origin = origins?.get(rule.id);
  return origin === undefined ? rule : { ...rule, origin };
};

const omissionsIn = (omit: RawPack['omit'], root: SourceNode): readonly Omission[] =>
  Object.entries(omit).map(([rule, { clause, because, by, on }]) => {
    const [first, ...more] = [clause ?? []].flat();
    const why = because && by !== undefined && on !== undefined ? { because, by, on } : undefined;
    const { location } = nearest(root, ['omit', rule]);
    return { rule, location, ...(first !== undefined && { clause: [first, ...more] }), ...(why && { why }) };
  });

const checkHead = ({ in_force, sections }: RawPack, root: SourceNode, problems: Problem[]): void => {
  checkPeriod(problems, nearest(root, ['in_force']), in_force);
  const placed = sections.map(({ id }, index) => ({ id, location: nearest(root, ['sections', index, 'id']).location }));
  append(problems, namesakes(placed));
};

const checkEffort = (root: SourceNode, vocabulary: Vocabulary, problems: Problem[]): void => {
  const known = [...vocabulary.fact.keys()];
  for (const { key, keyLocation } of entriesOf(get(root, 'effort')))
    append(problems, unknownNames('fact', [key], known, keyLocation));
};

type Words = Pick<Pack, 'vocabulary' | 'wording'>;

/** The words that are not the vocabulary's own for a term. */
const wordingOf = (vocabulary: Vocabulary, said: ReadonlyMap<string, ReadonlyMap<string, string>>): Wording =>
  Object.fromEntries(
    [...said].flatMap(([list, words]) => {
      const known = vocabulary.term.get(list);
      const other = [...words].filter(([code, word]) => known?.get(code)?.aliases.includes(word));
      return other.length > 0 ? [[list, Object.fromEntries(other)] as const] : [];
    }),
  );

const toPack = (raw: RawPack, all: readonly Rule[], sha256: string, { vocabulary, wording }: Words): Pack => {
  const { number, issued, ...document } = raw.document;
  const [drafts, rules] = [all.filter(({ draft }) => draft), all.filter(({ draft }) => !draft)];
  const { sections, counties } = raw;
  const unsigned = rules.map(({ id }) => id);
  if (!isNonEmpty(sections) || !isNonEmpty(counties)) throw new Error('the schema asks for sections and counties');
  return {
    id: raw.id,
    version: raw.version,
    sha256,
    title: raw.title,
    document: { ...document, ...(number !== undefined && { number }), ...(issued !== undefined && { issued }) },
    status: raw.status,
    period: raw.in_force,
    counties,
    levels: raw.levels as Pack['levels'],
    sections,
    notes: raw.notes,
    vocabulary: wordedVocabulary(vocabulary, wording),
    wording,
    rules,
    ...(drafts.length > 0 && { drafts }),
    ...(Object.keys(raw.effort).length > 0 && { effort: raw.effort }),
    ...(raw.signed && isNonEmpty(unsigned) && { unsigned }),
  };
};
