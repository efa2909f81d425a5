import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import { unitNamed } from '../model/base/unit.ts';
import type { FactDefinition, Vocabulary } from '../model/standard/vocabulary.ts';
import type { Called } from './reader.ts';

/** How a fact is to be filled in, in the narrow column beside it. */
export const wayOf = (definition: FactDefinition, lang: Lang): string => {
  if ('unit' in definition) return unitNamed(definition.unit).label[lang];
  if (definition.type === 'percent') return '%';
  return (definition.type === 'count' ? definition.counter : WAYS[definition.type])[lang];
};

type Plain = Exclude<FactDefinition['type'], 'quantity' | 'size' | 'count' | 'percent'>;

const WAYS: Readonly<Record<Plain, Bilingual>> = {
  yes_no: both('是/否', 'yes/no'),
  date: both('年-月-日', 'y-m-d'),
  time: both('时:分', 'h:min'),
  hours: both('周几、时段', 'days, times'),
  text: both('文字', 'text'),
  term: both('选一项', 'choose one'),
  terms: both('可多项', 'several'),
  records: both('清单', 'list'),
};

/** The message that a spreadsheet shows when the cell is chosen. */
export const hintOf = (
  definition: FactDefinition,
  { lang, vocabulary }: { readonly lang: Lang; readonly vocabulary: Vocabulary },
): string => {
  if ('unit' in definition) {
    const { zh, en } = unitNamed(definition.unit).label;
    return definition.type === 'size'
      ? both(`填“宽×高”，单位${zh}，如 50×70`, `width × height in ${definition.unit}, such as 50×70`)[lang]
      : both(`填数字，单位${zh}；用别的单位时连单位一起写`, `a number in ${en}; with another unit write the unit too`)[
          lang
        ];
  }
  if (definition.type !== 'term') return HINTS[definition.type][lang];
  return (vocabulary.list.get(definition.list)?.open === true ? OPEN_TERM : CLOSED_TERM)[lang];
};

const CLOSED_TERM = both('从下拉清单中选一项', 'choose one of the list');
const OPEN_TERM = both('从下拉清单中选一项；清单外的写“其他：名称”', 'choose one; outside the list write "其他：name"');

const HINTS: Readonly<Record<Exclude<Plain, 'term'> | 'count' | 'percent', Bilingual>> = {
  count: both('填整数；确实没有填 0', 'a whole number; 0 where there is none'),
  percent: both('填百分数，如 98.5%', 'a percentage, such as 98.5%'),
  yes_no: both('选“是”或“否”', 'choose yes (是) or no (否)'),
  date: both('填日期，如 2021-11-15', 'a date, such as 2021-11-15'),
  time: both('填钟点，如 8:30', 'a time of day, such as 8:30'),
  hours: both(
    '写周几、几点到几点，如 周一至周五 8:30-12:00、15:00-18:00；周六 9:00-12:00',
    'days and times, such as Mon-Fri 8:30-12:00, 15:00-18:00; Sat 9:00-12:00',
  ),
  text: both('按实际情况填写文字', 'write it as it is'),
  terms: both('填一项或几项，用“、”隔开；没有写“无”', 'one or several, separated by "、"; "无" for none'),
  records: both('逐条填写', 'one line each'),
};

/** Texts of the forms. What the reader looks for (填写内容, 选项, 打√) stands here too. */
export const FORM_WORDS = {
  guide: both('填表说明', 'Guide'),
  main: both('基本情况', 'Facts'),
  checklist: both('勾选清单', 'Checklists'),
  options: both('选项', 'Options'),
  table: both('汇总表', 'Centres'),
  title: both('标准化建设情况申报表', 'declaration form'),
  tableTitle: both('标准化建设情况汇总申报表', 'declaration table'),
  cardTitle: both('申报表', 'declaration form'),
  basis: both('依据：', 'Standard: '),
  number: both('序号', 'No.'),
  item: both('填报项目', 'Item'),
  value: both('填写内容', 'Value'),
  way: both('单位/格式', 'Unit'),
  example: both('填写示例', 'Example'),
  clause: both('依据条款', 'Clause'),
  tick: both('打√', '√'),
  noneOfThese: both('以上都没有', 'none of these'),
  otherTerms: both('其他（写明）', 'others (name them)'),
  signature: both(
    '填表人：　　　　　　　　审核人：　　　　　　　　单位负责人（签章）：　　　　　　　　',
    'Filled in by:                    Checked by:                    Head of the unit (seal):                    ',
  ),
  listNote: both(
    '逐条填写，一行一条；确实没有的，在第一行填“无”。',
    'One line each; where there is none write 无 in the first line.',
  ),
  checklistNote: both(
    '有的在右侧空格打“√”，没有的留空；一项都没有的，在“以上都没有”处打“√”。整项留空表示未填报。',
    'Put √ beside what there is. Where there is nothing at all put √ beside 以上都没有. All blank means: not declared.',
  ),
  mainNote: both(
    '只填写浅黄色格；带★的为必报项。“单位/格式”一栏给出单位和填法。',
    'Fill in the yellow cells; those with ★ are required.',
  ),
  tableNote: both(
    '一个中心填一行；窗口、人员等清单填在后面各表，第一栏写中心名称。带★的为必报项，填法见列名上的批注。',
    'One line for each centre; lists stand on the sheets behind, with the name of the centre first. ★ is required.',
  ),
} as const satisfies Record<string, Bilingual>;

/** Whose record it is, under a name that the reader of records knows. */
export const recordOf = ({ subject }: Called): Bilingual =>
  subject === undefined ? both('中心', 'center') : both(`考核对象（${subject.zh}）`, 'center');

/** Texts of a blank record of an inspection: the reader of records knows its headings in either language. */
export const RECORD_WORDS = {
  title: both('现场核查记录', 'inspection record'),
  sheet: both('核查记录', 'Inspection'),
  note: both(
    '只填浅黄色格：核查结果与申报不同、或申报没有写的，填核查结果和理由；其余留空。',
    'Fill in the yellow cells: what was found otherwise than declared, or was not declared, and why; leave the rest blank.',
  ),
  center: both('中心', 'center'),
  stage: both('阶段', 'stage'),
  date: both('核查日期', 'date'),
  level: both('检查级别', 'level'),
  person: both('核查人', 'person'),
  lines: both('核查情况', 'lines'),
  number: both('序号', 'No.'),
  fact: both('填报项', 'fact'),
  record: both('条目', 'record'),
  part: both('栏目', 'field'),
  declared: both('申报值', 'declared'),
  value: both('核查结果', 'value'),
  reason: both('理由', 'reason'),
  way: both('单位/格式', 'unit'),
  look: both('怎么看', 'look at'),
} as const satisfies Record<string, Bilingual>;
