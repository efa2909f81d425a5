import type { Bilingual, Lang } from '../model/base/text.ts';
import type { Level } from '../model/profile/profile.ts';

export interface NewPack {
  readonly id: string;
  readonly county: string;
  readonly title: string;
  readonly levels: readonly Level[];
  readonly lang: Lang;
}

/** Files of a pack to begin with, by name. */
export type PackFiles = Readonly<Record<string, string>>;

const LEVELS: Readonly<Record<Level, Bilingual>> = {
  township: { zh: '乡镇（街道）便民服务中心', en: 'Township (subdistrict) service centre' },
  village: { zh: '村（社区）便民服务站', en: 'Village (community) service station' },
  sub_center: { zh: '分中心', en: 'Sub-centre' },
};

const quoted = (text: string): string => JSON.stringify(text);

const packFile = ({ id, county, title, levels, lang }: NewPack): string => {
  const say = (zh: string, en: string): string => `# ${lang === 'zh' ? zh : en}`;
  return `${say('规则包的身份。写法见 rules/README.zh-CN.md', 'What the pack is. How to write it: rules/README.md')}
id: ${id}
version: 0.1.0
title: { zh: ${quoted(title)}, en: ${quoted(`Standard of ${id}`)} }
document:
  title: ${quoted(title)}
  issuer: { zh: ${quoted(county)}, en: ${quoted(`Government of ${id}`)} }
  ${say('文件上有才写：number: 文号，issued: 成文日期（2024-01-31）', 'Only what the text gives: number, issued (2024-01-31)')}
${say('in-force 有效 · draft 征求意见稿 · superseded 已废止；有效的才会按县区自动选用', 'only a pack in force is chosen by itself')}
status: draft
${say('有施行日期才写：in_force: { from: 2024-01-31 }', 'only where the text gives it: in_force: { from: 2024-01-31 }')}
counties: [${quoted(county)}]
levels:
${levels.map(level => `  ${level}: { zh: ${LEVELS[level].zh}, en: ${LEVELS[level].en} }`).join('\n')}
sections:
  ${say('文件的各部分，条号按文件自己的编号', 'the parts of the document, by its own numbering')}
  - { id: premises, clause: 一, title: { zh: 场所, en: Premises } }
`;
};

const rulesFile = (level: Level, { lang }: NewPack): string => {
  const say = (zh: string, en: string): string => `# ${lang === 'zh' ? zh : en}`;
  return `levels: [${level}]
rules:
  ${say('一条可单独核对的要求一条规则；用自己的话写，数字照原文', 'one rule for each requirement that can be checked by itself; your own words, the exact figures')}
  - id: ${level.replace('_', '-')}-area
    clause: 一
    section: premises
    ${say('must 应、须 · should 原则上、一般 · may 可、鼓励', 'as worded: must, should or may')}
    obligation: must
    title: { zh: 服务场所面积, en: Area of the service place }
    require: { premises.service_area: { at_least: 30 m² } }
    remedy: { zh: 面积不足的，扩大或调换场所。, en: Enlarge the place or find another. }
`;
};

const casesFile = ({ levels }: NewPack): string =>
  levels
    .map(
      level => `${level.replace('_', '-')}-area:
  pass: [{ premises.service_area: 30平方米 }, { premises.service_area: 31平方米 }]
  fail: [{ premises.service_area: 29.9平方米 }]
  unknown: [{}]
`,
    )
    .join('');

const fileOf = (level: Level): string => `${level}.yaml`;

/** A pack that loads, to be rewritten rule by rule. `ledger` is a draft made from the document, where it is at hand. */
export const newPack = (wanted: NewPack, ledger?: string): PackFiles => ({
  'pack.yaml': packFile(wanted),
  ...Object.fromEntries(wanted.levels.map(level => [fileOf(level), rulesFile(level, wanted)])),
  'cases.yaml': casesFile(wanted),
  ...(ledger !== undefined && { 'clauses.yaml': ledger }),
});
