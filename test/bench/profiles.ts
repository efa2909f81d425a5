import type { Level } from '../../src/model/profile/profile.ts';
import { factsIn } from '../../src/model/standard/expression.ts';
import { type Pack, rulesFor } from '../../src/model/standard/pack.ts';
import type { FactDefinition, FieldDefinition, Vocabulary } from '../../src/model/standard/vocabulary.ts';
import { type Random, randomFrom } from './random.ts';

/** A made-up profile: labels and what a clerk would write beside them. */
export type MadeUp = Readonly<
  Record<string, string | readonly string[] | readonly Readonly<Record<string, string | readonly string[]>>[]>
>;

/** How much of what is asked a centre has, from 0 to 1. */
type Luck = Random & { readonly diligence: number };

const termsOf = (vocabulary: Vocabulary, list: string): readonly string[] =>
  (vocabulary.list.get(list)?.terms ?? []).map(({ label }) => label.zh);

const some = <T>(items: readonly T[], share: number, random: Luck): readonly T[] =>
  items.filter(() => random.chance(share));

/** People build and report in round figures. */
const STEPS = 20;

const amount = (definition: FieldDefinition, random: Luck): number => {
  const [low, high] = 'plausible' in definition && definition.plausible ? definition.plausible.map(Number) : [1, 60];
  const [least, most] = [Math.max(low ?? 1, 0), Math.min(high ?? 60, 400)];
  return Math.round(least + (random.below(STEPS + 1) * Math.max(most - least, 1)) / STEPS);
};

const written = (definition: FieldDefinition, vocabulary: Vocabulary, random: Luck): string | readonly string[] => {
  switch (definition.type) {
    case 'quantity':
      return `${amount(definition, random)}${definition.unit}`;
    case 'size':
      return `${50 + random.below(20)}×${70 + random.below(20)}${definition.unit}`;
    case 'count':
      return `${amount(definition, random)}`;
    case 'percent':
      return `${80 + random.below(21)}%`;
    case 'yes_no':
      return random.chance(random.diligence) ? '是' : '否';
    case 'date':
      return `2021-${10 + random.below(3)}-${10 + random.below(18)}`;
    case 'time':
      return `8:${10 + random.below(40)}`;
    case 'hours':
      return `周一至周五 8:${10 + random.below(40)}-12:00、14:30-17:30`;
    case 'text':
      return '样例内容';
    case 'term':
      return random.pick(termsOf(vocabulary, definition.list));
    case 'terms':
      return some(termsOf(vocabulary, definition.list), random.diligence, random);
  }
};

const records = (definition: Extract<FactDefinition, { type: 'records' }>, vocabulary: Vocabulary, random: Luck) =>
  Array.from({ length: 2 + random.below(4) }, (_, index) =>
    Object.fromEntries(
      definition.fields
        .filter(field => field.id.endsWith(`.${definition.key}`) || random.chance(0.8))
        .map(field => [
          field.label.zh,
          field.type === 'text' ? `${definition.item.zh}${index + 1}` : written(field, vocabulary, random),
        ]),
    ),
  );

/** Every fact that the pack asks of that level, less a few that nobody knew. */
export const profileMaker = (pack: Pack, level: Level) => {
  const { vocabulary } = pack;
  const expressions = rulesFor(pack, level).flatMap(rule => [rule.require, ...(rule.when ? [rule.when] : [])]);
  const ids = new Set(expressions.flatMap(factsIn));
  const asked = vocabulary.facts.filter(
    ({ id }) => !id.startsWith('center.') && [...ids].some(used => used === id || used.startsWith(`${id}.`)),
  );
  const levelName = termsOf(vocabulary, 'center_levels')[['township', 'village', 'sub_center'].indexOf(level)] ?? '';
  return (number: number): MadeUp => {
    const numbers = randomFrom(number + 1);
    const random: Luck = { ...numbers, diligence: 0.75 + numbers.next() / 4 };
    const place = `${random.pick([...'青石溪云松柳泉坪岭湾'])}${random.pick([...'石溪河坳塘桥店岗'])}${number + 1}`;
    const known = asked.filter(() => random.chance(0.92));
    return {
      便民服务中心名称: `${place}${level === 'village' ? '村便民服务站' : '镇便民服务中心'}`,
      所属县区: pack.counties[0],
      '所属乡镇（街道）': `${place}镇`,
      中心级别: levelName,
      申报日期: `2026-10-${10 + random.below(18)}`,
      ...Object.fromEntries(
        known.map(fact => [
          fact.label.zh,
          fact.type === 'records' ? records(fact, vocabulary, random) : written(fact, vocabulary, random),
        ]),
      ),
    };
  };
};

const plain = (text: string): string =>
  /^[\p{L}\p{N}.×%²㎡（）()/《》]+$/u.test(text) && !/^\d+$/u.test(text) ? text : JSON.stringify(text);

const flow = (value: string | readonly string[]): string =>
  typeof value === 'string' ? plain(value) : `[${value.map(plain).join(', ')}]`;

/** As a clerk would type it: a line a fact, a line a record. */
export const toYaml = (profile: MadeUp): string =>
  Object.entries(profile)
    .map(([label, value]) => {
      if (typeof value === 'string') return `${label}: ${plain(value)}\n`;
      const [first] = value;
      if (first === undefined || typeof first === 'string') return `${label}: ${flow(value as readonly string[])}\n`;
      const lines = (value as readonly Readonly<Record<string, string | readonly string[]>>[]).map(
        record =>
          `  - { ${Object.entries(record)
            .map(([key, part]) => `${plain(key)}: ${flow(part)}`)
            .join(', ')} }\n`,
      );
      return `${label}:\n${lines.join('')}`;
    })
    .join('');
