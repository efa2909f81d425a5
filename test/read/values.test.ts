import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNITS } from '../../src/model/base/unit.ts';
import type { FieldDefinition } from '../../src/model/standard/vocabulary.ts';
import { readScalar } from '../../src/read/profile/values.ts';

const common = { id: 'a.b', label: { zh: '某项', en: 'Something' }, aliases: [] };
const area: FieldDefinition = { ...common, type: 'quantity', unit: 'm²', plausible: ['5', '5000'] };
const height: FieldDefinition = { ...common, type: 'quantity', unit: 'cm' };
const days: FieldDefinition = { ...common, type: 'quantity', unit: 'workday' };
const board: FieldDefinition = { ...common, type: 'size', unit: 'cm', plausible: ['5', '400'] };
const seats: FieldDefinition = { ...common, type: 'count', counter: { zh: '把', en: 'seats' } };
const land: FieldDefinition = { ...common, type: 'quantity', unit: 'km²' };
const light: FieldDefinition = { ...common, type: 'quantity', unit: 'lx' };
const noise: FieldDefinition = { ...common, type: 'quantity', unit: 'dB' };
const warmth: FieldDefinition = { ...common, type: 'quantity', unit: '℃' };
const line: FieldDefinition = { ...common, type: 'quantity', unit: 'Mbps' };
const term: FieldDefinition = { ...common, type: 'quantity', unit: 'day' };
const racks: FieldDefinition = { ...common, type: 'quantity', unit: 'm²', units: { 坪: '3.3' } };
const rate: FieldDefinition = { ...common, type: 'percent' };
const flag: FieldDefinition = { ...common, type: 'yes_no' };
const day: FieldDefinition = { ...common, type: 'date' };

describe('a value as people type it', () => {
  it.each([
    [area, '200平方米', { type: 'quantity', amount: '200', unit: 'm²' }],
    [area, '２００㎡', { type: 'quantity', amount: '200', unit: 'm²' }],
    [area, '200 m2', { type: 'quantity', amount: '200', unit: 'm²' }],
    [area, '1,200.50 平米', { type: 'quantity', amount: '1200.5', unit: 'm²' }],
    [area, '200', { type: 'quantity', amount: '200', unit: 'm²' }],
    [height, '0.8m', { type: 'quantity', amount: '0.8', unit: 'm' }],
    [height, '８０', { type: 'quantity', amount: '80', unit: 'cm' }],
    [height, '800毫米', { type: 'quantity', amount: '800', unit: 'mm' }],
    [days, '10个工作日', { type: 'quantity', amount: '10', unit: 'workday' }],
    [board, '50×70cm', { type: 'size', sides: ['50', '70'], unit: 'cm' }],
    [board, '50cm*70cm', { type: 'size', sides: ['50', '70'], unit: 'cm' }],
    [board, '0.5 x 0.7 米', { type: 'size', sides: ['0.5', '0.7'], unit: 'm' }],
    [seats, '8把', { type: 'count', amount: '8' }],
    [seats, '8.0', { type: 'count', amount: '8' }],
    [seats, '2万把', { type: 'count', amount: '20000' }],
    [seats, '1.5万', { type: 'count', amount: '15000' }],
    [area, '0.02万平方米', { type: 'quantity', amount: '200', unit: 'm²' }],
    [area, '1亩', { type: 'quantity', amount: '1', unit: '亩' }],
    [land, '3.2平方公里', { type: 'quantity', amount: '3.2', unit: 'km²' }],
    [light, '300lx', { type: 'quantity', amount: '300', unit: 'lx' }],
    [light, '300勒克斯', { type: 'quantity', amount: '300', unit: 'lx' }],
    [noise, '55dB(A)', { type: 'quantity', amount: '55', unit: 'dB' }],
    [warmth, '-5℃', { type: 'quantity', amount: '-5', unit: '℃' }],
    [warmth, '26度', { type: 'quantity', amount: '26', unit: '℃' }],
    [line, '100M', { type: 'quantity', amount: '100', unit: 'Mbps' }],
    [line, '1千兆', { type: 'quantity', amount: '1', unit: 'Gbps' }],
    [term, '2周', { type: 'quantity', amount: '2', unit: 'week' }],
    [racks, '1.5坪', { type: 'quantity', amount: '4.95', unit: 'm²' }],
    [rate, '98.50%', { type: 'percent', amount: '98.5' }],
    [rate, '１００％', { type: 'percent', amount: '100' }],
    [flag, '√', { type: 'yes_no', value: true }],
    [flag, '无', { type: 'yes_no', value: false }],
    [flag, 'TRUE', { type: 'yes_no', value: true }],
    [day, '2021/11/5', { type: 'date', value: '2021-11-05' }],
    [day, '2021年11月15日', { type: 'date', value: '2021-11-15' }],
    [area, '1.2e3', { type: 'quantity', amount: '1200', unit: 'm²' }],
    [area, '+1200', { type: 'quantity', amount: '1200', unit: 'm²' }],
    [area, '299.99999999999997', { type: 'quantity', amount: '300', unit: 'm²' }],
    [area, '1，200．5㎡', { type: 'quantity', amount: '1200.5', unit: 'm²' }],
    [area, '\u202d184\u202c平方米', { type: 'quantity', amount: '184', unit: 'm²' }],
    [area, '184м²', { type: 'quantity', amount: '184', unit: 'm²' }],
    [area, '二百零五平方米', { type: 'quantity', amount: '205', unit: 'm²' }],
    [board, '50✕70㎝', { type: 'size', sides: ['50', '70'], unit: 'cm' }],
    [board, '50厘米乘70厘米', { type: 'size', sides: ['50', '70'], unit: 'cm' }],
    [seats, '共计8把', { type: 'count', amount: '8' }],
    [seats, '十二把', { type: 'count', amount: '12' }],
    [seats, '两把', { type: 'count', amount: '2' }],
    [rate, '百分之九十八', { type: 'percent', amount: '98' }],
    [flag, '否\u200b', { type: 'yes_no', value: false }],
    [flag, '[√]', { type: 'yes_no', value: true }],
    [flag, '（ ）', { type: 'yes_no', value: false }],
    [flag, '✔️', { type: 'yes_no', value: true }],
    [flag, '未配备', { type: 'yes_no', value: false }],
    ...[
      ...['2021-11-10 00:00:00', '2021/11/10 0:00', '2021-11-10T00:00:00', '2021-11-09T16:00:00.000Z', '20211110'],
      ...['2021-11-10T00:00:00+08:00', '2021.11.10', '2021年11月10号', '2021年11月10日 星期三', '2021-11-10（周三）'],
      ...[
        '二〇二一年十一月十日',
        '2021—11—10',
        '2021 11 10',
        '２０２１／１１／１０',
        '2021/11/10 9:30:15',
        '2021-11-10 上午9:30',
      ],
    ].map(text => [day, text, { type: 'date', value: '2021-11-10' }] as const),
  ] as const)('reads %s %s', (definition, text, value) => expect(readScalar(text, definition)).toEqual(value));
});

