import { BUREAU_LINE, GRADE_LINE, HEAD_LINES, REST_LINE, VETO_LINE } from '../../model/scoring/card-sheet.ts';
import { type CardBookLine, cardBytes, type HeadBookLine } from './book.ts';

/** Lines that show how it is done; they begin with 例 and are passed over. */
const SAMPLES: readonly CardBookLine[] = [
  {
    kind: 'sample',
    cells: {
      clause: '例1',
      title: '大厅面积',
      requirement: '办事大厅使用面积不少于200平方米',
      points: '5',
      wording: '不足200平方米的，每少10平方米扣0.5分，不足10平方米按10平方米算，扣完为止',
      by: '住建局',
      kind: '扣',
      what: '办事大厅使用面积',
      unit: '㎡',
      per: '少于200每10',
      amount: '0.5',
      part: '按一档',
      floor: '是',
      who: '自报',
    },
  },
  {
    kind: 'sample',
    cells: {
      clause: '例2',
      title: '在岗情况',
      requirement: '工作时间无脱岗、空岗',
      points: '5',
      wording: '每脱岗、空岗1人次扣0.5分',
      by: '行政审批局',
      kind: '扣',
      what: '脱岗空岗',
      unit: '人次',
      amount: '0.5',
      who: '检查人数',
    },
  },
];

const BLANK_LINES = 40;

const headLines = (): readonly HeadBookLine[] => [
  ...HEAD_LINES.map(({ name, value }): HeadBookLine => [name, value ?? '']),
  [GRADE_LINE, ''],
  [GRADE_LINE, ''],
  [GRADE_LINE, ''],
  [VETO_LINE, ''],
  [VETO_LINE, ''],
  [BUREAU_LINE, ''],
  [BUREAU_LINE, ''],
  [REST_LINE, ''],
];

/** A blank scorecard with two lines that show how it is filled in. */
export const blankCard = (): Uint8Array =>
  cardBytes({ title: '（单位）评分表', head: headLines(), lines: SAMPLES, blank: BLANK_LINES });
