import { fold, wordsIn } from '../profile/names.ts';
import { stripped } from './heading-text.ts';
import { plainRole } from './roles.ts';

/** Who filled in, checked and sealed a form. */
const SIGNATURES = wordsIn(`
  填表人 填报人 联系人 联系电话 联系方式 电话 办公电话 审核人 负责人 单位负责人 中心负责人 站点负责人 负责人姓名
  主要负责人 分管领导 经办人 制表人 制表 地址 中心地址 办公地址 详细地址 单位地址 邮编 邮政编码
  公章 检查人 检查人员 检查组
`);

/** 罗山县政务服务中心（盖章）, 乡镇意见. */
const SIGNED_BY = /(?:意见|签[字名章]|盖章|[（(]公章)(?:[（(].*)?[)）]?[:：]?$/u;

const TOTAL =
  /^(?:\p{Script=Han}{0,6}(?:合计|总计|小计|共计|累计)|(?:本页|全?[县区市镇乡])?(?:平均\p{Script=Han}{0,4}|均值|汇总|总数|最[大小高低多少](?:值|数)?|中位数|标准差|未?达标[率数]?|占比|同比|环比|其中|(?:上年|去年)同期|[比较](?:上年|去年).*|增减)|[国省市县区]级?(?:标准|要求|目标)值?|20\d\d年度?)(?:数|[（(].*[)）])?[:：]?$/u;
const COUNTED =
  /^全[县区市镇乡](?:[（(].*[)）])?$|^其中[:：]|^(?:全[县区市])?[总合]?共?[计有]?[:：]?(?:\d+|[一二三四五六七八九十百]+)[个家处所](?:\p{Script=Han}{0,10})$/u;
const NOTE =
  /^[（(【[]?(?:注|备注|附注|说明|附|附件|注意|注意事项|填[表报写]说明|notes?|remarks?)[\d一二三四五六七八九]*[:：.、）)】\]]/iu;
const PAGE = /^[-—（(]?\s*第\s*[\d一二三四五六七八九十]+\s*页/u;
const SIGNED = /^([^:：]{2,12})[:：]/u;

/** Heads and labels that declare nothing. A star or a bracket after the word changes nothing. */
export const isFurniture = (text: string): boolean => plainRole(text) !== undefined || isSignature(text);

export const isSignature = (text: string): boolean =>
  [text, SIGNED.exec(text.trim())?.[1] ?? ''].some(said => SIGNATURES.has(fold(said)) || SIGNED_BY.test(said.trim()));

/** 合计 and its like, and nothing else in the cell; or what spreadsheets write below a group: 东片 汇总. */
export const isTotal = (text: string): boolean =>
  TOTAL.test(text.replaceAll(/\s/gu, '')) || /\S\s+汇总$/u.test(text.trim());

/** How many there are, or of which, where one of them would be named: 共 3 个, 合计：3家, 其中：示范. */
export const isCounted = (text: string): boolean => COUNTED.test(text.replaceAll(/\s/gu, ''));

/** A remark of several, or a whole sentence: 2.数据截至九月底. */
export const isSentence = (text: string): boolean => /^[（(]?\d{1,2}[)）.．、].*|[。；;]$/u.test(text.trim());

const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** Columns that are numbered below their heads, as in statistics: 甲 | 乙 | 1 | 2. */
export const isNumbering = (cells: readonly { readonly text: string }[]): boolean => {
  const marks = cells.map(({ text }) => text.normalize('NFKC').replaceAll(/[()[\]\s]/gu, ''));
  const stems = marks.filter(mark => mark.length === 1 && STEMS.includes(mark));
  const numbers = marks.slice(stems.length);
  return (
    marks.length > 2 &&
    stems.every((stem, at) => stem === STEMS[at] && marks[at] === stem) &&
    numbers.every((mark, at) => mark === String(Number(numbers[0]) + at)) &&
    (numbers.length === 0 || ['0', '1', String(stems.length + 1)].includes(numbers[0] ?? ''))
  );
};

const PART =
  /^(?:乡镇|街道|村|社区|分中心|[东南西北中]片|城区|城镇|农村)(?:级|[（(、/](?:街道|社区|村居?)[)）]?级?)?(?:便民)?(?:服务)?(?:中心|站点?|点|区)?[:：]?$/u;

/** The title of a part of a table or list, which is the name of no one place: 乡镇中心, 村（社区）. */
export const isPart = (text: string): boolean => PART.test(text.replaceAll(/\s/gu, ''));

/** Whether a column tells what part of a county each centre is in: 城区, 乡镇; 乡镇 and 村 may be levels. */
export const areParts = (texts: readonly string[]): boolean =>
  texts.some(text => /城|农|片/u.test(text)) && texts.every(isPart);

/** Whether a text begins as the title of a part does that has a number: 二、建设计划, （三）村级. */
export const isNumbered = (text: string): boolean =>
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u.test(text);

/** What is said at the foot of a table: 制表单位：县政务局, 填报日期：2026年10月12日. */
export const isFoot = (text: string): boolean =>
  /^\p{Script=Han}{2,10}(?:[（(][^（）()]*[)）])?[:：]\s*\S/u.test(text.trim());

/** 注：… and its like; never a name that begins so (附岭镇). */
export const isNote = (text: string): boolean => NOTE.test(text.replaceAll(/\s/gu, '')) || PAGE.test(text.trim());

/** What stands below a table or a list of names: a remark, a signature, who made it and when. */
export const isBelowList = (text: string): boolean => isNote(text) || isSignature(text) || isFoot(text);

const PERIODS = wordsIn(
  '月份 月 季度 季 年月 年份 年度 期间 统计月份 统计时间 统计周期 统计期 报告期 填报月份 所属月份',
);

/** Whether a head tells of what month, quarter or year a row is. */
export const isPeriod = (text: string): boolean => PERIODS.has(fold(stripped(text)));

const EXAMPLES = wordsIn('示例 样例 填写示例 例 如 例如 举例 范例 example');

/** Where the number of a row stands: that it shows how the others are filled in. */
export const isExample = (text: string): boolean =>
  EXAMPLES.has(fold(text)) || EXAMPLES.has(fold(/^([^:：]{1,4})[:：]/u.exec(text.trim())?.[1] ?? ''));

/** A name that stands for any other: 某某镇, XX镇, ××镇. */
export const isAnyName = (text: string): boolean => /某某|[XxＸｘ×*＊○]{2}(?=\p{Script=Han})/u.test(text);

const ASIDES = wordsIn('依据 依据条款 条款 填写说明 clause');

/** Heads of rows that only explain the columns. */
export const isAside = (text: string): boolean => ASIDES.has(fold(text)) || isExample(text);

/** The sheet of terms behind the drop-downs of our own forms, and other sheets of ours that only explain. */
const EXPLAINING_SHEETS = wordsIn(`
  选项 填表说明 审核总表 审核发现 未能审核 得分 评分明细 标准与版本
  审核意见 guide summary not-audited findings points ledger basis
`);

/** Names that others give to sheets that explain. */
const EXPLAINED_BY_OTHERS = wordsIn('填报说明 说明 使用说明 填写说明');

const EXAMPLE_SHEET = /^(?:填[写报表]|参考)?(?:示例|样例|样表|范例|范本)/u;

/** Whether a sheet, by its name, holds no more. */
export const isVoid = (sheet: string): boolean => /^[（(]?作废|作废[）)]?$|^[旧废][表版]$/u.test(fold(sheet));

export const mayAnswer = (name: string): boolean =>
  EXPLAINED_BY_OTHERS.has(fold(name)) || EXAMPLE_SHEET.test(fold(name)) || isVoid(name);

export const isExplainingSheet = (name: string): boolean => EXPLAINING_SHEETS.has(fold(name)) || mayAnswer(name);

/** Columns that survey and form tools add to what was asked. */
const FORM_TOOL = wordsIn(`
  提交时间 提交人 提交者 提交人姓名 提交日期 填写时间 填写人 填写者 开始时间 结束时间 开始填写时间
  所用时间 用时 时长 填写时长 答题时长 作答时长 来源 来源详情 来源渠道 渠道 来自ip ip ip地址 地理位置 省份 城市
  浏览器 操作系统 设备 填写设备 用户名 昵称 微信昵称 微信openid openid 头像 总分 答题序号 答卷编号
  答卷序号 数据id 记录id 更新时间 修改时间 最后修改时间 更新人 修改人 创建时间 创建人 审批编号 审批状态
  审批结果 发起时间 发起人 发起人姓名 发起人部门 完成时间 状态 扩展属性 自定义字段
`);

export const isOfFormTool = (text: string): boolean => FORM_TOOL.has(fold(text));
