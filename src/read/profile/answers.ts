import { memoized } from '../../model/base/memo.ts';
import type { ListNode, ScalarNode, SourceNode } from '../../model/base/source.ts';
import type { Fact } from '../../model/base/value.ts';
import { asksForNone, type FactDefinition, isUsuallyNo } from '../../model/standard/vocabulary.ts';
import { COUNTERS, fold, wordsIn } from './names.ts';
import { asSeen, offLine } from './seen.ts';
import { SHOWN } from './shown.ts';

const TICKED = String.raw`[\[(（【〔]\s*(?:[√✓✔☑✅■●vVxX])\s*[\])）】〕]`;
const CROSSED = String.raw`[\[(（【〔]\s*(?:[×✗✘❌])\s*[\])）】〕]`;
const EMPTY = String.raw`\[[\s_]*\]|[(（【〔][\s_]*[)）】〕]`;

const ANY = new RegExp(`${TICKED}|${CROSSED}|${EMPTY}`, 'u');
const KINDS = [
  [new RegExp(TICKED, 'gu'), '☑'],
  [new RegExp(CROSSED, 'gu'), '×'],
  [new RegExp(EMPTY, 'gu'), '☐'],
  [/[✅🗹]/gu, '☑'],
  [/[❌❎]/gu, '×'],
] as const;

/** Text with boxes that are drawn with brackets, or with coloured signs, as boxes of one character: [x] → ☑, （ ） → ☐. */
export const withBoxes = (text: string): string =>
  ANY.test(text) || /[✅🗹❌❎]/u.test(text)
    ? KINDS.reduce((said, [pattern, box]) => said.replaceAll(pattern, box), text)
    : text;

const TICKS = '☑☒√✓✔■●▣◼⬛◉⦿';
const UNTICKED = '□☐○◯◻⬜×✗✘';
const SIGNS = `${TICKS}${UNTICKED}`;
const BOX = /[☑☒√✓✔■●▣◼⬛◉⦿□☐○◯◻⬜]/u;
const BEFORE = new RegExp(`([${SIGNS}])\\s*([^${SIGNS}]+)`, 'gu');
const AFTER = new RegExp(`([^${SIGNS}]+?)\\s*([${SIGNS}])`, 'gu');
const SIGN = new RegExp(`[${SIGNS}]`, 'u');
const BETWEEN = new RegExp(`([\\s/／|]*)[${SIGNS}]([\\s/／|]*)`, 'gu');

const label = (text: string): string => text.replace(/^[\s、，,;；/／|.．]+|[\s、，,;；/／|:：]+$/gu, '');

const words = (name: string): readonly string[] => label(name).split(/(?<=\p{Script=Han})\s+|[/／|]+/u);

/** Whether words are yes and no, and nothing else: 是   否, 有/无. */
const areYesAndNo = ([one = '', other = '', ...more]: readonly string[]): boolean => {
  const [said, again] = [yesNoIn(one, true), yesNoIn(other, true)];
  return more.length === 0 && said !== undefined && again !== undefined && said !== again;
};

/** What a sign has behind it: a tick before yes and no alone, the first of them. */
const nameBehind = (mark: string, name: string): string =>
  TICKS.includes(mark) && areYesAndNo(words(name)) ? (words(name)[0] ?? '') : label(name);

interface Option {
  readonly mark: string;
  readonly name: string;
}

/** Signs before their words: ☑是 □否. Undefined where a sign has several words behind it, of which one may be a remark, or none. */
const namedBehind = (text: string): readonly Option[] | undefined => {
  const options = [...text.matchAll(BEFORE)].map(([, mark = '', name = '']) => ({
    mark,
    name: nameBehind(mark, name),
  }));
  return SIGN.test(text.at(-1) ?? '') || options.some(({ name }) => words(name).length > 1) ? undefined : options;
};

/** Signs behind their words: 是√ 否. The last of several before a tick is the one that is ticked: 是 否√. */
const namedBefore = (text: string): readonly Option[] =>
  [...text.matchAll(AFTER)].map(([, name = '', mark = '']) => ({ mark, name: words(name).at(-1) ?? '' }));

/** Signs between words go with those that they touch: 是 √否. Undefined where they touch both, or neither, or a remark follows. */
const namedBetween = (text: string): readonly Option[] | undefined => {
  const around = [...text.matchAll(BETWEEN)];
  if (around.length === 1 && around.every(([, before, behind]) => before === '' && behind !== ''))
    return namedBefore(text);
  if (!around.every(([, before, behind]) => before !== '' && behind === '')) return undefined;
  return namedBehind(text.slice(text.search(SIGN)));
};

const optionsIn = (text: string): readonly Option[] | undefined => {
  if (SIGN.test(text[0] ?? '')) return namedBehind(text);
  return SIGN.test(text.at(-1) ?? '') ? namedBefore(text) : namedBetween(text);
};

/** A letter alone, as a font of signs shows a tick (R, P, þ): read in another font, nobody knows whether one was meant. */
const LETTER = /(?<!\p{Script=Latin})\p{Script=Latin}(?!\p{Script=Latin})|[¨§°]/u;

