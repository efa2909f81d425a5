import { both, type Lang } from '../../model/base/text.ts';
import type { RosterState, Summary } from '../../model/result/summary.ts';
import { batchText, received, rosterTexts } from '../../words/batch.ts';
import { LABELS } from '../../words/names.ts';
import { pick, type Voice } from '../../words/reader.ts';
import { frameTitle, GATE_NAMES } from '../../words/summary.ts';
import { GATE_OUTCOMES } from '../audit/subject.ts';
import type { Block, Chapter } from '../block.ts';
import { chapter, remark } from '../blocks.ts';
import { column, headed, type ListColumn, tableOf } from '../list.ts';
import { type Part, voiceOf } from './part.ts';
import { shareFormula, shareOf } from './rules.ts';

export const GATES = ['passed', 'failed', 'undecided'] as const;

/** A standard a row: how many of its centres pass, and where they stand on the whole. */
export const overviewColumns = (parts: readonly Part[], lang: Lang): readonly ListColumn<Part>[] =>
  headed(allColumns(lang), voiceOf(parts, lang).of);

const allColumns = (lang: Lang): readonly ListColumn<Part>[] => [
  column.name('standard', LABELS.pack, 36, ({ summary }) => frameTitle(summary.frame, lang)),
  column.figure('count', both('中心数', 'Centres'), 9.5, ({ summary }) => summary.count),
  ...GATES.map(gate =>
    column.figure<Part>(gate, GATE_NAMES[gate], 9.5, ({ summary }) => summary.gate[gate], {
      outcome: GATE_OUTCOMES[gate],
    }),
  ),
  column.figure(
    'share',
    both('通过率', 'Share passed'),
    9.5,
    ({ summary }) => shareOf(summary.gate.passed, summary.count),
    {
      share: true,
      formula: ({ of }) => shareFormula(of('passed'), of('count')),
    },
  ),
  column.figure('mean', both('平均得分', 'Mean score'), 9.5, ({ summary }) => summary.score?.low.mean, PLACES),
  column.figure('middle', both('中位得分', 'Median'), 9.5, ({ summary }) => summary.score?.low.middle, PLACES),
  column.figure('best', both('平均可达', 'Mean, up to'), 9.5, ({ summary }) => summary.score?.high.mean, PLACES),
];

const PLACES = { places: 2 } as const;

const inState = ({ roster }: Summary, state: RosterState): number | undefined =>
  roster?.missing.filter(entry => entry.state === state).length;

const numbered = column.figure<Summary>;

/** How many came in, and who did not; figures without a roster where there is none. */
export const submissionColumns = ({ lang, of }: Required<Voice>): readonly ListColumn<Summary>[] =>
  headed(countColumns(lang), of);

const countColumns = (lang: Lang): readonly ListColumn<Summary>[] => [
  column.name('name', both('', ''), 36, () => both('数量', 'Number')[lang]),
  numbered('received', both('收到份数', 'Received'), 9.5, ({ counts }) => received(counts)),
  numbered('audited', both('审核中心', 'Audited'), 9.5, ({ counts }) => counts.audited),
  numbered('rejected', both('拒收', 'Rejected'), 9.5, ({ counts }) => counts.rejected),
  numbered('superseded', both('被替代', 'Superseded'), 9.5, ({ counts }) => counts.superseded),
  numbered('expected', both('应报', 'Expected'), 9.5, ({ roster }) => roster?.expected),
  numbered('absent', both('未报送', 'Absent'), 9.5, summary => inState(summary, 'not-submitted')),
  numbered('unreadable', both('读不出', 'Unreadable'), 9.5, summary => inState(summary, 'unreadable')),
  numbered('unlisted', both('名册以外', 'Unlisted'), 9.5, ({ roster }) => roster?.unlisted.length),
];

const totals = ({ counts, roster }: Summary, voice: Required<Voice>): readonly Block[] => [
  {
    kind: 'figures',
    figures: [
      {
        name: pick(voice, '已审核的中心', 'Centres audited'),
        text: String(counts.audited),
        kind: 'score',
        ...(roster && { of: pick(voice, `应报 ${roster.expected}`, `of ${roster.expected} expected`) }),
      },
    ],
  },
  remark(batchText(counts, voice.of)[voice.lang]),
  ...(roster
    ? [{ kind: 'list', items: rosterTexts(roster).map(text => text[voice.lang]) } as const satisfies Block]
    : []),
];

/** How many centres there are, how many pass, and where they stand on the whole. */
export const overview = (summary: Summary, parts: readonly Part[], lang: Lang): Chapter =>
  chapter(
    'overview',
    both('总体情况', 'Overview')[lang],
    ...totals(summary, voiceOf(parts, lang)),
    tableOf({ name: 'frames' }, overviewColumns(parts, lang), parts, lang),
    remark(
      both(
        '通过、不通过和待定按本次运行设定的门槛判断；得分中未定的条目不计分，可达为全部补报且符合时的得分。',
        'Passed, failed and undecided are by the gate of this run. What is undecided earns nothing in the score; "up to" is the score if all of it were met.',
      )[lang],
    ),
  );
