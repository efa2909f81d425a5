import type { Location } from '../../model/base/location.ts';
import type { MapEntry, MapNode, ScalarNode } from '../../model/base/source.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import type { FactDefinition, FieldDefinition, RecordsDefinition } from '../../model/standard/vocabulary.ts';
import { COUNTERS, codeIn, fold, type NameIndex } from './names.ts';
import { asSeen } from './seen.ts';
import { listsNone, withoutNumbering } from './term-list.ts';
import { isBare, isRefusal, readScalar } from './values.ts';

/** What the words of a list are held against. */
export interface WordsOf {
  readonly definition: RecordsDefinition;
  readonly names: NameIndex;
  /** Whether a text is a value of a field. */
  readonly reads: (field: FieldDefinition, text: string) => boolean;
}

/** Marks between records, and between what is said of one: none of them parts what stands in a bracket. */
const ENDS = /[；;\n]\s*/u;
const OUTSIDE = /[；;、，,\n]\s*(?![^（(]*[)）])/u;
const BETWEEN =
  /[，,、；;]\s*|\s+(?=\p{Script=Han}{1,8}\s*[:：]?\s*\d)|(?<=[a-z㎡²米分])(?=[高宽长]\p{Script=Han}?\s*[:：]?\s*\d)/iu;

/** 1号台（高80cm，宽70cm）, 1号台：高80cm, 1号台 高80cm. */
const BRACKETED = /^([^（(:：]+?)\s*[（(]([^（）()]+)[)）]$/u;
const SPACED = /^([^\s:：（(]+)\s+(\p{Script=Han}.*\d.*)$/u;
const BEHIND = /^([^:：（(]+)[:：]\s*(.+)$/u;
/** 档案室20㎡: a term, and a number with a unit. */
const JOINED = /^(\p{Script=Han}+)(\d[\d.]*\s*[^\d\s（()）]+)$/u;

const LABELLED = /^(\p{Script=Han}{1,10}?)\s*(?:[:：=]\s*|(?=\d))(.+)$/u;

/** A longer text lists no records that anybody would check, and takes its marks too long to hold against one another. */
const LONGEST = 4_000;

/** What names no one thing: 共5个, 各台, 2个工作台, 1号台和2号台; 备注, 以上数据, 2026年10月 and 2号台已拆除 name none. */
const SEVERAL =
  /^(?:[各每全所均共总][^一二三四五六七八九十]*|\d+\s*[个台块间名人张]\D*|[^和及与至]*\d[^和及与至\d]{0,4}[和及与至][^\d]{0,2}\d.*|备注|附?注|说明|平均值?|标准|要求|规定|示例|例如?|(?:以上|以下|其中|其[余他它]|另有?).*|.*\d\s*[年月日].*|.*已[拆停撤坏报退].*)$/u;
const LONGEST_HEAD = 40;
const NUMBERED = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})号?(?:窗口|窗|台)?$/u;

interface Worded {
  readonly head: string;
  readonly said: string;
}

const wordedIn = (text: string, { definition }: WordsOf): Worded | undefined => {
  const isTerm = definition.fields.some(
    ({ id, type }) => id === `${definition.id}.${definition.key}` && type === 'term',
  );
  const joined = isTerm ? JOINED.exec(text) : null;
  const [, head, said] = BRACKETED.exec(text) ?? SPACED.exec(text) ?? BEHIND.exec(text) ?? joined ?? [];
  if (head !== undefined && said !== undefined) return { head: head.trim(), said: said.trim() };
  return /[（(:：\d]/u.test(text) ? undefined : { head: text, said: '' };
};

const itemsIn = (text: string): readonly string[] => {
  const parted = [ENDS, OUTSIDE].map(mark =>
    text.split(mark).flatMap(part => part.trim().replace(/[。；;]$/u, '') || []),
  );
  const [ended = [], outside = []] = parted;
  const areOutside = /[)）]/u.test(text) || outside.every(part => JOINED.test(part));
  return ended.length > 1 || !areOutside ? ended : outside;
};

/** The field that a part gives by its name (高80cm, 宽度：70cm) or, where it could be no other, by its value alone. */
const fieldOf = (words: WordsOf, part: string): readonly [FieldDefinition, string] | undefined => {
  const { definition, names, reads } = words;
  const [, label = '', value = ''] = LABELLED.exec(part) ?? [];
  const id = codeIn(names, label) || codeIn(names, `${label}度`);
  const named = definition.fields.find(field => field.id === id);
  if (named !== undefined) return reads(named, value) ? [named, value] : undefined;
  const able = definition.fields.filter(
    field =>
      ['quantity', 'size', 'term'].includes(field.type) &&
      !/^[共总合均各约]/u.test(part) &&
      !isBare(part, field) &&
      reads(field, part),
  );
  const [only, ...others] = able;
  return only === undefined || others.length > 0 ? undefined : [only, part];
};

/** A piece of a text, where that stands. */
export interface Piece {
  readonly text: string;
  readonly location: Location;
}

const entryOf = (key: string, text: string, { location }: Piece): MapEntry => ({
  key,
  keyLocation: location,
  value: { kind: 'scalar', text, value: text, location },
});

/** A record of which a word gives just its key. */
export const named = (key: string, piece: Piece): MapNode => ({
  kind: 'map',
  location: piece.location,
  entries: [entryOf(key, piece.text, piece)],
});

/** 甲一（主任 is a piece of 甲一（主任，已退休）, and no name. */
export const isCut = (text: string): boolean =>
  text.replaceAll(/[^（(]/gu, '').length !== text.replaceAll(/[^)）]/gu, '').length;

/** What makes a number no exact one, or says of what else it is: 约6个, 6个以上, 6-8个, 6（含自助1个）. */
const AROUND =
  /^(?:大?约|近|大概|差不多|不[少低]于|至少|超过)\s*|[余多来](?=\D?$)|(?:左右|上下|以[上下内])$|(?<=\d\D?)\s*[-~～—－至到]\s*\d+|(?<=\d\D?)[（(].*[)）]$/gu;
const SOME = new RegExp(`^(?:若干|[多几数])[${COUNTERS.join('')}]?$`, 'u');

/** How many a text says that there are, by whatever word they are counted: 2个, 三台, 无. */
export const countIn = (text: string, { id, label }: Pick<FactDefinition, 'id' | 'label'>): ScalarValue | undefined => {
  const count = { id, label, aliases: [], type: 'count' } as const;
  const reads = COUNTERS.map(zh => readScalar(text, { ...count, counter: { zh, en: '' } }));
  return reads.find((read): read is ScalarValue => !isRefusal(read));
};

/** 2个, 3, 约6个 or 5块制度牌 says how many there are, and names none. */
export const isCountOf = (definition: FactDefinition, text: string): boolean => {
  const said = text.trim();
  return SOME.test(said) || (countIn(said.replaceAll(AROUND, ''), definition) !== undefined && !listsNone(text));
};

/** The field that the word before what is said of a thing is: its key, or its name where that is a number. */
const headField = ({ definition, reads }: WordsOf, head: string): FieldDefinition | undefined => {
  const [key, name] = [definition.key, 'name'].map(id =>
    definition.fields.find(one => one.id === `${definition.id}.${id}`),
  );
  const own = [definition.label.zh, definition.item.zh, ...definition.aliases].map(fold);
  if (key === undefined || head.length > LONGEST_HEAD || SEVERAL.test(head) || own.includes(fold(head)))
    return undefined;
  return reads(key, head) ? key : NUMBERED.test(head) ? name : undefined;
};

const recordOf = (words: WordsOf, { head, said }: Worded, node: ScalarNode): MapNode | undefined => {
  const field = headField(words, head);
  const parts = said === '' ? [] : said.split(BETWEEN).map(part => fieldOf(words, part.trim()));
  if (field === undefined || parts.includes(undefined)) return undefined;
  const entries = parts.flatMap(part => (part === undefined ? [] : entryOf(part[0].id, part[1], node)));
  return { kind: 'map', location: node.location, entries: [entryOf(field.id, head, node), ...entries] };
};

/** 档案室、会议室（60㎡）: a measure behind the last of several may be that of all. */
const isOfAll = (said: readonly string[]): boolean =>
  said.length > 1 && /\d/u.test(said.at(-1) ?? '') && said.slice(0, -1).every(one => one === '');

/** The records of a text that says more of each than its name; undefined where any part of it says anything else. */
export const recordsInWords = (words: WordsOf, node: ScalarNode): readonly MapNode[] | undefined => {
  if (node.text.length > LONGEST || !/[（(:：\s\d]/u.test(node.text)) return undefined;
  const worded = itemsIn(withoutNumbering(asSeen(node.text))).map(text => wordedIn(text, words));
  if (worded.includes(undefined) || !worded.some(one => one && one.said !== '')) return undefined;
  if (isOfAll(worded.map(one => one?.said ?? ''))) return undefined;
  const records = worded.flatMap(one => (one ? (recordOf(words, one, node) ?? []) : []));
  return records.length === worded.length ? records : undefined;
};
