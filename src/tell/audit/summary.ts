import { both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { type Finding, OUTCOMES } from '../../model/finding/finding.ts';
import { dateText } from '../../words/facts/values.ts';
import { readingsText } from '../../words/findings/readings.ts';
import { waiversText } from '../../words/findings/waivers.ts';
import { changesText, LABELS, label, levelName, OUTCOME_NAMES, packText, statusText } from '../../words/names.ts';
import { called } from '../../words/reader.ts';
import { gradeText, schemeText, scoreText, standingOf, verdictText } from '../../words/scoring/score.ts';
import type { Block, Field } from '../block.ts';
import { fields } from '../blocks.ts';
import { inForceText } from './basis.ts';
import { partText } from './part.ts';
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

const field = (name: string, text: string): readonly Field[] => (text === '' ? [] : [{ name, texts: [text] }]);

/** Where a report tells only a part, it says so before all else. */
const scope = ({ audit, findings, part, lang }: Subject): readonly Field[] =>
  field(label('scope', lang), partText(part, findings.length, audit.findings.length, lang));

const ruled = (subject: Subject): readonly Field[] => {
  const { audit, lang } = subject;
  const { scheme, score } = audit;
  const outcome = MARKS[standingOf(audit)];
  const of = score === undefined ? '' : both(`，满分 ${score.max}`, ` of ${score.max}`)[lang];
  return [
    ...scope(subject),
    { name: label('verdict', lang), texts: [verdictText(audit, lang)], strong: true, ...(outcome && { outcome }) },
    ...field(label('score', lang), scoreText(audit, lang) + of),
    ...field(label('grade', lang), gradeText(audit, lang, DECIDING)),
    ...field(label('points', lang), schemeText(scheme, lang)),
    ...field(label('rules', lang), audit.findings.length === 0 ? '' : countsText(audit, lang)),
    ...field(label('waived', lang), waiversText(audit, lang)),
    ...field(label('reading', lang), readingsText(audit, lang)),
    ...field(label('change', lang), audit.earlier === undefined ? '' : changesText([audit], lang)),
  ];
};

const held = (subject: Subject): readonly Field[] => {
  const { audit, lang } = subject;
  const status = statusText(audit.pack.status, lang);
  return [
    ...field(calledLabel(audit, lang), whereText(subject)),
    ...field(label('pack', lang), packText(audit.pack, lang) + (status && both(`（${status}）`, ` (${status})`)[lang])),
    ...field(label('day', lang), inForceText(subject)),
    { name: label('profile', lang), texts: [], words: [audit.profile.path] },
  ];
};

/** What came of it, and who was held against what: all that fits on a card. */
export const summary = (subject: Subject): readonly Block[] => [fields(ruled(subject)), fields(held(subject))];

const standardText = ({ audit: { pack }, lang }: Subject): string => {
  const { document, title } = pack;
  const status = statusText(pack.status, lang);
  const name = lang === 'zh' ? `《${document.title}》` : title.en;
  const particulars = [document.number, document.issuer[lang], status === '' ? undefined : status];
  const said = particulars.filter(part => part !== undefined).join(both('，', ', ')[lang]);
  return both(`${name}（${said}）`, `${name} (${said})`)[lang];
};

/** Who was held against what, and when. */
export const particulars = (subject: Subject): readonly Block[] => {
  const { audit, lang } = subject;
  return [
    fields([
      ...field(calledLabel(audit, lang), whereText(subject)),
      ...field(label('standard', lang), standardText(subject)),
      ...field(label('asOf', lang), dateText(audit.asOf, lang)),
      ...scope(subject),
      ...field(label('reading', lang), readingsText(audit, lang)),
    ]),
  ];
};
