import type { Reason } from '../../model/standard/ledger.ts';
import { isEnded } from '../trace/layout.ts';
import { solid } from '../trace/sentences.ts';
import { figuresIn } from '../wording/figures.ts';
import { listsIn } from '../wording/lists.ts';
import { modalsIn } from '../wording/obligation.ts';
import { addresseeOf } from './addressee.ts';

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
