import { both } from '../../model/base/text.ts';
import { readingLines } from '../../words/findings/readings.ts';
import { centerName } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import type { Block, Chapter, Document } from '../block.ts';
import { chapter } from '../blocks.ts';
import { plan } from '../plan.ts';
import { hasScorecard, tellScorecard } from '../scorecard.ts';
import { asks } from './asks.ts';
import { basis, digests, signatures, stages, warnings } from './basis.ts';
import { encouraged, failed, findings, others, outside, passed, shortcomings, undecided } from './findings.ts';
import { drawing, ledger, points } from './points.ts';
import type { Subject } from './subject.ts';
import { particulars, summary } from './summary.ts';
import { verdict } from './verdict.ts';

/** Which readings the county settled, and what other ones would ask of this level: a line each. */
const readings = ({ audit, lang }: Subject): Chapter | undefined => {
  const items = readingLines(audit, lang);
  return items.length === 0
    ? undefined
    : chapter('readings', both('条文的读法', 'How the text is read')[lang], { kind: 'list', items });
};

const scorecard = ({ audit, lang, part }: Subject): Chapter | undefined =>
  hasScorecard(audit)
    ? {
        name: 'scorecard',
        title: both('评分表逐项得分', 'Scorecard, row by row')[lang],
        blocks: [tellScorecard(audit, lang, part)],
      }
    : undefined;

/** Everything that can be said of an audit, each under its heading; a format names those that it has room for. */
const CHAPTERS = {
  verdict,
  shortcomings,
  drawing,
  findings,
  failed,
  undecided,
  encouraged,
  passed,
  outside,
  others,
  readings,
  plan,
  asks,
  points,
  ledger,
  scorecard,
  stages,
  warnings,
  basis,
  digests,
  signatures,
} as const satisfies Record<string, (subject: Subject) => Chapter | undefined>;

export type ChapterName = keyof typeof CHAPTERS;

/** Chapters that add up: a part of them would not. */
const WHOLE: readonly ChapterName[] = ['drawing', 'points', 'ledger', 'plan'];

const HEADS = { summary, particulars } as const satisfies Record<string, (subject: Subject) => readonly Block[]>;

/** An audit as a document: its head, and the chapters that are asked for as far as there is something to say. */
export const tellAudit = (subject: Subject, head: keyof typeof HEADS, chapters: readonly ChapterName[]): Document => ({
  lang: subject.lang,
  file: subject.audit.profile.path,
  kind: pick(subject, '对标审核报告', 'Audit against the county standard'),
  title: centerName(subject.audit),
  head: HEADS[head](subject),
  chapters: chapters
    .filter(name => subject.part === undefined || !WHOLE.includes(name))
    .map(name => CHAPTERS[name](subject))
    .filter(chapter => chapter !== undefined),
});