/** What follows 是 or 否 and is no part of it: ☑是 □否，计划明年启用. */
const REMARK = /[，。；,;：:（(]/u;

/** What is ticked in a text; nothing ticked → ''. Undefined for a text without boxes and labels. */
const tickedLabels = (text: string, { type }: FactDefinition): string | undefined => {
  const boxed = withBoxes(text.trim()).replaceAll(/[\ufe0e\ufe0f]/gu, '');
  if (!BOX.test(boxed) || [...boxed].length < 2) return undefined;
  const named = (optionsIn(boxed) ?? []).filter(({ name }) => name !== '');
  const isTicked = named.some(({ mark }) => TICKS.includes(mark));
  if (type === 'yes_no' && named.some(({ name }) => REMARK.test(name))) return undefined;
  if (named.length === 0 || (!isTicked && LETTER.test(boxed))) return undefined;
  return named
    .filter(({ mark }) => TICKS.includes(mark))
    .map(({ name }) => name)
    .join('、');
};

/** Facts that a box left empty says nothing of; in a number or a day a circle is a figure (二○二一年). */
const CHOICES: ReadonlySet<string> = new Set(['yes_no', 'term', 'terms', 'records']);

/** `☑是 □否` → `是`; `是（√） 否（ ）` → `是`; nothing ticked → ''. Other texts are unchanged. */
export const asTicked = (text: string, definition: FactDefinition): string => {
  const ticked = definition.type === 'text' ? undefined : tickedLabels(text, definition);
  return ticked === undefined || (ticked === '' && !CHOICES.has(definition.type)) ? text : ticked;
};

const YES = wordsIn(
  '是 有 对 已 是的 有的 已有 设有 建有 配有 存在 都有 均有 yes y true t √ ✓ ✔ ☑ ■ ● 对勾 打勾 打钩 勾 打√',
);

const NO = wordsIn(`
  否 无 没有 未 没 不是 未有 尚无 暂无 均无 都没有 不存在 未发现 没有发现 × x ✗ ✘ ☐ □ ○ 打叉 叉 打× no n false f
`);

/** Words that say whether what is asked for is met; of what should not be they say the reverse, or nothing. */
const MEETS = wordsIn(`
  具备 满足 符合 达到 达标 合格 到位 符合要求 满足要求 达到要求 已具备 已到位 已达标 已符合 已满足
  齐全 齐备 完备 完善 健全 完好 正常 配备齐全 设置齐全
`);

/** What a check says of an answer in which it finds nothing else. */
export const AS_DECLARED = wordsIn(
  '一致 属实 相符 无误 无异议 情况属实 核实无误 经核实无误 与申报一致 同申报 与自评一致 与自查一致 同自评 同自查',
);

const FALLS_SHORT = wordsIn(`
  不具备 不满足 不符合 不达标 不合格 不到位 未达标 未到位 不符合要求 未具备 不齐全 不完备 不完善 不健全 不正常
`);

const DONE =
  '(?:设立?|设置|建立?|建成|配备?|配置|配齐|安排|安装|开展|开通|启用|接入|落实|执行|实行|实施|提供|制定|成立|明确|完成|实现|达到)';
const HAS = new RegExp(
  `^(?:(?:已经?|正常|全部|均已?|已全部)(?:${DONE}|${SHOWN})|(?:能够?|可以?)(?:提供|实现|开展|落实))$`,
  'u',
);
const HAS_NOT = new RegExp(`^(?:目前)?[均都]?(?:暂|尚|还)?(?:未|没有?)${DONE}?$`, 'u');

/** 有3台, 有（一处）: how many there are says that there are some. */
const HAS_SOME = new RegExp(`^有(?:[1-9]\\d{0,2}|[一二两三四五六七八九十]{1,3})[${COUNTERS.join('')}]$`, 'u');

/** Whether a text says that there is none, as an answer by itself: 暂未建立, 尚未配备. */
export const saysNone = (text: string): boolean => HAS_NOT.test(text);

/** How survey tools export the option that was chosen: A.是, 2、否. */
const OPTION = /^(?:[A-H]|\d)[.．、:：)）]\s*(?=\p{Script=Han})/iu;

/**
 * Whether a text says yes or no, in a word, a tick or a box; undefined for anything else, and where it may be `literal`
 * only for words that say how well a thing is done.
 */
export const yesNoIn = (text: string, literal = false): boolean | undefined => {
  const folded = fold(
    offLine(withBoxes(asSeen(text)))
      .trim()
      .replace(OPTION, ''),
  );
  if (YES.has(folded) || HAS_SOME.test(folded)) return true;
  if (NO.has(folded)) return false;
  if (literal) return undefined;
  return MEETS.has(folded) || HAS.test(folded) ? true : FALLS_SHORT.has(folded) || saysNone(folded) ? false : undefined;
};

/** Words for that there is some or none, which answer no question whether there is none. */
const THERE_IS = wordsIn('有 有的 已有 存在 都有 均有 无 没有 没 未有 尚无 暂无 均无 都没有 不存在 未发现 没有发现');

