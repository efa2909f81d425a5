import { compareDecimals, sumOfDecimals } from '../../model/base/exact.ts';
import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Amount, ClassScorecard, Scorecard, ScorecardSection } from '../../model/scoring/scorecard.ts';
import { totalDoubt } from '../../read/scorecard/parts.ts';

/** A bonus may have rows that add up to more than its header, where the header is said to be its cap. */
const headerDoubts = (sections: readonly ScorecardSection[]): readonly Problem[] =>
  sections.flatMap(section => {
    const rows = sumOfDecimals(section.items.map(({ points }) => points));
    const isCap = section.cap !== null && section.cap === section.points && compareDecimals(rows, section.cap) > 0;
    const most = sumOfDecimals(section.items.map(({ worth }) => worth.most));
    const isPenalty = section.outside && section.items.every(({ points }) => points === '0');
    const isKept = isPenalty && compareDecimals(most, section.points) >= 0;
    if (rows === section.points || isCap || isKept) return [];
    const values = { section: section.title.zh, header: section.points, rows: isPenalty ? most : rows };
    return [problem('scorecard-doubt', section.location, { doubt: 'header-differs', values })];
  });

type Form = Extract<Amount, { kind: 'form' }>;

const formsIn = (sections: readonly ScorecardSection[]): readonly Form[] =>
  sections.flatMap(({ items }) =>
    items.flatMap(({ steps }) =>
      steps.flatMap(({ amount }) => (amount.kind === 'form' ? [amount, ...formsIn(amount.sections)] : [])),
    ),
  );

const formDoubts = ({ total, sections }: Form): readonly Problem[] => [
  ...headerDoubts(sections),
  ...totalDoubt(total, { sections }, sections[0].location),
];

/** The most that a class of place can reach. */
const mostOf = (scorecard: Scorecard, { sections }: ClassScorecard<ScorecardSection>): Decimal => {
  const most = sumOfDecimals(
    sections.map(({ items, cap }) => {
      const rows = sumOfDecimals(items.map(({ worth }) => worth.most));
      return cap !== null && compareDecimals(rows, cap) > 0 ? cap : rows;
    }),
  );
  return scorecard.cap !== null && compareDecimals(most, scorecard.cap) > 0 ? scorecard.cap : most;
};

const gradeDoubts = (scorecard: Scorecard, at: Location): readonly Problem[] => {
  const most = scorecard.forms
    .map(form => mostOf(scorecard, form))
    .reduce((a, b) => (compareDecimals(a, b) >= 0 ? a : b));
  return scorecard.grades.flatMap(({ label, low }) =>
    low !== undefined && compareDecimals(low.at, most) > 0
      ? [
          problem('scorecard-doubt', at, {
            doubt: 'grade-out-of-reach',
            values: { grade: label.zh, edge: low.at, most },
          }),
        ]
      : [],
  );
};

/** Headers, totals and grades that do not fit what stands under them. */
export const sumDoubts = (scorecard: Scorecard, at: Location): readonly Problem[] => {
  const sections = scorecard.forms.flatMap(form => form.sections);
  return [
    ...scorecard.forms.flatMap(form => headerDoubts(form.sections)),
    ...formsIn(sections).flatMap(formDoubts),
    ...gradeDoubts(scorecard, at),
  ];
};
