import type { Lang } from '../../model/base/text.ts';
import type { FactDefinition, RecordsDefinition } from '../../model/standard/vocabulary.ts';
import { pick, type Reader } from '../reader.ts';

/** The word that counts a thing, by how its name ends. */
const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/(?:人员|主任|代办员|负责人|代表|成员)$/u, '名'],
  [/(?:牌|板|屏)$/u, '块'],
  [/(?:室|机房|房间|大厅)$/u, '间'],
];

export const measureOf = (noun: string): string => MEASURES.find(([ending]) => ending.test(noun))?.[1] ?? '个';

export const plural = (noun: string): string => {
  if (!/[a-z]$/u.test(noun)) return noun;
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`;
};

const singular = (noun: string): string => {
  if (noun === 'people') return 'person';
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return /[^s]s$/u.test(noun) ? noun.slice(0, -1) : noun;
};

/** `8 个`, `1 window`: `counter` is the measure word in Chinese, a plural noun in English. */
export const counted = (amount: string, counter: string, lang: Lang): string =>
  `${amount} ${lang === 'en' && amount === '1' ? singular(counter) : counter}`.trim();

/** What follows a number of what a fact counts. */
export const counterOf = (definition: FactDefinition | undefined, lang: Lang): string => {
  if (definition?.type === 'count') return definition.counter[lang];
  if (definition?.type === 'records') return lang === 'zh' ? measureOf(definition.item.zh) : '';
  return lang === 'zh' ? '项' : 'items';
};

/** The list that a field or a path within it belongs to. */
export const recordsOf = (id: string, reader: Reader): RecordsDefinition | undefined => {
  const end = id.search(/[.[]/u);
  const definition = reader.vocabulary.fact.get(end > 0 ? id.slice(0, end) : id);
  return definition?.type === 'records' ? definition : undefined;
};

/** The name of a field beside its record: 制度牌规格 of a 制度牌 is its 规格. */
export const fieldName = (field: FactDefinition, records: RecordsDefinition, reader: Reader): string => {
  const label = field.label[reader.lang];
  if (reader.lang === 'en') return label;
  const name = [records.item.zh, records.item.zh.replace('公示', '')].find(start => label.startsWith(start)) ?? '';
  return label.length > name.length + 1 ? label.slice(name.length) : label;
};

/** The name of a fact, or of a field where its record is already named. */
export const factName = (id: string, reader: Reader, beside?: RecordsDefinition): string => {
  const definition = reader.vocabulary.fact.get(id);
  if (definition === undefined) return id;
  return beside === undefined ? definition.label[reader.lang] : fieldName(definition, beside, reader);
};

/** A record by the name that its key gave it, in the reader's language, or by its number. */
export const itemName = (path: string, key: string, reader: Reader): string => {
  const records = recordsOf(path, reader);
  const number = /\[(\d+)\]/u.exec(path)?.[1] ?? '';
  if (records !== undefined && (key === number || key === ''))
    return pick(reader, `第 ${number} ${measureOf(records.item.zh)}${records.item.zh}`, `${records.item.en} ${number}`);
  return reader.lang === 'zh' || records === undefined ? key : translatedKey(key, records, reader);
};

const translatedKey = (key: string, records: RecordsDefinition, reader: Reader): string => {
  const [, name = key, turn] = /^(.*?)(?:（(\d+)）)?$/u.exec(key) ?? [];
  const field = records.fields.find(({ id }) => id === `${records.id}.${records.key}`);
  const list = field?.type === 'term' ? reader.vocabulary.list.get(field.list) : undefined;
  const label = list?.terms.find(term => term.label.zh === name)?.label.en ?? name;
  return turn === undefined ? label : `${label} (${turn})`;
};
