import { fold, wordsIn } from '../profile/names.ts';
import { asUnit, stripped, unitAsked } from './heading-text.ts';
import { known } from './headings.ts';

/** What a column of a form holds, told by its heading. Only an answer is ever read as one. */
export type Role =
  | 'answer'
  | 'clause'
  | 'example'
  | 'label'
  | 'number'
  | 'points'
  | 'remark'
  | 'standard'
  | 'unit'
  | 'verify';

/** Headings that say it in a word. */
const EXACT: Readonly<Record<Role, ReadonlySet<string>>> = {
  answer: wordsIn(`
    填写 填写内容 填报内容 填写处 请填写 填写栏 填报栏 申报内容 申报情况 申报 申报值 实际情况 实际值 填报值
    现状 现况 数值 数据 自查情况 填报情况 完成情况 情况 自评 自查 自检 自报 实有 现有 实际 实际数 实测
    实测值 整改后 改造后 提升后 答案 答复 回答 结果 结论 选择 判定 内容填写 value answer response actual
  `),
  clause: wordsIn('依据 依据条款 条款 条文 条号 出处 文件依据 政策依据 clause basis'),
  example: wordsIn('示例 样例 填写示例 填报示例 范例 例 举例 例如 example'),
  label: wordsIn(`
    项目 设施 填报项 填报项目 指标 类别 分类 内容 名称 事项 要素 条目 题目 问题 标题 字段 选项 options item
    question field
  `),
  number: wordsIn(
    '序号 编号 代码 行次 序 号 题号 片区 所在片区 所属片区 等级 档次 组别 分组 批次 名次 排名 位次 no. no #',
  ),
  points: wordsIn('分值 得分 涉及分值 扣分 满分 权重 分数 points score'),
  remark: wordsIn(`
    备注 注 附注 差额 差值 差距 缺口 缺额 增减 说明 附件 材料 图片 照片 签字 签名 盖章 remarks remark note notes
    上期 上期数 上期值 上年 上年数 上年度 上年同期 去年 去年数 去年同期 往年 上月 上月数 上季度 期初数
    完成率 达成率 增长率 同比 环比 占比 比例 增幅 变化 变动 差异
    性别 年龄 民族 学历 文化程度 政治面貌 邮箱 电子邮箱 传真 邮编 邮政编码 经度 纬度
  `),
  standard: wordsIn(`
    要求 标准 标准值 规定 目标 目标值 目标数 指标值 计划 计划数 计划值 规划 规划数 任务 任务数 编制 编制数
    standard requirement
  `),
  unit: wordsIn('单位 计量单位 单位/格式 格式 unit'),
  verify: wordsIn(`
    怎样填 填写说明 填报说明 填表说明 核验 核验方法 怎样核验 检查方法 必填 是否必填 打√ 打勾 有打√ √
  `),
};

/** Headings by how they end, the first that fits: 标准要求, 自评得分, 存在问题, 检查结果. */
const BY_SHAPE: readonly (readonly [Role, RegExp])[] = [
  ['points', /(?:分值|得分|扣分|计分|满分|权重|分数|打分|自评分|考核分|评定分|赋分)(?:值|数)?$/u],
  [
    'standard',
    /(?:要求|标准|规定|规范|指标值|目标值|目标|细则|条件|下限|上限|底线)$|^(?:应达|应有|应配|应设|规定|要求|标准|20\d{2}年度?(?:计划|规划|预计))/u,
  ],
  ['clause', /(?:条款|条文|条号|出处|依据)$/u],
  ['example', /(?:示例|样例|范例|举例|例子)$/u],
  ['verify', /(?:方法|方式|办法|途径|格式|须知|提示|填写说明|填报说明)$/u],
  [
    'remark',
    /(?:备注|附注|注释|原因|问题|措施|佐证|附件|证明|材料|图片|照片|部门|单位|科室|时限|期限|时间|意见|建议|签字|签名|盖章|人|电话)$|整改|佐证|责任/u,
  ],
  [
    'label',
    /(?:检查|考核|评价|建设|督查|评估|核查|考评|验收|指标)(?:内容|项目|事项|要点|指标)$|(?:指标|项目|条目|要素|类别|名称)$/u,
  ],
  [
    'answer',
    /(?:情况|结果|结论|现状|现况|实际值?|数值|数据|自[评查检报填]|复[核查评]|核[定实查]|抽查|认定|初评|终评|答案|答复|内容|数量|值|数)$|^(?:复核|复查|核定|核实|核查|抽查|初评|复评|终评|实际|实有|现有|自评|自查|自检|自报|填报|填写|申报|落实|完成|达标|是否|有无|[是有][/／、]?[否无](?![\u4e00-\u9fff])|目前|当前|现场)|^20\d{2}年度?$/u,
  ],
];

