import { formatLocation } from '../model/base/location.ts';
import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import { type Pack, type Rule, ruleWith } from '../model/standard/pack.ts';
import { PARTS_OF_RULES, partOf, type RulePart } from '../model/standard/parts.ts';
import { conditionFor, expectedText } from '../words/checks/expressions.ts';
import { authorityText, bindingName, clauseText, levelName, sectionTitle } from '../words/names.ts';
import { listed } from '../words/reader.ts';
import type { Document } from './block.ts';
import { column, type ListColumn, tableOf } from './list.ts';

/** One part of a rule, or all of it, and where it comes from. */
interface Line {
  readonly rule: string;
  readonly part: string;
  readonly value: string;
  readonly from: string;
}

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

const valueText = (rule: Rule, part: RulePart, pack: Pack, lang: Lang): string => {
  switch (part) {
    case 'clause':
      return clauseText(rule);
    case 'section':
      return sectionTitle(pack, rule.section, lang);
    case 'levels':
      return listed(rule.levels, { lang }, level => levelName(level, lang, pack));
    case 'obligation':
      return bindingName(rule)[lang];
    case 'require':
      return expectedText({ require: rule.require }, pack.vocabulary, lang);
    case 'when':
      return rule.when === undefined ? '—' : conditionFor(rule.when, { vocabulary: pack.vocabulary, lang });
    case 'readings':
      return (rule.readings ?? []).map(({ id }) => id).join('、') || '—';
  }
  const value = partOf(rule, part);
  if (isBilingual(value)) return value[lang];
  return value === undefined ? '—' : String(value);
};

const isPart = (key: string): key is RulePart => PARTS_OF_RULES.some(part => part === key);

const linesOf = (rule: Rule, pack: Pack, base: Pack | undefined, lang: Lang): readonly Line[] => {
  const { id, origin, location } = rule;
  const all = (from: string): Line => ({
    rule: id,
    part: both('全部', 'all')[lang],
    value: expectedText(rule, pack.vocabulary, lang),
    from: `${from}  ${formatLocation(location)}`,
  });
  if (origin === undefined) return [all(pack.id)];
  const before = base && ruleWith(base.rules, id);
  const changed = origin.changes.flatMap(({ pack: by, keys, why }) =>
    keys.flatMap(({ key, location: place }): readonly Line[] => {
      if (key === 'points')
        return [{ rule: id, part: key, value: pack.scheme?.rules[id] ?? '', from: `${by}  ${formatLocation(place)}` }];
      if (!isPart(key)) return [];
      const was = before && by === pack.id ? valueText(before, key, base ?? pack, lang) : '';
      const former = was === '' ? '' : both(`（原：${was}）`, ` (was: ${was})`)[lang];
      const told = why === undefined ? '' : `  ${authorityText(why, lang)}`;
      return [
        {
          rule: id,
          part: key,
          value: `${valueText(rule, key, pack, lang)}${former}`,
          from: `${by}  ${formatLocation(place)}${told}`,
        },
      ];
    }),
  );
  const rest = all(origin.pack);
  return changed.length === 0 ? [rest] : [...changed, { ...rest, part: both('其余', 'the rest')[lang], value: '' }];
};

const columns: readonly ListColumn<Line>[] = [
  column.short('rule', both('规则', 'Rule'), 24, ({ rule }) => rule),
  column.short('part', both('内容', 'Part'), 12, ({ part }) => part),
  column.text('value', both('现在是', 'As it stands'), 40, ({ value }) => value),
  column.text('from', both('出处', 'From'), 40, ({ from }) => from),
];

const omittedLines = ({ omitted = [], id }: Pack, lang: Lang): readonly Line[] =>
  omitted.map(({ rule, clause, why, location }) => ({
    rule,
    part: both('不采用', 'left out')[lang],
    value: why === undefined ? (clause ?? []).join(' / ') : authorityText(why, lang),
    from: `${id}  ${formatLocation(location)}`,
  }));

/** A pack as it holds, and where each part of each rule comes from; `base` is the one that it extends. */
export const tellEffective = (pack: Pack, base: Pack | undefined, lang: Lang): Document => {
  const lines = [...pack.rules.flatMap(rule => linesOf(rule, pack, base, lang)), ...omittedLines(pack, lang)];
  const under = base === undefined ? '' : ` ← ${base.id} ${base.version}`;
  return {
    lang,
    title: `${pack.title[lang]}  (${pack.id} ${pack.version}${under})`,
    head: [{ ...tableOf({ name: 'effective' }, columns, lines, lang), spaced: true }],
    chapters: [],
  };
};
