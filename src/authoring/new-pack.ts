import type { Lang } from '../model/base/text.ts';
import type { Level } from '../model/profile/profile.ts';
import type { Section } from '../model/standard/pack.ts';
import { LEVEL_NAMES } from '../words/names.ts';
import type { DraftRule } from './propose/draft-rules.ts';

export interface NewPack {
  readonly id: string;
  readonly county: string;
  readonly title: string;
  readonly levels: readonly Level[];
  readonly lang: Lang;
}

/** Files of a pack to begin with, by name. */
export type PackFiles = Readonly<Record<string, string>>;

const quoted = (text: string): string => JSON.stringify(text);

const remarksIn =
  (lang: Lang) =>
  (zh: string, en: string): string =>
    `# ${lang === 'zh' ? zh : en}`;

const SAMPLE: readonly Section[] = [{ id: 'premises', clause: '一', title: { zh: '场所', en: 'Premises' } }];

const packFile = ({ id, county, title, levels, lang }: NewPack, sections: readonly Section[]): string => {
  const say = remarksIn(lang);
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
${levels.map(level => `  ${level}: { zh: ${LEVEL_NAMES[level].zh}, en: ${LEVEL_NAMES[level].en} }`).join('\n')}
sections:
  ${say('文件的各部分，条号按文件自己的编号', 'the parts of the document, by its own numbering')}
${sections.map(section => `  - { id: ${section.id}, clause: ${quoted(section.clause)}, title: { zh: ${quoted(section.title.zh)}, en: ${quoted(section.title.en)} } }\n`).join('')}`;
};

const rulesFile = (level: Level, { lang }: NewPack): string => {
  const say = remarksIn(lang);
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

/** What a document gives a new pack: its parts, drafts of rules and of the ledger. */
export interface FromDocument {
  readonly sections: readonly Section[];
  readonly rules: readonly DraftRule[];
  readonly ledger: string;
  /** Facts that its drafts ask and the vocabulary does not have. */
  readonly words?: string;
}

const draftFile = (level: Level, rules: readonly DraftRule[], { lang }: NewPack): string =>
  `${remarksIn(lang)('草稿：逐条对照原文核实，改好后删去 draft: yes；留着它的规则不参加审核', 'Drafts: hold each against the document, put it right and delete draft: yes; a rule that keeps it audits nothing')}
levels: [${level}]
rules:
${rules.map(({ text }) => text).join('')}`;

const draftFiles = (wanted: NewPack, { rules }: FromDocument): PackFiles =>
  Object.fromEntries(
    wanted.levels.flatMap(level => {
      const own = rules.filter(rule => rule.level === level);
      return own.length === 0 ? [] : [[fileOf(level), draftFile(level, own, wanted)] as const];
    }),
  );

/** A pack that loads, to be rewritten rule by rule: with a sample, or with drafts of what its document says. */
export const newPack = (wanted: NewPack, found?: FromDocument): PackFiles =>
  found === undefined || found.rules.length === 0
    ? {
        'pack.yaml': packFile(wanted, SAMPLE),
        ...Object.fromEntries(wanted.levels.map(level => [fileOf(level), rulesFile(level, wanted)])),
        'cases.yaml': casesFile(wanted),
        ...(found && { 'clauses.yaml': found.ledger }),
      }
    : {
        'pack.yaml': packFile(wanted, found.sections.length === 0 ? SAMPLE : found.sections),
        ...draftFiles(wanted, found),
        ...(found.words && { 'words.yaml': found.words }),
        'clauses.yaml': found.ledger,
      };
