import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lintPack } from '../../authoring/lint/lint.ts';
import { trace } from '../../authoring/trace/trace.ts';
import { formatLocation, type Location, startOf } from '../../model/base/location.ts';
import { type Problem, toldOf } from '../../model/base/problem.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { Ledger } from '../../model/standard/ledger.ts';
import { type Pack, withDrafts } from '../../model/standard/pack.ts';
import type { Signature, Signed } from '../../model/standard/signature.ts';
import { findLedger, loadSignatures } from '../../read/pack/authored.ts';
import { signedRules } from '../../read/pack/beside/signatures.ts';
import type { PackFolder } from '../../read/pack/find-rules.ts';
import { OWN_SCHEMES } from '../../read/pack/rule-files.ts';
import { problemText } from '../../words/problems/problems.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { printProblems } from '../problems.ts';
import { outLine, type Terminal } from '../terminal.ts';
import { schemeProblems } from '../validate/scheme-problems.ts';
import { lintText } from './lint-words.ts';
import { baseOf, eachPack, type OpenedPack, type PackOptions } from './open.ts';
import { traceText } from './trace-words.ts';

/** Reads packs and says everything that is wrong with them; without ids, every pack at hand. */
export const lintCommand: Act<PackOptions> = (ids, options, terminal) =>
  eachPack(ids, options, opened => lintOne(opened, options, terminal));

const lintOne = async ({ pack, folder }: OpenedPack, options: PackOptions, terminal: Terminal): Promise<ExitCode> => {
  const { lang } = options;
  printProblems(toldOf(pack), lang, terminal);
  if (!pack.ok) return EXIT.badInput;
  const base = await baseOf(pack.value, options);
  const { lines, problems } = await linesOf(pack.value, folder, base, lang);
  printProblems(problems, lang, terminal);
  for (const line of [...lines, summary(pack.value, lines.length, lang)]) outLine(terminal, line);
  if (problems.length > 0) return EXIT.badInput;
  return lines.length > 0 ? EXIT.failed : EXIT.passed;
};

const at = (location: Location, text: string): string => `${formatLocation(location)}: ${text}`;

interface Lines {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** What readers of the pack's own schemes would ask. */
const schemeLines = async (pack: Pack, { path }: PackFolder, lang: Lang): Promise<readonly string[]> => {
  const files = OWN_SCHEMES.map(({ name }) => join(path, name)).filter(file => existsSync(file));
  const doubts = await Promise.all(files.map(file => schemeProblems({ file }, pack.vocabulary)));
  return doubts.flatMap(found => (found ?? []).map(doubt => at(doubt.location, problemText(doubt, lang))));
};

/** What is said of a signature that no longer holds. */
const voidText = ({ rule, by, on }: Signature, signed: ReadonlyMap<string, Signed>, lang: Lang): readonly string[] => {
  const state = signed.get(rule)?.state;
  if (state === 'valid') return [];
  const gone = state === undefined;
  if (lang === 'zh')
    return [
      gone ? `${by} 签了“${rule}”，规则包里已没有这一条` : `“${rule}”在 ${by} ${on} 签字后有改动，签字作废，须重新签字`,
    ];
  return [
    gone
      ? `${by} signed "${rule}", which the pack no longer has`
      : `"${rule}" changed since ${by} signed it on ${on}: the signature is void, have it signed anew`,
  ];
};

const linesOf = async (pack: Pack, folder: PackFolder, base: Pack | undefined, lang: Lang): Promise<Lines> => {
  const head = startOf(`${folder.shown}/pack.yaml`);
  const rules = lintPack(pack, head, base).map(finding =>
    at(finding.location, lintText(finding, pack.vocabulary, lang)),
  );
  const own = [...rules, ...(await schemeLines(pack, folder, lang))];
  const [ledger, signatures] = [await findLedger(folder), await loadSignatures(folder)];
  if (ledger?.ok === false) return { lines: own, problems: ledger.problems };
  if (!signatures.ok) return { lines: own, problems: signatures.problems };
  const signed = signedRules(pack, ledger?.value, signatures.value);
  return {
    lines: [
      ...own,
      ...(ledger ? untracedLines(pack, ledger.value, lang) : [at(head, NO_LEDGER[lang])]),
      ...signatures.value.flatMap(one => voidText(one, signed, lang).map(text => at(one.location, text))),
    ],
    problems: [],
  };
};

const NO_LEDGER = both('还没有条文登记 clauses.yaml', 'there is no ledger clauses.yaml yet');

const untracedLines = (pack: Pack, ledger: Ledger, lang: Lang): readonly string[] =>
  trace({ pack: withDrafts(pack), ledger }).findings.map(finding => at(finding.location, traceText(finding, lang)));

const summary = ({ id, rules, drafts = [] }: Pack, findings: number, lang: Lang): string => {
  const [zh, en] =
    drafts.length === 0
      ? ['', '']
      : [
          `，另有 ${drafts.length} 条草稿（draft: yes，不参加审核）`,
          `, ${drafts.length} drafts (draft: yes, audit nothing)`,
        ];
  return lang === 'zh'
    ? `${id}：${rules.length} 条规则，${findings} 处问题${zh}`
    : `${id}: ${rules.length} rules, ${findings} findings${en}`;
};
