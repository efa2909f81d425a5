import { join } from 'node:path';
import { type Proof, provePack } from '../../authoring/prove/proof.ts';
import { casesForMissing, casesForSurvivors, withCases } from '../../authoring/prove/propose-cases.ts';
import { writeWhole } from '../../batch/files/whole.ts';
import { formatLocation } from '../../model/base/location.ts';
import { type Loaded, loaded } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Case } from '../../model/standard/case.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { casesIn, casesText, loadCases } from '../../read/pack/authored.ts';
import { casesWith } from '../../read/pack/extends/cases.ts';
import type { PackFolder } from '../../read/pack/find-rules.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { refuse } from '../problems.ts';
import { outLine, type Terminal } from '../terminal.ts';
import { eachPack, type OpenedPack, type PackOptions } from './open.ts';
import { flow, generatedText, mismatchText, missingText, survivorText } from './test-words.ts';

/** A case that notices one change may leave another unnoticed. */
const MOST_ROUNDS = 6;

/** Puts into `cases.yaml` the cases that a pack is short of, and says how many. */
const writeCases = async (pack: Pack, folder: PackFolder): Promise<Loaded<number>> => {
  const before = casesText(folder);
  let [text, added] = [before, 0];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const own = await casesIn(text, folder, pack.vocabulary);
    const cases = own.ok ? await casesWith(own.value, pack) : own;
    if (!cases.ok) return cases;
    const proof = provePack(pack, cases.value);
    const missing = casesForMissing(pack, proof);
    const found = missing.length > 0 ? missing : casesForSurvivors(pack, proof);
    if (found.length === 0) break;
    text = withCases(text, found, flow);
    added += found.length;
  }
  if (text !== before) writeWhole(join(folder.path, 'cases.yaml'), text);
  return loaded([], () => added);
};

export interface TestOptions extends PackOptions {
  /** Whether the cases that it proposes are put into the pack. */
  readonly write?: boolean;
}

/** Runs the cases of packs, generated ones and mutants; without ids, of every pack at hand. */
export const testCommand: Act<TestOptions> = (ids, options, terminal) =>
  eachPack(ids, options, opened => testOne(opened, options, terminal));

const testOne = async (
  { pack, folder }: OpenedPack,
  { lang, write }: TestOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const added = pack.ok && write ? await writeCases(pack.value, folder) : undefined;
  if (added?.ok === false) return refuse(added.problems, lang, terminal);
  if (added !== undefined) outLine(terminal, addedText(added.value, folder, lang));
  const own = pack.ok ? await loadCases(folder, pack.value.vocabulary) : pack;
  const cases = pack.ok && own.ok ? await casesWith(own.value, pack.value) : (own as Loaded<never>);
  if (!pack.ok || !cases.ok) return refuse(cases.ok ? [] : cases.problems, lang, terminal);
  const proof = provePack(pack.value, cases.value);
  const lines = linesOf(proof, pack.value, lang);
  for (const line of [...lines, summary(pack.value, proof, lang)]) outLine(terminal, line);
  return lines.length > 0 ? EXIT.failed : EXIT.passed;
};

const linesOf = (proof: Proof, { vocabulary }: Pack, lang: Lang): readonly string[] => [
  ...proof.mismatches.map(found => `${formatLocation(found.case.location)}: ${mismatchText(found, vocabulary, lang)}`),
  ...proof.strays.map(stray => `${formatLocation(stray.location)}: ${strayText(stray, lang)}`),
  ...proof.missing.map(found => `${formatLocation(found.location)}: ${missingText(found, lang)}`),
  ...proof.generatedMismatches.map(
    found => `${formatLocation(found.case.rule.location)}: ${generatedText(found, vocabulary, lang)}`,
  ),
  ...proof.survivors.map(found => `${formatLocation(found.rule.location)}: ${survivorText(found, vocabulary, lang)}`),
];

const addedText = (added: number, { shown }: PackFolder, lang: Lang): string =>
  lang === 'zh'
    ? `${shown}/cases.yaml：写入 ${added} 个示例，请逐个核对`
    : `${shown}/cases.yaml: ${added} cases written; look at each`;

const strayText = ({ rule, level, reading }: Case, lang: Lang): string =>
  lang === 'zh'
    ? `没有规则“${rule}”${level ? `，或它不适用于 ${level}` : ''}${reading ? `，或它没有读法“${reading}”` : ''}`
    : `no rule "${rule}"${level ? `, or not at level ${level}` : ''}${reading ? `, or no reading "${reading}" of it` : ''}`;

const summary = ({ id, rules }: Pack, proof: Proof, lang: Lang): string => {
  const { met, mismatches, generated, generatedMismatches, mutants, survivors, missing } = proof;
  const cases = met + mismatches.length;
  return lang === 'zh'
    ? `${id}：${rules.length} 条规则；示例 ${cases} 个，不符 ${mismatches.length} 个，${missing.length} 条规则缺示例；自动生成 ${generated} 个，不符 ${generatedMismatches.length} 个；变异 ${mutants} 个，未被发现 ${survivors.length} 个`
    : `${id}: ${rules.length} rules; ${cases} cases, ${mismatches.length} not as expected, ${missing.length} rules short of cases; ${generated} generated, ${generatedMismatches.length} not as expected; ${mutants} mutants, ${survivors.length} unnoticed`;
};
