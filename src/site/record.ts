import { formYaml, scalar } from '../forms/yaml.ts';
import type { Lang } from '../model/base/text.ts';
import { nameOf, type Profile } from '../model/profile/profile.ts';
import { listed } from '../words/lists.ts';
import { type Answer, type Text, textsOf } from './answers.ts';
import type { Centre, Inspector, Site, Weighed } from './weigh.ts';

/** Keys of a record, which is read in either language; the words of the form are the Chinese ones. */
const KEYS = {
  center: '中心',
  stage: '阶段',
  date: '核查日期',
  level: '检查级别',
  person: '核查人',
  agrees: '相符',
  lines: '核查情况',
  fact: '填报项',
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
  { declared, profile, changes }: Weighed,
  inspector: Inspector,
  { vocabulary, data }: Site,
): string => {
  const label = (id: string): string => vocabulary.fact.get(id)?.label.zh ?? id;
  const texts = textsOf(
    profile,
    vocabulary,
    changes.map(({ fact }) => fact),
  );
  const agreed = Object.entries(found).flatMap(([id, { agrees }]) => (agrees ? [label(id)] : []));
  const unread = Object.entries(found).filter(([id, { value }]) => value !== undefined && texts[id] === undefined);
  return `${[
    `# ${data.pack.title.zh}`,
    `${KEYS.center}: ${scalar(nameOf(declared.center, nameOf(profile.center)))}`,
    `${KEYS.stage}: 核查`,
    `${KEYS.date}: ${scalar(inspector.date)}`,
    `${KEYS.level}: ${scalar(inspector.level)}`,
    `${KEYS.person}: ${scalar(inspector.person)}`,
    ...(agreed.length === 0 ? [] : [`${KEYS.agrees}: ${scalar(listed(agreed, { lang: 'zh' }))}`]),
    ...unread.map(([id, { value }]) => `# 读不懂，没有写入：${label(id)} ${JSON.stringify(value)}`),
    `${KEYS.lines}:`,
    ...Object.entries(texts).flatMap(([id, text]) => [
      `  - ${KEYS.fact}: ${scalar(label(id))}`,
      ...valueLines(text, label),
      `    ${KEYS.reason}: ${scalar(reasonOf(found[id] ?? {}, data.lang))}`,
    ]),
  ].join('\n')}\n`;
};

/** The centre as it was found, as a form filled in. */
export const profileYaml = (profile: Profile, { form, data }: Pick<Site, 'form' | 'data'>): string =>
  formYaml(form, profile, data.lang);
