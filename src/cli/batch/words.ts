import type { BatchState } from '../../batch/files/state.ts';
import { PAGES } from '../../batch/pages/page-name.ts';
import type { Finished } from '../../batch/run/finish.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import { type Center, nameOf } from '../../model/profile/profile.ts';
import type { FrameSummary, RosterSummary, Summary } from '../../model/result/summary.ts';
import { wrap } from '../../report/text/layout.ts';
import { received } from '../../words/summary.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

const countsText = ({ counts }: Summary): Bilingual =>
  both(
    `共 ${received(counts)} 份：已审核 ${counts.audited} 个中心，拒收 ${counts.rejected}，被替代 ${counts.superseded}`,
    `${received(counts)} submissions: ${counts.audited} centres audited, ${counts.rejected} rejected, ${counts.superseded} superseded`,
  );

const scoreText = ({ score }: FrameSummary): Bilingual =>
  score === undefined
    ? both('', '')
    : both(
        `，平均 ${score.low.mean} 分（最低 ${score.low.least}，中位 ${score.low.middle}，最高 ${score.low.most}）`,
        `, mean score ${score.low.mean} (lowest ${score.low.least}, median ${score.low.middle}, highest ${score.low.most})`,
      );

const frameText = (summary: FrameSummary): Bilingual => {
  const { frame, count, gate } = summary;
  const score = scoreText(summary);
  return both(
    `${frame.pack.title.zh}（${frame.id}）：${count} 个中心${score.zh}；通过 ${gate.passed}，不通过 ${gate.failed}，待定 ${gate.undecided}`,
    `${frame.pack.title.en} (${frame.id}): ${count} centres${score.en}; ${gate.passed} passed, ${gate.failed} failed, ${gate.undecided} undecided`,
  );
};

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

const MOST_NAMED = 10;

const namesOf = (centers: readonly Center[], lang: Lang): string => {
  const shown = centers
    .slice(0, MOST_NAMED)
    .map(center => nameOf(center))
    .join(lang === 'zh' ? '、' : ', ');
  return centers.length > MOST_NAMED ? `${shown} …` : shown;
};

const rosterText = ({ expected, missing, unlisted }: RosterSummary): readonly Bilingual[] => {
  const absent = missing.filter(({ state }) => state === 'not-submitted').map(({ center }) => center);
  const without = missing.filter(({ state }) => state !== 'not-submitted').map(({ center }) => center);
  const strangers = unlisted.map(({ center }) => center);
  return [
    ...(absent.length > 0
      ? [
          both(
            `应报 ${expected}，未报 ${absent.length}：${namesOf(absent, 'zh')}`,
            `${absent.length} of ${expected} expected did not submit: ${namesOf(absent, 'en')}`,
          ),
        ]
      : [both(`应报 ${expected}，都已报送`, `all ${expected} expected have submitted`)]),
    ...(without.length > 0
      ? [
          both(
            `已报但没有结果 ${without.length}：${namesOf(without, 'zh')}`,
            `submitted without a result, ${without.length}: ${namesOf(without, 'en')}`,
          ),
        ]
      : []),
    ...(strangers.length > 0
      ? [
          both(
            `名册以外 ${strangers.length}：${namesOf(strangers, 'zh')}`,
            `not on the roster, ${strangers.length}: ${namesOf(strangers, 'en')}`,
          ),
        ]
      : []),
  ];
};

/** Where the reports of each centre are; a part of a batch keeps them for the whole. */
const reportsText = (counts: Summary['counts'], { each, shard }: Reports): readonly Bilingual[] => {
  const reports = counts.audited * (each?.endings.length ?? 0);
  if (each === undefined || reports === 0) return [];
  const folder = PAGES[each.lang];
  return shard === undefined
    ? [both(`各中心的报告：${reports} 份，在“${folder}”里`, `reports for each centre: ${reports}, in "${folder}"`)]
    : [both(`各中心的报告：${reports} 份，合并后放出`, `reports for each centre: ${reports}, put out by merge`)];
};

type Reports = Pick<BatchState, 'each' | 'shard'>;

/** A line broken where a terminal ends, the rest set in. */
export const brokenAt =
  (columns: number) =>
  (line: string): readonly string[] => {
    const text = line.trimStart();
    const indent = line.slice(0, line.length - text.length);
    const [first = '', ...rest] = wrap(text, columns - indent.length - 4);
    return [indent + first, ...rest.map(part => `${indent}    ${part}`)];
  };

/** A batch in a few lines. */
export const summaryLines = (summary: Summary, reports: Reports, lang: Lang): readonly string[] =>
  [
    countsText(summary),
    ...summary.frames.flatMap(frame => [frameText(frame), ...failedText(frame)]),
    ...(summary.roster ? rosterText(summary.roster) : []),
    ...reportsText(summary.counts, reports),
  ].map(line => line[lang]);

/** What a batch ends with, the worst first, and why. */
export const conclude = ({
  summary,
  gate,
  broken,
}: Pick<Finished, 'summary' | 'gate' | 'broken'>): {
  readonly code: ExitCode;
  readonly reason: Bilingual;
} => {
  const { audited, rejected } = summary.counts;
  if (broken > 0)
    return {
      code: EXIT.internal,
      reason: both(`${broken} 份因程序内部错误没有结果`, `internal errors left ${broken} without a result`),
    };
  if (rejected > 0)
    return {
      code: EXIT.badInput,
      reason: both(`${rejected} 份拒收，见 rejected.csv`, `${rejected} rejected, see rejected.csv`),
    };
  if (audited === 0) return { code: EXIT.badInput, reason: both('没有可审核的申报', 'there was nothing to audit') };
  if (gate.failed > 0)
    return { code: EXIT.failed, reason: both(`${gate.failed} 个中心不通过`, `${gate.failed} centre(s) failed`) };
  return gate.undecided > 0
    ? {
        code: EXIT.undecided,
        reason: both(
          `${gate.undecided} 个中心因未申报而待定`,
          `${gate.undecided} centre(s) undecided for want of facts`,
        ),
      }
    : { code: EXIT.passed, reason: both('全部通过', 'all passed') };
};
