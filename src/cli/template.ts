import { extname } from 'node:path';
import { writeWhole } from '../batch/files/whole.ts';
import { buildForm, type Form, type FormPack, joinedVocabulary } from '../forms/form.ts';
import type { FormOrder } from '../forms/order.ts';
import { isError, type Loaded, loaded, problem, toldOf, valuesOf } from '../model/base/problem.ts';
import type { Bilingual } from '../model/base/text.ts';
import { LEVELS, type Level, type Profile } from '../model/profile/profile.ts';
import { ownScheme, type Pack, scoredBy } from '../model/standard/pack.ts';
import { readProfiles } from '../read/files/open.ts';
import { type Library, type LibraryOptions, openSettled } from '../read/pack/library.ts';
import { cardPack } from '../read/pack/own-packs.ts';
import { namesOf } from '../read/profile/names.ts';
import { readDeclarations } from '../read/profile/profile.ts';
import { withScorecardWords } from '../read/scorecard/words.ts';
import { readNamedScheme } from './audit/settings.ts';
import type { Act } from './cli.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { misused, printProblems, refuse } from './problems.ts';
import type { InspectionFormOptions } from './scorecards/inspection-form.ts';
import { errLine } from './terminal.ts';

export interface TemplateOptions extends LibraryOptions, InspectionFormOptions {
  readonly pack?: readonly string[];
  readonly level?: Level;
  readonly from?: string;
  readonly table?: boolean;
  readonly order?: FormOrder;
  /** A scorecard: the standard by itself, or what the chosen packs are scored by. */
  readonly scheme?: string;
  /** What inspectors fill in, in place of a form for centres: facts as found, or sheets of a scorecard by bureau. */
  readonly inspection?: boolean;
}

const WORDS = {
  noPack: {
    zh: '请用 --pack 指定按哪个标准出表（可多次）：',
    en: 'name the standards that the form is for with --pack (repeatable): ',
  },
  format: {
    zh: '表格文件须以 .xlsx、.yaml 或 .html（现场核查页）结尾：',
    en: 'a form ends in .xlsx, .yaml or .html (the page for the site): ',
  },
  tableYaml: { zh: '汇总表只有 .xlsx 一种格式：', en: 'a table of centres is .xlsx only: ' },
  onePack: { zh: '现场核查页一次只按一个标准：', en: 'a page for the site is by one standard: ' },
  written: { zh: '已生成：', en: 'written: ' },
} as const;

type Format = 'xlsx' | 'yaml' | 'html';

interface Target {
  readonly format: Format;
  readonly file?: string;
}

/** `form.xlsx`, `xlsx=form.xlsx`, `yaml`; without anything, YAML on standard output. */
const readTarget = (output: string | undefined): Target | undefined => {
  if (output === undefined || output === 'yaml') return { format: 'yaml' };
  const [, named, rest] = /^(xlsx|yaml|html)=(.+)$/u.exec(output) ?? [];
  const file = rest ?? output;
  const ending = extname(file).toLowerCase();
  const format = (named ??
    { '.xlsx': 'xlsx', '.yaml': 'yaml', '.yml': 'yaml', '.html': 'html', '.htm': 'html' }[ending]) as
    | Format
    | undefined;
  return format && { format, file };
};

/** The level asked for, else the only one, else the first that all packs cover. */
const levelFor = (packs: readonly FormPack['pack'][], asked: Level | undefined): Level | undefined =>
  asked ?? LEVELS.find(level => packs.every(pack => pack.levels[level] !== undefined));

/** The packs that are named, scored by the scheme that is; without a pack, a scorecard by itself. */
const readPacks = async (
  library: Library,
  { pack: ids = [], scheme }: TemplateOptions,
): Promise<readonly Loaded<Pack>[]> => {
  if (scheme === undefined) return Promise.all(ids.map(id => library.pack(id)));
  if (ids.length === 0) return [await cardPack(scheme, library)];
  const read = await readNamedScheme(scheme, ids, library);
  if (!read.ok) return [read];
  const worded = withScorecardWords(library, read.value);
  const packs = await Promise.all(ids.map(id => worded.pack(id)));
  return packs.map(pack => (pack.ok ? { ...pack, value: scoredBy(pack.value, read.value) } : pack));
};

