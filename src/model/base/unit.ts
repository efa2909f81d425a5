import { type Decimal, type Exact, exact, over, readFigure, times } from './exact.ts';
import { type Bilingual, own } from './text.ts';

/** `factor` converts into the first unit of the same dimension, exactly: a decimal, or a fraction where there is none. */
export interface Unit {
  /** What it measures: `length`, `area`; of a unit that a fact declares, the unit itself. */
  readonly dimension: string;
  readonly factor: string;
  readonly label: Bilingual;
  readonly spellings: readonly string[];
}

/** A unit of the tool's own, or one that a fact declares: that is a dimension of its own. */
export type UnitCode = string;

const unit = (dimension: string, factor: string, zh: string, en: string, ...spellings: string[]): Unit => ({
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
  'm²': unit('area', '1', '㎡', 'm²', 'm²', 'm2', 'm^2', '平方米', '平方公尺', '平米', '平方', '个平方', '平', '方'),
  'km²': unit('area', '1000000', '平方公里', 'km²', 'km²', 'km2', 'km^2', '平方公里', '平方千米'),
  公顷: unit('area', '10000', '公顷', 'ha', '公顷', 'ha', 'hm²'),
  亩: unit('area', '2000/3', '亩', 'mu', '亩', 'mu', '市亩'),
  min: unit('duration', '1', '分钟', 'min', 'min', '分钟', '分'),
  h: unit('duration', '60', '小时', 'h', 'h', '小时', '钟头'),
  day: unit('duration', '1440', '天', 'days', 'day', 'days', 'd', '天', '日', '自然日'),
  week: unit('duration', '10080', '周', 'weeks', 'week', 'weeks', '周', '个星期', '星期', '个周'),
  workday: unit('workday', '1', '个工作日', 'working days', 'workday', 'workdays', '工作日', '个工作日'),
  month: unit('month', '1', '个月', 'months', 'month', 'months', '月', '个月'),
  year: unit('month', '12', '年', 'years', 'year', 'years', '年'),
  lx: unit('illuminance', '1', 'lx', 'lx', 'lx', 'lux', '勒克斯', '勒'),
  dB: unit('loudness', '1', '分贝', 'dB', 'dB', 'dB(A)', '分贝'),
  '℃': unit('temperature', '1', '℃', '°C', '℃', '°C', '摄氏度', '度'),
  Mbps: unit('bandwidth', '1', 'Mbps', 'Mbps', 'Mbps', 'Mb/s', 'Mbit/s', '兆', 'M'),
  Gbps: unit('bandwidth', '1000', 'Gbps', 'Gbps', 'Gbps', 'Gb/s', '千兆', 'G'),
  元: unit('money', '1', '元', 'yuan', '元', 'yuan', 'CNY', '块', '人民币'),
  万元: unit('money', '10000', '万元', '×10,000 yuan', '万元', '万'),
} as const satisfies Record<string, Unit>;

export const unitNamed = (code: UnitCode): Unit => own<Unit>(UNITS, code) ?? unit(code, '1', code, code, code);

const FACTORS = Object.fromEntries(
  Object.entries(UNITS).map(([code, { factor }]) => [code, readFigure(factor)]),
) as Readonly<Record<string, Exact>>;

const factorOf = (code: UnitCode): Exact => own(FACTORS, code) ?? exact('1');

export const inFirstUnit = (amount: Decimal, unit: UnitCode): Exact => times(exact(amount), factorOf(unit));

/** What is given in the first unit of its dimension, in another. */
export const inUnit = (figure: Exact, unit: UnitCode): Exact => over(figure, factorOf(unit));
