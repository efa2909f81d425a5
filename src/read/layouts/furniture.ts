import { fold } from '../profile/names.ts';

const words = (...spellings: string[]): ReadonlySet<string> => new Set(spellings.map(fold));

/** What stands in forms around the facts: column heads, signatures, remarks. None of it declares anything. */
const FURNITURE = words(
  ...['序号', '编号', '项目', '填报项', '填报项目', '指标', '类别', '分类', '内容', '要求', '标准', '说明', '填写说明'],
  ...[
    '单位',
    '计量单位',
    '单位/格式',
    '怎样填',
    '格式',
    '示例',
    '样例',
    '填写示例',
    '依据',
    '条款',
    '依据条款',
    '必填',
  ],
  ...[
    '是否必填',
    '核验',
    '核验方法',
    '怎样核验',
    '检查方法',
    '备注',
    '注',
    '合计',
    '总计',
    '小计',
    '得分',
    '分值',
    '涉及分值',
  ],
  ...['填表人', '填报人', '联系人', '联系电话', '电话', '审核人', '负责人', '单位负责人', '主要负责人', '分管领导'],
  ...['经办人', '制表人', '制表', '签字', '签名', '盖章', '签章', '公章', '单位盖章', '填报单位盖章', '检查人'],
  ...[
    '选项',
    '打√',
    '打勾',
    '有打√',
    'options',
    '√',
    'item',
    'no.',
    'unit',
    'example',
    'clause',
    'remarks',
    'note',
    'notes',
  ],
);

const VALUE_HEADS = words(
  ...[
    '填写',
    '填写内容',
    '填报内容',
    '填写处',
    '请填写',
    '申报内容',
    '申报情况',
    '实际情况',
    '实际值',
    '填报值',
    '现状',
  ],
  ...['数值', '自查情况', '填报情况', '完成情况', '情况', 'value', 'answer'],
);

const UNIT_HEADS = words('单位', '计量单位', 'unit');

const TOTALS = /^(?:合计|总计|小计|共计|平均|均值|汇总|全县合计|全区合计|全市合计)/u;
const NOTES = /^[（(]?(?:注|备注|说明|填表|填报|制表|审核|联系|签|单位负责人|负责人|经办|检查人|附)/u;

/** Column and row heads that are not facts. A star or a bracket after the word changes nothing. */
export const isFurniture = (text: string): boolean => FURNITURE.has(fold(text)) || VALUE_HEADS.has(fold(text));

export const isValueHead = (text: string): boolean => VALUE_HEADS.has(fold(text));

export const isUnitHead = (text: string): boolean => UNIT_HEADS.has(fold(text));

export const isTotal = (text: string): boolean => TOTALS.test(text.replaceAll(/\s/gu, ''));

export const isNote = (text: string): boolean => NOTES.test(text.replaceAll(/\s/gu, ''));

const ASIDES = words('示例', '样例', '填写示例', '依据', '依据条款', '条款', '填写说明', 'example', 'clause');

/** Heads of rows that only explain the columns. */
export const isAside = (text: string): boolean => ASIDES.has(fold(text));

/** The sheet of terms behind the drop-downs of our own forms, and other sheets that only explain. */
const EXPLAINING_SHEETS = words(
  '选项',
  '填表说明',
  '填报说明',
  '说明',
  '使用说明',
  '填写说明',
  '审核总表',
  '审核发现',
  '得分',
  '评分明细',
  '标准与版本',
  '审核意见',
  'guide',
  'summary',
  'findings',
  'points',
  'ledger',
  'basis',
);

export const isExplainingSheet = (name: string): boolean => EXPLAINING_SHEETS.has(fold(name));
