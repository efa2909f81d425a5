import { buffer } from 'node:stream/consumers';
import { judge } from '../../audit/gate.ts';
import { auditInputs, type BatchEvent } from '../../audit/inputs.ts';
import { isError, type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Gate } from '../../model/finding/gate.ts';
import type { Input } from '../../model/profile/input.ts';
import { type Center, nameOf } from '../../model/profile/profile.ts';
import { STDIN } from '../../read/files/open.ts';
import type { Quotes, ReportOptions } from '../../report/index.ts';
import { type Part, partOf } from '../../tell/audit/part.ts';
import { changesText } from '../../words/names.ts';
import { NOTHING_ASKED } from '../../words/scoring/card.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { isStray, readOutputs, writeReport } from '../outputs/reports.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { TOOL } from '../version.ts';
import { openSettings, type SettingOptions, type Settings } from './settings.ts';

export interface AuditOptions extends Gate, SettingOptions, Partial<Part> {
  readonly lang: Lang;
  readonly stdinName?: string;
  /** The user's own copies of the documents: their words are shown beside the rules. */
  readonly source?: string;
  readonly output?: readonly string[];
  readonly all?: boolean;
  readonly plan?: boolean;
  readonly quiet?: boolean;
}

/** Holds centres against their standard: reports, problems, and the word of the gate as exit code. */
export const auditCommand: Act<AuditOptions> = async (files, options, terminal) => {
  const outputs = readOutputs(options, terminal);
  if (outputs === undefined) return EXIT.usage;
  const settings = await openSettings(options);
  if (!settings.ok) return (await sayers()).refuse(settings.problems, options.lang, terminal);
  const events = await collect(files, settings.value, options);
  const { audits, rejected, noted, centers } = sorted(events);
  const notes = [
    ...settings.value.warnings,
    ...settings.value.unread,
    ...noted,
    ...(await strayIn(settings.value, audits)),
  ];
  const strayed = await strays(settings.value, centers);
  if (isStray(partOf(options), audits, options.lang, terminal)) return EXIT.usage;
  const problems = [
    ...strayed,
    ...audits.flatMap(({ warnings }) => warnings),
    ...rejected.flatMap(event => event.problems),
  ];
  const quotes = await quotesOf(audits, options);
  if (!quotes.ok) return (await sayers()).refuse(quotes.problems, options.lang, terminal);
  const said = options.quiet ? [] : [...new Set([...notes, ...problems])];
  if (said.length > 0) (await sayers()).printProblems(said, options.lang, terminal);
  if (!options.quiet && options.onlyNew !== undefined) errLine(terminal, changesText(audits, options.lang));
  const told = { ...(await tellingOf(options, terminal)), ...(quotes.value && { quotes: quotes.value }) };
  for (const output of outputs)
    if (audits.length + rejected.length > 0 || output.file !== undefined)
      await writeReport(output, audits, { ...told, rejected, notes }, terminal);
  const code = conclude(events, options, terminal);
  return strayed.length > 0 || settings.value.unread.some(isError) ? worst([code, EXIT.badInput]) : code;
};

/** How reports tell what was found, whatever that is. */
const tellingOf = async (options: AuditOptions, { columns, color }: Terminal): Promise<ReportOptions> => {
  const { lang, all = false } = options;
  const plan = options.plan === true ? (await import('../../score/plan/order.ts')).planOf : undefined;
  const gate = (audit: Audit) => judge(audit, options);
  return { lang, columns, color, all, tool: TOOL, gate, part: partOf(options), ...(plan && { plan }) };
};

/** The words of problems are long, and mostly there is none. */
const sayers = () => import('../problems.ts');

/** What became of the inputs, each kind by itself. */
const sorted = (events: readonly BatchEvent[]) => ({
  audits: events.flatMap(event => (event.kind === 'audit' ? [event.audit] : [])),
  rejected: events.flatMap(event => (event.kind === 'rejected' ? [event] : [])),
  noted: events.flatMap(event => (event.kind === 'noted' ? event.problems : [])),
  centers: events.flatMap(event =>
    event.kind === 'audit' ? event.audit.profile.center : event.kind === 'rejected' ? (event.center ?? []) : [],
  ),
});

/** Waivers of centres whose names come close to those audited, and are none of them. */
const strayIn = async ({ waivers }: Settings, audits: readonly Audit[]): Promise<readonly Problem[]> => {
  if (waivers.length === 0) return [];
  const { strayWaivers } = await import('./stray-waivers.ts');
  const names = audits.map(({ profile }) => nameOf(profile.center, profile.path));
  return strayWaivers(waivers, names, false);
};

/** Records of centres that are not among those audited; a single record that is of another is refused with its centre. */
const strays = async (
  { stream: { inspections = [], namedRecords = false } }: Settings,
  centers: readonly Center[],
): Promise<readonly Problem[]> => {
  if (inspections.length < 2 && !namedRecords) return [];
  const { strayRecords } = await import('../../read/inspection/records.ts');
  const names = centers.flatMap(({ name, township }) => [name, township].flatMap(own => own ?? []));
  return strayRecords(inspections, names);
};

const quotesOf = async (
  audits: readonly Audit[],
  { source, standards }: AuditOptions,
): Promise<Loaded<Quotes | undefined>> => {
  if (source === undefined) return { ok: true, value: undefined, warnings: [] };
  const packs = audits.map(({ pack }) => pack);
  return (await import('./quotes.ts')).openQuotes(packs, source, standards);
};

const collect = async (
  files: readonly string[],
  settings: Settings,
  { stdinName }: AuditOptions,
): Promise<readonly BatchEvent[]> => {
  const { library, vocabulary, stream, finish } = settings;
  const events: BatchEvent[] = [];
  for await (const event of auditInputs(inputsOf(files, stdinName), library, vocabulary, stream))
    events.push(event.kind === 'audit' ? { ...event, audit: finish(event.audit) } : event);
  return events;
};

const GATE = { zh: '结论', en: 'gate' } as const;

/** The worst of all profiles decides; each that does not pass is named with its reason. */
const conclude = (events: readonly BatchEvent[], options: AuditOptions, terminal: Terminal): ExitCode => {
  const codes = events.map(event => {
    if (event.kind !== 'audit') return event.kind === 'rejected' ? EXIT.badInput : EXIT.passed;
    const { verdict, reason } = judge(event.audit, options);
    const code = EXIT[verdict];
    if ((code !== EXIT.passed || reason === NOTHING_ASKED) && !options.quiet)
      errLine(
        terminal,
        `${GATE[options.lang]} ${nameOf(event.audit.profile.center, event.audit.profile.path)}: ${reason[options.lang]} (${code})`,
      );
    return code;
  });
  return events.length === 0 ? EXIT.badInput : worst(codes);
};

/** Standard input by the name that it is given, else by what it is: a workbook begins with PK. */
export const readStdin = async (given: string | undefined): Promise<Input> => {
  const bytes = await buffer(process.stdin);
  const file = given ?? (bytes.toString('latin1', 0, 2) === 'PK' ? '-.xlsx' : '-.yaml');
  const empty = bytes.length === 0 ? [problem('empty-file', file, {})] : [];
  return { file, content: loaded(empty, () => bytes) };
};

/** Files as they are named, one that is named twice once; `-` is standard input. */
async function* inputsOf(named: readonly string[], stdinName: string | undefined): AsyncGenerator<Input> {
  const files = named.length > 1 ? (await import('../outputs/place.ts')).eachOnce(named) : named;
  for (const file of files) yield file === STDIN ? await readStdin(stdinName) : { file };
}
