import { silenceOf } from '../evaluate/silence.ts';
import { type Loaded, loaded, problem } from '../model/base/problem.ts';
import type { Pack } from '../model/standard/pack.ts';
import { type Library, openSettled } from '../read/pack/library.ts';
import { suggest } from '../read/profile/names.ts';
import { DOCUMENTS } from '../report/told/index.ts';
import type { Document } from '../tell/block.ts';
import { type Asking, tellRule } from '../tell/explain.ts';
import type { Act } from './cli.ts';
import { EXIT } from './exit-code.ts';
import type { PackOptions } from './packs/open.ts';
import { refuse } from './problems.ts';
import { readFormats, show } from './show.ts';

export interface ExplainOptions extends PackOptions {
  readonly pack?: string;
  /** The user's own copies of the documents. */
  readonly source?: string;
  readonly output?: readonly string[];
}

/** One rule in words, by its id or by `pack/rule`; else a fact, or all that a word of Chinese or English is found in. */
export const explainCommand: Act<ExplainOptions, [string]> = async (name, options, terminal) => {
  const { lang, source, standards, output = ['terminal'] } = options;
  const requests = readFormats(output, DOCUMENTS, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const library = await openSettled(options);
  const at = library.ok ? await openNamed(name, options, library.value) : library;
  if (!at.ok) return refuse(at.problems, lang, terminal);
  const found = findRules(name, at.value);
  const tell = async (document: () => Document): Promise<void> => {
    await show({ lang, document }, requests, terminal);
    if (requests.some(({ file }) => file === undefined)) terminal.out('\n');
  };
  if (!found.ok) {
    const documents = (await import('./explain-words.ts')).documentsOf(name, at.value, lang);
    if (documents.length === 0) return refuse(found.problems, lang, terminal);
    for (const document of documents) await tell(() => document);
    return EXIT.passed;
  }
  const packs = found.value.map(({ pack }) => pack);
  const quotes =
    source === undefined ? undefined : await (await import('./audit/quotes.ts')).openQuotes(packs, source, standards);
  if (quotes?.ok === false) return refuse(quotes.problems, lang, terminal);
  for (const { rule, pack } of found.value) {
    const subject = { rule, pack, silence: silenceOf(rule, pack.vocabulary), quotes: quotes?.value(rule, pack) ?? [] };
    await tell(() => tellRule(subject, lang));
  }
  return EXIT.passed;
};

const openNamed = async (name: string, options: ExplainOptions, library: Library): Promise<Loaded<readonly Pack[]>> => {
  const [prefix] = name.includes('/') ? name.split('/', 1) : [];
  const chosen = options.pack ?? prefix;
  const packs: Pack[] = [];
  for (const id of chosen === undefined ? library.packIds() : [chosen]) {
    const pack = await library.pack(id);
    if (!pack.ok) return pack;
    packs.push(pack.value);
  }
  return { ok: true, value: packs, warnings: [] };
};

const findRules = (name: string, packs: readonly Pack[]): Loaded<readonly Asking[]> => {
  const own = name.split('/').at(-1);
  const found = packs.flatMap(pack => pack.rules.filter(rule => rule.id === own).map(rule => ({ pack, rule })));
  const ids = packs.flatMap(pack => pack.rules.map(rule => rule.id));
  const suggestions = suggest(own ?? '', ids);
  const missing = problem('unknown-name', 'explain', { kind: 'rule', name, suggestions });
  return loaded(found.length > 0 ? [] : [missing], () => found);
};
