import { basename } from 'node:path';
import { firstOf } from '../../change/match.ts';
import { startOf } from '../../model/base/location.ts';
import { isError, type Loaded, type Problem, problem, reasonsOf, refused, valuesOf } from '../../model/base/problem.ts';
import { append, both } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { nameOf } from '../../model/profile/profile.ts';
import type { RoundResult, RoundsHistory } from '../../model/scoring/history.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import { openLibrary } from '../../read/pack/library.ts';
import type { KeptFile } from '../../read/results/file.ts';
import { openKept } from '../../read/results/open.ts';
import { roundReader } from '../../read/results/rounds.ts';
import { roundsJson } from '../../report/rounds.ts';
import { TOLD_AND_DATA, type Told } from '../../report/told/index.ts';
import { historiesOf, type Rounds } from '../../score/rounds.ts';
import { fieldsList, flat } from '../../tell/list.ts';
import { basisFields, roundsList, tellRounds } from '../../tell/rounds.ts';
import { pick } from '../../words/reader.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Request } from '../outputs/reports.ts';
import { misused, printProblems, refuse } from '../problems.ts';
import type { ResultsOptions } from '../results/open.ts';
import { areSame } from '../results/same.ts';
import { readFormats, show } from '../show.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { libraryIn, meantIn, NO_CENTER, repeatedIn } from './sources.ts';

export interface RoundsOptions extends Omit<ResultsOptions, 'asItIs'> {
  readonly scheme?: string;
  readonly output?: readonly string[];
  readonly all?: boolean;
}

type RoundsRequest = Request<keyof typeof TOLD_AND_DATA>;

/** The results of one round, and the day that they hold for. */
interface OpenRound {
  readonly path: string;
  readonly name: string;
  readonly file: KeptFile;
  readonly first: Audit;
}

const openRound = async (
  path: string,
  { center, standards }: RoundsOptions,
): Promise<Loaded<Omit<OpenRound, 'name'>>> => {
  const file = await openKept(path, { refused: new Set(), center, library: libraryIn(standards) });
  if (!file.ok) return file;
  const entry = file.value.first();
  const first = entry && file.value.read(entry);
  if (first?.ok) return { ...first, value: { path, file: file.value, first: first.value.audit } };
  file.value.close();
  const [found, ...others] = first === undefined ? file.value.problems : first.problems;
  return refused([found ?? problem('no-results', path, {}), ...others]);
};

/** Rounds in the order of their days, each by a name of its own. */
const inOrder = (rounds: readonly Omit<OpenRound, 'name'>[]): readonly OpenRound[] => {
  const names = rounds.map(({ path }) => basename(path));
  const named = rounds.map((round, index) => {
    const name = names[index] ?? '';
    return { ...round, name: names.filter(other => other === name).length > 1 ? round.path : name };
  });
  return named.toSorted((a, b) => (a.first.asOf < b.first.asOf ? -1 : a.first.asOf > b.first.asOf ? 1 : 0));
};

/** A round that is given twice is one round: what is lost in it is not lost again. */
const eachOnce = (rounds: readonly OpenRound[]) => {
  const kept: OpenRound[] = [];
  const same: Problem[] = [];
  for (const round of rounds) {
    const twin = kept.find(({ file, first }) => first.asOf === round.first.asOf && areSame(file, round.file));
    if (twin === undefined) kept.push(round);
    else same.push(problem('superseded', round.path, { center: '', by: startOf(twin.path), same: true }));
  }
  return { rounds: kept, same };
};

/** The scheme that is named, else the one that the latest round was scored by. */
const schemeOf = async ({ first }: OpenRound, { scheme, standards }: RoundsOptions): Promise<Loaded<Scheme>> => {
  if (scheme === undefined) return { ok: true, value: first.scheme, warnings: [] };
  const library = await openLibrary(standards);
  return library.ok ? library.value.scheme(scheme, first.pack.vocabulary) : library;
};

const centreOf = ({ profile }: Audit): Rounds['center'] => {
  const { county, township } = profile.center;
  return {
    name: nameOf(profile.center, profile.path),
    ...(county !== undefined && { county }),
    ...(township !== undefined && { township }),
  };
};

/** A centre, by what pack it is held, and what it had in each round. */
type Centre = Pick<Rounds, 'center' | 'pack'> & { readonly rounds: (RoundResult | undefined)[] };

