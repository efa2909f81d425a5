import type { Bilingual, Lang } from '../model/base/text.ts';
import { nameOf, type Profile } from '../model/profile/profile.ts';
import { RECORD_WORDS, recordOf } from '../words/forms.ts';
import { placeName } from '../words/site.ts';
import type { Form } from './form.ts';
import { titleText } from './titles.ts';
import { walkOf } from './walk.ts';
import { scalar } from './yaml.ts';

const GUIDE: Readonly<Record<Lang, readonly string[]>> = {
  zh: [
    '只填核查结果与申报不同、或申报没有写的；核查结果和理由都留空的条目不算。',
    '清单（窗口、工作台等）整张重写时，核查结果写成几条“- 名称: …”。',
  ],
  en: [
    'Fill in what was found otherwise than declared, or was not declared; a line without result and reason counts for nothing.',
    'To write a list (windows, counters) anew, give several entries "- name: …" as the result.',
  ],
};

/** A blank record of an inspection as YAML: who and when, then a line for each thing to be looked at. */
export const recordYaml = (form: Form, profile: Profile | undefined, lang: Lang): string => {
  const line = (name: Bilingual, value = ''): string => `${name.zh}:${value === '' ? '' : ` ${scalar(value)}`}`;
  const head = (word: keyof typeof RECORD_WORDS, value?: string): string => line(RECORD_WORDS[word], value);
  const lines = walkOf(form, profile, lang).flatMap(({ place, lines: here }) => [
    '',
    `  # ── ${placeName(place, lang)} ──`,
    ...here.flatMap(({ field, record, part, declared, look }) => [
      ...(look === '' ? [] : [`  # ${look}`]),
      `  - ${RECORD_WORDS.fact.zh}: ${scalar(field.definition.label.zh)}`,
      ...(record === undefined || part === undefined
        ? []
        : [`    ${RECORD_WORDS.record.zh}: ${scalar(record)}`, `    ${RECORD_WORDS.part.zh}: ${scalar(part)}`]),
      ...(declared === '' ? [] : [`    ${RECORD_WORDS.declared.zh}: ${scalar(declared)}`]),
      `    ${RECORD_WORDS.value.zh}:`,
      `    ${RECORD_WORDS.reason.zh}:`,
    ]),
  ]);
  return `${[
    `# ${titleText(form, lang, RECORD_WORDS.title)}`,
    ...GUIDE[lang].map(line => `# ${line}`),
    line(recordOf(form.vocabulary), nameOf(profile?.center ?? {})),
    head('stage', '核查'),
    head('date'),
    head('level'),
    head('person'),
    `${RECORD_WORDS.lines.zh}:`,
    ...lines,
  ].join('\n')}\n`;
};
