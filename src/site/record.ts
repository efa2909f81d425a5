import { formYaml, scalar } from '../forms/yaml.ts';
import { clean, jsonText } from '../model/base/clean.ts';
import type { Lang } from '../model/base/text.ts';
import { nameOf, type Profile } from '../model/profile/profile.ts';
import { bureausIn } from '../model/scoring/bureaus.ts';
import { entryFact, entryIn, entryName, entryWith } from '../model/scoring/rows.ts';
import { listed } from '../words/reader.ts';
import { enteredText } from '../words/scoring/stages.ts';
import { type Answer, type Text, textsOf } from './answers.ts';
import type { Centre, Inspector, Site, Weighed } from './weigh.ts';

/** Keys of a record, which is read in either language; the words of the form are the Chinese ones. */
const KEYS = {
  center: '核查对象',
  scheme: '评分表',
  stage: '阶段',
  date: '核查日期',
  level: '检查级别',
  person: '核查人',
  bureau: '部门',
  agrees: '相符',
  lines: '核查情况',
  fact: '填报项',
  entry: '评分栏',
  value: '核查结果',
  reason: '理由',
} as const;

const SEEN = { zh: '现场核查所见', en: 'as seen on site' } as const;

const reasonOf = ({ remark = '', photo = '' }: Answer, lang: Lang): string => {
  const picture = photo === '' ? '' : lang === 'zh' ? `照片 ${photo}` : `photograph ${photo}`;
  return [remark === '' ? SEEN[lang] : remark, picture].filter(part => part !== '').join(lang === 'zh' ? '；' : '; ');
};

const valueLines = (text: Text, label: (id: string) => string): readonly string[] => {
  if (typeof text === 'string') return [`    ${KEYS.value}: ${scalar(text)}`];
  const records = text.flatMap(record =>
    Object.entries(record)
      .filter(([, value]) => value !== '')
      .map(([id, value], index) => `      ${index === 0 ? '- ' : '  '}${scalar(label(id))}: ${scalar(value)}`),
  );
  return [`    ${KEYS.value}:`, ...records];
};

/** What a record calls a fact or an entry, and whose an entry is where it is another bureau's. */
interface Naming {
  readonly label: (id: string) => string;
  readonly otherBureau: (id: string) => string | undefined;
}

const namingOf = ({ audit: { scheme } }: Weighed, inspector: Inspector, { vocabulary }: Site): Naming => {
  const all = scheme.scorecard?.entries ?? [];
  const entryOf = (id: string) => entryWith(all, entryIn(id) ?? '');
  return {
    label: id => {
      const entry = entryOf(id);
      return entry === undefined ? (vocabulary.fact.get(id)?.label.zh ?? id) : entryName(entry, all);
    },
    otherBureau: id => {
      const own = entryOf(id)?.bureau;
      return own !== undefined && inspector.bureau && !bureausIn(own).includes(inspector.bureau) ? own : undefined;
    },
  };
};

const lineOf = (
  key: 'fact' | 'entry',
  [id, text]: readonly [string, Text],
  { label, otherBureau }: Naming,
  reason: string,
): readonly string[] => {
  const bureau = otherBureau(id);
  return [
    `  - ${KEYS[key]}: ${scalar(label(id))}`,
    ...valueLines(text, label),
    ...(bureau === undefined ? [] : [`    ${KEYS.bureau}: ${scalar(bureau)}`]),
    `    ${KEYS.reason}: ${scalar(reason)}`,
  ];
};

/** Whose record it is, of which stage, and who was there. */
const headLines = (
  { audit: { profile, scheme }, declared, entries }: Weighed,
  inspector: Inspector,
  { data }: Site,
): readonly string[] => [
  `# ${clean(data.pack.title.zh)}`,
  `${KEYS.center}: ${scalar(nameOf(declared.center, nameOf(profile.center)))}`,
  ...(entries.length === 0 ? [] : [`${KEYS.scheme}: ${scalar(scheme.id)}`]),
  `${KEYS.stage}: 核查`,
  `${KEYS.date}: ${scalar(inspector.date)}`,
  `${KEYS.level}: ${scalar(inspector.level)}`,
  `${KEYS.person}: ${scalar(inspector.person)}`,
  ...(inspector.bureau ? [`${KEYS.bureau}: ${scalar(inspector.bureau)}`] : []),
];

/** What was found, as a record that is laid over the profile; what cannot be read stands as a remark and counts for nothing. */
export const recordYaml = ({ found }: Centre, weighed: Weighed, inspector: Inspector, site: Site): string => {
  const { audit, changes, entries } = weighed;
  const facts = changes.map(({ fact }) => fact);
  const texts = Object.entries(textsOf(audit.profile, site.vocabulary, facts));
  const entered = entries.map(made => [entryFact(made.entry), enteredText(made, audit.scheme, 'zh')] as const);
  const written = new Set([...texts, ...entered].map(([id]) => id));
  const naming = namingOf(weighed, inspector, site);
  const agreed = Object.entries(found).flatMap(([id, { agrees }]) => (agrees ? [naming.label(id)] : []));
  const unread = Object.entries(found).filter(([id, { value }]) => value !== undefined && !written.has(id));
  const reason = (id: string): string => reasonOf(found[id] ?? {}, site.data.lang);
  return `${[
    ...headLines(weighed, inspector, site),
    ...(agreed.length === 0 ? [] : [`${KEYS.agrees}: ${scalar(listed(agreed, { lang: 'zh' }))}`]),
    ...unread.map(([id, { value }]) => `# 读不懂，没有写入：${clean(naming.label(id))} ${jsonText(value)}`),
    `${KEYS.lines}:`,
    ...texts.flatMap(one => lineOf('fact', one, naming, reason(one[0]))),
    ...entered.flatMap(one => lineOf('entry', one, naming, reason(one[0]))),
  ].join('\n')}\n`;
};

/** The centre as it was found, as a form filled in. */
export const profileYaml = (profile: Profile, { form, data }: Pick<Site, 'form' | 'data'>): string =>
  formYaml(form, profile, data.lang);
