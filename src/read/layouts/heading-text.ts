import { memoized } from '../../model/base/memo.ts';
import { type UnitCode, unitNamed } from '../../model/base/unit.ts';
import { inBrackets, partBehind } from '../profile/amount-part.ts';
import { COUNTERS, fold, isTownship } from '../profile/names.ts';
import { unitOf } from '../profile/values.ts';

/** What a way to read a heading says of the thing that it names. */
interface Marks {
  readonly unit?: string;
  /** Without the verb before or behind it, as only what is done or not is asked: 实行敞开式办公, 预约服务开展情况. */
  readonly done?: true;
  /** Without the verb behind it, as what is there is asked too: 功能区设置情况. */
  readonly kept?: true;
  /** With the word for how many there are, which the bracket behind it stands for: 分领域综合窗口（个）. */
  readonly counted?: true;
  /** Without a word that only an amount has: 实有人数. */
  readonly actual?: true;
  /** Without the bracket that says of what part or time an amount is: 办事大厅使用面积（一楼）, 培训次数（次/月）. */
  readonly partly?: string;
}

type Candidate = Marks & { readonly text: string };

/** No heading is longer; a cell may be a hundred times as long, and shapes are looked for as its length times itself. */
const LONGEST = 300;

/** So much of a text as may be a heading, with a bracket for a unit and one for what stands behind it. */
export const asHeading = (text: string): string =>
  inBrackets(text.slice(0, LONGEST), one => asUnit(one) !== undefined || COUNTERS.includes(one.trim()));

const SURVEY = /^(?:Q|问题|题目|第)\s*\d{1,3}\s*(?:题|项)?\s*[._、:：\s-]*(?=\D)/iu;
const NUMBERING =
  /^(?:0\d\s+|[【[（(](?:单选|多选|填空|下拉|单行文本|多行文本|日期|数字)题?[】\])）]\s*|(?:\d{1,2}[.．])+\d{1,2}\s+|[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）、.．:：]\s*|[①-⑳]\s*|[★☆*＊※]\s*|其中\s*[:：]?\s*(?=\p{L}))+/u;
const TRAILING = /(?<![:：*＊★☆?？①-⑳])(?:[:：*＊★☆?？①-⑳]|[（(](?:必填|选填|可不填)[)）])+$/u;
const BRACKETS = /^(.+?)\s*[（([【〔]((?:[^（）()[\]【】〔〕]|[（(][^（）()[\]【】]*[)）])*)[)）\]】〕]$/u;
const BARE_UNIT =
  /^(.+?)[\s/／,，、]*(?:单位[:：]?)?\s*(平方米|平米|厘米|毫米|公里|工作日|万元|㎡|m²|m2|cm|mm|km|%|元|米|天)$/iu;

/** What behind a name in brackets makes another thing of it: what is planned or asked for, what was. */
const QUALIFIED =
  /[（([【]\s*(?:\d{4}年度?)?(?:计划|规划|预计|预期|远期|拟\p{Script=Han}{0,2}|原有?|上年度?|上年同期|去年|往年|历史|下一步|未来|(?:改造|整改|整合|建设|搬迁|提升|装修)前|应[有设配]|[县市省]?级?(?:要求|标准|规定|目标)|不[低少小]于|不[高大多]于|不超过?|至少|最[低少]|[^（）()]*(?:20\d{2}年|年底|月底|月末)[^（）()]*(?:前|后|目标)[^（）()]*|在建|待[建设购配]|待?采购|缺[少项口]?|需(?:补充|[增添购配]\p{Script=Han}?)|未[建设配]\p{Script=Han}?|筹备中|筹建中?|建设中|旧|示例|样例)[值数]?\s*[)）\]】]/u;

/** The same before a name: 计划窗口数, 上年培训次数. */
const BEFORE = /^(?:撤销|空闲|闲置|[未不]达标的?|计划(?!生育)|规划|拟[建设]?|预计|目标|上年度?|去年)\p{L}{2}/u;

