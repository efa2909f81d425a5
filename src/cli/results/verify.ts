import { verify } from '../../change/verify.ts';
import { formatLocation } from '../../model/base/location.ts';
import { isError, type Loaded, type Problem } from '../../model/base/problem.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { nameOf } from '../../model/profile/profile.ts';
import { isSame, type Unchecked } from '../../model/result/compared.ts';
import type { Kept } from '../../model/result/kept.ts';
import { resultOf } from '../../model/result/write.ts';
import { textsUnder } from '../../report/result/texts.ts';
import { worded } from '../../report/result/words.ts';
import { type Verified, verifiedCounts, verifiedText } from '../../words/change/verified.ts';
import type { Act } from '../cli.ts';
import { EXIT, worst } from '../exit-code.ts';
import { printProblems } from '../problems.ts';
import { errLine, outLine } from '../terminal.ts';
import { TOOL } from '../version.ts';
import { type Anew, type AnewOptions, openAnew } from './anew.ts';
import { type OpenedResult, openResults, type ResultsOptions } from './open.ts';

export interface VerifyOptions extends ResultsOptions, AnewOptions {
  readonly quiet?: boolean;
}

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** An audit as the kept result is written: with its words, or brief as among many. */
const writtenLike = (json: unknown, audit: Audit, { tool }: Kept): unknown => {
  const isWorded = 'title' in (json as { readonly pack: object }).pack;
  return throughJson(isWorded ? worded(resultOf(audit, tool), audit) : resultOf(audit, tool, true));
};

const uncheckedIn = ({ earlier, scheme }: Audit, { onlyNew }: VerifyOptions): readonly Unchecked[] => [
  ...(earlier !== undefined && onlyNew === undefined ? (['earlier'] as const) : []),
  ...((scheme.scorecard?.passes ?? 0) > 0 ? (['peers'] as const) : []),
];

/** What is true of the pack, beside the result: the words of a kept result are checked as its figures are, where they are others. */
const textsBeside = (kept: Audit, anew: Audit): readonly unknown[] => {
  const [was, is] = [textsUnder(kept), textsUnder(anew)];
  if (was.digest === is.digest) return [];
  return [was, is].map(({ digest: _, ...texts }) => throughJson(texts));
};

const compared = (
  { kept, file, entry }: OpenedResult,
  json: unknown,
  { audit, sha256, file: profile }: Anew,
  options: VerifyOptions,
): Verified => {
  const [was, is] = textsBeside(kept.audit, audit);
  return {
    name: nameOf(kept.audit.profile.center, kept.audit.profile.path),
    place: formatLocation(file.at(entry)),
    pack: kept.audit.pack,
    profile,
    verification: verify({
      kept,
      audit,
      sha256,
      tool: TOOL,
      json: { ...(json as object), texts: was },
      anew: { ...(writtenLike(json, audit, kept) as object), texts: is },
      unchecked: uncheckedIn(kept.audit, options),
    }),
  };
};

const GIVE_PROFILES = {
  zh: '申报表换了地方的，请用 --profile 写明现在的文件或文件夹',
  en: 'where profiles have moved, name their files or folders with --profile',
} as const;

/** Computes kept results anew and shows where they differ first. */
export const verifyCommand: Act<VerifyOptions> = async (paths, options, terminal) => {
  const { lang, quiet = false } = options;
  const opened = await openResults(paths, { ...options, asItIs: true }, terminal);
  if (opened === undefined) return EXIT.usage;
  const anew = openAnew(options);
  const verifyOne = async (one: OpenedResult): Promise<Loaded<Verified>> => {
    const json = one.file.json(one.entry);
    if (!json.ok) return json;
    const again = await anew({ audit: one.kept.audit, json: json.value as never });
    return again.ok ? { ...again, value: compared(one, json.value, again.value, options) } : again;
  };
  const counts = { same: 0, different: 0, unread: 0 };
  const said = new Set<Problem>();
  try {
    for (const one of opened.results()) {
      const verified = await verifyOne(one);
      if (!verified.ok) for (const problem of verified.problems) said.add(problem);
      counts[!verified.ok ? 'unread' : isSame(verified.value.verification) ? 'same' : 'different']++;
      if (verified.ok && !quiet) for (const line of verifiedText(verified.value, lang)) outLine(terminal, line);
    }
  } finally {
    opened.close();
  }
  const problems = [...opened.problems, ...said];
  printProblems(problems, lang, terminal);
  if (options.profile === undefined && [...said].some(({ code }) => code === 'file-missing'))
    errLine(terminal, GIVE_PROFILES[lang]);
  if (!quiet) outLine(terminal, verifiedCounts(counts, lang));
  const isUnread = counts.unread > 0 || counts.same + counts.different === 0 || problems.some(isError);
  return worst([isUnread ? EXIT.badInput : EXIT.passed, counts.different > 0 ? EXIT.failed : EXIT.passed]);
};
