import * as z from 'zod';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import { LEVELS, type Level } from '../../model/profile/profile.ts';
import { OBLIGATIONS, PACK_STATUSES, type Pack, type Rule, type Section } from '../../model/standard/pack.ts';
import { indexVocabulary, type Vocabulary, type Wording, wordedVocabulary } from '../../model/standard/vocabulary.ts';
import { namesOf, suggest } from '../profile/names.ts';
import { bilingual, isoDate, kebabId, patterned, readShape } from '../shape.ts';
import { get, type MapNode, type SourceNode } from '../source.ts';
import { readCounting } from './counting.ts';
import { type ExpressionReading, readExpression } from './expression.ts';
import { joinVocabularies, readVocabularyFile } from './vocabulary.ts';

const period = z.strictObject({ from: isoDate.optional(), until: isoDate.optional() });

/** `pack.yaml`: what the pack is, which document it encodes, whom it binds and when. */
export const packSchema = z.strictObject({
  id: kebabId,
  version: patterned(/^\d+\.\d+\.\d+$/u, 'version'),
  title: bilingual,
  document: z.strictObject({
    title: z.string().min(1),
    number: z.string().optional(),
    issuer: bilingual,
    issued: isoDate.optional(),
  }),
  status: z.enum(PACK_STATUSES),
  in_force: period.default({}),
  counties: z.array(z.string().min(1)).min(1),
  levels: z.partialRecord(z.enum(LEVELS), bilingual),
  sections: z.array(z.strictObject({ id: z.string(), clause: z.string(), title: bilingual })).min(1),
  notes: z.array(bilingual).default([]),
  counts_as: z.record(z.string(), z.record(z.string(), z.array(z.string().min(1)).min(1))).default({}),
});

const ruleSchema = z.strictObject({
  id: kebabId,
  clause: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  section: z.string(),
  obligation: z.enum(OBLIGATIONS),
  title: bilingual,
  when: z.unknown().optional(),
  require: z.unknown(),
  from: isoDate.optional(),
  until: isoDate.optional(),
  due: isoDate.optional(),
  verify: bilingual.optional(),
  remedy: bilingual,
  note: bilingual.optional(),
  accepts_not_applicable: z.boolean().default(false),
  accepts_not_occurred: z.boolean().default(false),
});

/** A file of rules: the levels it binds, and the rules in order. */
export const rulesSchema = z.strictObject({
  levels: z.array(z.enum(LEVELS)).min(1),
  rules: z.array(ruleSchema).min(1),
});

type RawPack = z.infer<typeof packSchema>;
type RawRule = z.infer<typeof ruleSchema>;

/** The files of one pack, each already parsed. */
export interface PackSource {
  readonly sha256: string;
  readonly pack: SourceNode;
  readonly facts?: SourceNode;
  readonly rules: readonly SourceNode[];
}