/** What a text answers where yes or no is asked; 1个 is yes of 设有党员服务岗. */
export const answerTo = (text: string, definition: FactDefinition): boolean | undefined => {
  if (asksForNone(definition) && THERE_IS.has(fold(asSeen(text)))) return undefined;
  const isCounted = /^(?:设有|配备|建有|有)/u.test(definition.label.zh);
  return yesNoIn(text, isUsuallyNo(definition)) ?? (isCounted ? yesNoIn(`有${text.trim()}`, true) : undefined);
};

/** What one choice of yes or no says that has a box, whether that is ticked or not: ☑是, 否（ ）. */
export const choiceIn = (text: string): boolean | undefined => {
  const boxed = withBoxes(text.trim());
  const [first = '', ...more] = boxed.split(SIGN);
  return more.length === 1 ? yesNoIn(label(first + more[0]), true) : undefined;
};

/** What no name of one of several things says: 1-3号窗口, 总数, 中心主任：甲一, 空缺, 共3人, 主任（1人）, 1号台（已拆除）, 拟设社保窗口. */
const NAMES_OTHER = [
  /\d\s*号?\s*(?:[-~—–－、，,]|至|到)\s*\d+\s*号/u,
  /^(?:总[数计]|合计|小计|人数|个数|数量)$/u,
  /(?:[主副]任|书记|[镇乡站组所科局]长|员|人|岗|岗位|职务)[:：]\s*\S/u,
  /^[(（]?(?:空[缺岗位编额]|缺[员编额]?|[待拟]招聘?|招聘中)[)）]?$/u,
  /^[（(]?(?:详见|另?见附|见[上下图表]|附后)/u,
  /^(?:拟[设建增]|待[设建])|[（(](?:未启用|[已暂]?停用|拟[设建增]|待[设建]|在建|[已待]?撤[销并])[)）]$/u,
  /^共\s*\d|\d\s*人(?:[，,、；;]|$)/u,
  /[（(](?:\d{1,3}\s*[人名个张块]|[^（）()]{0,10}(?:已[拆撤退离调辞]|退休|离[职岗任]|辞职)[^（）()]{0,10})[)）]$/u,
];

/** Several people where one is named: 甲一、甲二. */
const areSeveralPeople = (text: string): boolean =>
  /^\p{Script=Han}{2,4}(?:\s*[、，,;；/\n]\s*\p{Script=Han}{2,4})+$/u.test(text);

/** Whether a text that is to name one of several things names several, how many there are, none, or something else of one. */
export const namesOther = (text: string, asked: string): boolean =>
  NAMES_OTHER.some(one => one.test(text)) || (asked === '姓名' && areSeveralPeople(text));

const NOT_KNOWN = wordsIn(`
  不详 未知 不清楚 待核实 待查 待定 待补 待补充 待填 待填写 待填报 未填 未统计 unknown ? ？ 跳过 空 未作答 未选 null
  请选择 请填写 请输入 点击选择 点击填写 点击输入 此处填写 是/否 是或否 有/无 有或无
`);
const NOT_OCCURRED = wordsIn('未发生 没有发生 did-not-occur');
const NOT_APPLICABLE = /^(?:不适用|不涉及|n\/a|not applicable)(?:[（(:：,，]\s*(.*?)[)）]?)?$/iu;

/** What people put where they have nothing to say. */
export const isDash = (text: string): boolean => /^[-—–－/／\\_\s.…]+$/u.test(text) && text.trim() !== '';

type Unstated =
  | { readonly state: 'undeclared' | 'did-not-occur' }
  | { readonly state: 'not-applicable'; readonly reason?: string };

/** What a text says instead of a value; `declared` where it is for the fact's type to tell. */
const stateIn = memoized((text: string): Unstated | { readonly state: 'declared' } => {
  const said = asSeen(text).trim();
  if (said === '' || isDash(said) || NOT_KNOWN.has(fold(said)) || /^[?？]+$/u.test(said))
    return { state: 'undeclared' };
  if (NOT_OCCURRED.has(fold(said))) return { state: 'did-not-occur' };
  const notApplicable = NOT_APPLICABLE.exec(said);
  if (notApplicable === null) return { state: 'declared' };
  const reason = notApplicable[1];
  return reason ? { state: 'not-applicable', reason } : { state: 'not-applicable' };
});

export const readState = ({ text, location }: ScalarNode): Fact | undefined => {
  const found = stateIn(text);
  return found.state === 'declared' ? undefined : { ...found, location };
};

/** Whether a node says nothing wherever it could. */
export const isBlankNode = (node: SourceNode): boolean => {
  if (node.kind === 'scalar') return node.fault === undefined && /^[-—–－/／\\\s]*$/u.test(asSeen(node.text));
  if (node.kind === 'list' || node.entries.length === 0) return false;
  // { 名称：1号台 } has the answer in its key.
  return node.entries.every(({ key, value }) => isBlankNode(value) && !/[:：]\S/u.test(key));
};

/** An empty list says that there is none; one whose every place was left blank says nothing. */
export const isListOfBlanks = ({ items }: ListNode): boolean => items.length > 0 && items.every(isBlankNode);
