import { type Decimal, type Exact, exact, over, times } from './exact.ts';
import type { Bilingual } from './text.ts';

export type Dimension = 'length' | 'area' | 'duration' | 'workday' | 'month' | 'money';

/** `factor` converts into the first unit of the same dimension, exactly. */
export interface Unit {
  readonly dimension: Dimension;
  readonly factor: string;
  readonly label: Bilingual;
  readonly spellings: readonly string[];
}

export type UnitCode = keyof typeof UNITS;

const unit = (dimension: Dimension, factor: string, zh: string, en: string, ...spellings: string[]): Unit => ({
  dimension,
  factor,
  label: { zh, en },
  spellings,
});

/** Working days and months are dimensions of their own: neither has a fixed number of hours. */
export const UNITS = {
  m: unit('length', '1', '米', 'm', 'm', '米', '公尺'),
  cm: unit('length', '0.01', '厘米', 'cm', 'cm', '厘米', '公分'),
  mm: unit('length', '0.001', '毫米', 'mm', 'mm', '毫米'),
  km: unit('length', '1000', '公里', 'km', 'km', '公里', '千米'),
  'm²': unit('area', '1', '㎡', 'm²', 'm²', 'm2', 'm^2', '平方米', '平米', '平方', '平', '方'),
  min: unit('duration', '1', '分钟', 'min', 'min', '分钟', '分'),
  h: unit('duration', '60', '小时', 'h', 'h', '小时', '钟头'),
  day: unit('duration', '1440', '天', 'days', 'day', 'days', 'd', '天', '日', '自然日'),
  workday: unit('workday', '1', '个工作日', 'working days', 'workday', 'workdays', '工作日', '个工作日'),
  month: unit('month', '1', '个月', 'months', 'month', 'months', '月', '个月'),
  year: unit('month', '12', '年', 'years', 'year', 'years', '年'),
  元: unit('money', '1', '元', 'yuan', '元', 'yuan', 'CNY', '块', '人民币'),
  万元: unit('money', '10000', '万元', '×10,000 yuan', '万元', '万'),
} as const satisfies Record<string, Unit>;

const FACTORS = Object.fromEntries(
  Object.entries(UNITS).map(([code, { factor }]) => [code, exact(factor)]),
) as Readonly<Record<UnitCode, Exact>>;

/** An amount in the first unit of its dimension. */
export const inFirstUnit = (amount: Decimal, unit: UnitCode): Exact => times(exact(amount), FACTORS[unit]);

/** What is given in the first unit of its dimension, in another. */
export const inUnit = (figure: Exact, unit: UnitCode): Exact => over(figure, FACTORS[unit]);
