import { clean, jsonText } from '../model/base/clean.ts';
import type { Lang } from '../model/base/text.ts';
import type { RecordItem } from '../model/base/value.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { FieldDefinition } from '../model/standard/vocabulary.ts';
import { FORM_WORDS, hintOf } from '../words/forms.ts';
import { fillingOf, recordsIn, stateText } from './fill.ts';
import { clausesOf, type Form, type FormField, type FormList, isRequired } from './form.ts';
import { basisText, titleText } from './titles.ts';

const PLAIN = /^[\p{L}\p{N}（）·][\p{L}\p{N}（）、，。·.×%㎡²/ -]*$/u;
const MEANS_ELSE = /^(?:true|false|null|yes|no|on|off|~|[\d._+-]*)$/iu;

/** A scalar that reads back as the text it is. */
export const scalar = (text: string | number): string =>
  typeof text === 'number' || (PLAIN.test(text) && !MEANS_ELSE.test(text) && text.trim() === text)
    ? String(text)
    : jsonText(text);

const WIDTH = 100;

const wrapped = (text: string, indent: string): readonly string[] => {
  const lines: string[] = [];
  for (let rest = clean(text); rest !== ''; rest = rest.slice(WIDTH)) lines.push(`${indent}# ${rest.slice(0, WIDTH)}`);
  return lines;
};

const commentOf = (field: FormField<FieldDefinition>, form: Form, lang: Lang, indent: string): readonly string[] => {
  const { definition } = field;
  const clauses = clausesOf(field, form.packs);
  const example = definition.example;
  const facts = [
    (isRequired(field) ? '★ ' : '') + hintOf(definition, { lang, vocabulary: form.vocabulary }),
    ...(clauses === '' ? [] : [`${FORM_WORDS.clause[lang]} ${clauses}`]),
    ...(example === undefined ? [] : [`${FORM_WORDS.example[lang]} ${example}`]),
  ];
  const list = 'list' in definition ? form.vocabulary.list.get(definition.list) : undefined;
  const terms = list ? [`${list.label[lang]}：${list.terms.map(term => term.label[lang]).join('、')}`] : [];
  return [facts.join(lang === 'zh' ? '；' : '; '), ...terms].flatMap(text => wrapped(text, indent));
};

const keyOf = (field: FormField, lang: Lang): string => scalar(field.definition.label[lang]);

const fieldLines = (
  field: FormField<FieldDefinition>,
  form: Form,
  profile: Profile | undefined,
  lang: Lang,
): readonly string[] => {
  const value = fillingOf(profile?.facts, field.definition, form.vocabulary);
  return [
    ...commentOf(field, form, lang, ''),
    `${keyOf(field, lang)}:${value === undefined ? '' : ` ${scalar(value)}`}`,
    '',
  ];
};

const recordLines = (list: FormList, item: RecordItem, form: Form, lang: Lang): readonly string[] =>
  list.fields
    .flatMap(field => {
      const value = fillingOf(item.facts, field.definition, form.vocabulary);
      return value === undefined ? [] : [`${keyOf(field, lang)}: ${scalar(value)}`];
    })
    .map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`));

const exampleLines = (list: FormList, lang: Lang): readonly string[] =>
  list.fields.map((field, index) => {
    const line = `${keyOf(field, lang)}: ${scalar(field.definition.example ?? '')}`;
    return index === 0 ? `#  - ${line}` : `#    ${line}`;
  });

const listLines = (list: FormList, form: Form, profile: Profile | undefined, lang: Lang): readonly string[] => {
  const items = recordsIn(profile, list.field.definition.id);
  const instead = items?.length === 0 ? '无' : stateText(profile?.facts.get(list.field.definition.id));
  const key = keyOf(list.field, lang);
  const clauses = clausesOf(list.field, form.packs);
  const head = [
    ...wrapped(
      `${hintOf(list.field.definition, { lang, vocabulary: form.vocabulary })}${clauses === '' ? '' : `；${FORM_WORDS.clause[lang]} ${clauses}`}`,
      '',
    ),
    ...list.fields.flatMap(field =>
      commentOf(field, form, lang, '  ').map((line, index) =>
        index === 0 ? line.replace('# ', () => `# ${clean(field.definition.label[lang])}：`) : line,
      ),
    ),
  ];
  if (instead !== undefined) return [...head, `${key}: ${scalar(instead)}`, ''];
  if (items === undefined) return [...head, `${key}:`, ...exampleLines(list, lang), ''];
  return [...head, `${key}:`, ...items.flatMap(item => recordLines(list, item, form, lang)), ''];
};

const GUIDE: Readonly<Record<Lang, readonly string[]>> = {
  zh: [
    '带★的为必报项。冒号后面留空表示没有填报；“0”“否”“无”表示确实没有。',
    '本地不存在的写“不适用：理由”，没有发生过的写“未发生”，查不到的写“不详”。',
  ],
  en: [
    '★ marks what must be declared. Nothing after the colon means not declared; 0, 否, 无 mean that there is none.',
    'No such thing here: 不适用：reason. It did not happen: 未发生. Not known: 不详.',
  ],
};

export const formYaml = (form: Form, profile: Profile | undefined, lang: Lang): string => {
  const sections = [...form.sections, ...form.checklists];
  const body = form.themes.flatMap(theme => [
    `# ── ${clean(theme.label[lang])} ──`,
    '',
    ...sections
      .filter(section => section.theme === theme)
      .flatMap(section => section.fields.flatMap(field => fieldLines(field, form, profile, lang))),
  ]);
  const lists = form.lists.flatMap(list => [
    `# ── ${clean(list.field.definition.label[lang])} ──`,
    '',
    ...listLines(list, form, profile, lang),
  ]);
  const head = [titleText(form, lang), basisText(form, lang), ...GUIDE[lang]].flatMap(text => wrapped(text, ''));
  return `${[...head, '', ...body, ...lists].join('\n').trimEnd()}\n`;
};
