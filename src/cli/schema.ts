import type { JsonSchema } from '../forms/profile-schema.ts';
import { jsonText } from '../model/base/clean.ts';
import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import { factsOfRule, type Pack } from '../model/standard/pack.ts';
import { rootOf } from '../model/standard/vocabulary.ts';
import { type Library, openLibrary } from '../read/pack/library.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { misused, printProblems } from './problems.ts';
import type { Terminal } from './terminal.ts';

export interface SchemaOptions {
  readonly lang: Lang;
  readonly pack?: string;
  readonly standards?: string;
}

type Make = (options: SchemaOptions) => Promise<JsonSchema | undefined>;

/** The schemas published, by name. */
const schemas = (terminal: Terminal): Readonly<Record<string, Make>> => ({
  profile: options => profile(options, terminal),
  pack,
  rules: options => rules(options, terminal),
  ledger: async () => toJson((await import('../read/pack/beside/ledger.ts')).ledgerSchema),
  cases: async () => toJson((await import('../read/pack/cases.ts')).casesSchema),
  vocabulary: async () => toJson((await import('../read/pack/vocabulary.ts')).themeSchema),
  scheme,
  waivers: async () => inBoth(await toJson((await import('../read/settings/waivers.ts')).waiversSchema)),
  config: async () => inBoth(await toJson((await import('../read/settings/config.ts')).configSchema)),
  result: async () => toJson((await import('../model/result/contract.ts')).published),
  comparison: async () => toJson((await import('../report/compare/schema.ts')).comparison),
});

/** A pack that extends another may take its levels and sections from there. */
const pack: Make = async () => {
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
const scheme: Make = async () => {
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

/** The packs at hand, own ones too. */
const openedFor = async ({ standards, lang }: SchemaOptions, terminal: Terminal): Promise<Library | undefined> => {
  const opened = await openLibrary(standards);
  return opened.ok ? opened.value : void printProblems(opened.problems, lang, terminal);
};

/** Rules with their checks spelt out, over the common vocabulary or that of a pack. */
const rules = async (options: SchemaOptions, terminal: Terminal): Promise<JsonSchema | undefined> => {
  const [{ withChecks }, { rulesSchema }] = await Promise.all([
    import('../authoring/check-schema.ts'),
    import('../read/pack/rules.ts'),
  ]);
  const { pack, lang } = options;
  const library = await openedFor(options, terminal);
  if (library === undefined) return undefined;
  const found = pack === undefined ? undefined : await library.pack(pack);
  const vocabulary = found === undefined ? await library.vocabulary() : found;
  if (!vocabulary.ok) return void printProblems(vocabulary.problems, lang, terminal);
  const words = 'vocabulary' in vocabulary.value ? vocabulary.value.vocabulary : vocabulary.value;
  return withChecks(await toJson(rulesSchema), words);
};

/** So many rules are told beside one fact. */
const MOST_RULES = 6;

/** Beside each fact the clauses that ask it. */
const remarksOf = (pack: Pack): ReadonlyMap<string, Bilingual> => {
  const asking = new Map<string, Map<string, Bilingual>>();
  for (const rule of pack.rules) {
    const { clause, title } = rule;
    for (const id of factsOfRule(rule))
      asking.set(
        id,
        (asking.get(id) ?? new Map()).set(
          clause.join() + title.zh,
          both(`${clause.join(' / ')} ${title.zh}`, `${clause.join(' / ')} ${title.en}`),
        ),
      );
  }
  const told = (rules: Iterable<Bilingual>, lang: Lang): string =>
    [`《${pack.document.title}》`, ...[...rules].slice(0, MOST_RULES).map(rule => rule[lang])].join('\n');
  return new Map([...asking].map(([id, rules]) => [id, both(told(rules.values(), 'zh'), told(rules.values(), 'en'))]));
};

const profile: (options: SchemaOptions, terminal: Terminal) => Promise<JsonSchema | undefined> = async (
  options,
  terminal,
) => {
  const { pack, lang } = options;
  const { narrow, profileSchema } = await import('../forms/profile-schema.ts');
  const library = await openedFor(options, terminal);
  if (library === undefined) return undefined;
  if (pack === undefined) {
    const vocabulary = await library.vocabulary();
    return vocabulary.ok ? profileSchema(vocabulary.value) : void printProblems(vocabulary.problems, lang, terminal);
  }
  const found = await library.pack(pack);
  if (!found.ok) return void printProblems(found.problems, lang, terminal);
  const remarks = remarksOf(found.value);
  const { vocabulary } = found.value;
  const asked = new Set([...remarks.keys()].map(id => rootOf(id, vocabulary)));
  return profileSchema(narrow(found.value, asked), remarks, vocabulary);
};

const ASK = { zh: '可选的 schema：', en: 'schemas: ' } as const;

/** Prints a JSON Schema, or the names there are. */
export const schemaCommand = async (
  name: string | undefined,
  options: SchemaOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const known = schemas(terminal);
  const make = name === undefined || !Object.hasOwn(known, name) ? undefined : known[name];
  if (make === undefined) return misused(`${ASK[options.lang]}${Object.keys(known).join(' ')}`, terminal);
  const schema = await make(options);
  if (schema === undefined) return EXIT.badInput;
  const { inLang } = await import('../forms/profile-schema.ts');
  terminal.out(jsonText(inLang(schema, options.lang), 2));
  terminal.out('\n');
  return EXIT.passed;
};
