import { distance } from 'fastest-levenshtein';
import type { Location } from '../../model/base/location.ts';
import { keptFor, memoized, memoizedFor, once } from '../../model/base/memo.ts';
import { type Problem, type ProblemOf, problem } from '../../model/base/problem.ts';
import type {
  FactDefinition,
  RecordsDefinition,
  TermList,
  Theme,
  Vocabulary,
} from '../../model/standard/vocabulary.ts';
import { asMeant } from './seen.ts';

const IGNORED = /[\s"'`“”‘’「」『』《》〈〉()[\]{}【】〔〕<>、,，。:;；：·•・‧⋅∙‐‑‒–—―−*＊-]/gu;

/** Most names are as they would be folded. */
const FOLDED = /^[\u4e00-\u9fffa-z0-9_.]*$/;

const foldOnce = (name: string): string =>
  FOLDED.test(name) ? name : asMeant(name).toLowerCase().replace(IGNORED, '');

/** One spelling for what people write in many: width, case, spaces, brackets and quotation marks say nothing. */
export const fold = memoized(foldOnce);

/** The words of a list as they are compared; white space parts them. */
export const wordsIn = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u).map(fold));

/** Codes of things by every name they go by. */
export type NameIndex = ReadonlyMap<string, string>;

/** What a text names, of an index of names; empty where it names nothing. */
export const codeIn = memoizedFor((index: NameIndex, text) => index.get(fold(text)) ?? '');

