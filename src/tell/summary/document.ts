import { both, type Lang } from '../../model/base/text.ts';
import type { Tool } from '../../model/base/tool.ts';
import type { CenterRow, Summary } from '../../model/result/summary.ts';
import { BATCH_TITLE, calledOf } from '../../words/batch.ts';
import { dateText } from '../../words/facts/values.ts';
import { label } from '../../words/names.ts';
import { called, pick } from '../../words/reader.ts';
import { frameTitle } from '../../words/summary.ts';
import type { Chapter, Document } from '../block.ts';
import { fields, remark, table } from '../blocks.ts';
import { type Rejected, rejectedChapter, rosterChapter } from './absent.ts';
import { distribution } from './distribution.ts';
import { lostRows } from './lost.ts';
import { card, matrix } from './matrix.ts';
import { missingFacts } from './missing.ts';
import { nearMisses } from './near.ts';
import { overview } from './overview.ts';
import { type Part, partsOf } from './part.ts';
import { ranking } from './ranking.ts';
import { mostFailed } from './rules.ts';
import { sections } from './spreads.ts';

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
  return {
    name: 'basis',
    title: both('依据与校验', 'Basis and digests')[lang],
    blocks: [
      table(
        'digests',
        [
          { title: label('pack', lang), kind: 'name', width: 40 },
          { title: both('版本', 'Version')[lang], kind: 'text', width: 20 },
          { title: 'SHA-256', kind: 'digest', width: 64 },
        ],
        [...packs.values()].map(({ id, version, sha256, title }) => ({
          cells: [title[lang], `${id} ${version}`, sha256],
        })),
      ),
      remark(
        pick(
          { lang, of: calledOf(summary) },
          `工具 ${tool.name} ${tool.version}；输入的校验值在 run.json 中，每个中心的在 results.jsonl 中。`,
          `Tool ${tool.name} ${tool.version}; the digests of the inputs are in run.json, those of each centre in results.jsonl.`,
        ),
      ),
    ],
  };
};

/** A batch as a document, whose first chapter is the overview, and one for the centres of each standard. */
export interface SummaryDocuments {
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
