import { profileOf } from '../../authoring/facts.ts';
import { type Exemplar, type Failing, failJust, makeExemplar } from '../../authoring/prove/exemplar.ts';
import { plainFacts } from '../../authoring/prove/plain.ts';
import { writeWhole } from '../../batch/files/whole.ts';
import type { Facts } from '../../language/second/world.ts';
import type { Lang } from '../../model/base/text.ts';
import { LEVELS, type Level } from '../../model/profile/profile.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import { clauseText } from '../../words/names.ts';
import { say } from '../../words/reader.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { misused, refuse } from '../problems.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { changeText } from './change-words.ts';
import { openPack, type PackOptions } from './open.ts';

export interface ExemplarOptions extends PackOptions {
  readonly level?: Level;
  /** A rule that the profile is to fail. */
  readonly failing?: string;
  readonly output?: string;
}

/** Writes a complete profile that passes every rule of a level, or fails just one. */
export const exemplarCommand: Act<ExemplarOptions, [string]> = async (id, options, terminal) => {
  const { pack } = await openPack(id, options);
  if (!pack.ok) return refuse(pack.problems, options.lang, terminal);
  const level = levelFor(pack.value, options);
  if (level !== undefined && pack.value.levels[level] !== undefined) return make(pack.value, level, options, terminal);
  return misused(
    say(options.lang, `标准“${id}”没有这个级别或这条规则`, `pack "${id}" has no such level or rule`),
    terminal,
  );
};

const make = async (pack: Pack, level: Level, options: ExemplarOptions, terminal: Terminal): Promise<ExitCode> => {
  const exemplar = makeExemplar(pack, level);
  const { failing: rule, lang } = options;
  const failing = rule === undefined ? undefined : failJust(pack, level, rule, exemplar);
  if (rule !== undefined && failing === undefined) {
    errLine(terminal, say(lang, `没有找到使“${rule}”不符合的改动`, `no change was found that fails "${rule}"`));
    return EXIT.failed;
  }
  await write(pack, level, failing?.facts ?? exemplar.facts, options, terminal);
  describe(pack, exemplar, failing, options, terminal);
  return exemplar.unsatisfied.length > 0 ? EXIT.failed : EXIT.passed;
};

const levelFor = (pack: Pack, { level, failing }: ExemplarOptions): Level | undefined => {
  if (failing === undefined) return level ?? LEVELS.find(candidate => pack.levels[candidate] !== undefined);
  const rule = pack.rules.find(candidate => candidate.id === failing);
  return level === undefined ? rule?.levels[0] : rule?.levels.find(candidate => candidate === level);
};

const write = async (
  pack: Pack,
  level: Level,
  facts: Facts,
  { output, lang }: ExemplarOptions,
  terminal: Terminal,
): Promise<void> => {
  if (output?.toLowerCase().endsWith('.xlsx')) return writeWhole(output, await workbook(pack, level, facts, lang));
  const { stringify } = await import('yaml');
  const text = stringify(plainFacts(facts, pack.vocabulary, 'label'), {
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  if (output === undefined) terminal.out(text);
  else writeWhole(output, text);
};

const workbook = async (pack: Pack, level: Level, facts: Facts, lang: Lang): Promise<Uint8Array> => {
  const [{ buildForm }, { formWorkbook }] = await Promise.all([
    import('../../forms/form.ts'),
    import('../../forms/xlsx.ts'),
  ]);
  const profiles = [profileOf(facts)];
  return formWorkbook(buildForm([{ pack, level }], level, profiles), { lang, table: false, profiles });
};

const describe = (
  pack: Pack,
  exemplar: Exemplar,
  failing: Failing | undefined,
  { lang }: ExemplarOptions,
  terminal: Terminal,
): void => {
  const list = (title: string, rules: readonly Rule[]): void => {
    if (rules.length > 0) errLine(terminal, title);
    for (const rule of rules) errLine(terminal, `  ${clauseText(rule)}  ${rule.title[lang]} (${rule.id})`);
  };
  list(say(lang, '以下规则无法同时符合：', 'These rules cannot be met together with the rest:'), exemplar.unsatisfied);
  for (const change of failing?.changes ?? []) errLine(terminal, changeText(change, pack.vocabulary, lang));
  list(say(lang, '随之不符合的还有：', 'These fail with it:'), failing?.alsoFailing ?? []);
  list(
    say(lang, '随之不再符合（不适用或待申报）的还有：', 'These no longer pass, without failing:'),
    failing?.alsoOpen ?? [],
  );
  errLine(terminal, say(lang, `审核日期 ${exemplar.asOf} 起有效`, `for audits as of ${exemplar.asOf} or later`));
};
