import { both } from '../../model/base/text.ts';
import { readingLines } from '../../words/findings/readings.ts';
import { centerName } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import type { Block, Chapter, Document } from '../block.ts';
import { chapter } from '../blocks.ts';
import { basis, digests, signatures } from './basis.ts';
import { encouraged, failed, findings, others, outside, passed, shortcomings, undecided } from './findings.ts';
import { drawing, ledger, points } from './points.ts';
import type { Subject } from './subject.ts';
import { particulars, summary } from './summary.ts';

/** Which readings the county settled, and what other ones would ask of this level: a line each. */
const readings = ({ audit, lang }: Subject): Chapter | undefined => {
  const items = readingLines(audit, lang);
  return items.length === 0
    ? undefined
    : chapter('readings', both('条文的读法', 'How the text is read')[lang], { kind: 'list', items });
};

type Tell = (subject: Subject) => Chapter | undefined | Promise<Chapter | undefined>;

/** What most runs have nothing to say of, or no room for, is loaded where that is not so. */
const where =
  (has: (subject: Subject) => boolean, load: () => Promise<Tell>): Tell =>
  async subject =>
    has(subject) ? (await load())(subject) : undefined;

const wasInspected = ({ audit: { records, stages, applied } }: Subject): boolean =>
  [records, stages, applied].some(part => part !== undefined);

/** Everything that can be said of an audit, each under its heading; a format names those that it has room for. */
const CHAPTERS = {
  verdict: async subject => (await import('./verdict.ts')).verdict(subject),
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
  plan: where(
    ({ plan }) => plan !== undefined,
    () => import('../plan.ts').then(({ plan }) => plan),
  ),
  asks: async subject => (await import('./asks.ts')).asks(subject),
  points,
  ledger,
  scorecard: where(
    ({ audit }) => audit.scorecard !== undefined,
    () => import('../scorecard.ts').then(({ scorecard }) => scorecard),
  ),
  stages: where(wasInspected, () => import('./stages.ts').then(({ stages }) => stages)),
  warnings: where(
    ({ audit }) => audit.warnings.length > 0,
    () => import('../problems.ts').then(({ warnings }) => warnings),
  ),
  basis,
  digests,
  signatures,
} as const satisfies Record<string, Tell>;

export type ChapterName = keyof typeof CHAPTERS;

/** Chapters that add up: a part of them would not. */
const WHOLE: readonly ChapterName[] = ['drawing', 'points', 'ledger', 'plan'];

const HEADS = { summary, particulars } as const satisfies Record<string, (subject: Subject) => readonly Block[]>;

/** An audit as a document: its head, and the chapters that are asked for as far as there is something to say. */
export const tellAudit = async (
  subject: Subject,
  head: keyof typeof HEADS,
  chapters: readonly ChapterName[],
): Promise<Document> => {
  const asked = chapters.filter(name => subject.part === undefined || !WHOLE.includes(name));
  const told = await Promise.all(asked.map(name => CHAPTERS[name](subject)));
  return {
    lang: subject.lang,
    file: subject.audit.profile.path,
    kind: pick(subject, '对标审核报告', 'Audit against the county standard'),
    title: centerName(subject.audit),
    head: HEADS[head](subject),
    chapters: told.filter(chapter => chapter !== undefined),
  };
};
