import type { Reason } from '../../model/standard/ledger.ts';
import { isEnded } from '../trace/layout.ts';
import { solid } from '../trace/sentences.ts';
import { figuresIn } from '../wording/figures.ts';
import { listsIn } from '../wording/lists.ts';
import { modalsIn } from '../wording/obligation.ts';

/** Whom a sentence binds, as far as its subject tells. */
export type Addressee = 'center' | 'county' | 'department' | 'public';

const SUBJECT_END = /(?:应当?|要|须|必须|需|负责|可以?|不得|将|建立|加强|加大|开展|定期|不定期|对)/u;

const SUBJECTS: readonly (readonly [Addressee, RegExp])[] = [
  ['center', /便民服务(?:中心|站|点|大厅)(?!.*(?:政府|部门|局))|分中心|办事?大厅|窗口|中心|工作人员|服务站/u],
  ['public', /^(?:申请人|服务对象|办事群众|群众|企业和群众)/u],
  [
    'department',
    /部门|县直|区直|市直|主管|管理(?:局|机构)|数据局|审批局|督查室|纪检|监察|县?政务中心|(?:有关|相关|各)单位|站办所/u,
  ],
  ['county', /人民政府|政府|党委|办事处|管委|各乡镇|各县|各区|我[市县区]|全[市县区]/u],
];

/** By the words before the first verb; a sentence without a subject speaks to those its document is for. */
export const addresseeOf = (text: string): Addressee => {
  const [first = ''] = text.replace(/^[^:]{2,12}:/u, '').split(/[,;。]/u);
  const end = SUBJECT_END.exec(first)?.index ?? Math.min(first.length, 16);
  const subject = first.slice(0, end);
  return SUBJECTS.find(([, pattern]) => pattern.test(subject))?.[0] ?? 'center';
};

/** A sentence with what stands around it. */
export interface Context {
  readonly clause: string;
  readonly text: string;
  readonly opensClause: boolean;
  readonly seen: boolean;
  /** It goes on with a list that the sentence before it began. */
  readonly isItem?: boolean;
  /** The heading that it stands below. */
  readonly under?: string;
}

const LONGEST_HEADING = 24;

const NUMBERED = /^(?:第[^条]{1,8}条(?:之.)?|[^\p{L}]*[〇零一二三四五六七八九十]*[^\p{L}]*)/u;

const isHeading = ({ text, opensClause, isItem }: Context): boolean => {
  const said = solid(text);
  if (/\S\t/u.test(text) || isItem === true) return false;
  if (!isEnded(text.trim())) return [...said].length <= 40 && !/,/u.test(said);
  const bare =
    said.length <= LONGEST_HEADING &&
    modalsIn(said).length === 0 &&
    figuresIn(said).length === 0 &&
    !/\d/u.test(said.replace(NUMBERED, ''));
  return opensClause && bare && listsIn(said).length === 0 && !/,/u.test(said) && !/[:;]$/u.test(said);
};

const WORDS: readonly (readonly [Reason, RegExp])[] = [
  [
    'definition',
    /自.{0,12}日起(?:施行|实施|执行)|负责解释|本(?:文件|标准|规范)(?:规定了|适用于)|没有规范性引用文件|下列(?:文件|术语)|(?:所称|是指)|以下(?:统?简称|称)/u,
  ],
  [
    'background',
    /(?:特?制定|制订)(?:本|此)|^为(?:了|进一步|深入|加强|规范|贯彻|方便)?.*(?:根据|依据|结合).*(?:制定|制订|方案|意见|办法)|近年来|(?:现|已)将?印发给|请.*(?:遵照|认真)执行/u,
  ],
  [
    'consequence',
    /责任追究(?!制)|追究.*责任|通报(?:批评|表扬)|严肃(?:处理|问责)|予以(?:处分|问责|追究)|纳入.*(?:考核|考评)|与奖惩挂钩|督查|督导检查|专项检查/u,
  ],
  [
    'aim',
    /指导思想|以.*(?:为指导|为抓手|为切入点|为导向|为目标)|坚持.*(?:原则|理念)|努力实现|不断(?:提升|增强|提高).*(?:满意度|获得感|水平)$|重要意义|是.*(?:重要举措|基础性工作|有效举措)/u,
  ],
];

/** Why no profile can answer a sentence, where that is plain from its words; a guess that a person has to confirm. */
export const reasonFor = (context: Context): Reason | undefined => {
  const text = solid(context.text);
  if (context.seen) return 'duplicate';
  if (/^附/u.test(context.clause)) return isHeading(context) ? 'heading' : 'annex';
  if (!isEnded(context.text.trim()) && isHeading(context)) return 'heading';
  if (/术语(?:[和与]定义)?$/u.test(context.under ?? '')) return 'definition';
  const said = WORDS.find(([, pattern]) => pattern.test(text))?.[0];
  if (said !== undefined) return said;
  if (isHeading(context)) return 'heading';
  const addressee = addresseeOf(text);
  return addressee === 'center' ? undefined : addressee;
};
