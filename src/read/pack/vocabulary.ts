import * as z from 'zod';
import { canonical } from '../../model/base/exact.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import { get, nearest, type SourceNode } from '../../model/base/source.ts';
import { UNITS } from '../../model/base/unit.ts';
import type { Decimal } from '../../model/base/value.ts';
import {
  EFFORTS,
  type FactDefinition,
  type FieldDefinition,
  PLACES,
  type TermList,
  VALUE_TYPES,
  type VocabularyData,
} from '../../model/standard/vocabulary.ts';
import { meant } from '../profile/names.ts';
import { unitOf } from '../profile/values.ts';
import { bilingual, flag, patterned, readShape } from '../shape.ts';
import type { VocabularyFile } from './check-vocabulary.ts';

export { joinVocabularies } from './join-vocabularies.ts';

const names = z.array(z.string().min(1)).default([]);

const seen = { where: z.enum(PLACES).exactOptional(), effort: z.enum(EFFORTS).exactOptional() };

const fieldKeys = {
  label: bilingual,
  aliases: names,
  type: z.enum(VALUE_TYPES).exclude(['records']),
  unit: z.string().exactOptional(),
  units: z.record(z.string(), z.number().positive()).exactOptional(),
  plausible: z.tuple([z.number(), z.number()]).exactOptional(),
  counter: bilingual.exactOptional(),
  list: z.string().exactOptional(),
  verify: bilingual.exactOptional(),
  example: z.string().exactOptional(),
  ...seen,
};

const rawField = z.strictObject(fieldKeys);

const rawFact = z.strictObject({
  ...fieldKeys,
  type: z.enum(VALUE_TYPES),
  item: bilingual.exactOptional(),
  key: z.string().exactOptional(),
  fields: z.record(z.string(), rawField).exactOptional(),
});

const rawTerm = z.union([
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1), aliases: names, takes_in: names.exactOptional() }),
  z
    .string()
    .min(1)
    .transform(alone => ({ zh: alone, en: alone, aliases: [], takes_in: undefined })),
]);

/** A file of facts of one theme. */
export const themeSchema = z.strictObject({
  theme: patterned(/^[a-z][a-z0-9_]*$/u, 'snake-id'),
  label: bilingual,
  aliases: names,
  /** Of its facts that do not say otherwise. */
  ...seen,
  facts: z.record(patterned(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/u, 'fact-id'), rawFact),
});

/** A file of terms. */
export const listSchema = z.strictObject({
  list: patterned(/^[a-z][a-z0-9_]*$/u, 'snake-id'),
  label: bilingual,
  open: flag,
  terms: z.record(patterned(/^[a-z][a-z0-9_-]*$/u, 'term-id'), rawTerm),
});

type RawFact = z.infer<typeof rawFact>;

const NEEDS: Readonly<Partial<Record<RawFact['type'], readonly (keyof RawFact)[]>>> = {
  quantity: ['unit'],
  size: ['unit'],
  count: ['counter'],
  term: ['list'],
  terms: ['list'],
  records: ['item', 'key', 'fields'],
};

/** One file of the vocabulary: facts of a theme or a list of terms. */
export const readVocabularyFile = (root: SourceNode, problems: Problem[]): VocabularyData | undefined =>
  get(root, 'list') === undefined ? readTheme(root, problems) : readList(root, problems);

/** Those of several files that can be read. */
export const readVocabularyFiles = (roots: readonly SourceNode[], problems: Problem[]): readonly VocabularyFile[] =>
  roots.flatMap(root => {
    const data = readVocabularyFile(root, problems);
    return data === undefined ? [] : [{ root, data }];
  });

const readList = (root: SourceNode, problems: Problem[]): VocabularyData | undefined => {
  const raw = readShape(listSchema, root, problems);
  if (raw === undefined) return undefined;
  const terms = Object.entries(raw.terms).map(([code, { zh, en, aliases, takes_in: takesIn }]) => ({
    code,
    label: { zh, en },
    aliases,
    ...(takesIn && { takesIn }),
  }));
  const list: TermList = { id: raw.list, label: raw.label, open: raw.open, terms };
  return { themes: [], facts: [], lists: [list] };
};

