import { join } from 'node:path';
import { judge } from '../../audit/gate.ts';
import { writeWhole } from '../../batch/files/whole.ts';
import { pagePath } from '../../batch/pages/page-name.ts';
import { isError } from '../../model/base/problem.ts';
import { type Tool, toolText } from '../../model/base/tool.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Gate } from '../../model/finding/gate.ts';
import { frameId } from '../../model/standard/pack.ts';
import { OF_PROFILES } from '../../report/index.ts';
import { type Part, partOf } from '../../tell/audit/part.ts';
import { list } from '../../words/facts/values.ts';
import { type EachFormat, endingOf } from '../batch/each.ts';
import { pageMaker } from '../batch/pages.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { isStray, type Request, readOutputs, writeReport } from '../outputs/reports.ts';
import { misused, printProblems } from '../problems.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { type OpenedResult, type OpenResults, openResults, type ResultsOptions } from './open.ts';

export interface RenderOptions extends ResultsOptions, Gate, Partial<Part> {
  readonly output?: readonly string[];
  readonly all?: boolean;
  /** A report of its own for each centre, in these formats. */
  readonly each?: readonly EachFormat[];
}

const NO_FOLDER = {
  zh: '--each 要一个放报告的文件夹：-o 文件夹',
  en: '--each wants one folder for the reports: -o FOLDER',
} as const;

const OF_PROFILE = {
  zh: '批注表和现场清单要用申报表本身，结果里没有；请用 duibiao audit 申报表 -o ',
  en: 'the annotated workbook and the list for the site are made of the profile itself, which a result does not hold: duibiao audit PROFILE -o ',
} as const;

const NOTHING = { zh: '没有读到结果', en: 'no result was read' } as const;

const SEVERAL_TOOLS = {
  zh: (tools: string) => `这些结果是不同版本的工具写的（${tools}），不能合成一份；请分开生成，或用 --each`,
  en: (tools: string) =>
    `these results are of different versions of the tool (${tools}) and make no one report: take them apart, or use --each`,
} as const;

/** Reports again from results that were kept, without the pack and without the profile. */
export const renderCommand: Act<RenderOptions> = async (paths, options, terminal) => {
  const { lang, each, output = [] } = options;
  const [folder, ...more] = output;
  if (each !== undefined && (folder === undefined || more.length > 0)) return misused(NO_FOLDER[lang], terminal);
  const outputs = each === undefined ? readOutputs(options, terminal) : [];
  if (outputs === undefined) return EXIT.usage;
  const needy = [...outputs.map(({ format }) => format), ...(each ?? [])].find(format => OF_PROFILES.includes(format));
  if (needy !== undefined) return misused(OF_PROFILE[lang] + needy, terminal);
  const opened = await openResults(paths, options, terminal);
  if (opened === undefined) return EXIT.usage;
  try {
    return await render(opened, outputs, folder ?? '', options, terminal);
  } finally {
    opened.close();
  }
};

function* auditsOf(results: Iterable<OpenedResult>): Generator<Audit> {
  for (const { kept } of results) yield kept.audit;
}

/** What made the results, each once. */
const toolsOf = (results: Iterable<OpenedResult>): readonly Tool[] => {
  const tools = new Map<string, Tool>();
  for (const { kept } of results) tools.set(toolText(kept.tool), kept.tool);
  return [...tools.values()];
};

const render = async (
  { problems, results }: OpenResults,
  outputs: readonly Request[],
  folder: string,
  options: RenderOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { lang, all = false, each } = options;
  const [tool, ...others] = toolsOf(results());
  printProblems([...problems], lang, terminal);
  if (tool === undefined) {
    if (problems.size === 0) errLine(terminal, NOTHING[lang]);
    return EXIT.badInput;
  }
  if (each === undefined && others.length > 0) {
    errLine(terminal, SEVERAL_TOOLS[lang](list([tool, ...others].map(toolText), lang)));
    return EXIT.badInput;
  }
  const part = partOf(options);
  if (isStray(part, auditsOf(results()), lang, terminal)) return EXIT.usage;
  if (each !== undefined) await renderEach(results(), each, folder, options);
  const { columns, color } = terminal;
  const told = { lang, columns, color, all, tool, part, gate: (audit: Audit) => judge(audit, options) };
  for (const output of outputs) await writeReport(output, auditsOf(results()), told, terminal);
  return [...problems].some(isError) ? EXIT.badInput : EXIT.passed;
};

/** Reports as a batch makes them of each centre, by the same names; a centre that comes twice has its reports numbered. */
const renderEach = async (
  results: Iterable<OpenedResult>,
  formats: readonly EachFormat[],
  folder: string,
  options: RenderOptions,
): Promise<void> => {
  const { lang, all = false } = options;
  const made = new Map<string, number>();
  for (const { kept } of results) {
    const { pack, level, profile } = kept.audit;
    const row = { frame: frameId(pack, level), center: profile.center, location: profile.root };
    const name = pagePath(row, lang, '');
    const times = (made.get(name) ?? 0) + 1;
    made.set(name, times);
    const make = pageMaker(lang, options, kept.tool, { all, part: partOf(options) });
    const numbered = times > 1 ? `${name}-${times}` : name;
    for (const ending of formats.map(endingOf))
      writeWhole(join(folder, numbered + ending), await make({ audit: kept.audit }, ending));
  }
};
