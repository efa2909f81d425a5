import { both, type Lang } from '../model/base/text.ts';
import type { Pack, Reading, Rule } from '../model/standard/pack.ts';
import { expectedFor } from '../words/checks/expressions.ts';
import { otherwiseText } from '../words/checks/readings.ts';
import { bindingName, clauseText, LABELS } from '../words/names.ts';
import type { Reader } from '../words/reader.ts';
import type { Block, Document } from './block.ts';
import { chapter, fieldOf, fields, paragraph } from './blocks.ts';
import { chosen, column, fieldsOf, type List, type ListColumn } from './list.ts';

/** A reading that a county may settle on, beside the one in force. */
export interface Open {
  readonly pack: Pack;
  readonly rule: Rule;
  readonly reading: Reading;
}

/** Every other reading of the packs, in their order. */
export const openReadings = (packs: readonly Pack[]): readonly Open[] =>
  packs.flatMap(pack => pack.rules.flatMap(rule => (rule.readings ?? []).map(reading => ({ pack, rule, reading }))));

const readerOf = ({ vocabulary }: Pack, lang: Lang): Reader => ({ vocabulary, lang });

const inForceText = ({ pack, rule }: Omit<Open, 'reading'>, lang: Lang): string =>
  `${both('【', '[')[lang]}${bindingName(rule)[lang]}${both('】', '] ')[lang]}${expectedFor({ require: rule.require }, readerOf(pack, lang))}`;

const IN_FORCE = both('现在按', 'In force');

/** What is written in the settings to settle on a reading. */
const settingOf = ({ rule, reading }: Open, lang: Lang): string => {
  const named = reading.names === undefined ? '' : `named: ${both('3个工作日', '3 workdays')[lang]}, `;
  return `${rule.id}: { reading: ${reading.id}, ${named}by: ${both('县政务服务局', 'the bureau')[lang]}, on: 2026-01-31 }`;
};

const columns = (lang: Lang): readonly ListColumn<Open>[] => [
  column.short('pack', LABELS.pack, 16, ({ pack }) => pack.id),
  column.clause('clause', LABELS.clause, 14, ({ rule }) => clauseText(rule)),
  column.name('title', LABELS.title, 24, ({ rule }) => rule.title[lang]),
  column.text('in-force', IN_FORCE, 40, open => inForceText(open, lang)),
  column.text('says', both('也可读作', 'Also read as'), 40, ({ reading }) => reading.says[lang]),
  column.text('otherwise', both('那样则', 'Then'), 40, ({ rule, reading, pack }) =>
    otherwiseText(rule, reading, pack, readerOf(pack, lang)),
  ),
  column.text('because', both('理由', 'Because'), 40, ({ reading }) => reading.because?.[lang]),
  column.text('settle', both('采用', 'To settle'), 50, open => settingOf(open, lang)),
];

/** The other readings as a list, a row each. */
export const readingsList = (packs: readonly Pack[], lang: Lang): List<Open> => ({
  title: both('条文的其他读法', 'Other readings of the text')[lang],
  note: '',
  columns: columns(lang),
  items: openReadings(packs),
});

const ruleBlocks = (pack: Pack, rule: Rule, lang: Lang): readonly Block[] => [
  {
    kind: 'heading',
    level: 1,
    text: `${clauseText(rule)} ${rule.title[lang]}  ${rule.id}`,
    anchor: `${pack.id}-${rule.id}`,
  },
  fields([
    ...fieldOf(IN_FORCE[lang], inForceText({ pack, rule }, lang)),
    ...(rule.readings ?? []).flatMap(reading =>
      fieldsOf(chosen(columns(lang), 'says', 'otherwise', 'because', 'settle'), { pack, rule, reading }, lang),
    ),
  ]),
];

/** What the county has to settle: each rule that can be read otherwise, by which reading it is judged, and how to change that. */
export const tellReadings = (packs: readonly Pack[], lang: Lang): Document => ({
  lang,
  title: both('条文的其他读法', 'Other readings of the text')[lang],
  head: [
    paragraph(
      both(
        '下列条文有不止一种合理的读法。没有定的，按“现在按”一栏判。要改按另一种，把“采用”一行写到 duibiao.yaml 的 readings: 之下，写明谁定的、哪天定的；确认现在的读法，读法写 as-stated。',
        'These clauses can honestly be read in more than one way. Until one is settled they are judged as "In force" says. To settle another, put the line under "To settle" below readings: in duibiao.yaml and say who decided and when; to confirm the one in force write as-stated.',
      )[lang],
    ),
  ],
  chapters: packs
    .filter(({ rules }) => rules.some(rule => rule.readings))
    .map(pack =>
      chapter(
        pack.id,
        `${pack.title[lang]}  ${pack.id}`,
        ...pack.rules.flatMap(rule => (rule.readings ? ruleBlocks(pack, rule, lang) : [])),
      ),
    ),
});
