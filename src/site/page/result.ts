import type { Lang } from '../../model/base/text.ts';
import { factIdOf } from '../../model/finding/finding.ts';
import { askedLabel } from '../../words/facts/asked.ts';
import { shortfallText } from '../../words/findings/findings.ts';
import { clauseText, OUTCOME_MARKS } from '../../words/names.ts';
import { gradeText, openFacts, scoreText, verdictText } from '../../words/scoring/score.ts';
import { alongTheWalk, placeName } from '../../words/site.ts';
import type { Site, Weighed } from '../weigh.ts';
import { el } from './dom.ts';
import { SITE_WORDS } from './words.ts';

/** The line that is always in sight. */
export const barText = ({ audit }: Weighed, lang: Lang): string =>
  `${verdictText(audit, lang)}　${SITE_WORDS.score[lang]} ${scoreText(audit, lang)}`;

const linkTo = (id: string, text: string): HTMLElement => el('a', { href: `#fact-${id.split('.')[0]}` }, text);

/** A field of a record is looked at with its list. */
const factOn = (id: string, { vocabulary, form }: Site): string =>
  vocabulary.facts.some(fact => fact.id === id)
    ? id
    : (form.lists.find(({ field }) => id.startsWith(`${field.definition.id}.`))?.field.definition.id ?? id);

const links = (ids: readonly string[], site: Site, lang: Lang): HTMLElement =>
  el(
    'ul',
    {},
    ...alongTheWalk(
      [...new Set(ids.map(id => factOn(id, site)))].map(id => ({ id, where: site.vocabulary.fact.get(id)?.where })),
      ({ where }) => (where === undefined ? {} : { where }),
    ).map(({ place, things }) => {
      const line = el('li', {}, `${placeName(place, lang)}：`);
      things.forEach(({ id }, at) => {
        const link = linkTo(id, askedLabel(id, site.vocabulary, site.data.scheme, lang));
        link.setAttribute('href', `#fact-${id}`);
        line.append(at === 0 ? '' : '、', link);
      });
      return line;
    }),
  );

/** What the centre comes to: what is not met, what is still open, what decides the grade. */
export const resultPanel = ({ audit }: Weighed, site: Site, lang: Lang): readonly HTMLElement[] => {
  const failed = audit.findings.filter(({ finding }) => finding.outcome === 'fail');
  const open = [
    ...new Set([
      ...openFacts(audit),
      ...audit.findings.flatMap(({ finding }) =>
        finding.outcome === 'unknown' ? finding.gaps.map(({ fact }) => factIdOf(fact)) : [],
      ),
    ]),
  ];
  const decided = audit.score?.grade.decidedBy ?? [];
  const part = (title: string, content: HTMLElement): readonly HTMLElement[] => [el('h3', {}, title), content];
  return [
    el('p', {}, barText({ audit } as Weighed, lang)),
    el('p', {}, `${SITE_WORDS.grade[lang]}：${gradeText(audit, lang, 3)}`),
    ...(failed.length === 0
      ? []
      : part(
          `${SITE_WORDS.failed[lang]}（${failed.length}）`,
          el(
            'ul',
            {},
            ...failed.map(({ finding }) => {
              const lacks = shortfallText(finding, site.vocabulary, lang, 3);
              return el(
                'li',
                {},
                `${OUTCOME_MARKS.fail} ${clauseText(finding.rule)} ${finding.rule.title[lang]}${lacks === '' ? '' : `：${lacks}`}`,
              );
            }),
          ),
        )),
    ...(decided.length === 0 ? [] : part(SITE_WORDS.decides[lang], links(decided, site, lang))),
    ...(open.length === 0 ? [] : part(`${SITE_WORDS.stillOpen[lang]}（${open.length}）`, links(open, site, lang))),
  ];
};
