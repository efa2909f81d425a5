import { both, type Lang } from '../../model/base/text.ts';
import type { Tool } from '../../model/base/tool.ts';
import type { CenterRow, RosterState, Summary } from '../../model/result/summary.ts';
import { BATCH_TITLE, batchText, calledOf, received, rosterTexts } from '../../words/batch.ts';
import { dateText } from '../../words/facts/values.ts';
import { LABELS, label } from '../../words/names.ts';
import { called, pick, type Voice } from '../../words/reader.ts';
import { frameTitle, GATE_NAMES } from '../../words/summary.ts';
import { GATE_OUTCOMES } from '../audit/subject.ts';
import type { Block, Chapter, Document } from '../block.ts';
import { chapter, fields, remark, table } from '../blocks.ts';
import { column, headed, type ListColumn, tableOf } from '../list.ts';
import { type Rejected, rejectedChapter, rosterChapter } from './absent.ts';
import { distribution } from './distribution.ts';
import { lostRows } from './lost.ts';
import { card, matrix } from './matrix.ts';
import { missingFacts } from './missing.ts';
import { nearMisses } from './near.ts';
import { type Part, partsOf, voiceOf } from './part.ts';
import { ranking } from './ranking.ts';
import { mostFailed, shareFormula, shareOf } from './rules.ts';
import { sections } from './spreads.ts';

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
const overview = (summary: Summary, parts: readonly Part[], lang: Lang): Chapter =>
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

export interface SummarySubject {
  readonly summary: Summary;
  readonly lang: Lang;
  readonly tool: Tool;
  /** The page of a centre where there is one, as a path from the folder of the summary. */
  readonly pageOf?: (row: CenterRow) => string | undefined;
  readonly rejected?: Rejected;
}

/** So many centres are listed and drawn, however many standards share them. */
const LISTED = 600;
const DRAWN = 300;

const chaptersOf = (part: Part, parts: number): readonly Chapter[] =>
  [
    distribution(part),
    ranking(part, Math.ceil(LISTED / parts)),
    card(part, Math.ceil(DRAWN / parts)),
    matrix(part, Math.ceil(DRAWN / parts)),
    mostFailed(part),
    lostRows(part),
    sections(part),
    nearMisses(part),
    missingFacts(part),
  ].filter(chapter => chapter !== undefined);

const partDocument = (part: Part, parts: number): Document => ({
  lang: part.lang,
  title:
    frameTitle(part.summary.frame, part.lang) + pick(part, `（${part.summary.count} 个）`, ` (${part.summary.count})`),
  head: [],
  chapters: chaptersOf(part, parts),
});

const basis = ({ summary, lang, tool }: SummarySubject): Chapter => {
  const packs = new Map(summary.frames.map(({ frame: { pack } }) => [pack.id, pack]));
  const rows = [...packs.values()].map(({ id, version, sha256, title }) => ({
    cells: [title[lang], `${id} ${version}`, sha256],
  }));
  return {
    name: 'basis',
    title: both('依据与校验', 'Basis and digests')[lang],
    blocks: [
      table('digests', rows, [
        { title: label('pack', lang), kind: 'name', width: 40 },
        { title: both('版本', 'Version')[lang], kind: 'text', width: 20 },
        { title: 'SHA-256', kind: 'digest', width: 64 },
      ]),
      remark(
        called(calledOf(summary), {
          zh: `工具 ${tool.name} ${tool.version}；输入的校验值在 run.json 中，每个中心的在 results.jsonl 中。`,
          en: `Tool ${tool.name} ${tool.version}; the digests of the inputs are in run.json, those of each centre in results.jsonl.`,
        })[lang],
      ),
    ],
  };
};

/** A batch as a document, whose first chapter is the overview, and one for the centres of each standard. */
interface SummaryDocuments {
  readonly whole: Document;
  readonly parts: readonly (Document & { readonly part: Part })[];
}

export const tellSummary = (subject: SummarySubject): SummaryDocuments => {
  const { summary, lang, rejected, pageOf } = subject;
  const parts = partsOf(summary, lang, pageOf);
  const chapters = [
    overview(summary, parts, lang),
    summary.roster && rosterChapter(summary.roster, { lang, of: calledOf(summary) }),
    rejected && rejectedChapter(rejected, { lang, of: calledOf(summary) }),
    basis(subject),
  ];
  return {
    whole: {
      lang,
      kind: both('对标审核汇总', 'Summary of audits')[lang],
      title: called(calledOf(summary), BATCH_TITLE)[lang],
      head: [fields([{ name: label('asOf', lang), texts: [dateText(summary.asOf, lang)] }])],
      chapters: chapters.filter(chapter => chapter !== undefined),
    },
    parts: parts.map(part => ({ ...partDocument(part, parts.length), part })),
  };
};
