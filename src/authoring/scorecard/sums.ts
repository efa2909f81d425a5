import { compareExact, decimalOf, exact, sumExact } from '../../model/base/exact.ts';
import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { ClassTable, Table, TableSection } from '../../model/scoring/scorecard.ts';

const sum = (amounts: readonly Decimal[]): Decimal => decimalOf(sumExact(amounts.map(exact)));

/** A bonus may have rows that add up to more than its header, where the header is said to be its cap. */
const headerDoubts = (sections: readonly TableSection[]): readonly Problem[] =>
  sections.flatMap(section => {
    const rows = sum(section.items.map(({ points }) => points));
    const isCap =
      section.cap !== null && section.cap === section.points && compareExact(exact(rows), exact(section.cap)) > 0;
    const isPenalty = section.outside && section.items.every(({ points }) => points === '0');
    if (rows === section.points || isCap || isPenalty) return [];
    const values = { section: section.title.zh, header: section.points, rows };
    return [problem('table-doubt', section.location, { doubt: 'header-differs', values })];
  });

const totalDoubt = (
  total: Decimal,
  { sections, class: own }: ClassTable<TableSection>,
  at: Location,
): readonly Problem[] => {
  const found = sum(sections.filter(({ outside }) => !outside).map(({ points }) => points));
  if (found === total) return [];
  const values = { total, sections: found, class: own === undefined ? '' : `（${own.label.zh}）` };
  return [problem('table-doubt', at, { doubt: 'total-differs', values })];
};

type Form = Extract<
  Table['forms'][number]['sections'][number]['items'][number]['steps'][number]['amount'],
  { kind: 'form' }
>;

const formsIn = (sections: readonly TableSection[]): readonly Form[] =>
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
const mostOf = (table: Table, { sections }: ClassTable<TableSection>): Decimal => {
  const most = sum(
    sections.map(({ items, cap }) => {
      const rows = sum(items.map(({ worth }) => worth.most));
      return cap !== null && compareExact(exact(rows), exact(cap)) > 0 ? cap : rows;
    }),
  );
  return table.cap !== null && compareExact(exact(most), exact(table.cap)) > 0 ? table.cap : most;
};

const gradeDoubts = (table: Table, at: Location): readonly Problem[] => {
  const most = table.forms
    .map(form => mostOf(table, form))
    .reduce((a, b) => (compareExact(exact(a), exact(b)) >= 0 ? a : b));
  return table.grades.flatMap(({ label, low }) =>
    low !== undefined && compareExact(exact(low.at), exact(most)) > 0
      ? [problem('table-doubt', at, { doubt: 'grade-out-of-reach', values: { grade: label.zh, edge: low.at, most } })]
      : [],
  );
};

/** Headers, totals and grades that do not fit what stands under them. */
export const sumDoubts = (table: Table, at: Location): readonly Problem[] => {
  const sections = table.forms.flatMap(form => form.sections);
  return [
    ...table.forms.flatMap(form => headerDoubts(form.sections)),
    ...table.forms.flatMap(form => totalDoubt(table.total, form, at)),
    ...formsIn(sections).flatMap(formDoubts),
    ...gradeDoubts(table, at),
  ];
};