const choosePacks = async (library: Library, options: TemplateOptions): Promise<Loaded<readonly FormPack[]>> => {
  const read = await readPacks(library, options);
  const told = read.flatMap(toldOf);
  const packs = valuesOf(read);
  const level = levelFor(packs, options.level) ?? 'township';
  const uncovered = told.some(isError) ? [] : packs.filter(pack => pack.levels[level] === undefined);
  const problems = uncovered.map(pack => problem('level-not-covered', pack.id, { pack: pack.id, level }));
  return loaded([...told, ...problems], () => packs.map(pack => ({ pack, level })));
};

/** Earlier profiles; what cannot be read of them is said and refused, so that nothing is lost on the way. */
const readEarlier = async (
  file: string | undefined,
  packs: readonly FormPack[],
): Promise<Loaded<readonly Profile[]>> => {
  if (file === undefined) return { ok: true, value: [], warnings: [] };
  const vocabulary = joinedVocabulary(packs);
  const { profiles, problems } = await readProfiles({ file }, { vocabulary, names: namesOf(vocabulary) });
  const read = profiles.map(root => readDeclarations({ path: file, sha256: '' }, root, vocabulary));
  return loaded([...problems, ...read.flatMap(one => one.problems)], () => read.map(({ profile }) => profile));
};

const content = async (
  form: Form,
  profiles: readonly Profile[],
  target: Target,
  { lang, table, inspection }: TemplateOptions,
): Promise<string | Uint8Array> => {
  if (target.format === 'html') return (await import('./site.ts')).siteOf(form, profiles, lang);
  if (inspection)
    return target.format === 'yaml'
      ? (await import('../forms/record.ts')).recordYaml(form, profiles[0], lang)
      : (await import('../forms/record-sheet.ts')).recordWorkbook(form, profiles[0], lang);
  if (target.format === 'yaml') return (await import('../forms/yaml.ts')).formYaml(form, profiles[0], lang);
  const { formWorkbook } = await import('../forms/xlsx.ts');
  return formWorkbook(form, { lang, table: table === true, profiles });
};

/** A blank form, or one filled in from an earlier profile, with just the facts that the chosen packs ask. */
export const templateCommand: Act<TemplateOptions, []> = async (options, terminal) => {
  const { lang } = options;
  const opened = await openSettled(options);
  if (!opened.ok) return refuse(opened.problems, lang, terminal);
  const library = opened.value;
  const target = readTarget(options.output);
  const complain = (words: Bilingual, about: string): ExitCode => misused(`${words[lang]}${about}`, terminal);
  if (target === undefined) return complain(WORDS.format, options.output ?? '');
  if (options.table && target.format !== 'xlsx') return complain(WORDS.tableYaml, options.output ?? '-o FILE.xlsx');
  if (options.pack === undefined && options.scheme === undefined)
    return complain(WORDS.noPack, (await library.summaries()).map(({ id }) => id).join(lang === 'zh' ? '、' : ', '));
  if (target.format === 'html' && (options.pack ?? []).length > 1)
    return complain(WORDS.onePack, (options.pack ?? []).join(' '));
  const packs = await choosePacks(library, options);
  const earlier = packs.ok ? await readEarlier(options.from, packs.value) : packs;
  printProblems(toldOf(earlier), lang, terminal);
  const [first] = packs.ok ? packs.value : [];
  if (!packs.ok || !earlier.ok || first === undefined) return EXIT.badInput;
  if (
    options.inspection &&
    target.format !== 'html' &&
    (options.by !== undefined || ownScheme(first.pack, first.level)?.scorecard !== undefined)
  ) {
    const { inspectionForm } = await import('./scorecards/inspection-form.ts');
    return inspectionForm(first.pack, first.level, options, terminal);
  }
  const { withExamples } = await import('../authoring/prove/examples.ts');
  const exampled = packs.value.map(({ pack, level }) => ({ pack: withExamples(pack, level), level }));
  const form = buildForm(exampled, first.level, earlier.value, options.order);
  const made = await content(form, earlier.value, target, options);
  if (target.file === undefined) terminal.out(typeof made === 'string' ? made : '');
  else {
    writeWhole(target.file, made);
    errLine(terminal, `${WORDS.written[lang]}${target.file}`);
  }
  return EXIT.passed;
};