const EXACT_ROLES: ReadonlyMap<string, Role> = new Map(
  (Object.keys(EXACT) as Role[]).reverse().flatMap(role => [...EXACT[role]].map(word => [word, role] as const)),
);

/** The role of a column that a word names by itself; a star, a number or a bracket after the word changes nothing. */
export const plainRole = known((text: string): Role | undefined => EXACT_ROLES.get(fold(stripped(text))));

/** The role of a column whose heading stands among other headings of a form; 填报单位：县政务局 heads nothing. */
export const roleOf = known((text: string): Role | undefined => {
  if (/[:：]\s*\S/u.test(text)) return undefined;
  const bare = stripped(text).replace(/[（(【[].*[)）】\]]$/u, '');
  const folded = fold(bare);
  return EXACT_ROLES.get(folded) ?? BY_SHAPE.find(([, shape]) => folded.length <= 12 && shape.test(folded))?.[0];
});

/** A year, as a head that tells of what there was or is in it. */
export const YEAR = /^20\d{2}年度?(?:数[值据量]?|(?:完成)?情况)?$/u;
const PLAIN = /^(?:填[写报](?:内容|情况|栏|处)?|申报(?:内容|值)|现[状况]|实际(?:情况|[值数])?)$/u;

/** A year answers only where no column is there to be filled in: 项目 | 2025年 | 填报内容. */
export const withoutYears = <T extends { readonly text: string; readonly role: Role | undefined }>(
  columns: readonly T[],
): readonly T[] =>
  columns.some(({ text }) => PLAIN.test(text))
    ? columns.map(column => (YEAR.test(column.text) ? { ...column, role: undefined } : column))
    : columns;

/** Whether a head asks how many there are of what stands beside it, or over it: 设备 | 数量. */
export const isHowMany = (text: string): boolean =>
  /^(?:现有|实有)?(?:总人?|[个人])?数量?(?:[（(][^（）()]{1,4}[)）])?$/u.test(text.trim());

/** Whether a head asks for a verdict on what another column says: 实际值 | 是否达标. */
export const isVerdict = (text: string): boolean => /^是否|达标|符合|判定|结论/u.test(text);

const CHOICES: readonly ReadonlySet<string>[] = [
  '是 否',
  '有 无',
  '有 没有',
  '符合 基本符合 部分符合 不符合',
  '达标 基本达标 不达标 未达标',
  '合格 基本合格 不合格',
  '具备 不具备',
  '满足 不满足',
  '达到 未达到',
  '完成 部分完成 未完成',
  '落实 部分落实 未落实',
  '到位 不到位 未到位',
  '已 未',
  '已完成 未完成',
  '已落实 未落实',
  '已设置 未设置',
  '已建立 未建立',
  '优 良 中 差',
  '优秀 良好 合格 一般 较差 不合格',
  '好 较好 一般 较差 差',
  '满意 基本满意 不满意',
  '规范 基本规范 不规范',
  '√ ×',
  'yes no',
  'y n',
].map(answers => wordsIn(`${answers} 不适用 不涉及 未发生 不详 n/a`));

/** The questions that a heading may be an answer to. */
const answersTo = known((text: string): readonly ReadonlySet<string>[] => {
  const folded = fold(text);
  return CHOICES.filter(group => group.has(folded));
});

/** Whether headings side by side are each one possible answer to the same question. */
export const areChoices = ([first = '', ...rest]: readonly string[]): boolean =>
  rest.length > 0 && answersTo(first).some(group => rest.every(text => answersTo(text).includes(group)));

/** A word as no office has one for a name, so that it is a unit though nobody knows it: 箩, sqft. */
const BRIEF = /^(?:\p{Script=Han}|[a-z]{2,4})$/iu;

/** Whether what stands below a head of units is some: 单位 heads offices too. */
export const areUnits = (head: string, texts: readonly string[]): boolean =>
  head.includes('计量') ||
  texts.some(text => asUnit(text) !== undefined || (BRIEF.test(text.trim()) && unitAsked(text) !== undefined));
