import type { Stage } from '../../model/profile/inspection.ts';
import { fold, wordsIn } from '../profile/names.ts';

/** Each key of an inspection record by every name that people write it under. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  center: ['center', '中心', '核查对象', '考核对象', '被查单位', '单位名称'],
  scheme: ['scheme', '评分表', '评分方案'],
  stage: ['stage', '阶段'],
  date: ['date', '日期', '核查日期', '检查日期'],
  level: ['level', '级别', '检查级别', '查出级别'],
  person: ['person', '检查人', '核查人', '评分人'],
  bureau: ['bureau', 'by', '部门', '评分部门'],
  lines: ['lines', 'found', 'entered', '核查情况', '评分情况'],
  fact: ['fact', '填报项', '核查项目'],
  record: ['record', '条目', '哪一条'],
  field: ['field', '栏目'],
  entry: ['entry', 'item', '评分栏', '评分项', '评分项目'],
  value: ['value', '核查结果', '检查结果', '核查值', '填写', '数值', '得分', '次数'],
  reason: ['reason', '理由', '依据', '原因', '说明'],
};

/** For the reader's eye only. */
const IGNORED = wordsIn('declared 申报值 自评 序号 分值 标准 相符 agrees 单位/格式 unit 怎么看 look-at No.');

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
