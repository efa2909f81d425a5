import { auditInputs, type BatchEvent } from '../batch/stream.ts';
import { type Library, shippedLibrary } from '../load/library.ts';
import type { Audit } from '../model/audit.ts';
import type { Loaded, Problem } from '../model/problem.ts';
import type { Level } from '../model/profile.ts';
import type { Lang } from '../model/text.ts';
import { EXIT, type ExitCode, worst } from './exit-code.ts';
import { type Gate, judge } from './gate.ts';
import { printProblems } from './problems.ts';
import { type OutputRequest, readOutput, writeReport } from './reports.ts';
import { type Terminal, today } from './terminal.ts';
import { VERSION } from './version.ts';

export interface AuditOptions extends Gate {
  readonly lang: Lang;
  readonly pack?: readonly string[];
  readonly asOf?: string;
  readonly level?: Level;
  readonly scheme: string;
  readonly output?: readonly string[];
  readonly all?: boolean;
  readonly quiet?: boolean;
}

/** Holds centres against their standard: reports, problems, and the word of the gate as exit code. */
export const auditCommand = async (
  files: readonly string[],
  options: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const outputs = readOutputs(options, terminal);
  if (outputs === undefined) return EXIT.usage;
  const library = shippedLibrary();
  const events = await collect(files, library, options);
  if (!events.ok) return refuse(events.problems, options, terminal);
  const audits = events.value.flatMap(event => (event.kind === 'audit' ? [event.audit] : []));
  const problems = events.value.flatMap(event => (event.kind === 'audit' ? event.audit.warnings : event.problems));
  if (!options.quiet) printProblems([...new Set(problems)], options.lang, terminal);
  if (audits.length > 0)
    for (const output of outputs)
      await writeReport(
        output,
        audits,
        {
          lang: options.lang,
          columns: terminal.columns,
          color: terminal.color,
          all: options.all === true,
          tool: { name: 'duibiao', version: VERSION },
        },
        terminal,
      );
  return conclude(events.value, options, terminal);
};

const UNKNOWN_FORMAT = {
  zh: '看不出报告格式，请写成 格式=文件，例如 json=结果.json：',
  en: 'no format can be told from this; write FORMAT=FILE, such as json=result.json: ',
} as const;

const readOutputs = (
  { output, quiet, lang }: AuditOptions,
  terminal: Terminal,
): readonly OutputRequest[] | undefined => {
  const asked = output ?? (quiet ? [] : ['terminal']);
  const requests = asked.map(readOutput);
  const unclear = asked.filter((_, index) => requests[index] === undefined);
  for (const text of unclear) terminal.err(`${UNKNOWN_FORMAT[lang]}${text}\n`);
  return unclear.length > 0 ? undefined : requests.filter(request => request !== undefined);
};

const refuse = (problems: readonly Problem[], { lang }: AuditOptions, terminal: Terminal): ExitCode => {
  printProblems(problems, lang, terminal);
  return EXIT.badInput;
};

const collect = async (
  files: readonly string[],
  library: Library,
  options: AuditOptions,
): Promise<Loaded<readonly BatchEvent[]>> => {
  const vocabulary = await library.vocabulary();
  const scheme = await library.scheme(options.scheme);
  if (!vocabulary.ok) return vocabulary;
  if (!scheme.ok) return scheme;
  const { pack: packs = [], asOf = today(), level } = options;
  const settings = { packs, asOf, scheme: scheme.value, ...(level && { level }) };
  const inputs = files.map(file => ({ file }));
  const events: BatchEvent[] = [];
  for await (const event of auditInputs(inputs, library, vocabulary.value, settings)) events.push(event);
  return { ok: true, value: events, warnings: scheme.warnings };
};

const GATE = { zh: '结论', en: 'gate' } as const;

const nameOf = ({ profile }: Audit): string => profile.center.name ?? profile.path;

/** The worst of all profiles decides; each that does not pass is named with its reason. */
const conclude = (events: readonly BatchEvent[], options: AuditOptions, terminal: Terminal): ExitCode => {
  const codes = events.map(event => {
    if (event.kind === 'rejected') return EXIT.badInput;
    const { code, reason } = judge(event.audit, options);
    if (code !== EXIT.passed && !options.quiet)
      terminal.err(`${GATE[options.lang]} ${nameOf(event.audit)}: ${reason[options.lang]} (${code})\n`);
    return code;
  });
  return events.length === 0 ? EXIT.badInput : worst(codes);
};
