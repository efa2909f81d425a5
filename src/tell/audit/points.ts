import { both, type Lang } from '../../model/base/text.ts';
import { scorecardSections } from '../../model/scoring/rows.ts';
import type { Points, ScoredFinding } from '../../model/scoring/score.ts';
import { clauseText, label, OBLIGATION_NAMES, OUTCOME_NAMES, sectionTitle } from '../../words/names.ts';
import { priceText, sumText } from '../../words/scoring/points.ts';
import type { Bar, Chapter, Column, Row } from '../block.ts';
import { chapter, remark, table } from '../blocks.ts';
import { anchorOf, countCells, outcomeColumns, type Subject } from './subject.ts';

const figures = ({ low, high, max }: Points): readonly string[] => [low, high, max];

const pointColumns = (lang: Subject['lang']): readonly Column[] =>
  (['low', 'high', 'max'] as const).map(name => ({ title: label(name, lang), kind: 'figure', width: 8 }));

const inSection = ({ audit }: Subject, id: string) =>
  audit.findings.filter(({ finding }) => finding.rule.section === id);

const sums = (subject: Subject, total: Points): readonly Row[] => {
  const { audit, lang } = subject;
  const rows = audit.sections.flatMap((points): readonly Row[] => {
    const own = inSection(subject, points.section);
    const title = sectionTitle(audit.pack, points.section, lang);
    return own.length === 0 ? [] : [{ cells: [title, ...countCells(own), ...figures(points)] }];
  });
  const all = [label('total', lang), ...countCells(audit.findings), ...figures(total)];
  return [...rows, { kind: 'sum', cells: all }];
};

/** What the findings come to; a scorecard adds up in a ledger of its own. */
const totalOf = ({ score, scorecard }: Subject['audit']) => (scorecard === undefined ? score?.points : undefined);

/** The points section by section, and how they become the score. */
export const points = (subject: Subject): Chapter | undefined => {
  const { audit, lang } = subject;
  const total = totalOf(audit);
  if (total === undefined) return undefined;
  return chapter(
    'points',
    both('分项得分', 'Points by section')[lang],
    table('sums', sums(subject, total), [
      { title: label('section', lang), kind: 'name', width: 30 },
      ...outcomeColumns(lang, true),
      ...pointColumns(lang),
    ]),
    { kind: 'paragraph', tone: 'strong', text: sumText(audit, lang) },
    remark(priceText(audit, lang)),
  );
};

const entryOf = ({ finding: { rule, outcome }, points: own, waived }: ScoredFinding, lang: Lang): Row => {
  const also = waived === undefined ? '' : both('，豁免', ', waived')[lang];
  return {
    cells: [
      clauseText(rule),
      [{ text: rule.title[lang], to: anchorOf(rule.id) }],
      OBLIGATION_NAMES[rule.obligation][lang],
      { outcome, text: OUTCOME_NAMES[outcome][lang] + also },
      ...figures(own),
    ],
  };
};

const entries = (subject: Subject): readonly Row[] => {
  const { audit, lang } = subject;
  return audit.pack.sections.flatMap(({ id }): readonly Row[] => {
    const own = inSection(subject, id);
    const sum = audit.sections.find(({ section }) => section === id);
    if (own.length === 0 || sum === undefined) return [];
    return [
      { kind: 'part', cells: [sectionTitle(audit.pack, id, lang)] },
      ...own.map(scored => entryOf(scored, lang)),
      { kind: 'sum', cells: [label('subtotal', lang), ...figures(sum)] },
    ];
  });
};

/** The points requirement by requirement, so that anyone can add them up again. */
export const ledger = (subject: Subject): Chapter | undefined => {
  const { audit, lang } = subject;
  const total = totalOf(audit);
  if (total === undefined) return undefined;
  const rows: readonly Row[] = [...entries(subject), { kind: 'sum', cells: [label('total', lang), ...figures(total)] }];
  return chapter(
    'ledger',
    both('逐条得分', 'Points by requirement')[lang],
    table('ledger', rows, [
      { title: label('clause', lang), kind: 'clause', width: 14 },
      { title: label('title', lang), kind: 'name', width: 36 },
      { title: label('binds', lang), kind: 'text', width: 10 },
      { title: label('outcome', lang), kind: 'outcome', width: 14 },
      ...pointColumns(lang),
    ]),
  );
};

const barsOf = ({ audit, lang }: Subject): readonly (Points & { readonly title: string })[] =>
  audit.scorecard === undefined
    ? audit.sections.map(own => ({ ...own, title: sectionTitle(audit.pack, own.section, lang) }))
    : scorecardSections(audit.scorecard).map(({ title, ...own }) => ({ ...own, title: title[lang] }));

/** A drawing of the points by section, of the pack or of the scorecard. */
export const drawing = (subject: Subject): Chapter | undefined => {
  const { lang } = subject;
  const bars = barsOf(subject)
    .filter(({ max }) => max !== '0')
    .map(({ title, low, high, max }): Bar => {
      const figure =
        low === high
          ? both(`${low} 分，共 ${max} 分`, `${low} of ${max}`)[lang]
          : both(`${low} 分，可达 ${high} 分，共 ${max} 分`, `${low}, up to ${high}, of ${max}`)[lang];
      return { title, figures: figure, points: { low, high, max } };
    });
  if (bars.length === 0) return undefined;
  return chapter(
    'sections',
    both('各章节得分', 'Sections at a glance')[lang],
    { kind: 'bars', bars },
    remark(
      both(
        '条的全长为该章节的分值；实色为已得，斜线为未定，空白为已失。',
        'A bar is as long as the section weighs: solid is earned, hatched is open, empty is lost.',
      )[lang],
    ),
  );
};
