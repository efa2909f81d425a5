import { holderOf } from '../../authoring/trace/hold.ts';
import { sourceFor } from '../../authoring/trace/quotes.ts';
import { type Coverage, type Trace, trace } from '../../authoring/trace/trace.ts';
import { formatLocation } from '../../model/base/location.ts';
import { reasonsOf } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Reason } from '../../model/standard/ledger.ts';
import { type Base, type Rule, withDrafts } from '../../model/standard/pack.ts';
import { loadTexts, type TextFile } from '../../read/document/open.ts';
import { loadLedger } from '../../read/pack/authored.ts';
import { REASON_NAMES } from '../../words/names.ts';
import { say } from '../../words/reader.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { refuse } from '../problems.ts';
import { outLine, type Terminal } from '../terminal.ts';
import { draft, type TraceOptions } from './draft.ts';
import { heldText } from './held-words.ts';
import { eachPack, NO_COPY, type OpenedPack, openPack } from './open.ts';
import { traceText } from './trace-words.ts';

/** Holds the ledgers of packs against their rules and their documents, or drafts one from a document. */
export const traceCommand: Act<TraceOptions> = async (ids, options, terminal) => {
  const sources = await loadTexts(options.source);
  const former = await loadTexts(options.was);
  const problems = reasonsOf([sources, former]);
  if (!sources.ok || !former.ok) return refuse(problems, options.lang, terminal);
  if (options.draft || options.write) return draft(ids, sources.value, former.value, options, terminal);
  return eachPack(ids, options, opened => traceWithBase(opened, sources.value, former.value, options, terminal));
};

/** The document of the pack that is extended first, held against that pack; then the pack's own. */
const traceWithBase: typeof traceOne = async (opened, sources, former, options, terminal) => {
  const { base = undefined, rules = [], omitted = [] } = opened.pack.ok ? opened.pack.value : {};
  if (base === undefined) return traceOne(opened, sources, former, options, terminal);
  const folder = { path: base.path, shown: base.shown };
  const under = { ...(await openPack(base.path, options)), id: base.id, folder };
  const first = await traceWithBase(under, sources, former, options, terminal);
  outLine(terminal, takenText(base, rules, omitted.length, options.lang));
  return worst([first, await traceOne(opened, sources, former, options, terminal)]);
};

const takenText = ({ called }: Base, rules: readonly Rule[], omitted: number, lang: Lang): string => {
  const taken = rules.filter(({ origin }) => origin !== undefined);
  const changed = taken.filter(({ origin }) => origin?.changes.length).map(({ id }) => id);
  const which = changed.length === 0 ? '' : say(lang, `（${changed.join('、')}）`, ` (${changed.join(', ')})`);
  return {
    zh: `套用《${called}》：${taken.length} 条，其中改动 ${changed.length} 条${which}；不采用 ${omitted} 条；本标准自己的 ${rules.length - taken.length} 条`,
    en: `takes over 《${called}》: ${taken.length} rules, ${changed.length} of them changed${which}; ${omitted} left out; ${rules.length - taken.length} of its own`,
  }[lang];
};

const traceOne = async (
  { id, pack, folder }: OpenedPack,
  sources: readonly TextFile[],
  former: readonly TextFile[],
  options: TraceOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const ledger = await loadLedger(folder);
  if (!pack.ok || !ledger.ok) return refuse(reasonsOf([pack, ledger]), options.lang, terminal);
  const [source, was] = [sources, former].map(texts => sourceFor(ledger.value, texts));
  const whole = withDrafts(pack.value);
  const result = trace({
    pack: whole,
    ledger: ledger.value,
    ...(source && { source }),
    ...(was && { former: was }),
  });
  outLine(terminal, `${id}${source === undefined ? '' : ` · ${source.file}`}`);
  if (source === undefined) terminal.err(missingSource(options));
  print(result, options.lang, terminal);
  const held = source && holderOf(ledger.value, source)(whole);
  if (held !== undefined) terminal.out(heldText(held, options.lang));
  if (result.findings.length > 0 || (held?.disagreements.length ?? 0) > 0) return EXIT.failed;
  return source === undefined && options.source !== undefined ? EXIT.badInput : EXIT.passed;
};

const missingSource = ({ lang, source }: TraceOptions): string =>
  source === undefined
    ? {
        zh: '未给出原文（--source），只核对了规则与登记\n',
        en: 'no copy of the document (--source): only rules and ledger were compared\n',
      }[lang]
    : `${NO_COPY[lang](source)}\n`;

const print = (result: Trace, lang: Lang, terminal: Terminal): void => {
  for (const finding of result.findings)
    outLine(terminal, `${formatLocation(finding.location)}: ${traceText(finding, lang)}`);
  if (result.review.length > 0)
    terminal.out(say(lang, '原文有变，请复核这些规则：\n', 'The document has changed; look at these rules again:\n'));
  for (const rule of result.review) outLine(terminal, `  ${rule.clause.join(' / ')}  ${rule.id}  ${rule.title[lang]}`);
  for (const coverage of result.coverage) outLine(terminal, `  ${coverageText(coverage, lang)}`);
};

const coverageText = ({ section, sentences, withRules, rules, reasons }: Coverage, lang: Lang): string => {
  const name = section === undefined ? say(lang, '其余', 'the rest') : `${section.clause} ${section.title[lang]}`;
  const why = Object.entries(reasons).map(([reason, count]) => `${REASON_NAMES[reason as Reason][lang]} ${count}`);
  const carried = {
    zh: `${name}：${sentences} 句，其中 ${withRules} 句由 ${rules} 条规则落实`,
    en: `${name}: ${sentences} sentences, ${withRules} carried by ${rules} rules`,
  }[lang];
  return why.length === 0 ? carried : `${carried}${say(lang, '；', '; ')}${why.join(say(lang, '，', ', '))}`;
};
