import { both, type Lang } from '../../model/base/text.ts';
import { clockShown, hoursWritten } from '../../model/base/times/hours.ts';
import { unitNamed } from '../../model/base/unit.ts';
import { isOtherTerm, OTHER_TERM, type Value } from '../../model/base/value.ts';
import type { Entry } from '../../model/scoring/measure.ts';
import { entryIn, entryWith, rowWith } from '../../model/scoring/rows.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import type { FactDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import { listed, pick, type Reader } from '../reader.ts';
import { counted, counterOf, measureOf, plural } from './nouns.ts';

export const termLabel = (vocabulary: Vocabulary, listId: string, code: string, lang: Lang): string => {
  if (isOtherTerm(code)) return code.slice(OTHER_TERM.length);
  return vocabulary.term.get(listId)?.get(code)?.label[lang] ?? code;
};

export const factLabel = (vocabulary: Vocabulary, id: string, lang: Lang): string =>
  vocabulary.fact.get(id)?.label[lang] ?? id;

export const list = <T>(things: readonly T[], lang: Lang, tell?: (thing: T) => string): string =>
  listed(things, { lang }, tell);

/** Whether people answer a question with 有 and 无 rather than 是 and 否. */
export const asksForThing = (definition: FactDefinition | undefined): boolean =>
  /^[有无]$/u.test(definition?.example ?? '');

export const yesNoText = (value: boolean, definition: FactDefinition | undefined, lang: Lang): string => {
  if (lang === 'en') return value ? 'yes' : 'no';
  if (asksForThing(definition)) return value ? '有' : '无';
  return value ? '是' : '否';
};

/** `2021年11月5日`; English keeps the form of ISO 8601. */
export const dateText = (date: string, lang: Lang): string => {
  const [year, month, day] = date.split('-').map(Number);
  return lang === 'zh' && day !== undefined ? `${year}年${month}月${day}日` : date;
};

const ENGLISH_HOURS = {
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  to: '–',
  and: ', ',
  between: '; ',
  closed: 'closed',
};

const withUnit = (amount: string, label: string): string => `${amount} ${label}`.trim();

const unitLabel = (amount: string, label: string, lang: Lang): string =>
  lang === 'en' && amount === '1' ? label.replace(/days$/u, 'day').replace(/(month|year)s$/u, '$1') : label;

/** A value as a reader of the report writes it: `200 ㎡`, `8 个`, `是`, `老花镜、签字笔`. */
export const valueFor = (value: Value, definition: FactDefinition | undefined, reader: Reader): string => {
  const { vocabulary, lang } = reader;
  switch (value.type) {
    case 'quantity':
      return withUnit(value.amount, unitLabel(value.amount, unitNamed(value.unit).label[lang], lang));
    case 'size':
      return withUnit(value.sides.join(' × '), unitNamed(value.unit).label[lang]);
    case 'count':
      if (value.amount === '0' && lang === 'en') return NOTHING.en;
      return counted(value.amount, counterOf(definition, lang), lang);
    case 'percent':
      return `${value.amount}%`;
    case 'yes_no':
      return yesNoText(value.value, definition, lang);
    case 'date':
      return dateText(value.value, lang);
    case 'time':
      return clockShown(value.value);
    case 'hours':
      return hoursWritten(value.value, lang === 'en' ? ENGLISH_HOURS : undefined);
    case 'text':
      return value.value === '' ? NOTHING[lang] : value.value;
    case 'term':
      return termLabel(vocabulary, value.list, value.code, lang);
    case 'terms': {
      const listId = value.list || (definition !== undefined && 'list' in definition ? definition.list : '');
      const labels = value.terms.map(term => termLabel(vocabulary, listId, term.code, lang));
      return labels.length === 0 ? NOTHING[lang] : listed(labels, reader);
    }
    case 'records':
      return recordsText(value.items.length, definition, reader);
  }
};

const recordsText = (amount: number, definition: FactDefinition | undefined, reader: Reader): string => {
  if (definition?.type !== 'records') return String(amount);
  const { zh, en } = definition.item;
  if (amount === 0) return pick(reader, `没有${zh}`, `no ${plural(en)}`);
  return pick(reader, `${amount} ${measureOf(zh)}${zh}`, counted(String(amount), plural(en), 'en'));
};

export const NOTHING = { zh: '无', en: 'none' } as const;

/** Whether it is for an inspector to fill in, and no fact of the centre. */
export const isEntry = (fact: string): boolean => entryIn(fact) !== undefined;

export const entryLabel = (entry: Entry, scorecard: Scorecard, lang: Lang): string =>
  entry.label?.[lang] ?? rowWith(entry.item, scorecard)?.title[lang] ?? entry.id;

/** What an inspector may fill in: options with their points, what is counted, or points in a range. */
export const entryRange = ({ kind, least, most, step, counter, options }: Entry, lang: Lang): string => {
  const { zh, en } = {
    option: both(
      options.map(({ label, points }) => `${label.zh} ${points}分`).join('、'),
      options.map(({ label, points }) => `${label.en} ${points}`).join(', '),
    ),
    tally: counter ?? both('次', 'times'),
    points: both(
      `${least}～${most ?? '…'}分${step === undefined ? '' : `，每格${step}`}`,
      `${least}–${most ?? '…'} points${step === undefined ? '' : `, in steps of ${step}`}`,
    ),
  }[kind];
  return both(zh, en)[lang];
};

/** A fact by its label; what an inspector has yet to fill in goes by its row. */
export const askedLabel = (
  fact: string,
  vocabulary: Vocabulary,
  { scorecard }: Pick<Scheme, 'scorecard'>,
  lang: Lang,
): string => {
  const id = entryIn(fact);
  if (id === undefined) return factLabel(vocabulary, fact, lang);
  const entry = scorecard && entryWith(scorecard.entries, id);
  const name = scorecard === undefined || entry === undefined ? id : entryLabel(entry, scorecard, lang);
  return both(
    `${name}（由${entry?.bureau ?? '检查人'}填写）`,
    `${name} (for ${entry?.bureau ?? 'the inspector'} to fill in)`,
  )[lang];
};
