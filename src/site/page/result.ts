import { both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { factIdOf, missingIn } from '../../model/finding/finding.ts';
import { cardVerdict } from '../../model/scoring/bar.ts';
import { entryIn } from '../../model/scoring/rows.ts';
import type { LedgerLine } from '../../tell/block.ts';
import { hasScorecard, tellScorecard } from '../../tell/scorecard.ts';
import { askedLabel } from '../../words/facts/values.ts';
import { shortfallFor } from '../../words/findings/findings.ts';
import { clauseText, OUTCOME_MARKS } from '../../words/names.ts';
import { gradeText, openFacts, scoreText, verdictText } from '../../words/scoring/score.ts';
import { STAGE_NAMES, stageText } from '../../words/scoring/stages.ts';
import { minus } from '../../words/scoring/work.ts';
import { alongTheWalk, placeName } from '../../words/site.ts';
import type { Site, Weighed } from '../weigh.ts';
import { el } from './dom.ts';
import { named, SITE_WORDS } from './words.ts';

/** The line that is always in sight; a scorecard by itself has its score for a verdict. */
export const barText = (audit: Audit, lang: Lang): string => {
  const verdict = verdictText(audit, lang);
  if (cardVerdict(audit) !== undefined) return verdict;
  const [settled, ...others] = audit.score?.grade.candidates ?? [];
  const grade = settled === undefined || others.length > 0 ? '' : `　${SITE_WORDS.grade[lang]} ${settled.label[lang]}`;
  return `${verdict}　${SITE_WORDS.score[lang]} ${scoreText(audit, lang)}${grade}`;
};

/** A field of a record is looked at with its list. */
const factOn = (id: string, { vocabulary, form }: Site): string =>
  vocabulary.facts.some(fact => fact.id === id)
    ? id
    : (form.lists.find(({ field }) => id.startsWith(`${field.definition.id}.`))?.field.definition.id ?? id);

const links = (ids: readonly string[], site: Site, lang: Lang): HTMLElement => {
  const all = [...new Set(ids.map(id => factOn(id, site)))];
  const line = (title: string, here: readonly string[]): HTMLElement => {
    const made = el('li', {}, named(title, '', lang));
    here.forEach((id, at) => {
      const text = askedLabel(id, site.vocabulary, site.data.scheme, lang);
      made.append(at === 0 ? '' : lang === 'zh' ? '、' : ', ', el('a', { href: `#fact-${id}` }, text));
    });
    return made;
  };
  const entries = all.filter(id => entryIn(id) !== undefined);
  const facts = all.filter(id => entryIn(id) === undefined);
  const walk = alongTheWalk(facts, id => site.vocabulary.fact.get(id) ?? {});
  const lines = walk.map(({ place, things }) => line(placeName(place, lang), things));
  return el('ul', {}, ...lines, entries.length > 0 && line(SITE_WORDS.judged[lang], entries));
};

const rowState = ({ low, high, max }: LedgerLine): 'pass' | 'fail' | 'unknown' =>
  low !== high ? 'unknown' : low === max || low === '' ? 'pass' : 'fail';

const pointsText = ({ low, high, max }: LedgerLine, lang: Lang): string => {
  const points = (amount: string): string => (amount === '' ? '—' : minus(amount));
  return `${low === high ? points(low) : points(low) + both('～', ' to ')[lang] + points(high)} / ${minus(max)}`;
};

/** A row of a scorecard with what it comes to, and how: or what would settle it. */
export const rowLine = (line: LedgerLine, lang: Lang): HTMLElement => {
  const { clause, title, open, work } = line;
  const state = rowState(line);
  const why = open === '' ? work.low.join(both('；', '; ')[lang]) : both(`待查：${open}`, `open: ${open}`)[lang];
  const name = `${clause} ${title}`;
  return el(
    'li',
    { class: state },
    el('strong', {}, `${OUTCOME_MARKS[state]} ${pointsText(line, lang)}`),
    ` ${why === '' ? name : named(name, why, lang)}`,
  );
};

export const rowsById = (audit: Audit, lang: Lang): ReadonlyMap<string, LedgerLine> =>
  new Map(
    hasScorecard(audit)
      ? tellScorecard(audit, lang).sections.flatMap(({ rows }) => rows.map(row => [row.id, row] as const))
      : [],
  );

const scorecardPart = (audit: Audit, lang: Lang): readonly HTMLElement[] => {
  if (!hasScorecard(audit)) return [];
  const { sections, remarks } = tellScorecard(audit, lang);
  return [
    ...sections.map(({ title, rows, subtotal }) =>
      el(
        'details',
        {},
        el('summary', {}, `${title} ${pointsText(subtotal, lang)}`),
        el('ul', { class: 'results' }, ...rows.map(row => rowLine(row, lang))),
      ),
    ),
    el('ul', {}, ...remarks.map(({ name, text }) => el('li', {}, named(name, text, lang)))),
  ];
};

/** What the centre comes to: what is not met, what is still open, what decides the grade. */
export const resultPanel = ({ audit }: Weighed, site: Site, lang: Lang): readonly HTMLElement[] => {
  const failed = audit.findings.filter(({ finding }) => finding.outcome === 'fail');
  const open = [
    ...new Set([
      ...openFacts(audit),
      ...audit.findings.flatMap(({ finding }) =>
        finding.outcome === 'unknown' ? missingIn(finding).map(({ fact }) => factIdOf(fact)) : [],
      ),
    ]),
  ];
  const decided = audit.score?.grade.decidedBy ?? [];
  const part = (title: string, ...content: readonly HTMLElement[]): readonly HTMLElement[] =>
    content.length === 0 ? [] : [el('h3', {}, title), ...content];
  const lines = failed.map(({ finding }) => {
    const lacks = shortfallFor(finding, { vocabulary: site.vocabulary, lang, most: 3 });
    const said = `${OUTCOME_MARKS.fail} ${clauseText(finding.rule)} ${finding.rule.title[lang]}`;
    return el('li', {}, lacks === '' ? said : named(said, lacks, lang));
  });
  return [
    el('p', {}, barText(audit, lang)),
    ...(audit.stages ?? []).map(stage =>
      el('p', {}, named(STAGE_NAMES[stage.stage][lang], stageText(stage, lang), lang)),
    ),
    ...(audit.scheme.grades.length === 0
      ? []
      : [el('p', {}, named(SITE_WORDS.grade[lang], gradeText(audit, lang, 3), lang))]),
    ...part(SITE_WORDS.scorecard[lang], ...scorecardPart(audit, lang)),
    ...(lines.length === 0 ? [] : part(`${SITE_WORDS.failed[lang]}（${lines.length}）`, el('ul', {}, ...lines))),
    ...(decided.length === 0 ? [] : part(SITE_WORDS.decides[lang], links(decided, site, lang))),
    ...(open.length === 0 ? [] : part(`${SITE_WORDS.stillOpen[lang]}（${open.length}）`, links(open, site, lang))),
  ];
};
