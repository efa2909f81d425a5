import { type UnitCode, unitNamed } from '../../../model/base/unit.ts';
import { type CardKey, KINDS, PARTS, SAID, WHO } from '../../../model/scoring/card-sheet.ts';
import type { FactDefinition } from '../../../model/standard/vocabulary.ts';
import { unitOf } from '../../../read/profile/values.ts';
import { isList, isMap, type Plain, type PlainMap, textIn } from './plain.ts';

export type Cells = Partial<Record<CardKey, string>>;

export interface Naming {
  readonly factOf: (name: string) => Pick<FactDefinition, 'type' | 'label'> | undefined;
}

/** The label, where it is enough to find the fact by. */
const labelOf = (name: string, { factOf }: Naming): string => {
  const label = factOf(name)?.label.zh;
  return label !== undefined && factOf(label) === factOf(name) ? label : name;
};

const unitTextOf = (name: string, { factOf }: Naming): string => {
  const fact = factOf(name) as
    | (FactDefinition & { readonly counter?: { readonly zh: string }; readonly unit?: UnitCode })
    | undefined;
  if (fact?.type === 'percent') return '%';
  if (fact?.type === 'quantity' && fact.unit !== undefined) return unitNamed(fact.unit).label.zh;
  return fact?.counter?.zh ?? '';
};

/** A figure without the unit that stands in the column beside it. */
const bare = (figure: Plain | undefined, unit: string): string => {
  const text = textIn(figure);
  const [, digits, suffix = ''] = /^(-?\d+(?:\.\d+)?)\s*(.*)$/u.exec(text) ?? [];
  const same = suffix === unit || (unitOf(suffix) !== undefined && unitOf(suffix) === unitOf(unit));
  return digits !== undefined && same ? digits : text;
};

const figureOf = (points: Plain | undefined): string => (points === 'all' ? SAID.all : textIn(points));

interface Counted {
  readonly cells: Cells;
  readonly unit: string;
  readonly gap: string;
}

/** What a measure counts, in its columns; undefined where they cannot say it. */
const countedOf = (measure: Plain, naming: Naming): Counted | undefined => {
  if (!isMap(measure)) {
    const unit = unitTextOf(textIn(measure), naming);
    return { cells: { what: labelOf(textIn(measure), naming), unit, who: WHO.fact }, unit, gap: '' };
  }
  const isTally = measure.tally !== undefined;
  const name = textIn(isTally ? measure.tally : measure.fact);
  if (name === '') return undefined;
  const unit = isTally ? textIn(measure.counter) : unitTextOf(name, naming);
  const side = measure.short_of !== undefined ? '少于' : measure.beyond !== undefined ? '超过' : '';
  const limit = bare(measure.short_of ?? measure.beyond, unit);
  const cells = { what: isTally ? name : labelOf(name, naming), unit, who: isTally ? WHO.tally : WHO.fact };
  return { cells, unit, gap: side === '' ? '' : `${side}${limit}` };
};

const eachCells = (step: PlainMap, naming: Naming): Cells | undefined => {
  const { each } = step;
  if (isMap(each) && (each.missing ?? each.present) !== undefined)
    return {
      what: labelOf(textIn(each.missing ?? each.present), naming),
      unit: isList(each.of) ? each.of.map(textIn).join('、') : '',
      amount: figureOf(step.points),
      who: WHO.fact,
    };
  const counted = each === undefined ? undefined : countedOf(each, naming);
  if (counted === undefined) return undefined;
  const per = step.per === undefined ? '' : bare(step.per, counted.unit);
  const part = step.steps as keyof typeof PARTS | undefined;
  return {
    ...counted.cells,
    per: counted.gap + (per === '' ? '' : counted.gap === '' ? per : `每${per}`),
    amount: figureOf(step.points),
    ...(part && { part: PARTS[part] }),
  };
};

const EDGES: Readonly<Record<string, (at: string) => string>> = {
  at_least: at => `${at}以上`,
  more_than: at => `超过${at}`,
  at_most: at => `${at}以下`,
  less_than: at => `不满${at}`,
};

