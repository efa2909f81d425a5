import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Change } from '../model/finding/comparison.ts';
import type { Outcome } from '../model/finding/finding.ts';
import type { RecordHead, Stage } from '../model/profile/inspection.ts';
import { type Level, nameOf } from '../model/profile/profile.ts';
import type { Relation } from '../model/standard/diff.ts';
import type { Reason } from '../model/standard/ledger.ts';
import {
  type Authority,
  isCited,
  type Obligation,
  type Pack,
  type PackStatus,
  type Rule,
  type Section,
} from '../model/standard/pack.ts';
import { dateText } from './facts/values.ts';

/** What columns, fields and chapters are called, in every format the same. */
export const LABELS = {
  applies: both('适用', 'Applies'),
  asOf: both('审核日期', 'As of'),
  ask: both('补报', 'Ask for'),
  asked: both('要求', 'Asked'),
  binds: both('约束', 'Binds'),
  center: both('中心', 'Centre'),
  change: both('对比', 'Change'),
  clause: both('条款', 'Clause'),
  counts: both('算法', 'Counts'),
  found: both('申报', 'Found'),
  gap: both('差距', 'Gap'),
  gate: both('门槛', 'Gate'),
  grade: both('等次', 'Grade'),
  high: both('可达', 'High'),
  low: both('得分', 'Low'),
  max: both('满分', 'Max'),
  missing: both('未报', 'Missing'),
  name: both('名称', 'Name'),
  number: both('序号', 'No.'),
  note: both('说明', 'Note'),
  outcome: both('结果', 'Outcome'),
  pack: both('标准', 'Pack'),
  day: both('日期', 'As of'),
  place: both('位置', 'Place'),
  points: both('计分', 'Points'),
  profile: both('申报', 'Profile'),
  quote: both('原文', 'Text'),
  remedy: both('整改', 'To do'),
  row: both('评分项', 'Row'),
  rules: both('条目', 'Rules'),
  scheme: both('计分', 'Scheme'),
  scope: both('范围', 'Part'),
  score: both('得分', 'Score'),
  section: both('章节', 'Section'),
  standard: both('标准', 'Standard'),
  subject: both('对象', 'Centre'),
  subtotal: both('小计', 'Subtotal'),
  time: both('期限', 'Time'),
  title: both('事项', 'Title'),
  tool: both('工具', 'Tool'),
  total: both('合计', 'Total'),
  verdict: both('结论', 'Verdict'),
  verify: both('核实', 'How'),
  waived: both('豁免', 'Waived'),
  reading: both('读法', 'Reading'),
  why: both('原因', 'Why'),
  working: both('计算', 'Working'),
} as const satisfies Record<string, Bilingual>;

export type Label = keyof typeof LABELS;

export const label = (name: Label, lang: Lang): string => LABELS[name][lang];

