import type { BatchState } from '../../batch/files/state.ts';
import { PAGES } from '../../batch/pages/page-name.ts';
import type { Finished } from '../../batch/run/finish.ts';
import { isError, type Problem } from '../../model/base/problem.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { FrameSummary, Summary } from '../../model/result/summary.ts';
import { wrap } from '../../report/text/layout.ts';
import { batchText, calledOf, frameText, rosterTexts } from '../../words/batch.ts';
import { type Called, called } from '../../words/reader.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

const MOST_FAILED = 3;

const failedText = ({ frame, rules }: FrameSummary): readonly Bilingual[] =>
  rules
    .filter(({ counts }) => counts.fail > 0)
    .slice(0, MOST_FAILED)
    .flatMap(({ rule, counts }) => {
      const found = frame.rules[rule];
      const clause = found?.clause.join('、');
      return found === undefined
        ? []
        : [
            both(
              `  ${counts.fail} 个不符合 ${clause} ${found.title.zh}`,
              `  ${counts.fail} fail ${clause} ${found.title.en}`,
            ),
          ];
    });

/** Where the reports of each centre are; a part of a batch keeps them for the whole. */
const reportsText = ({ each, shard, pages: reports }: Reports, of: Called): readonly Bilingual[] => {
  if (each === undefined || reports === 0) return [];
  const folder = PAGES[each.lang];
  const { zh, en } = called(of, both(`各中心的报告：${reports} 份`, `reports for each centre: ${reports}`));
  return shard === undefined
    ? [both(`${zh}，在“${folder}”里`, `${en}, in "${folder}"`)]
    : [both(`${zh}，合并后放出`, `${en}, put out by merge`)];
};

type Reports = Pick<BatchState, 'each' | 'shard'> & Pick<Finished, 'pages'>;

/** A line broken where a terminal ends, the rest set in. */
export const brokenAt =
  (columns: number) =>
  (line: string): readonly string[] => {
    const text = line.trimStart();
    const indent = line.slice(0, line.length - text.length);
    const [first = '', ...rest] = wrap(text, columns - indent.length - 4);
    return [indent + first, ...rest.map(part => `${indent}    ${part}`)];
  };

export const summaryLines = (summary: Summary, reports: Reports, lang: Lang): readonly string[] =>
  [
    batchText(summary.counts, calledOf(summary)),
    ...summary.frames.flatMap(frame => [frameText(frame), ...failedText(frame)]),
    ...(summary.roster ? rosterTexts(summary.roster) : []),
    ...reportsText(reports, calledOf(summary)),
  ].map(line => line[lang]);

/** What a batch ends with, the worst first, and why. */
export const conclude = (
  { summary, gate, broken }: Pick<Finished, 'summary' | 'gate' | 'broken'>,
  unread: readonly Problem[],
): { readonly code: ExitCode; readonly reason: Bilingual } => {
  const { audited, rejected } = summary.counts;
  const of = calledOf(summary);
  const end = (code: ExitCode, zh: string, en: string) => ({ code, reason: called(of, both(zh, en)) });
  if (broken > 0)
    return end(EXIT.internal, `${broken} 份因程序内部错误没有结果`, `internal errors left ${broken} without a result`);
  if (rejected > 0)
    return end(EXIT.badInput, `${rejected} 份拒收，见 rejected.csv`, `${rejected} rejected, see rejected.csv`);
  if (unread.some(isError))
    return end(
      EXIT.badInput,
      `核查记录有 ${unread.length} 处读不了或没有对应的申报（见上），没有计入；其余都已审核`,
      `${unread.length} records of inspections cannot be read or are of nobody here (above) and are left out; all else is done`,
    );
  if (audited === 0) return end(EXIT.badInput, '没有可审核的申报', 'there was nothing to audit');
  if (gate.failed > 0) return end(EXIT.failed, `${gate.failed} 个中心不通过`, `${gate.failed} centre(s) failed`);
  return gate.undecided > 0
    ? end(
        EXIT.undecided,
        `${gate.undecided} 个中心因未申报而待定`,
        `${gate.undecided} centre(s) undecided for want of facts`,
      )
    : end(EXIT.passed, '全部通过', 'all passed');
};
