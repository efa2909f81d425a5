import { figureOf } from '../../model/base/exact.ts';
import { distinct } from '../../model/base/group.ts';
import type { Truth } from '../../model/finding/finding.ts';
import type { Compared, ComparedFigure, ComparedRow } from '../../model/scoring/peers.ts';
import type { ItemResult, ScorecardAccount, ScorecardResult } from '../../model/scoring/points.ts';
import { type RankRule, ranksIn } from '../../model/scoring/rank.ts';
import type { FoundAmount, FoundItem, FoundScorecard, FoundSection, FoundStep } from '../../model/scoring/scorecard.ts';
import type { OwnScore } from '../scorecard/ends.ts';
import { figuresOf, measureOutcome, type Reading } from '../scorecard/states.ts';

export type Relative = Extract<FoundAmount, { kind: 'relative' }>;

/** An amount set by comparison, with the figure that the centre enters into it. */
export interface Entered {
  readonly amount: Relative;
  readonly figure: ComparedFigure;
}

interface Place {
  readonly path: string;
  readonly class: string;
  readonly asked: Truth;
  readonly reading: Reading;
}

const both = (a: Truth, b: Truth | undefined): Truth => {
  if (b === undefined) return a;
  return a === 'unmet' || b === 'unmet' ? 'unmet' : a === 'unknown' ? a : b;
};

const inStep = ({ amount, onlyIf }: FoundStep, outer: Place): readonly Entered[] => {
  const place = { ...outer, asked: both(outer.asked, onlyIf?.truth) };
  switch (amount.kind) {
    case 'best_of':
    case 'group':
      return amount.of.flatMap((step, index) => inStep(step, { ...place, path: `${place.path}.${index + 1}` }));
    case 'form':
      return inSections(amount.sections, place);
    case 'relative':
      return entered(amount, place);
    case 'base':
    case 'once':
    case 'each':
    case 'tiers':
    case 'options':
    case 'share':
    case 'entered':
    case 'records':
      return [];
  }
};

const entered = (amount: Relative, { path, class: own, asked, reading }: Place): readonly Entered[] => {
  const figures = figuresOf(amount.measure, reading);
  if (asked === 'unmet' || figures === undefined) return [];
  const { figure, idle, treated } = measureOutcome(amount.measure, reading);
  const { wanted, among } = amount.rule;
  const [low, high] = [figureOf(figures.low), figures.high && figureOf(figures.high)];
  const [worst, best] = wanted === 'highest' ? [low, high] : [high, low];
  const sure = asked === 'met' && figure && !idle && treated.length === 0;
  return [{ amount, figure: { key: among === 'class' ? `${path} ${own}` : path, worst, best, sure } }];
};

const inItem = ({ id, when, evidence, steps }: FoundItem, outer: Place): readonly Entered[] => {
  const asked = both(outer.asked, when?.truth);
  const reading = { evidence, closed: outer.reading.closed };
  return steps.flatMap((step, index) => inStep(step, { ...outer, asked, reading, path: `${id}.${index + 1}` }));
};

const inSections = (sections: readonly FoundSection[], place: Place): readonly Entered[] =>
  sections.flatMap(({ items }) => items.flatMap(item => inItem(item, place)));

/** Every comparison that a centre takes part in; not surely, where it does so in some classes of place only. */
export const comparisonsOf = ({ forms, closed }: FoundScorecard): readonly Entered[] => {
  const reading = { evidence: forms[0].sections[0].items[0].evidence, closed };
  const found = forms.map(form =>
    inSections(form.sections, { path: '', class: form.class?.id ?? '', asked: 'met', reading }),
  );
  return found.flat().map(({ amount, figure }) => {
    const isEverywhere = found.every(own => own.some(other => other.figure.key === figure.key));
    return { amount, figure: { ...figure, sure: figure.sure && isEverywhere } };
  });
};

const takesAverages = ({ evidence }: FoundItem): boolean => Object.values(evidence.states).includes('peers');

const rowOf = ({ item, low, high, mayLeave, average }: ItemResult): readonly ComparedRow[] => {
  if (average === 'taken' || (low.excluded && high.excluded)) return [];
  const sure = average === undefined && !mayLeave && !low.excluded && !high.excluded;
  return [{ item, low: low.points, high: high.points, sure }];
};

/** Scores ranked with one another, from the top or from the bottom, in a class of place or in all. */
export const rankKey = ({ end, among }: RankRule, own: string): string =>
  among === 'class' ? `total ${end} ${own}` : `total ${end}`;

/** A score as it enters a ranking: from the bottom, the least is the best. */
export const rankFigure = (
  rule: RankRule,
  own: string,
  { low, high }: Pick<OwnScore, 'low' | 'high'>,
  sure: boolean,
): ComparedFigure => {
  const [worst, best] = rule.end === 'first' ? [low, high] : [high, low];
  return { key: rankKey(rule, own), worst, best, sure };
};

const counts = ({ sections }: ScorecardAccount): boolean =>
  sections.some(({ items }) => items.some(({ account }) => !account.excluded));

/** The score itself, where grades or vetoes ask for a place; no score has none. */
const totalsOf = (found: FoundScorecard, { low, high, classes }: ScorecardResult): readonly ComparedFigure[] => {
  if (!counts(high)) return [];
  return ranksIn(found).flatMap(rule => {
    const among = rule.among === 'class' ? classes.map(({ id }) => id) : [''];
    const sure = counts(low) && among.length === 1;
    return among.map(own => rankFigure(rule, own, { low: low.points, high: high.points }, sure));
  });
};

/** What the other centres of the round need to know of this one. */
export const comparedOf = (found: FoundScorecard, result: ScorecardResult): Compared => {
  const rows = found.forms.flatMap(({ sections }) => sections.flatMap(({ items }) => items));
  const averaged = new Set(rows.filter(takesAverages).map(({ id }) => id));
  const figures = [...comparisonsOf(found).map(({ figure }) => figure), ...totalsOf(found, result)];
  return {
    figures: distinct(figures, ({ key }) => key),
    rows: result.items.filter(({ item }) => averaged.has(item)).flatMap(rowOf),
  };
};
