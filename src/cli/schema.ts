import type { JsonSchema } from '../forms/profile-schema.ts';
import { jsonText } from '../model/base/clean.ts';
import { distinct, groupByEach } from '../model/base/group.ts';
import type { Loaded } from '../model/base/problem.ts';
import { type Bilingual, both, type Lang, own } from '../model/base/text.ts';
import { factsOfRule, type Pack, type Rule } from '../model/standard/pack.ts';
import { rootOf } from '../model/standard/vocabulary.ts';
import { openLibrary } from '../read/pack/library.ts';
import type { Act } from './cli.ts';
import { EXIT } from './exit-code.ts';
import type { PackOptions } from './packs/open.ts';
import { misused, refuse } from './problems.ts';

export interface SchemaOptions extends PackOptions {
  readonly pack?: string;
}

type Make = (options: SchemaOptions) => Promise<Loaded<JsonSchema>>;

/** The same whatever packs are at hand. */
const always =
  (make: () => Promise<JsonSchema>): Make =>
  async () => ({ ok: true, value: await make(), warnings: [] });

/** A pack that extends another may take its levels and sections from there. */
const pack = async (): Promise<JsonSchema> => {
  const [{ packSchema }, { scorecardDefinitions }] = await Promise.all([
    import('../read/pack/pack.ts'),
    import('../read/scorecard/json-schema.ts'),
  ]);
  const { required, properties, ...schema } = await toJson(packSchema);
  const taken = (key: unknown): boolean => key === 'levels' || key === 'sections';
  const keys = required as readonly unknown[];
  return {
    ...schema,
    properties: { ...(properties as JsonSchema), calendar: scorecardDefinitions.calendar },
    required: keys.filter(key => !taken(key)),
    anyOf: [{ required: ['extends'] }, { required: keys.filter(taken) }],
  };
};

/** Schemes of both kinds: points by obligation, or with `kind: scorecard` a scorecard. */
const scheme = async (): Promise<JsonSchema> => {
  const [
    { schemeSchema },
    { SCORECARD_KINDS: KINDS },
    { scorecardSchema },
    { scorecardDefinitions, scorecardMembers },
  ] = await Promise.all([
    import('../read/scorecard/points.ts'),
    import('../model/scoring/scorecard.ts'),
    import('../read/scorecard/scorecard.ts'),
    import('../read/scorecard/json-schema.ts'),
  ]);
  const [{ $schema, ...points }, { $schema: _, properties, ...head }] = await Promise.all([
    toJson(schemeSchema),
    toJson(scorecardSchema),
  ]);
  return {
    $schema,
    title: 'duibiao scheme',
    type: 'object',
    properties: { kind: { enum: KINDS } },
    if: { properties: { kind: { enum: KINDS } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { ...head, properties: { ...(properties as JsonSchema), ...scorecardMembers } },
    else: points,
    $defs: scorecardDefinitions,
  };
};

const toJson = async (schema: import('zod').ZodType): Promise<JsonSchema> => {
  const { toJSONSchema } = await import('zod');
  return toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
};

/** Descriptions told as `中文 · English`, in each language for itself. */
const inBoth = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    const [zh, en] = key === 'description' && typeof value === 'string' ? value.split(' · ') : [];
    return zh !== undefined && en !== undefined ? both(zh, en) : value;
  });

/** Rules with their checks spelt out, over the common vocabulary or that of a pack. */
const rules: Make = async ({ pack: id, standards }) => {
  const [{ withChecks }, { rulesSchema }] = await Promise.all([
    import('../authoring/check-schema.ts'),
    import('../read/pack/rules.ts'),
  ]);
  const library = await openLibrary(standards);
  if (!library.ok) return library;
  const found = await (id === undefined ? library.value.vocabulary() : library.value.pack(id));
  if (!found.ok) return found;
  const words = 'vocabulary' in found.value ? found.value.vocabulary : found.value;
  return { ...found, value: withChecks(await toJson(rulesSchema), words) };
};

/** So many rules are told beside one fact. */
const MOST_RULES = 6;

/** Beside each fact the clauses that ask it. */
const remarksOf = (pack: Pack): ReadonlyMap<string, Bilingual> => {
  const remark = (asking: readonly Rule[]): Bilingual => {
    const rules = distinct(asking, ({ clause, title }) => clause.join() + title.zh).slice(0, MOST_RULES);
    const told = (lang: Lang): string =>
      [`《${pack.document.title}》`, ...rules.map(({ clause, title }) => `${clause.join(' / ')} ${title[lang]}`)].join(
        '\n',
      );
    return both(told('zh'), told('en'));
  };
  return new Map([...groupByEach(pack.rules, factsOfRule)].map(([id, asking]) => [id, remark(asking)]));
};

const profile: Make = async ({ pack: id, standards }) => {
  const { narrow, profileSchema } = await import('../forms/profile-schema.ts');
  const library = await openLibrary(standards);
  if (!library.ok) return library;
  if (id === undefined) {
    const common = await library.value.vocabulary();
    return common.ok ? { ...common, value: profileSchema(common.value) } : common;
  }
  const found = await library.value.pack(id);
  if (!found.ok) return found;
  const remarks = remarksOf(found.value);
  const { vocabulary } = found.value;
  const asked = new Set([...remarks.keys()].map(fact => rootOf(fact, vocabulary)));
  return { ...found, value: profileSchema(narrow(found.value, asked), remarks, vocabulary) };
};

/** The schemas published, by name. */
const SCHEMAS: Readonly<Record<string, Make>> = {
  profile,
  pack: always(pack),
  rules,
  ledger: always(async () => toJson((await import('../read/pack/beside/ledger.ts')).ledgerSchema)),
  cases: always(async () => toJson((await import('../read/pack/cases.ts')).casesSchema)),
  vocabulary: always(async () => toJson((await import('../read/pack/vocabulary.ts')).themeSchema)),
  scheme: always(scheme),
  waivers: always(async () => inBoth(await toJson((await import('../read/settings/waivers.ts')).waiversSchema))),
  config: always(async () => inBoth(await toJson((await import('../read/settings/config.ts')).configSchema))),
  result: always(async () => toJson((await import('../model/result/contract.ts')).published)),
  comparison: always(async () => toJson((await import('../report/compare/schema.ts')).comparison)),
};

const ASK = { zh: '可选的 schema：', en: 'schemas: ' } as const;

/** Prints a JSON Schema, or the names there are. */
export const schemaCommand: Act<SchemaOptions, [string | undefined]> = async (name, options, terminal) => {
  const make = own(SCHEMAS, name ?? '');
  if (make === undefined) return misused(`${ASK[options.lang]}${Object.keys(SCHEMAS).join(' ')}`, terminal);
  const schema = await make(options);
  if (!schema.ok) return refuse(schema.problems, options.lang, terminal);
  const { inLang } = await import('../forms/profile-schema.ts');
  terminal.out(jsonText(inLang(schema.value, options.lang), 2));
  terminal.out('\n');
  return EXIT.passed;
};