/** An area behind a name with more to it than the name says: 办事大厅面积（建筑面积）, 大厅面积（含后台）. */
const LARGER =
  /^(?!.*建筑面积.*[（(]).*面积\s*[（(](?:(?:总?建筑|占地|用地)(?:面积)?|[含带](?:有|了)?[^（()）]*(?:公摊|后台|后院|办公|楼[梯道]|走[廊道]|过道|卫生间|库房|食堂|停车|院|附属|辅助))/u;

const partIn = (text: string): string | undefined => {
  const part = partBehind(text);
  return part !== undefined && asUnit(part) === undefined ? part : undefined;
};

/** What is lacking, or whether it is enough, behind a name: 办事大厅使用面积差额, 窗口数量是否达标. */
const VERDICT = /.{4}(?:差[额值距]|缺[口额]|是否达标|达标情况|完成率)$/u;

const isOther = (text: string): boolean =>
  [QUALIFIED, LARGER, VERDICT].some(other => other.test(asHeading(text))) || BEFORE.test(text.trim());

/** What there was: 原面积 | 现面积; a fact may be called so by itself. */
export const isFormer = (text: string): boolean => /^原(?:有|先|来)?(?![则件因本告料材])\p{L}{2}/u.test(text.trim());

/** What there is, beside what there was. */
export const isCurrent = (text: string): boolean => /^(?:现|目前|当前)/u.test(text.trim());

/** Of whom alone a number is: 专职人员数, 党员总数, 人员编制数. */
const OF_SOME = /^(?:其中[:：]?)?(?:专职|兼职|在[编岗册]|聘[用请]|临聘|党员|[男女]性?).*[数员工]$|编制数?$/u;

/** Whether a heading asks for what is planned or was, of something else, or of a part. */
export const isQualified = (text: string): boolean =>
  isOther(text) || isFormer(text) || partIn(asHeading(text)) !== undefined || OF_SOME.test(text.trim());

/** A title without what is said behind it, and without the kind of table that it is over: 建设计划一览表. */
export const titleOnly = (title: string): string =>
  title
    .replace(/[（(【[].*$/u, '')
    .replace(/(?:一览|统计|汇总|明细|申报|填报|登记|上报|调查|花?名)?[表册]$|[清名]单$|台账$/u, '')
    .replace(/(?:情况|内容|数据|指标|项目|部分|工程|安排)$/u, '');

/** Whether the head of a group or the title of a part says that what stands below it is not what there is: 规划（2027年）, 二、下一步计划, 改造前. */
export const isPlanned = memoized((text: string): boolean => {
  const title = titleOnly(stripped(text));
  return title.length <= 16 && (QUALIFIED.test(`（${title}）`) || /(?:计划|规划|打算)$/u.test(title));
});

/** A requirement behind a name: 窗口数≥5个. */
const REQUIRED = /^(\p{L}.*?)\s*(?:[≥≤＞＜<>]|不[少低小]于|不[超大多]于?过?|至少|至多)\s*\d.{0,8}$/u;

/** The end of a question that asks how much: 是多少平方米, 有几个. */
const HOW_MUCH = /^(.+?)\s*(?:分别|各|总共|一?共)?(?:[是为有])?(?:多少|几)([^\d（()）]{0,4})$/u;

/** Units that are not converted, of area and others: what is measured in them must not pass for an amount of the fact's own unit. */
const UNCONVERTED_AREA = /^平方(?![数米])\p{Script=Han}{1,3}$|^[英公]亩$|^坪$/u;
const UNCONVERTED = /^立方(?![数米])\p{Script=Han}{1,3}$|^[市英华公]?[尺寸丈码]$|^[市英华]里$/u;

export const dimensionOf = (unit: string, near?: UnitCode): string => {
  const code = unitOf(unit, near);
  return code === undefined ? (UNCONVERTED_AREA.test(unit) ? 'area' : 'length') : unitNamed(code).dimension;
};

/** A unit of measure, or the sign of per cent, and nothing else. */
export const asUnit = (text: string): string | undefined => {
  const bare = text
    .trim()
    .replace(/^单位[:：]?/u, '')
    .trim();
  if (/^(?:[％%]|百分[比数率])$/u.test(bare)) return '%';
  return unitOf(bare) !== undefined || UNCONVERTED_AREA.test(bare) || UNCONVERTED.test(bare) ? bare : undefined;
};

/** What a head and the column of units beside it say: the unit of both, or one that is neither; what measures another thing is beside another. */
export const eitherUnit = (own: string | undefined, beside: string | undefined): string | undefined => {
  const other = asUnit(beside ?? '');
  if (own === undefined || other === undefined) return own ?? beside;
  const [one = own, two = other] = [unitOf(own), unitOf(other)];
  return one === two || dimensionOf(own) !== dimensionOf(other) ? own : `${own}≠${other}`;
};

/** What under a head that asks for a unit is none: whose a row is, how it is filled in. */
const NO_UNIT =
  /^(?:同[上左前]|[合总小]计|无)$|[局所办委队站社厅院组会府处心司科股口镇乡村县区道]$|[\d、，,/／|]|[数文字选日]/u;

/** What stands for a unit among units, whether anyone knows it or not. */
export const unitAsked = (text: string): string | undefined => {
  const bare = text.replace(/[（(].*[)）]\s*$/su, '').trim();
  const isWord = bare.length <= 4 && /\p{L}/u.test(bare) && !NO_UNIT.test(bare);
  return asUnit(bare) ?? (COUNTERS.includes(bare) || isWord ? bare : undefined);
};

/** Han alone, as most headings are, holds no number, mark or bracket. */
export const isHan = (text: string): boolean => /^[\u4e00-\u9fff]+$/.test(text);

/** A heading without its number, stars and remarks. */
export const stripped = (text: string): string =>
  isHan(text) && !text.startsWith('其中')
    ? text
    : asHeading(text)
        .replaceAll(/\s+/gu, ' ')
        .trim()
        .replace(SURVEY, '')
        .replace(NUMBERING, '')
        .replace(TRAILING, '')
        .trim();

const DONE =
  /^已?(?:实行|实施|推行|设置|设立|设有|建有|建立|配备|配有|开展|提供|安装|有(?!无|没有)|有(?=无障碍))了?(\p{L}.+)$/u;

/** What is said behind a name, of what is done and of what is there: 投诉机制建立情况, 功能区设置情况. */
const DONE_BEHIND = /^(\p{L}{2,}?)(?:是否)?(?:建立|建设|安装|开展|提供|实施|接入|应用|编制)(?:情况)?$/u;
const KEPT = /^(\p{L}{2,}?)(?:是否)?(?:(?:设置|设立|配备|配置|划分)(?:情况)?|(?:建立|建设|制定)情况)$/u;

/** What asks whether, in or behind a name: 人员是否配齐, 统一着装情况. */
const WHETHER = /^(\p{L}{2,})(?:是否(\p{L}{2,})|情况)$/u;

/** What says of an amount that it is the one there is: 现有窗口数量, 大厅实际使用面积. */
const ACTUAL = /实际(?!情况)|[实现]有|^现(?![场代任状况行职])(?=\p{L}{2})/u;

/** Whom a heading asks, and whether there is what it names: 贵中心的, 是否. */
const ASKED_OF =
  /^(?:请(?:填写|输入|选择|勾选|注明)|[您你贵本我](?![县区市乡镇村]$)(?:单位|中心|站|乡镇|镇)?的?|便民服务(?:中心|站)的?|中心(?![村镇城校户])(?=\p{L}{3})|是否为?|有无(?!障碍)|有没有|所[在属]的?)+/u;

/** The end of a question that is no part of what it asks for: 所在的县区是？ 是否敞开式办公，如否请说明原因 */
const ASKS =
  /(?<=\p{L})(?:(?:(?:是(?:什么|哪[里个些]?)?)|[包有](?:括|含)?哪些)[?？]+|(?:[，,；;]\s*(?:[如若](?:[否无有是]|[^，,；;]*(?:填|说明|注明|附)[^，,；;]*)|请(?:如实|据实)?(?:(?:填[写报]?|选择?|勾选)(?:数字|阿拉伯数字)?|(?:简要)?(?:说明|注明)(?:原因|情况|理由)?|附(?:照片|图|材料)?)))+)\s*$/u;

/** The kind of a question behind it, or how much it asks for behind a bracket: （多选）, （平方米）是多少. */
const KIND = /[（(](?:可?[多单]选|填空|问答)题?[)）]\s*$|(?<=[)）])\s*[是有为]?多少[?？]*\s*$/u;

/** Names with a word more or another than their things go by (中心（站）名称): without it, and of what facts they may be then. */
const REWORDED: readonly (readonly [RegExp, string, Marks])[] = [
  [/[（(](?:站点?|点|社区|街道)[)）](?=\p{Script=Han})/u, '', {}],
  [REQUIRED, '$1', {}],
  [ASKED_OF, '', {}],
  [/^(?:便民服务|便民|办事服务|服务|中心)?大厅(?=\p{L}{2})/u, '办事大厅', {}],
  [/^窗口工作人员(?=\p{L}{2})/u, '窗口人员', {}],
  [DONE, '$1', { done: true }],
  [DONE_BEHIND, '$1', { done: true }],
  [KEPT, '$1', { kept: true }],
  [WHETHER, '$1$2', { done: true }],
  [ACTUAL, '', { actual: true }],
];

const reworded = (found: readonly Candidate[]): readonly Candidate[] => {
  const all = [...found];
  for (const [shape, by, marks] of REWORDED)
    for (const one of all.filter(({ text }) => shape.test(text)))
      all.push({ ...one, ...marks, text: one.text.replace(shape, by) });
  return all;
};

/** Begins as a question or with a verb, or ends as a unit. */
const MAY_HOLD_MORE =
  /^[请您你贵本我便是有没已实推设建配开提安其现所]|多少|大厅|中心|^窗口工作人员|[米里日元天况]$|(?:设[置立]|配[备置]|划分|建[立设]|安装|开展|提供|实施|接入|应用|编制)$|是否|实际|实有|现有/;

/** Readings of one heading, the fullest first. */
const candidatesOf = (text: string): readonly Candidate[] => {
  if (isHan(text) && !MAY_HOLD_MORE.test(text)) return [{ text }];
  const whole = stripped(text.replace(KIND, '').replace(ASKS, ''));
  const found: Candidate[] = [{ text: whole }];
  if (isOther(whole)) return found;
  const part = partIn(whole);
  const partly = part !== undefined && { partly: part };
  let rest = whole;
  let unit: string | undefined;
  for (let round = 0; round < 3; round++) {
    const [, before, inside] = BRACKETS.exec(rest) ?? [];
    if (before === undefined || inside === undefined) break;
    rest = stripped(before);
    const [, asked = ''] = /^单位[:：]\s*(.+)$/u.exec(inside) ?? [];
    unit ??= asUnit(inside) ?? (COUNTERS.includes(asked) ? undefined : unitAsked(asked));
    if (COUNTERS.includes(inside.trim()))
      found.push({ text: `${rest}数`, counted: true }, { text: `${rest}个数`, counted: true });
    found.push({ text: rest, ...(unit !== undefined && { unit }), ...partly });
  }
  const [, before, bare] = BARE_UNIT.exec(whole) ?? [];
  if (before !== undefined && bare !== undefined) found.push({ text: before, unit: bare });
  const [, asking, amount = ''] = HOW_MUCH.exec(whole) ?? [];
  if (asking !== undefined) {
    const measured = asUnit(amount);
    const counts = COUNTERS.includes(amount.trim()) ? [`${asking}数`] : [];
    found.push(
      ...counts.map(text => ({ text, counted: true as const })),
      counts.length > 0
        ? { text: asking, counted: true }
        : { text: asking, ...(measured !== undefined && { unit: measured }) },
    );
  }
  return reworded(found);
};

const usable = (text: string): boolean => text.length <= 80 && /\p{L}/u.test(text);

/** A heading as it may be looked up, with the unit that it tells. */
export type Spelling = Marks & { readonly folded: string };

/** The ways to read a heading, the fullest first; none where it cannot be one. */
export const spellingsOf = (text: string): readonly Spelling[] =>
  usable(text)
    ? [...candidatesOf(text), ...(isTownship(stripped(text)) ? [{ text: '乡镇' }] : [])].map(
        ({ text: read, ...more }) => ({ folded: fold(read), ...more }),
      )
    : [];