/** Whether a text names no place: one without a letter, or what heads a column: 2026年大厅面积, 窗口数量（个）. */
export const isNoPlace = (text: string): boolean =>
  !/\p{L}/u.test(text) || /^20\d{2}年|(?:面积|数量|人数|日期|时间|情况)(?:[（(].*)?$/u.test(text);

/** The number of a row before the name of its place: 1.石桥镇. */
export const ROW_NUMBER =
  /^(?:[（(]\d{1,2}[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.、．])\s*(?=\p{Script=Han})/u;

/** Whether a name is all that a township may be at once: 镇（街道）, 乡镇、街道办事处. */
export const isTownship = (name: string): boolean =>
  /^(?:所[在属])?(?=[^镇街]*[镇街])[乡镇街道办事处（）()、/]{2,12}(?:名称)?$/u.test(name);

/** Whether a name may ask for the level of a centre, which only what answers it tells: 类型, 机构类别. */
export const mayAskLevel = (name: string): boolean =>
  /^(?:便民服务|政务服务)?(?:中心|机构|站点?|单位|平台)?(?:类[型别]|性质|属性|种类)$/u.test(name);

export interface Named {
  readonly names: readonly string[];
  readonly id: string;
}

/** The first thing of a name has it. */
const indexNames = (things: readonly Named[]): NameIndex => {
  const named = things.flatMap(({ names, id }) => foldedOf(names).map(([, folded]) => [folded, id] as const));
  return new Map(named.toReversed());
};

const NUMBER = /(?:总人?|人|个)?数量?$/u;
const DAY = /(?:日期|时间)$/u;

/** What things are counted by, whatever they are. */
export const COUNTERS: readonly string[] = [...'个人名次件项处间块张台套把副辆部条盒支面本'];

/** What in a bracket behind a thing leaves all of it: （个）, （含村干部）, （截至9月）. */
const COUNTED = new RegExp(`[（(](?:(?:单位[:：]\\s*)?[${COUNTERS.join('')}]|[含截][^（）()]*)[)）]`, 'gu');

/** How the name of a fact may end, and what else says the same: 窗口总数 for 窗口数量, of people 人数 too; 设立时间 for 设立日期. */
const endsOf = (fact: FactDefinition): readonly [RegExp, readonly string[]] | undefined => {
  if (fact.type === 'date') return [DAY, ['日期', '时间']];
  if (fact.type !== 'count') return undefined;
  return [NUMBER, ['数', '数量', '总数', ...(/[人名]/u.test(fact.counter.zh) ? ['人数', '总人数'] : ['个数'])]];
};

const otherNames = (fact: FactDefinition): Named => {
  const [end, ends] = endsOf(fact) ?? [];
  if (end === undefined || ends === undefined) return { id: fact.id, names: [] };
  const ending = [fact.label.zh, ...fact.aliases].filter(name => end.test(name));
  return { id: fact.id, names: ending.flatMap(name => ends.map(other => name.replace(end, other))) };
};

/** A thing as it goes by, whatever is said of it: 窗口 of 窗口设置. */
export const withoutKind = (thing: string): string =>
  thing.replace(/(?<=.{2})(?:(?:基本)?情况|配[备置]|设置|建设|队伍)$/u, '');

/** What asks how many there are of a thing: 窗口数 of 窗口, 窗口设置 and 窗口（个）; nothing where a bracket says of which. */
export const numberOf = (thing: string): string => `${withoutKind(thing.replace(COUNTED, '').trim())}数`;

export const factNames = ({ id, label, aliases }: FactDefinition | Theme, prefix = ''): Named => ({
  id,
  names: [id.slice(prefix.length), id, label.zh, label.en, ...aliases],
});

export const listNames = ({ terms }: Pick<TermList, 'terms'> = { terms: [] }): readonly Named[] =>
  terms.map(({ code, label, aliases }) => ({ id: code, names: [code, label.zh, label.en, ...aliases] }));

/** Vocabularies of scorecards have most facts in common. */
const named = keptFor((fact: FactDefinition) => factNames(fact));
const alike = keptFor(otherNames);

/** The names of a vocabulary, each index made when it is first asked for. */
export type Names = ReturnType<typeof makeNames>;

/** The words of a profile: what there is to declare, and every name that it goes by. */
export interface Dictionary {
  readonly vocabulary: Vocabulary;
  readonly names: Names;
}

/** A field also goes by its label without the name of the thing: 工作台名称 → 名称. */
const fieldIndex = (vocabulary: Vocabulary, id: string): NameIndex => {
  const records = vocabulary.fact.get(id);
  if (records?.type !== 'records') return new Map();
  const things = [records.item.zh, records.label.zh, ...records.aliases];
  const short = records.fields.flatMap(field =>
    things
      .filter(thing => field.label.zh.startsWith(thing) && field.label.zh !== thing)
      .map(thing => ({ id: field.id, names: [field.label.zh.slice(thing.length)] })),
  );
  return indexNames([...records.fields.map(field => factNames(field, `${id}.`)), ...short]);
};

const makeNames = (vocabulary: Vocabulary) => ({
  facts: once(() => indexNames([...vocabulary.facts.map(named), ...vocabulary.facts.map(alike)])),
  themes: once(() => indexNames(vocabulary.themes.map(theme => factNames(theme)))),
  fields: memoized(id => fieldIndex(vocabulary, id)),
  terms: memoized(id => indexNames(listNames(vocabulary.list.get(id)))),
});

export const namesOf: (vocabulary: Vocabulary) => Names = keptFor(makeNames);

/** Where the one is no part of the other, edits; as many as the lengths differ by are more than the limit. */
const closeness = (wanted: string, name: string, limit: number): number => {
  const apart = Math.abs(name.length - wanted.length);
  if (wanted.length > 1 && (name.includes(wanted) || wanted.includes(name))) return apart * 0.4;
  return apart > limit ? apart : distance(wanted, name);
};

const foldedOf = keptFor((names: readonly string[]) => names.map(name => [name, foldOnce(name)] as const));

const nearest = memoizedFor((names: readonly string[], found): readonly string[] => {
  const wanted = fold(found);
  const limit = Math.max(1, Math.floor(wanted.length * 0.4));
  const near = new Map<string, number>();
  for (const [name, folded] of foldedOf(names)) {
    const far = closeness(wanted, folded, limit);
    if (far <= limit && far < wanted.length) near.set(name, far);
  }
  return [...near]
    .sort(([a, far], [b, further]) => far - further || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([name]) => name);
});

/** Names that someone who wrote `found` may have meant, the closest first, at most three. */
export const suggest = (found: string, names: readonly string[]): readonly string[] => nearest(names, found);

/** What the fields of a list go by, as people write them. */
export const namesIn = keptFor(({ fields }: RecordsDefinition) =>
  fields.flatMap(({ label, aliases }) => [label.zh, ...aliases]),
);

const MOST_NAMED = 13;

/** For a name that nobody knows: those that may be meant or, where none is near and they are few, all there are. */
export const meant = (found: string, names: Iterable<string>) => {
  const all = [...new Set(names)];
  const suggestions = suggest(found, all);
  return { suggestions, accepted: suggestions.length === 0 && all.length <= MOST_NAMED ? all : [] };
};

type Kind = ProblemOf<'unknown-name'>['kind'];

export const unknownName = (kind: Kind, name: string, known: Iterable<string>, at: Location | string): Problem =>
  problem('unknown-name', at, { kind, name, ...meant(name, known) });

/** Of names that stand at one place, those that nobody knows. */
export const unknownNames = (
  kind: Kind,
  names: readonly string[],
  known: readonly string[],
  at: Location | string,
): readonly Problem[] => names.filter(name => !known.includes(name)).map(name => unknownName(kind, name, known, at));

/**
 * What says of a centre that it is there no more, or not yet; of a part of it, or of another place, that says nothing of the centre:
 * its second phase is being built while it is open.
 */
const STOPPED =
  '(?<!(?:[一二三四五六新老]期|[新老旧原]址|(?:办公|会议|调解|档案|值班|等候|休息|阅览)室|(?:服务|自助|等候|咨询|功能|办公|休息|受理|办事)区|窗口)[已均正尚仍还暂]*)(?:撤[并销除]|已合并|合并[到至入]|并入|取消|关[闭停]|停[用办运业]|暂停|注销|筹[建备]|在建(?!设)|[待拟未]建|未[设启运投]|(?<=^|[（(【[正尚在仍还前暂])(?:未开[放业办通](?=使用|运[行营]|\\P{L}|$)|(?:建设|施工)中(?!心)))';

/** The same in the bracket behind its name: （已撤并）, （筹建中）. */
const NOT_RUNNING = new RegExp(
  String.raw`[（(【[][^（）()【】[\]]*(?:${STOPPED})[^（）()【】[\]]*[)）】\]](?:\s*[（(][^（）()]*[)）])?$|[-—－\s]已(?:撤[并销除]|合并|关[闭停]|停[用办运业]|注销)$`,
  'u',
);

export const isNotRunning = (name: string): boolean =>
  /[)）】\]并销除闭停用办运业]$/u.test(name) && NOT_RUNNING.test(name);

const STATUS = /^(?:中心|站点|机构)?(?:运[行营]|使用|开放|启用|存续|撤并|建设(?=状))?(?:状态|情况|状况)$/u;

/** A status that says so and nothing else: not 无撤并, 3处场所已撤并, 未设自助区, 取消收费. */
const AS_STATUS = new RegExp(
  String.raw`^(?:于?\d{4}年(?:\d{1,2}月)?)?(?:目前|[现均全已被暂尚正仍还在]|整体|临时|长期|处于)*(?:${STOPPED})(?:[中期间了置用动营行建成运]|使用|办公|服务|整顿|阶段|状态)*(?:(?:[到至入，,；;。\s]|(?<=[到至入])).*)?$`,
  'u',
);

/** Whether a head asks how it stands with a centre. */
export const asksStatus = (head: string): boolean => STATUS.test(head);

/** What says under such a head, or beside such a label, that a centre is there no more, or not yet: 运行状态 | 已撤销（2023年）. */
export const stoppedAs = (head: string, text: string): string | undefined => {
  if (!asksStatus(head)) return undefined;
  const said = text.replace(/[（(].*$/su, '').trim();
  return AS_STATUS.test(said) && isNotRunning(`（${said}）`) ? said : undefined;
};
