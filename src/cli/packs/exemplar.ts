import { type Exemplar, type Failing, failJust, makeExemplar } from '../../authoring/exemplar.ts';
import { plainFacts } from '../../authoring/plain.ts';
import { shippedLibrary } from '../../load/library.ts';
import type { Pack, Rule } from '../../model/pack.ts';
import { LEVELS, type Level } from '../../model/profile.ts';
import type { Lang } from '../../model/text.ts';
import { clauseText } from '../../report/words/names.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { writeWhole } from '../output.ts';
import { printProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { changeText } from './change-words.ts';

export interface ExemplarOptions {
  readonly lang: Lang;
  readonly level?: Level;
  /** A rule that the profile is to fail. */
  readonly failing?: string;
  readonly output?: string;
}

const say = (lang: Lang, zh: string, en: string): string => (lang === 'zh' ? zh : en);

/** Writes a complete profile that passes every rule of a level, or fails just one. */
export const exemplarCommand = async (id: string, options: ExemplarOptions, terminal: Terminal): Promise<ExitCode> => {
  const read = await shippedLibrary().pack(id);
  if (!read.ok) {
    printProblems(read.problems, options.lang, terminal);
    return EXIT.badInput;
  }
  const pack = read.value;
  const level = levelFor(pack, options);
  if (level === undefined || pack.levels[level] === undefined) {
    terminal.err(say(options.lang, `标准“${id}”没有这个级别或这条规则\n`, `pack "${id}" has no such level or rule\n`));
    return EXIT.usage;
  }
  const exemplar = makeExemplar(pack, level);
  const failing = options.failing === undefined ? undefined : failJust(pack, level, options.failing, exemplar);
  if (options.failing !== undefined && failing === undefined) return unfailing(options.failing, options, terminal);
  await write(pack, failing?.facts ?? exemplar.facts, options, terminal);
  describe(pack, exemplar, failing, options, terminal);
  return exemplar.unsatisfied.length > 0 ? EXIT.failed : EXIT.passed;
};

const levelFor = (pack: Pack, { level, failing }: ExemplarOptions): Level | undefined => {
  if (failing === undefined) return level ?? LEVELS.find(candidate => pack.levels[candidate] !== undefined);
  const rule = pack.rules.find(candidate => candidate.id === failing);
  return level === undefined ? rule?.levels[0] : rule?.levels.find(candidate => candidate === level);
};

const unfailing = (rule: string, { lang }: ExemplarOptions, terminal: Terminal): ExitCode => {
  terminal.err(say(lang, `没有找到使“${rule}”不符合的改动\n`, `no change was found that fails "${rule}"\n`));
  return EXIT.failed;
};

const write = async (
  pack: Pack,
  facts: Exemplar['facts'],
  { output }: ExemplarOptions,
  terminal: Terminal,
): Promise<void> => {
  const { stringify } = await import('yaml');
  const text = stringify(plainFacts(facts, pack.vocabulary, 'label'), { lineWidth: 0 });
  if (output === undefined) terminal.out(text);
  else writeWhole(output, text);
};

const describe = (
  pack: Pack,
  exemplar: Exemplar,
  failing: Failing | undefined,
  { lang }: ExemplarOptions,
  terminal: Terminal,
): void => {
  const list = (title: string, rules: readonly Rule[]): void => {
    if (rules.length > 0) terminal.err(`${title}\n`);
    for (const rule of rules) terminal.err(`  ${clauseText(rule)}  ${rule.title[lang]} (${rule.id})\n`);
  };
  list(say(lang, '以下规则无法同时符合：', 'These rules cannot be met together with the rest:'), exemplar.unsatisfied);
  for (const change of failing?.changes ?? []) terminal.err(`${changeText(change, pack.vocabulary, lang)}\n`);
  list(say(lang, '随之不符合的还有：', 'These fail with it:'), failing?.alsoFailing ?? []);
  list(
    say(lang, '随之不再符合（不适用或待申报）的还有：', 'These no longer pass, without failing:'),
    failing?.alsoOpen ?? [],
  );
  terminal.err(say(lang, `审核日期 ${exemplar.asOf} 起有效\n`, `for audits as of ${exemplar.asOf} or later\n`));
};