/** Reads a pack against the vocabulary; a pack with a mistake is refused with every mistake at its line. */
export const readPack = (source: PackSource, base: Vocabulary): Loaded<Pack> => {
  const problems: Problem[] = [];
  const own = source.facts && readVocabularyFile(source.facts, problems);
  const vocabulary = own === undefined ? base : indexVocabulary(joinVocabularies([base, own]));
  const raw = readShape(packSchema, source.pack, problems);
  const counted = source.pack.kind === 'map' ? get(source.pack, 'counts_as') : undefined;
  const counting = readCounting(counted, vocabulary, problems);
  const wording = new Map<string, Map<string, string>>();
  const reading: ExpressionReading = { vocabulary, names: namesOf(vocabulary), problems, counting, wording };
  const rules = source.rules.flatMap(node => readRules(node, reading));
  if (raw !== undefined) problems.push(...checkReferences(raw, rules));
  problems.push(...duplicates(rules));
  const { sha256 } = source;
  const words: Words = { vocabulary, wording: wordingOf(vocabulary, wording) };
  const make = (): Pack | undefined => (raw && isNonEmpty(rules) ? toPack(raw, rules, sha256, words) : undefined);
  const pack = problems.length === 0 ? make() : undefined;
  if (pack === undefined && problems.length === 0)
    problems.push(problem('shape', source.pack.location, { path: 'rules', wanted: 'required' }));
  return loaded(problems, () => {
    if (pack === undefined) throw new Error('a pack without problems must exist');
    return pack;
  });
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

const toPack = (raw: RawPack, rules: NonEmpty<Rule>, sha256: string, { vocabulary, wording }: Words): Pack => {
  const { number, issued, ...document } = raw.document;
  const [first, ...more] = raw.sections;
  const [county, ...counties] = raw.counties;
  if (first === undefined || county === undefined) throw new Error('the schema asks for sections and counties');
  return {
    id: raw.id,
    version: raw.version,
    sha256,
    title: raw.title,
    document: { ...document, ...(number !== undefined && { number }), ...(issued !== undefined && { issued }) },
    status: raw.status,
    period: toPeriod(raw.in_force),
    counties: [county, ...counties],
    levels: raw.levels as Pack['levels'],
    sections: [first, ...more] satisfies NonEmpty<Section>,
    notes: raw.notes,
    vocabulary: wordedVocabulary(vocabulary, wording),
    wording,
    rules,
  };
};

const toPeriod = ({ from, until }: { from?: string | undefined; until?: string | undefined }) => ({
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
});

const readRules = (root: SourceNode, reading: ExpressionReading): readonly Rule[] => {
  const raw = readShape(rulesSchema, root, reading.problems);
  const list = root.kind === 'map' ? get(root, 'rules') : undefined;
  if (raw === undefined || list?.kind !== 'list') return [];
  const [level, ...levels] = raw.levels;
  if (level === undefined) return [];
  return raw.rules.flatMap((rule, index) => toRule(reading, rule, [level, ...levels], list.items[index]) ?? []);
};

const toRule = (
  reading: ExpressionReading,
  raw: RawRule,
  levels: NonEmpty<Level>,
  node: SourceNode | undefined,
): Rule | undefined => {
  if (node?.kind !== 'map') return undefined;
  const when = readCheck(reading, node, 'when');
  const require = readCheck(reading, node, 'require');
  const [clause, ...clauses] = typeof raw.clause === 'string' ? [raw.clause] : raw.clause;
  if (require === undefined || clause === undefined) return undefined;
  return {
    id: raw.id,
    clause: [clause, ...clauses],
    section: raw.section,
    levels,
    obligation: raw.obligation,
    title: raw.title,
    ...(when && { when }),
    require,
    period: toPeriod(raw),
    ...(raw.due !== undefined && { due: raw.due }),
    ...(raw.verify && { verify: raw.verify }),
    remedy: raw.remedy,
    ...(raw.note && { note: raw.note }),
    acceptsNotApplicable: raw.accepts_not_applicable,
    acceptsNotOccurred: raw.accepts_not_occurred,
    location: node.location,
  };
};

const readCheck = (reading: ExpressionReading, node: MapNode, key: 'when' | 'require') => {
  const check = get(node, key);
  if (check === undefined && key === 'require')
    reading.problems.push(problem('shape', node.location, { path: 'require', wanted: 'required' }));
  return check && readExpression(reading, check);
};

const checkReferences = (raw: RawPack, rules: readonly Rule[]): readonly Problem[] => {
  const sections = raw.sections.map(section => section.id);
  const unknownSections = rules
    .filter(rule => !sections.includes(rule.section))
    .map(({ section, location }) =>
      problem('unknown-name', location, { kind: 'section', name: section, suggestions: suggest(section, sections) }),
    );
  const uncovered = rules.flatMap(rule =>
    rule.levels
      .filter(level => raw.levels[level] === undefined)
      .map(level => problem('level-not-covered', rule.location, { pack: raw.id, level })),
  );
  return [...unknownSections, ...uncovered];
};

const duplicates = (rules: readonly Rule[]): readonly Problem[] => {
  const first = new Map<string, Location>();
  return rules.flatMap(({ id, location }) => {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, location);
    return earlier ? [problem('duplicate-id', location, { id, first: earlier })] : [];
  });
};
