import { decimalOf, exact, hasDecimal, isAbove } from '../../../model/base/exact.ts';
import { get, type SourceNode } from '../../../model/base/source.ts';
import type { Bilingual } from '../../../model/base/text.ts';
import { inFirstUnit, inUnit, type UnitCode, unitNamed } from '../../../model/base/unit.ts';
import type { Decimal } from '../../../model/base/value.ts';
import type { Domain, Measure } from '../../../model/scoring/measure.ts';
import type { FieldDefinition } from '../../../model/standard/vocabulary.ts';
import { unitOf } from '../../profile/values.ts';
import { type ReadAt, stated } from '../fields.ts';
import { defect, type ScorecardReading, textOf } from '../reading.ts';

/** What the figures of a measure are figures of. */
export type Scale =
  | { readonly kind: 'quantity'; readonly unit: UnitCode }
  | { readonly kind: 'percent' }
  | { readonly kind: 'plain'; readonly counter?: Bilingual };

export interface ReadMeasure {
  readonly measure: Measure;
  readonly scale: Scale;
}

const unitLabel = (scale: Scale): Bilingual | undefined => {
  if (scale.kind === 'quantity') return unitNamed(scale.unit).label;
  return scale.kind === 'percent' ? { zh: '%', en: '%' } : scale.counter;
};

export const scaleOf = (definition: FieldDefinition): Scale | undefined => {
  if (definition.type === 'quantity') return { kind: 'quantity', unit: definition.unit };
  if (definition.type === 'count') return { kind: 'plain', counter: definition.counter };
  return definition.type === 'percent' ? { kind: 'percent' } : undefined;
};

const AMOUNT = /^([+-]?\d{1,12}(?:\.\d{1,6})?)\s*(.*)$/u;

/** What the distance of one percentage from another is counted in. */
export const POINTS: Bilingual = { zh: '个百分点', en: 'percentage points' };

const PERCENT = new Set(['%', '个百分点', '百分点']);

/** What stands behind a bare figure and only says of what: 人次, times; no figure goes on there, as in 1,000, 1e3, 3万 and 9O, and no bound is named, as in 90以下. */
const OF_WHAT = /^(?!.*(?:[零一二两三四五六七八九十百千万亿半几多余]|以[下内]))(?:\p{Script=Han}+|[a-z]{3}[a-z ]*)?$/iu;

const amountIn = (amount: Decimal, suffix: string, scale: Scale): Decimal | undefined => {
  if (scale.kind === 'percent') return PERCENT.has(suffix) ? amount : undefined;
  if (scale.kind === 'plain') return OF_WHAT.test(suffix) && !PERCENT.has(suffix) ? amount : undefined;
  const unit = suffix === '' ? scale.unit : unitOf(suffix);
  if (unit === undefined || unitNamed(unit).dimension !== unitNamed(scale.unit).dimension) return undefined;
  const converted = inUnit(inFirstUnit(amount, unit), scale.unit);
  return hasDecimal(converted) ? decimalOf(converted) : undefined;
};

/** A figure as people write it, in the unit of its measure: 95%, 0.5 天, 10 平方米, 3 人次. */
export const readFigure = (
  reading: ScorecardReading,
  scale: Scale,
  node: SourceNode,
  key: string,
): Decimal | undefined => {
  const [, digits, suffix] = AMOUNT.exec(textOf(node).normalize('NFKC')) ?? [];
  const amount = digits === undefined ? undefined : amountIn(decimalOf(exact(digits)), suffix ?? '', scale);
  if (amount !== undefined) return amount;
  const found = textOf(node);
  if (scale.kind === 'plain') return defect(reading, node.location, 'not-a-figure', { key, found });
  const unit = scale.kind === 'percent' ? '%' : ` ${scale.unit}`;
  return defect(reading, node.location, 'not-in-unit', { key, found, example: `${digits ?? '95'}${unit}` });
};

export const figureAt = (scale: Scale): ReadAt<Decimal> =>
  stated((reading, node, key) => readFigure(reading, scale, node, key));

/** The most that a figure can be, which is not below the least. */
export const mostAt =
  (scale: Scale, least: Decimal = '0'): ReadAt<Decimal> =>
  (reading, node, key) => {
    const most = figureAt(scale)(reading, node, key);
    return most !== undefined && isAbove(least, most)
      ? defect(reading, (get(node, key) ?? node).location, 'too-small', { key, least: `≥ ${least}`, found: most })
      : most;
  };

export const ITEMS: Bilingual = { zh: '项', en: 'items' };

export const domainOf = (scale: Scale, whole: boolean, most: Decimal | null = null, least: Decimal = '0'): Domain => {
  const unit = unitLabel(scale);
  return { least, most, whole, ...(unit && { unit }) };
};
