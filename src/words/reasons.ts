import { type Bilingual, both } from '../model/base/text.ts';
import type { Reason } from '../model/standard/ledger.ts';

/** Why no profile can answer a sentence of a document. */
export const REASON_NAMES: Readonly<Record<Reason, Bilingual>> = {
  heading: both('标题', 'a heading'),
  background: both('背景和依据', 'background'),
  aim: both('目标和原则', 'an aim'),
  county: both('对县区和乡镇党委政府的要求', 'addressed to the county'),
  department: both('对主管部门的要求', 'addressed to departments'),
  public: both('面向群众', 'addressed to the public'),
  explained: both('解释性内容', 'an explanation'),
  annex: both('须见附件', 'needs the annex'),
  duplicate: both('与他处重复', 'said elsewhere too'),
  definition: both('定义', 'a definition'),
  procedure: both('办事程序，无法申报', 'a procedure that no profile can state'),
  consequence: both('责任和奖惩', 'a consequence'),
};
