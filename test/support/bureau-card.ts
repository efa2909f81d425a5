import type { CardBookLine } from '../../src/forms/scorecard/book.ts';

type Line = CardBookLine['cells'];

const BUREAUS = ['行政审批局', '人社局', '民政局'] as const;

const THINGS = [
  ['服务指南', '办事流程', '收费标准', '监督电话'],
  ['首问负责制', '一次性告知制', '限时办结制', '责任追究制'],
  ['饮水机', '签字笔', '老花镜', '急救药箱'],
] as const;

const section = (clause: string, title: string, more: Line = {}): CardBookLine => ({
  kind: 'section',
  cells: { clause, title, ...more },
});

const item = (
  clause: string,
  title: string,
  points: string,
  wording: string,
  by: string,
  more: Line,
): CardBookLine => ({
  kind: 'item',
  cells: { clause, title, requirement: `${title}符合规定`, points, wording, by, ...more },
});

const named = (
  names: readonly string[],
  make: (name: string, index: number) => CardBookLine,
): readonly CardBookLine[] => names.map(make);

const [APPROVAL, LABOUR, CIVIL] = BUREAUS;

/** A made-up scorecard of a bureau: 40 rows, three bureaus, sums and a note. */
export const BUREAU_LINES: readonly CardBookLine[] = [
  section('一', '场所设施（30分）'),
  ...named(['公示内容', '制度上墙', '便民用品'], (title, index) =>
    item(String(index + 1), title, '4', '每缺一项扣1分，扣完为止', APPROVAL, {
      ...{ kind: '扣', what: `${title}清点`, unit: (THINGS[index] ?? []).join('、') },
      ...{ amount: '1', floor: '是', who: '自报' },
    }),
  ),
  item('4', '大厅面积', '6', '不足200平方米的，每少10平方米扣1分，不足10平方米按10平方米算', APPROVAL, {
    ...{
      kind: '扣',
      what: '办事大厅使用面积',
      unit: '㎡',
      per: '少于200每10',
      amount: '1',
      part: '按一档',
      who: '自报',
    },
  }),
  ...named(['无障碍坡道', '母婴室', '自助终端', '监控设备', '叫号系统', '停车位'], (title, index) =>
    item(String(index + 5), title, '2', '没有的不得分', APPROVAL, {
      ...{ kind: '扣', what: `设有${title}`, unit: '否', amount: '全部', who: '自报' },
    }),
  ),
  { kind: 'section', cells: { clause: '小计', points: '30', wording: '' } },
  section('二', '窗口服务（40分）'),
  ...named(['社保业务', '就业业务', '医保业务', '退休业务'], (title, index) =>
    item(String(index + 1), `${title}按时办结`, '4', '100%得4分，95%以上得2分，其余不得分', LABOUR, {
      ...{ kind: '得', what: `${title}按时办结率`, unit: '%', amount: '100以上4；95以上2；其余0', who: '自报' },
    }),
  ),
  ...named(['低保业务', '救助业务', '养老业务', '残疾人业务'], (title, index) =>
    item(String(index + 5), `${title}差错`, '3', '每发现1件扣0.5分，扣完为止', CIVIL, {
      ...{ kind: '扣', what: `${title}差错件数`, unit: '件', amount: '0.5', floor: '是', who: '检查人数' },
    }),
  ),
  ...named(['仪容仪表', '服务用语', '窗口秩序', '一次性告知'], (title, index) =>
    item(String(index + 9), title, '3', '由检查人现场评定', index % 2 === 0 ? LABOUR : CIVIL, {
      ...{ kind: '得', what: `${title}评分`, per: '0.5', amount: '全部', who: '检查人评' },
    }),
  ),
  section('三', '日常管理（30分）'),
  item('1', '在岗情况', '6', '每脱岗1人次扣1分', APPROVAL, {
    ...{ kind: '扣', what: '脱岗人次', unit: '人次', amount: '1', who: '检查人数' },
  }),
  item('2', '业务培训', '4', '每培训1次得1分，最多得4分', LABOUR, {
    ...{ kind: '得', what: '全年培训次数', unit: '次', amount: '1', cap: '4', who: '自报' },
  }),
  item('3', '群众满意', '5', '按满意率的比例得分', CIVIL, {
    ...{ kind: '得', what: '群众评议满意率', unit: '%', amount: '按比例', who: '自报' },
  }),
  item('4', '投诉处理', '5', '有超期未处理的扣5分', APPROVAL, {
    ...{ kind: '扣', what: '投诉超期未处理', unit: '是', amount: '5', excuse: '投诉处理有书面说明', who: '自报' },
  }),
  item('5', '档案管理', '4', '未建档扣2分；档案不全扣2分', CIVIL, {
    ...{ requirement: '建档', kind: '扣', what: '建立办件档案', unit: '否', amount: '2', who: '自报' },
  }),
  {
    kind: 'more',
    cells: { requirement: '档案齐全', kind: '扣', what: '办件档案齐全', unit: '否', amount: '2', who: '自报' },
  },
  ...named(['例会制度', '考勤制度', '保密制度'], (title, index) =>
    item(String(index + 6), title, '2', '未执行的不得分', LABOUR, {
      ...{ kind: '得', what: `执行${title}`, unit: '是', amount: '全部', who: '自报' },
    }),
  ),
  { kind: 'section', cells: { clause: '合计', points: '100', wording: '' } },
  section('四', '加分（5分）', { kind: '总分外', cap: '5' }),
  ...named(['国家级表扬', '省级表扬', '市级表扬'], (title, index) =>
    item(String(index + 1), title, '5', `每次加${[5, 3, 1][index]}分`, APPROVAL, {
      ...{ kind: '得', what: `${title}次数`, unit: '次', amount: String([5, 3, 1][index]), who: '自报' },
    }),
  ),
  ...named(['先进典型', '经验交流', '创新做法'], (title, index) =>
    item(String(index + 4), title, '1', '有的得1分', CIVIL, {
      ...{ kind: '得', what: `有${title}`, unit: '是', amount: '1', who: '自报' },
    }),
  ),
  { kind: 'section', cells: { clause: '注：各项由责任部门评分，考评办汇总。' } },
];

export const BUREAU_HEAD: readonly (readonly [string, string, string?])[] = [
  ['名称', '青石县便民服务中心年度考评表（样例）'],
  ['编号', 'qingshi-yearly'],
  ['县区', '青石县'],
  ['级别', '乡镇'],
  ['施行日期', '2025-01-01'],
  ['满分', '100'],
  ['小数位', '2'],
  ['尾数', '四舍五入'],
  ['总分下限', '0'],
  ['总分上限', '105'],
  ['每项扣到', '0'],
  ['没有申报的', '待定'],
  ['没有发生的', '不扣不加'],
  ['达标线', '60'],
  ['等次', '优秀', '90'],
  ['等次', '良好', '80'],
  ['等次', '合格', '60'],
  ['等次', '不合格', ''],
  ['否决', '发生重大责任事故', '总分为0'],
];
