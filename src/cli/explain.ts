import { silenceOf } from '../evaluate/silence.ts';
import { type Loaded, loaded, type Problem, problem } from '../model/base/problem.ts';
import type { Lang } from '../model/base/text.ts';
import type { Pack, Rule } from '../model/standard/pack.ts';
import type { Library } from '../read/pack/library.ts';
import { openLibrary } from '../read/pack/own-packs.ts';
import { suggest } from '../read/profile/names.ts';
import { DOCUMENTS } from '../report/told/index.ts';
import { tellRule } from '../tell/explain.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { printProblems } from './problems.ts';
import { readRequests, show } from './show.ts';
import type { Terminal } from './terminal.ts';

export interface ExplainOptions {
  readonly lang: Lang;
  readonly pack?: string;
  readonly standards?: string;
  /** The user's own copies of the documents. */
  readonly source?: string;
  readonly output?: readonly string[];
}

interface Found {
  readonly pack: Pack;
  readonly rule: Rule;
}

/** One rule in words: by its id, or by `pack/rule`; every pack that has such a rule explains its own. */
export const explainCommand = async (name: string, options: ExplainOptions, terminal: Terminal): Promise<ExitCode> => {
  const { lang, source, standards, output = ['terminal'] } = options;
  const requests = readRequests(output, DOCUMENTS, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const library = await openLibrary(standards);
  const found = library.ok ? await findRules(name, options, library.value) : library;
  if (!found.ok) return refuse(found.problems, lang, terminal);
  const packs = found.value.map(({ pack }) => pack);
  const quotes =
    source === undefined ? undefined : await (await import('./audit/quotes.ts')).openQuotes(packs, source, standards);
  if (quotes?.ok === false) return refuse(quotes.problems, lang, terminal);
  for (const { rule, pack } of found.value) {
    const subject = { rule, pack, silence: silenceOf(rule, pack.vocabulary), quotes: quotes?.value(rule, pack) ?? [] };
    await show({ lang, document: () => tellRule(subject, lang) }, requests, terminal);
    if (requests.some(({ file }) => file === undefined)) terminal.out('\n');
  }
  return EXIT.passed;
};

const refuse = (problems: readonly Problem[], lang: Lang, terminal: Terminal): ExitCode => {
  printProblems(problems, lang, terminal);
  return EXIT.badInput;
};

const findRules = async (
  name: string,
  options: ExplainOptions,
  library: Library,
): Promise<Loaded<readonly Found[]>> => {
  const [prefix, own] = name.includes('/') ? name.split('/', 2) : [undefined, name];
  const chosen = options.pack ?? prefix;
  const packs: Pack[] = [];
  for (const id of chosen === undefined ? library.packIds() : [chosen]) {
    const pack = await library.pack(id);
    if (!pack.ok) return pack;
    packs.push(pack.value);
  }
  const found = packs.flatMap(pack => pack.rules.filter(rule => rule.id === own).map(rule => ({ pack, rule })));
  const suggestions = suggest(
    own ?? '',
    packs.flatMap(pack => pack.rules.map(rule => rule.id)),
  );
  const missing = problem('unknown-name', { file: 'explain', line: 1, column: 1 }, { kind: 'rule', name, suggestions });
  return loaded(found.length > 0 ? [] : [missing], () => found);
};