export const OUTCOME_NAMES: Readonly<Record<Outcome, Bilingual>> = {
  pass: { zh: '符合', en: 'pass' },
  fail: { zh: '不符合', en: 'fail' },
  unknown: { zh: '未定', en: 'unknown' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
};

/** Heads of narrow columns. */
export const OUTCOME_HEADS: Readonly<Record<Outcome, Bilingual>> = {
  pass: { zh: '符合', en: 'Pass' },
  fail: { zh: '不符合', en: 'Fail' },
  unknown: { zh: '未定', en: 'Open' },
  'not-applicable': { zh: '不适用', en: 'N/A' },
};

/** Told by shape as well as by colour; each is in the fonts of an office PC. */
export const OUTCOME_MARKS: Readonly<Record<Outcome, string>> = {
  pass: '√',
  fail: '×',
  unknown: '?',
  'not-applicable': '-',
};

/** The words of drafting, which stand for all that documents say: 原则上, 一般 and 推动 are 宜, 可以 and 鼓励 are 可. */
export const OBLIGATION_NAMES: Readonly<Record<Obligation, Bilingual>> = {
  must: { zh: '应当', en: 'must' },
  should: { zh: '宜', en: 'should' },
  may: { zh: '可', en: 'may' },
};

const NO_DUTY: Bilingual = { zh: '不作要求', en: 'no duty' };

/** How far a rule binds as the text is read now. */
export const bindingName = ({ noDuty, obligation }: Pick<Rule, 'noDuty' | 'obligation'>): Bilingual =>
  noDuty ? NO_DUTY : OBLIGATION_NAMES[obligation];

/** Kinds of place, where a pack has no names of its own for them. */
export const LEVEL_NAMES: Readonly<Record<Level, Bilingual>> = {
  township: { zh: '乡镇（街道）便民服务中心', en: 'Township (subdistrict) service centre' },
  village: { zh: '村（社区）便民服务站', en: 'Village (community) service station' },
  sub_center: { zh: '分中心', en: 'Sub-centre' },
};

/** A kind of place, as the pack calls it. */
export const levelName = (level: Level, lang: Lang, pack?: Pick<Pack, 'levels'>): string =>
  (pack?.levels[level] ?? LEVEL_NAMES[level])[lang];

export const clauseText = ({ clause }: Pick<Rule, 'clause'>): string => clause.join(' / ');

/** Clauses with the document that they stand in, unless they say so themselves. */
export const citationText = (document: string, clauses: readonly string[], gap = ' '): string =>
  clauses.every(isCited) ? clauses.join(' / ') : `《${document}》${gap}${clauses.join(' / ')}`;

/** Who decided something, when and why. */
export const authorityText = ({ by, on, because }: Authority, lang: Lang): string =>
  lang === 'zh' ? `${by} ${on} 定：${because.zh}` : `${by}, ${on}: ${because.en}`;

export const sectionTitle = (
  { sections }: { readonly sections: readonly Section[] },
  id: string,
  lang: Lang,
): string => {
  const section = sections.find(candidate => candidate.id === id);
  return section === undefined ? id : `${section.clause} ${section.title[lang]}`;
};

/** What a centre goes by: its name, else its township, else its file. */
export const centerName = ({ profile }: Pick<Audit, 'profile'>): string => nameOf(profile.center, profile.path);

/** A standard by its title, number, issuer and date, and the pack that encodes it. */
export const packText = ({ id, version, title, document }: Pack, lang: Lang): string => {
  const { number, issuer, issued } = document;
  const particulars = [number, issuer[lang], issued && dateText(issued, lang)].filter(part => part !== undefined);
  return lang === 'zh'
    ? `《${document.title}》（${particulars.join('，')}）  ${id} ${version}`
    : `${title.en} (${particulars.join(', ')})  ${id} ${version}`;
};

const STATUS_TEXTS: Readonly<Record<PackStatus, Bilingual>> = {
  'in-force': { zh: '', en: '' },
  draft: { zh: '征求意见稿，没有约束力', en: 'a draft for consultation, which binds nobody' },
  superseded: { zh: '已被取代的版本', en: 'superseded by a later edition' },
};

/** What must be said of a pack that is not in force. */
export const statusText = (status: PackStatus, lang: Lang): string => STATUS_TEXTS[status][lang];

export const RELATION_NAMES: Readonly<Record<Relation, Bilingual>> = {
  same: { zh: '相同', en: 'same' },
  moved: { zh: '移到另一条', en: 'moved' },
  differs: { zh: '不同', en: 'differs' },
  'only-left': { zh: '只有前者要求', en: 'only the first' },
  'only-right': { zh: '只有后者要求', en: 'only the second' },
};

/** 自评, 核查, 终审. */
const RECORD_NAMES: Readonly<Record<Stage, Bilingual>> = {
  self: { zh: '自评记录', en: 'Self-assessment' },
  inspection: { zh: '核查记录', en: 'Inspection record' },
  final: { zh: '终审记录', en: 'Final record' },
};

export const recordName = ({ stage }: RecordHead, lang: Lang): string => RECORD_NAMES[stage][lang];

/** Who kept a record, and when: `2026年11月20日，县级周检`. */
export const recordText = ({ date, level, person }: RecordHead, lang: Lang): string => {
  const who = both(`${level ?? ''}${person ?? ''}`, [person, level].filter(part => part !== undefined).join(', '))[
    lang
  ];
  return [date === undefined ? '' : dateText(date, lang), who].filter(part => part !== '').join(both('，', ', ')[lang]);
};

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

export const CHANGE_NAMES: Readonly<Record<Change, Bilingual>> = {
  new: { zh: '新增', en: 'new' },
  worse: { zh: '加重', en: 'worse' },
  unchanged: { zh: '未变', en: 'unchanged' },
  resolved: { zh: '已解决', en: 'resolved' },
  incomparable: { zh: '不可比', en: 'incomparable' },
};

/** How many findings stand how to the earlier result. */
export const changesText = (audits: readonly Pick<Audit, 'findings'>[], lang: Lang): string => {
  const all = audits.flatMap(({ findings }) => findings);
  const counts = Object.entries(CHANGE_NAMES).map(
    ([change, name]) => `${name[lang]} ${all.filter(scored => scored.change === change).length}`,
  );
  return `${both('与上次相比：', 'since the earlier result: ')[lang]}${counts.join(both('，', ', ')[lang])}`;
};
