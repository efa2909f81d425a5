import { type CaseResults, runCases } from '../../authoring/test-pack.ts';
import { loadCases, packFolder } from '../../load/authored.ts';
import { shippedLibrary } from '../../load/library.ts';
import type { Case } from '../../model/case.ts';
import { formatLocation } from '../../model/location.ts';
import type { Pack } from '../../model/pack.ts';
import type { Lang } from '../../model/text.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { printProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { mismatchText } from './test-words.ts';

export interface TestOptions {
  readonly lang: Lang;
}

/** Runs the cases of packs; without ids, of every pack at hand. */
export const testCommand = async (
  ids: readonly string[],
  options: TestOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const library = shippedLibrary();
  const chosen = ids.length > 0 ? ids : (await library.summaries()).map(({ id }) => id);
  const codes: ExitCode[] = [];
  for (const id of chosen) {
    const pack = await library.pack(id);
    const cases = pack.ok ? await loadCases(packFolder(id), pack.value.vocabulary) : pack;
    if (pack.ok && cases.ok) codes.push(testPack(pack.value, cases.value, options, terminal));
    else {
      printProblems(cases.ok ? [] : cases.problems, options.lang, terminal);
      codes.push(EXIT.badInput);
    }
  }
  return worst(codes);
};

const testPack = (pack: Pack, cases: readonly Case[], { lang }: TestOptions, terminal: Terminal): ExitCode => {
  const results = runCases(pack, cases);
  for (const mismatch of results.mismatches)
    terminal.out(`${formatLocation(mismatch.case.location)}: ${mismatchText(mismatch, pack.vocabulary, lang)}\n`);
  for (const stray of results.strays) terminal.out(`${formatLocation(stray.location)}: ${strayText(stray, lang)}\n`);
  terminal.out(`${summary(pack, results, lang)}\n`);
  return results.mismatches.length + results.strays.length > 0 ? EXIT.failed : EXIT.passed;
};

const strayText = ({ rule, level }: Case, lang: Lang): string =>
  lang === 'zh'
    ? `没有规则“${rule}”${level ? `，或它不适用于 ${level}` : ''}`
    : `no rule "${rule}"${level ? `, or not at level ${level}` : ''}`;

const summary = ({ id, rules }: Pack, { met, mismatches }: CaseResults, lang: Lang): string =>
  lang === 'zh'
    ? `${id}：${rules.length} 条规则，${met + mismatches.length} 个示例，${mismatches.length} 个与预期不符`
    : `${id}: ${rules.length} rules, ${met + mismatches.length} cases, ${mismatches.length} not as expected`;
