import type { Stage } from '../../model/profile/inspection.ts';
import { fold, wordsIn } from '../profile/names.ts';

/** Each key of an inspection record by every name that people write it under. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  center: [
    'center',
    '中心',
    '中心名称',
    '核查对象',
    '考核对象',
    '被查单位',
    '被检查单位',
    '受检单位',
    '单位名称',
    '单位',
  ],
  scheme: ['scheme', '评分表', '评分方案'],
  stage: ['stage', '阶段', '核查阶段', '检查阶段'],
  date: ['date', '日期', '核查日期', '检查日期', '核查时间', '检查时间'],
  level: ['level', '级别', '检查级别', '查出级别'],
  person: ['person', '检查人', '核查人', '评分人', '检查人员', '核查人员', '检查组', '核查组'],
  bureau: ['bureau', 'by', '部门', '评分部门'],
  lines: ['lines', 'found', 'entered', '核查情况', '评分情况'],
  fact: ['fact', '填报项', '填报项目', '核查项目', '核查内容', '检查项目', '检查内容'],
  record: ['record', '条目', '哪一条'],
  field: ['field', '栏目'],
  entry: ['entry', 'item', '评分栏', '评分项', '评分项目'],
  value: [
    ...['value', '核查结果', '检查结果', '核查值', '填写', '数值', '得分', '次数'],
    ...['现场核查结果', '现场检查结果', '现场实测', '实测值', '实测结果', '核实结果', '现场情况'],
  ],
  reason: ['reason', '理由', '依据', '原因', '说明', '情况说明', '问题说明', '核查说明'],
};

/** For the reader's eye only. */
const IGNORED = wordsIn(
  'declared 申报值 申报情况 自查情况 自评情况 自评 序号 分值 标准 相符 agrees 单位/格式 unit 怎么看 look-at No. 备注',
);

const CANONICAL = new Map(
  Object.entries(KEYS).flatMap(([key, names]) => names.map(name => [fold(name), key] as const)),
);

/** `考核对象（窗口）`: of whom, and what they are. */
const OF_WHOM = /^(?:核查|考核)对象\s*[（(].*[）)]$/u;

export const inspectionKey = (text: string): string | undefined =>
  CANONICAL.get(fold(text)) ?? (OF_WHOM.test(text.trim()) ? 'center' : undefined);

export const isInspectionKey = (text: string, key: string): boolean => inspectionKey(text) === key;

export const isForTheEye = (text: string): boolean => IGNORED.has(fold(text));

export const inspectionKeys = (): readonly string[] => Object.values(KEYS).flat();

const STAGE_WORDS: Readonly<Record<Stage, readonly string[]>> = {
  self: ['self', '自评', '自查'],
  inspection: ['inspection', '核查', '检查', '考核', '现场核查'],
  final: ['final', '终审', '复核', '审定'],
};

export const stageNamed = (text: string): Stage | undefined =>
  (Object.keys(STAGE_WORDS) as Stage[]).find(stage => STAGE_WORDS[stage].some(word => fold(word) === fold(text)));
