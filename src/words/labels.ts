import { type Bilingual, both, type Lang } from '../model/base/text.ts';

/** What columns, fields and chapters are called, in every format the same. */
export const LABELS = {
  asOf: both('审核日期', 'As of'),
  ask: both('补报', 'Ask for'),
  asked: both('要求', 'Asked'),
  binds: both('约束', 'Binds'),
  center: both('中心', 'Centre'),
  change: both('对比', 'Change'),
  clause: both('条款', 'Clause'),
  found: both('申报', 'Found'),
  gap: both('差距', 'Gap'),
  gate: both('门槛', 'Gate'),
  grade: both('等次', 'Grade'),
  high: both('可达', 'High'),
  low: both('得分', 'Low'),
  max: both('满分', 'Max'),
  note: both('说明', 'Note'),
  outcome: both('结果', 'Outcome'),
  pack: both('标准', 'Pack'),
  place: both('位置', 'Place'),
  profile: both('申报', 'Profile'),
  quote: both('原文', 'Text'),
  remedy: both('整改', 'To do'),
  row: both('评分项', 'Row'),
  rules: both('条目', 'Rules'),
  scheme: both('计分', 'Scheme'),
  score: both('得分', 'Score'),
  section: both('章节', 'Section'),
  subject: both('对象', 'Centre'),
  subtotal: both('小计', 'Subtotal'),
  title: both('事项', 'Title'),
  tool: both('工具', 'Tool'),
  total: both('合计', 'Total'),
  verdict: both('结论', 'Verdict'),
  verify: both('核实', 'How'),
  waived: both('豁免', 'Waived'),
  why: both('原因', 'Why'),
  working: both('计算', 'Working'),
} as const satisfies Record<string, Bilingual>;

export type Label = keyof typeof LABELS;

export const label = (name: Label, lang: Lang): string => LABELS[name][lang];