const bandText = (band: Plain, unit: string): string => {
  if (!isMap(band)) return '';
  const points = figureOf(band.points);
  if (isList(band.between)) return `${band.between.map(at => bare(at, unit)).join('至')} ${points}`;
  const keys = Object.keys(EDGES).filter(key => band[key] !== undefined);
  const [key = ''] = keys;
  return `${EDGES[key]?.(bare(band[key], unit)) ?? SAID.rest} ${points}`;
};

const tierCells = (step: PlainMap, naming: Naming): Cells | undefined => {
  const counted = step.tiers === undefined ? undefined : countedOf(step.tiers, naming);
  if (counted === undefined || !isList(step.bands)) return undefined;
  return { ...counted.cells, amount: step.bands.map(band => bandText(band, counted.unit)).join('；') };
};

const pairs = (options: readonly (readonly [string, Plain | undefined])[]): string =>
  options.map(([name, points]) => `${name}=${textIn(points)}`).join('、');

const enteredCells = ({ entered }: PlainMap): Cells | undefined => {
  if (!isMap(entered)) return undefined;
  const what = textIn(entered.label);
  if (isList(entered.options))
    return {
      what,
      unit: pairs(entered.options.map(option => (isMap(option) ? [textIn(option.label), option.points] : ['', '']))),
      who: WHO.entered,
    };
  const [low, high] = isList(entered.range) ? entered.range.map(figureOf) : [];
  const amount = low === '0' || low === undefined ? (high ?? '') : `${low}至${high}`;
  return { what, per: textIn(entered.step), amount, who: WHO.entered };
};

const onceCells = (step: PlainMap, naming: Naming): Cells | undefined => {
  const check = step.if ?? step.unless;
  const [fact, ...more] = isMap(check) ? Object.entries(check) : [];
  if (fact === undefined || more.length > 0 || typeof fact[1] === 'object') return undefined;
  const isYes = ['yes', 'true', '是'].includes(textIn(fact[1])) === (step.if !== undefined);
  return {
    what: labelOf(fact[0], naming),
    unit: isYes ? SAID.yes : SAID.no,
    amount: figureOf(step.points),
    who: WHO.fact,
  };
};

const pricedCells = (step: PlainMap, naming: Naming): Cells | undefined =>
  isMap(step.prices)
    ? {
        what: labelOf(textIn(step.points_by), naming),
        unit: pairs([...Object.entries(step.prices), [SAID.rest, step.otherwise]]),
        who: WHO.fact,
      }
    : undefined;

const FORMS: Readonly<Record<string, (step: PlainMap, naming: Naming) => Cells | undefined>> = {
  each: eachCells,
  tiers: tierCells,
  share_of: (step, naming) => {
    const counted = step.share_of === undefined ? undefined : countedOf(step.share_of, naming);
    return counted && { ...counted.cells, amount: SAID.share };
  },
  entered: enteredCells,
  points_by: pricedCells,
  for_each: (step, naming) => ({
    what: labelOf(textIn(step.for_each), naming),
    unit: SAID.list,
    amount: figureOf(step.points),
    who: WHO.fact,
  }),
  if: onceCells,
  unless: onceCells,
};

const excuseOf = (check: Plain | undefined, naming: Naming): string => {
  const [fact] = isMap(check) ? Object.keys(check) : [];
  return fact === undefined ? '' : labelOf(fact, naming);
};

/** A step in the columns of a sheet, as far as they can say it. */
export const stepCells = (step: Plain, kind: 'deduct' | 'award', naming: Naming): Cells => {
  if (!isMap(step)) return { kind: KINDS[kind] };
  const key = Object.keys(FORMS).find(one => step[one] !== undefined);
  const cells = key === undefined ? undefined : FORMS[key]?.(step, naming);
  return {
    kind: KINDS[kind],
    ...cells,
    ...(step.cap !== undefined && { cap: figureOf(step.cap) }),
    ...(step.excused_if !== undefined && { excuse: excuseOf(step.excused_if, naming) }),
    ...(step.title !== undefined && { requirement: textIn(step.title) }),
  };
};
