import { type Coverage, draftLedger, type SourceText, type Trace, trace } from '../../authoring/trace.ts';
import { hasLedger, loadLedger, loadText, packFolder } from '../../load/authored.ts';
import { shippedLibrary } from '../../load/library.ts';
import type { Ledger } from '../../model/ledger.ts';
import { formatLocation } from '../../model/location.ts';
import type { Loaded, Problem } from '../../model/problem.ts';
import type { Lang } from '../../model/text.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { printProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { REASON_WORDS, traceText } from './trace-words.ts';

export interface TraceOptions {
  readonly lang: Lang;
  /** The user's own copy of the document. */
  readonly source?: string;
  /** An earlier copy of it. */
  readonly was?: string;
  readonly draft?: boolean;
}

/** Holds a pack's ledger against its rules and its document, or drafts a ledger from the document. */
export const traceCommand = async (id: string, options: TraceOptions, terminal: Terminal): Promise<ExitCode> => {
  const source = readSource(options.source);
  const former = readSource(options.was);
  const problems = [source, former].flatMap(problemsOf);
  if (options.draft)
    return problems.length > 0 ? refuse(problems, options, terminal) : draft(id, contentOf(source), options, terminal);
  const pack = await shippedLibrary().pack(id);
  const ledger = await loadLedger(packFolder(id));
  problems.push(...problemsOf(pack), ...problemsOf(ledger));
  if (!pack.ok || !ledger.ok || problems.length > 0) return refuse(problems, options, terminal);
  const [text, was] = [contentOf(source), contentOf(former)];
  const result = trace({
    pack: pack.value,
    ledger: ledger.value,
    ...(text && { source: text }),
    ...(was && { former: was }),
  });
  print(result, options, terminal);
  return result.findings.length > 0 ? EXIT.failed : EXIT.passed;
};

const readSource = (file: string | undefined): Loaded<SourceText> | undefined => {
  if (file === undefined) return undefined;
  const text = loadText(file);
  return text.ok ? { ...text, value: { file, text: text.value } } : text;
};

const contentOf = <T>(read: Loaded<T> | undefined): T | undefined => (read?.ok ? read.value : undefined);

const problemsOf = (read: Loaded<unknown> | undefined): readonly Problem[] =>
  read === undefined || read.ok ? [] : read.problems;

const refuse = (problems: readonly Problem[], { lang }: TraceOptions, terminal: Terminal): ExitCode => {
  printProblems(problems, lang, terminal);
  return EXIT.badInput;
};

const print = (result: Trace, { lang, source }: TraceOptions, terminal: Terminal): void => {
  for (const finding of result.findings)
    terminal.out(`${formatLocation(finding.location)}: ${traceText(finding, lang)}\n`);
  if (result.review.length > 0) {
    terminal.out(
      lang === 'zh' ? '\n原文有变，请复核这些规则：\n' : '\nThe document has changed; look at these rules again:\n',
    );
    for (const rule of result.review) terminal.out(`  ${rule.clause.join('、')}  ${rule.id}  ${rule.title[lang]}\n`);
  }
  for (const coverage of result.coverage) terminal.out(`${coverageLine(coverage, lang)}\n`);
  if (source === undefined)
    terminal.err(
      lang === 'zh'
        ? '未给出原文（--source），只核对了规则与登记\n'
        : 'no copy of the document (--source): only rules and ledger were compared\n',
    );
};

const coverageLine = ({ section, sentences, withRules, rules, reasons }: Coverage, lang: Lang): string => {
  const name =
    section === undefined ? { zh: '其余', en: 'the rest' }[lang] : `${section.clause} ${section.title[lang]}`;
  const why = Object.entries(reasons).map(
    ([reason, count]) => `${REASON_WORDS[reason as keyof typeof reasons][lang]} ${count}`,
  );
  return lang === 'zh'
    ? `${name}：${sentences} 句，${withRules} 句由 ${rules} 条规则落实${why.length > 0 ? `；${why.join('，')}` : ''}`
    : `${name}: ${sentences} sentences, ${withRules} carried by ${rules} rules${why.length > 0 ? `; ${why.join(', ')}` : ''}`;
};

/** The ledger goes to stdout and holds no word of the document; the sentences go to stderr, for the eye. */
const draft = async (
  id: string,
  source: SourceText | undefined,
  options: TraceOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  if (source === undefined) {
    terminal.err(
      options.lang === 'zh' ? '起草登记需要原文：--source 文件\n' : 'a draft needs the document: --source FILE\n',
    );
    return EXIT.usage;
  }
  const folder = packFolder(id);
  const earlier = hasLedger(folder) ? await loadLedger(folder) : undefined;
  if (earlier?.ok === false) return refuse(earlier.problems, options, terminal);
  const entries = draftLedger(source, earlier?.value);
  terminal.out(head(earlier?.value));
  for (const { sentence, entry } of entries) {
    terminal.out(`  - clause: ${sentence.clause}\n    text: ${plain(sentence.fingerprint)}\n${decided(entry)}`);
    terminal.err(`${sentence.clause}\t${sentence.fingerprint}\t${sentence.text.trim().replaceAll(/\s+/gu, ' ')}\n`);
  }
  return EXIT.passed;
};

/** Quoted where YAML would take it for a number. */
const plain = (fingerprint: string): string => (/^\d+(?:e\d+)?$/u.test(fingerprint) ? `"${fingerprint}"` : fingerprint);

const head = (earlier: Ledger | undefined): string => {
  const bounds = Object.entries(earlier?.source ?? {}).map(([bound, text]) => `${bound}: ${plain(text)}`);
  return `${bounds.length > 0 ? `source: { ${bounds.join(', ')} }\n` : ''}sentences:\n`;
};

const decided = (entry: Ledger['entries'][number] | undefined): string => {
  const rules =
    entry?.reason !== undefined && entry.rules.length === 0 ? '' : `    rules: [${entry?.rules.join(', ') ?? ''}]\n`;
  const reason = entry?.reason === undefined ? '' : `    reason: ${entry.reason}\n`;
  return rules + reason + (entry?.note === undefined ? '' : `    note: ${JSON.stringify(entry.note)}\n`);
};