const readCentres = (rounds: readonly OpenRound[], scheme: Scheme) => {
  const problems: Problem[] = rounds.flatMap(({ file }) => [...file.problems, ...repeatedIn(file)]);
  const toRound = roundReader(scheme);
  const centres = new Map<string, Centre>();
  for (const [index, { file }] of rounds.entries())
    for (const [id, entry] of firstOf(file.entries).first) {
      const kept = file.read(entry);
      if (!kept.ok) append(problems, kept.problems);
      if (!kept.ok) continue;
      const { audit } = kept.value;
      const fresh = { center: centreOf(audit), pack: entry.pack, rounds: rounds.map(() => undefined) };
      const centre: Centre = centres.get(id) ?? fresh;
      centre.rounds[index] = toRound(audit);
      centres.set(id, centre);
    }
  return { problems, centres: [...centres.values()] };
};

const OTHER_SCHEME = {
  zh: ({ name, first }: OpenRound, { id }: Scheme) =>
    `“${name}”是用计分方案“${first.scheme.id}”评的，不是“${id}”：项目只按编号对应，合计仅供参考`,
  en: ({ name, first }: OpenRound, { id }: Scheme) =>
    `"${name}" was scored by ${first.scheme.id}, not ${id}: rows are matched by their ids only, sums are for orientation`,
} as const;

const write = async (
  history: RoundsHistory,
  requests: readonly RoundsRequest[],
  { lang, all = false }: RoundsOptions,
  terminal: Terminal,
): Promise<void> => {
  const list = roundsList(history, lang);
  const basis = fieldsList(both('说明', 'Basis')[lang], basisFields(history, lang));
  const told: Told = {
    lang,
    document: () => tellRounds(history, all, lang),
    sheets: () => [
      { ...flat(list), name: pick({ lang, of: history }, '各中心', 'Centres') },
      { ...flat(basis), name: both('说明', 'Basis')[lang] },
    ],
    rows: () => flat(list),
    json: () => roundsJson(history),
  };
  await show(told, requests, terminal);
};

const tell = async (
  given: readonly OpenRound[],
  requests: readonly RoundsRequest[],
  options: RoundsOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { lang } = options;
  const { rounds, same } = eachOnce(given);
  const latest = rounds.at(-1);
  if (latest === undefined) return EXIT.badInput;
  const scheme = await schemeOf(latest, options);
  if (!scheme.ok) return refuse(scheme.problems, lang, terminal);
  const { id, sha256, title, grades, scorecard, history: rule = {} } = scheme.value;
  for (const round of rounds)
    if (round.first.scheme.id !== id) errLine(terminal, OTHER_SCHEME[lang](round, scheme.value));
  const { problems, centres } = readCentres(rounds, scheme.value);
  printProblems([...new Set([...same, ...problems])], lang, terminal);
  const history: RoundsHistory = {
    rounds: rounds.map(({ name, first }) => ({ name, asOf: first.asOf })),
    scheme: { id, sha256, title },
    ...(scorecard?.vocabulary.subject && { subject: scorecard.vocabulary.subject }),
    rule,
    grades: grades.map(grade => ({ id: grade.id, label: grade.label })),
    vetoes: (scorecard?.vetoes ?? []).map(veto => ({ id: veto.id, title: veto.title })),
    centres: historiesOf(
      centres.map(({ center, pack, rounds: own }) => ({ center, pack, rounds: own, scheme: scheme.value })),
    ),
  };
  await write(history, requests, options, terminal);
  return problems.some(isError) ? EXIT.badInput : EXIT.passed;
};

/** Several rounds of the same centres: what they come to together, and what is lost again. */
export const roundsCommand: Act<RoundsOptions> = async (paths, options, terminal) => {
  const { lang, output = ['terminal'] } = options;
  const requests = readFormats(output, TOLD_AND_DATA, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const opened = await Promise.all(paths.map(path => openRound(path, options)));
  const files = valuesOf(opened);
  try {
    const problems = reasonsOf(opened);
    if (problems.length > 0) return refuse(problems, lang, terminal);
    const kept = files.map(({ file }) => file);
    const meant = meantIn(kept, options, terminal);
    if (meant === undefined) return EXIT.usage;
    if (options.center !== undefined && meant.every(({ entries }) => entries.length === 0))
      return misused(NO_CENTER[lang](options.center), terminal);
    const rounds = files.map((round, index) => ({ ...round, file: meant[index] ?? round.file }));
    return await tell(inOrder(rounds), requests, options, terminal);
  } finally {
    for (const { file } of files) file.close();
  }
};