describe('what is not a value is refused, never guessed', () => {
  it.each([
    [area, '约200平方米', 'unreadable-value'],
    [area, '200-300', 'unreadable-value'],
    [area, '200米', 'wrong-unit'],
    [board, '0.5×0.7', 'implausible'],
    [board, '500×700', 'implausible'],
    [board, '5m×7m', 'implausible'],
    [area, '2', 'implausible'],
    [area, '-200', 'implausible'],
    [area, '一百五', 'unreadable-value'],
    [area, '1 200', 'unreadable-value'],
    [area, '2OO', 'unreadable-value'],
    [area, '1.2e', 'wrong-unit'],
    [seats, '十几个', 'unreadable-value'],
    [flag, '1', 'unreadable-value'],
    [day, '2021年11月', 'unreadable-value'],
    [day, '21.11.10', 'unreadable-value'],
    [day, '10/11/2021', 'unreadable-value'],
    [day, '2021-11-10前', 'unreadable-value'],
    [day, '2021-11-10至2021-11-12', 'unreadable-value'],
    [area, 'NaN', 'unreadable-value'],
    [days, '10天', 'wrong-unit'],
    [board, '50cm', 'unreadable-value'],
    [board, '50cm×70m', 'wrong-unit'],
    [board, '0×70', 'implausible'],
    [seats, '8.5', 'unreadable-value'],
    [rate, '0.985', 'unreadable-value'],
    [rate, '101%', 'implausible'],
    [flag, '基本符合', 'unreadable-value'],
    [day, '2021-02-30', 'unreadable-value'],
    [day, '44515', 'unreadable-value'],
    [day, '2021-11-10T25:61:00+08:00', 'unreadable-value'],
    [day, '2021-11-10T08:00:00+99:99', 'unreadable-value'],
  ] as const)('refuses %s %s', (definition, text, refusal) => expect(readScalar(text, definition)).toBe(refusal));
});

describe('numbers', () => {
  it('keep every digit that was typed', () => {
    const decimals = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(decimals, ([whole, fraction]) => {
        const digits = String(fraction).padStart(6, '0').replace(/0+$/u, '');
        const amount = digits === '' ? `${whole}` : `${whole}.${digits}`;
        expect(readScalar(amount, height)).toEqual({ type: 'quantity', amount, unit: 'cm' });
      }),
    );
  });

  it('go with every spelling of every unit', () => {
    for (const [code, { spellings }] of Object.entries(UNITS))
      for (const spelling of spellings)
        expect(readScalar(`3${spelling}`, { ...common, type: 'quantity', unit: code })).toEqual({
          type: 'quantity',
          amount: '3',
          unit: code,
        });
  });
});
