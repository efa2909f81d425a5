import type { Lang } from '../../model/base/text.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { type BandTable, bareClass } from './bands.ts';

/** The facts by which figures go where a document gives them by class or people. */
export const BAND_FACTS: Readonly<Record<BandTable['by'], string>> = {
  class: 'center.class',
  population: 'center.population',
  level: 'center.level',
};

const CLASS_LIST = 'center_classes';

/** The classes that tables name, each with the longer names that they have. */
const classesIn = (tables: readonly BandTable[]): readonly string[] => {
  const labels = tables.flatMap(({ by, rows }) => (by === 'class' ? rows.map(({ label }) => label) : []));
  return [...new Set(labels.map(bareClass))].map((name, at) => {
    const also = [...new Set(labels)].filter(label => label !== name && bareClass(label) === name);
    const aliases = also.length === 0 ? '' : `, aliases: ${JSON.stringify(also)}`;
    return `class-${at + 1}: { zh: ${JSON.stringify(name)}, en: Class ${at + 1}${aliases} }`;
  });
};

/** A file of words that declares them, with the classes that the document names; none where it needs none. */
export const bandWords = (tables: readonly BandTable[], vocabulary: Vocabulary, lang: Lang): string | undefined => {
  const wants = (by: BandTable['by']): boolean =>
    tables.some(table => table.by === by) && !vocabulary.fact.has(BAND_FACTS[by]);
  const facts = [
    ...(wants('class')
      ? [
          `  ${BAND_FACTS.class}: { label: { zh: 中心所属类别, en: Class of the place }, aliases: [乡镇类别, 中心类别], type: term, list: ${CLASS_LIST}, verify: { zh: 看县里公布的分类名单, en: See the county's list of classes } }`,
        ]
      : []),
    ...(wants('population')
      ? [
          `  ${BAND_FACTS.population}: { label: { zh: 常住人口, en: Resident population }, aliases: [辖区人口, 常住人口数], type: count, counter: { zh: 人, en: residents }, verify: { zh: 看最近一年的统计公报, en: See the latest statistics } }`,
        ]
      : []),
  ];
  if (facts.length === 0) return undefined;
  const remark =
    lang === 'zh'
      ? '# 分档规则用到的填报项：名称、别名照本县的叫法改'
      : '# What the rules with bands go by: put the names as your county has them';
  const lists = wants('class')
    ? `lists:\n  - { list: ${CLASS_LIST}, label: { zh: 中心类别, en: Classes of places }, terms: { ${classesIn(tables).join(', ')} } }\n`
    : '';
  return `${remark}\nfacts:\n${facts.join('\n')}\n${lists}`;
};
