import { formYaml, scalar } from '../forms/yaml.ts';
import type { Lang } from '../model/base/text.ts';
import { nameOf, type Profile } from '../model/profile/profile.ts';
import { bureausIn } from '../model/scoring/bureaus.ts';
import { entryFact, entryIn, entryName } from '../model/scoring/rows.ts';
import { listed } from '../words/lists.ts';
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

/** What was found, as a record that is laid over the profile; what cannot be read stands as a remark and counts for nothing. */
export const recordYaml = (
  { found }: Centre,
  { audit: { profile, scheme }, declared, changes, entries }: Weighed,
  inspector: Inspector,
  { vocabulary, data }: Site,
): string => {
  const all = scheme.scorecard?.entries ?? [];
  const label = (id: string): string => {
    const entry = all.find(one => one.id === entryIn(id));
    return entry === undefined ? (vocabulary.fact.get(id)?.label.zh ?? id) : entryName(entry, all);
  };
  const texts = textsOf(
    profile,
    vocabulary,
    changes.map(({ fact }) => fact),
  );
  const entered = entries.map(made => [entryFact(made.entry), enteredText(made, scheme, 'zh')] as const);
  const written = new Set([...Object.keys(texts), ...entered.map(([id]) => id)]);
  const agreed = Object.entries(found).flatMap(([id, { agrees }]) => (agrees ? [label(id)] : []));
  const unread = Object.entries(found).filter(([id, { value }]) => value !== undefined && !written.has(id));
  const otherBureau = (id: string): readonly string[] => {
    const own = all.find(one => one.id === entryIn(id))?.bureau;
    const isOther = own !== undefined && inspector.bureau && !bureausIn(own).includes(inspector.bureau);
    return isOther ? [`    ${KEYS.bureau}: ${scalar(own)}`] : [];
  };
  const line = (key: 'fact' | 'entry', id: string, text: Text): readonly string[] => [
    `  - ${KEYS[key]}: ${scalar(label(id))}`,
    ...valueLines(text, label),
    ...otherBureau(id),
    `    ${KEYS.reason}: ${scalar(reasonOf(found[id] ?? {}, data.lang))}`,
  ];
  return `${[
    `# ${data.pack.title.zh}`,
    `${KEYS.center}: ${scalar(nameOf(declared.center, nameOf(profile.center)))}`,
    ...(entries.length === 0 ? [] : [`${KEYS.scheme}: ${scalar(scheme.id)}`]),
    `${KEYS.stage}: 核查`,
    `${KEYS.date}: ${scalar(inspector.date)}`,
    `${KEYS.level}: ${scalar(inspector.level)}`,
    `${KEYS.person}: ${scalar(inspector.person)}`,
    ...(inspector.bureau ? [`${KEYS.bureau}: ${scalar(inspector.bureau)}`] : []),
    ...(agreed.length === 0 ? [] : [`${KEYS.agrees}: ${scalar(listed(agreed, { lang: 'zh' }))}`]),
    ...unread.map(([id, { value }]) => `# 读不懂，没有写入：${label(id)} ${JSON.stringify(value)}`),
    `${KEYS.lines}:`,
    ...Object.entries(texts).flatMap(([id, text]) => line('fact', id, text)),
    ...entered.flatMap(([id, text]) => line('entry', id, text)),
  ].join('\n')}\n`;
};

/** The centre as it was found, as a form filled in. */
export const profileYaml = (profile: Profile, { form, data }: Pick<Site, 'form' | 'data'>): string =>
  formYaml(form, profile, data.lang);