const readTheme = (root: SourceNode, problems: Problem[]): VocabularyData | undefined => {
  const raw = readShape(themeSchema, root, problems);
  const facts = get(root, 'facts');
  if (raw === undefined || facts?.kind !== 'map') return undefined;
  const definitions = Object.entries(raw.facts).flatMap(
    ([id, fact]) => toFact(problems, id, { ...seenIn(raw), ...fact }, get(facts, id) ?? facts) ?? [],
  );
  const strays = definitions.flatMap(({ id, type }) =>
    type === 'records' || id.split('.')[0] === raw.theme ? [] : [id],
  );
  const theme = { id: raw.theme, label: raw.label, aliases: raw.aliases, ...(strays.length > 0 && { facts: strays }) };
  return { themes: [theme], facts: definitions, lists: [] };
};

const seenIn = ({ where, effort }: Pick<RawFact, 'where' | 'effort'>) => ({
  ...(where && { where }),
  ...(effort && { effort }),
});

const toFact = (problems: Problem[], id: string, raw: RawFact, node: SourceNode): FactDefinition | undefined => {
  const lacking = (NEEDS[raw.type] ?? []).filter(key => raw[key] === undefined);
  for (const key of lacking)
    problems.push(problem('shape', node.location, { path: `${id}.${key}`, wanted: 'required' }));
  if (lacking.length > 0) return undefined;
  if (raw.type !== 'records') return toField(problems, id, raw, node);
  const fields = Object.entries(raw.fields ?? {}).flatMap(
    ([name, field]) =>
      (toFact(problems, `${id}.${name}`, field, get(node, 'fields', name) ?? node) as FieldDefinition | undefined) ??
      [],
  );
  const { item = raw.label, key = '' } = raw;
  return { ...base(id, raw), type: 'records', item, key, fields };
};

const base = (id: string, raw: RawFact) => ({
  id,
  label: raw.label,
  aliases: raw.aliases,
  ...(raw.verify && { verify: raw.verify }),
  ...(raw.example !== undefined && { example: raw.example }),
  ...seenIn(raw),
});

const ownUnits = (units: NonNullable<RawFact['units']>): Readonly<Record<string, Decimal>> =>
  Object.fromEntries(Object.entries(units).map(([name, factor]) => [name, canonical(String(factor))]));

const unitIn = (problems: Problem[], { unit: name = '', units }: RawFact, node: SourceNode): string | undefined => {
  const unit = unitOf(name) ?? (units?.[name] === 1 ? name : undefined);
  if (unit !== undefined) return unit;
  const near = meant(name, Object.keys(UNITS));
  const known = near.suggestions.length > 0 ? near : { ...near, accepted: Object.keys(UNITS) };
  problems.push(problem('unknown-name', nearest(node, ['unit']).location, { kind: 'unit', name, ...known }));
  return undefined;
};

const plausibleIn = (problems: Problem[], { plausible }: RawFact, node: SourceNode) => {
  if (plausible === undefined) return {};
  const [low, high] = plausible;
  if (low > high) {
    const at = nearest(node, ['plausible']).location;
    problems.push(problem('empty-range', at, { low: String(low), high: String(high) }));
  }
  return { plausible: [canonical(String(low)), canonical(String(high))] as const };
};

const toField = (problems: Problem[], id: string, raw: RawFact, node: SourceNode): FieldDefinition | undefined => {
  const common = base(id, raw);
  const plausible = plausibleIn(problems, raw, node);
  switch (raw.type) {
    case 'quantity':
    case 'size': {
      const unit = unitIn(problems, raw, node);
      const units = raw.units && raw.type === 'quantity' && { units: ownUnits(raw.units) };
      return unit === undefined ? undefined : { ...common, type: raw.type, unit, ...plausible, ...units };
    }
    case 'count':
      return {
        ...common,
        type: 'count',
        counter: raw.counter ?? { zh: '个', en: '' },
        ...plausible,
      };
    case 'term':
    case 'terms':
      return { ...common, type: raw.type, list: raw.list ?? '' };
    case 'records':
      return undefined;
    case 'percent':
    case 'yes_no':
    case 'date':
    case 'time':
    case 'hours':
    case 'text':
      return { ...common, type: raw.type };
  }
};
