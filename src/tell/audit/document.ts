import { both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { type Finding, OUTCOMES } from '../../model/finding/finding.ts';
import { dateText } from '../../words/facts/values.ts';
import { readingLines, readingsText } from '../../words/findings/readings.ts';
import { waiversText } from '../../words/findings/waivers.ts';
import {
  centerName,
  changesText,
  LABELS,
  label,
  levelName,
  OUTCOME_NAMES,
  packText,
  statusText,
} from '../../words/names.ts';
import { called } from '../../words/reader.ts';
import { gradeText, scoreText, standingOf, verdictText } from '../../words/scoring/score.ts';
import type { Block, Chapter, Document, Field } from '../block.ts';
import { chapter, fieldOf, fields } from '../blocks.ts';
import { basis, digests, inForceText, signatures } from './basis.ts';
import { encouraged, failed, findings, others, outside, passed, shortcomings, undecided } from './findings.ts';
import { partText } from './part.ts';
import { drawing, ledger, points } from './points.ts';
import { MARKS, type Subject } from './subject.ts';

/** Facts that decide a grade, named at the head; the entries below name them all. */
const DECIDING = 5;

/** How many rules came out how; what may be done and was not is told by itself, and is nothing unmet. */
const countsText = ({ counts, findings }: Audit, lang: Subject['lang']): string => {
  const isLeft = ({ rule, outcome }: Finding): boolean => outcome === 'fail' && rule.obligation === 'may';
  const left = findings.filter(({ finding }) => isLeft(finding)).length;
  const parts = [
    ...OUTCOMES.map(
      outcome => `${OUTCOME_NAMES[outcome][lang]} ${outcome === 'fail' ? counts.fail - left : counts[outcome]}`,
    ),
    ...(left === 0 ? [] : [both(`可做未做 ${left}`, `optional and not done ${left}`)[lang]]),
  ];
  return parts.join(both('，', ', ')[lang]) + both(`，共 ${findings.length} 条`, `, ${findings.length} in all`)[lang];
};

const whereText = ({ audit: { profile, level, pack }, lang }: Subject): string => {
  const { county, township, name } = profile.center;
  return [county, township === name ? undefined : township, levelName(level, lang, pack)]
    .filter(part => part !== undefined)
    .join(' · ');
};

const calledLabel = ({ pack }: Subject['audit'], lang: Lang): string => called(pack.vocabulary, LABELS.subject)[lang];

/** Where a report tells only a part, it says so before all else. */
const scope = ({ audit, findings, part, lang }: Subject): readonly Field[] =>
  fieldOf(label('scope', lang), partText(part, findings.length, audit.findings.length, lang));

const ruled = (subject: Subject): readonly Field[] => {
  const { audit, lang } = subject;
  const { scheme, score } = audit;
  const outcome = MARKS[standingOf(audit)];
  const of = score === undefined ? '' : both(`，满分 ${score.max}`, ` of ${score.max}`)[lang];
  return [
    ...scope(subject),
    { name: label('verdict', lang), texts: [verdictText(audit, lang)], strong: true, ...(outcome && { outcome }) },
    ...fieldOf(label('score', lang), scoreText(audit, lang) + of),
    ...fieldOf(label('grade', lang), gradeText(audit, lang, DECIDING)),
    ...fieldOf(label('points', lang), scheme.title[lang]),
    ...fieldOf(label('rules', lang), audit.findings.length === 0 ? '' : countsText(audit, lang)),
    ...fieldOf(label('waived', lang), waiversText(audit, lang)),
    ...fieldOf(label('reading', lang), readingsText(audit, lang)),
    ...fieldOf(label('change', lang), audit.earlier === undefined ? '' : changesText([audit], lang)),
  ];
};

const held = (subject: Subject): readonly Field[] => {
  const { audit, lang } = subject;
  const status = statusText(audit.pack.status, lang);
  return [
    ...fieldOf(calledLabel(audit, lang), whereText(subject)),
    ...fieldOf(
      label('pack', lang),
      packText(audit.pack, lang) + (status && both(`（${status}）`, ` (${status})`)[lang]),
    ),
    ...fieldOf(label('day', lang), inForceText(subject)),
    { name: label('profile', lang), texts: [], words: [audit.profile.path] },
  ];
};

/** What came of it, and who was held against what: all that fits on a card. */
const summary = (subject: Subject): readonly Block[] => [fields(ruled(subject)), fields(held(subject))];

const standardText = ({ audit: { pack }, lang }: Subject): string => {
  const { document, title } = pack;
  const status = statusText(pack.status, lang);
  const name = lang === 'zh' ? `《${document.title}》` : title.en;
  const particulars = [document.number, document.issuer[lang], status === '' ? undefined : status];
  const said = particulars.filter(part => part !== undefined).join(both('，', ', ')[lang]);
  return both(`${name}（${said}）`, `${name} (${said})`)[lang];
};

/** Who was held against what, and when. */
const particulars = (subject: Subject): readonly Block[] => {
  const { audit, lang } = subject;
  return [
    fields([
      ...fieldOf(calledLabel(audit, lang), whereText(subject)),
      ...fieldOf(label('standard', lang), standardText(subject)),
      ...fieldOf(label('asOf', lang), dateText(audit.asOf, lang)),
      ...scope(subject),
      ...fieldOf(label('reading', lang), readingsText(audit, lang)),
    ]),
  ];
};

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

/** What kind of paper a report is. */
export const REPORT = both('对标审核报告', 'Audit against the county standard');

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
    kind: REPORT[subject.lang],
    title: centerName(subject.audit),
    head: HEADS[head](subject),
    chapters: told.filter(chapter => chapter !== undefined),
  };
};
