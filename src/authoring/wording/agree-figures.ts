import { compareExact } from '../../model/base/exact.ts';
import { inFirstUnit, UNITS, type UnitCode, unitNamed } from '../../model/base/unit.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { figuresIn, type Side, type TextFigure } from './figures.ts';
import { type AskedFigure, askedFigures } from './rule-figures.ts';

/** A figure that a rule asks and its text does not give; `near` is where the text has it on another side. */
export interface FigureDifference {
  readonly kind: 'figure';
  readonly figure: string;
  readonly near?: string;
}

const isSame = (a: string, unitA: UnitCode, b: string, unitB: UnitCode): boolean =>
  unitNamed(unitA).dimension === unitNamed(unitB).dimension &&
  compareExact(inFirstUnit(a, unitA), inFirstUnit(b, unitB)) === 0;

const sameDate = (asked: string, stated: string): boolean => {
  if (stated.endsWith('底')) return asked.includes(stated.replace('底', ''));
  return stated.startsWith('-') ? asked.endsWith(stated) : asked === stated;
};

/** Whether a figure of a text is the one that is asked, whatever its side. */
export const holdsAmount = ({ value }: AskedFigure, figure: TextFigure): boolean => {
  const { kind, amounts, unit } = figure;
  if (value.type === 'quantity')
    return (
      kind === 'amount' && unit !== undefined && amounts.some(amount => isSame(amount, unit, value.amount, value.unit))
    );
  if (value.type === 'size') {
    const sides = [...value.sides];
    const matched = amounts.every(amount => {
      const at = sides.findIndex(side => unit !== undefined && isSame(amount, unit, side, value.unit));
      if (at >= 0) sides.splice(at, 1);
      return at >= 0;
    });
    return kind === 'size' && matched;
  }
  if (value.type === 'date') return kind === 'date' && amounts.some(stated => sameDate(value.value, stated));
  if (value.type === 'time') return kind === 'time' && amounts.includes(value.value);
  return (value.type === 'percent' || value.type === 'count') && kind === value.type && amounts.includes(value.amount);
};

/** A figure without a side is what there has to be, or more; a time without one is what it may take at most. */
const UNSIDED: readonly Side[] = ['stated', 'range', 'at_least'];

const isTime = (unit: UnitCode | undefined): boolean =>
  unit !== undefined && ['duration', 'workday', 'month'].includes(unitNamed(unit).dimension);

/** A text that says from when to when holds either time on either side. */
const holdsSide = (asked: Side, { side: stated, unit, kind }: TextFigure, isEnd: boolean): boolean => {
  if (kind === 'time' && (stated === 'range' || stated === 'stated')) return true;
  if (stated === 'stated' || stated === 'about')
    return UNSIDED.includes(asked) || (asked === 'at_most' && isTime(unit));
  if (stated === 'range') return asked === 'range' || isEnd;
  return asked === stated;
};

const isEndOf = ({ value, side }: AskedFigure, { amounts }: TextFigure): boolean => {
  const at = 'amount' in value ? amounts.indexOf(value.amount) : -1;
  return side === 'stated' || (side === 'at_least' && at === 0) || (side === 'at_most' && at === amounts.length - 1);
};

const shown = (value: ScalarValue): string => {
  if (value.type === 'quantity') return `${value.amount} ${value.unit}`;
  if (value.type === 'size') return `${value.sides.join('×')} ${value.unit}`;
  if (value.type === 'percent') return `${value.amount}%`;
  if (value.type === 'count') return value.amount;
  return 'value' in value ? String(value.value) : '';
};

/** One of something, or none, is asked where a text names it without counting; all of it where it says 全部. */
const isImplied = ({ value, side }: AskedFigure, text: string, figures: readonly TextFigure[]): boolean => {
  if (value.type !== 'count' && value.type !== 'percent') return false;
  const none = value.amount === '0' && side !== 'at_least' && /不再|没有|不得|严禁|杜绝|无/u.test(text);
  if (value.type === 'percent')
    return none || (value.amount === '100' && side !== 'at_most' && /全覆盖|全部|一律|均|所有|全面/u.test(text));
  const isCounted = figures.some(({ kind }) => kind === 'count');
  return (
    none ||
    (value.amount === '1' && side !== 'at_most' && !isCounted) ||
    (value.amount === '0' && side === 'more_than' && !isCounted)
  );
};

/** Units of figures that are none of the tool's own. */
export const declaredUnits = (asked: readonly AskedFigure[]): readonly UnitCode[] =>
  asked.flatMap(({ value }) => ('unit' in value && !Object.hasOwn(UNITS, value.unit) ? [value.unit] : []));

/** The figures of a rule that its text does not hold, or not on that side. */
export const figureDifferences = (rule: Rule, text: string): readonly FigureDifference[] => {
  const all = askedFigures(rule);
  const figures = figuresIn(text, declaredUnits(all));
  return all.flatMap((asked): readonly FigureDifference[] => {
    const same = figures.filter(figure => holdsAmount(asked, figure));
    if (same.some(figure => holdsSide(asked.side, figure, isEndOf(asked, figure)))) return [];
    if (same.length === 0 && isImplied(asked, text, figures)) return [];
    const [near] = same;
    return [
      {
        kind: 'figure',
        figure: `${asked.side} ${shown(asked.value)}`,
        ...(near && { near: text.slice(Math.max(0, near.from - 4), near.to + 3) }),
      },
    ];
  });
};
