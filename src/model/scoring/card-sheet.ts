/** A column of a scorecard in Excel: the bureau's own first, then what says how a row is reckoned. */
interface ColumnOf<K> {
  readonly key: K;
  readonly title: string;
  /** What bureaus call it besides. */
  readonly aliases: readonly string[];
  readonly width: number;
  readonly own?: true;
  readonly choices?: readonly string[];
  readonly hint: string;
}

export const KINDS = { deduct: '扣', award: '得', outside: '总分外' } as const;

export const PARTS = { full: '不计', started: '按一档', pro_rata: '按比例' } as const;

export const WHO = { fact: '自报', tally: '检查人数', entered: '检查人评' } as const;

export const ABSENT = { not_checked: '不查', full: '得满分', zero: '得0分', no_effect: '不扣不加' } as const;

/** What people write for a word of a drop-down. */
export const ALSO: Readonly<Partial<Record<CardKey, Readonly<Record<string, string>>>>> = {
  kind: {
    扣分: KINDS.deduct,
    减分: KINDS.deduct,
    减: KINDS.deduct,
    得分: KINDS.award,
    加分: KINDS.award,
    加: KINDS.award,
  },
  who: { 中心报: WHO.fact, 申报: WHO.fact, 自行申报: WHO.fact },
};

/** Words of cells that are no figure: the whole row, in proportion, to the end, all that is not named, entries of a list. */
export const SAID = { all: '全部', share: '按比例', rest: '其余', list: '清单', yes: '是', no: '否' } as const;

/** How people say that none of what has a price is so. */
export const NONE_OF_THEM = ['无', '没有', '都没有', '都不是', '以上都没有', '以上都不是', '均无'] as const;

const column = <K extends string>(
  key: K,
  title: string,
  width: number,
  hint: string,
  more: Partial<Pick<ColumnOf<K>, 'aliases' | 'choices' | 'own'>> = {},
): ColumnOf<K> => ({ key, title, width, hint, aliases: [], ...more });

export const CARD_COLUMNS = [
  column('clause', '序号', 8, '原表的序号；部分的标题行写“一”“二”', { own: true, aliases: ['编号', '条款'] }),
  column('title', '项目', 16, '评分项的名称', {
    own: true,
    aliases: [
      ...[
        '考核项目',
        '评分项目',
        '考评项目',
        '检查项目',
        '指标',
        '考核指标',
        '考评指标',
        '评价指标',
        '二级指标',
        '三级指标',
      ],
      ...['考核内容', '考评内容', '检查内容', '评分项', '内容'],
    ],
  }),
  column('requirement', '标准要求', 30, '原表对这一项的要求', {
    own: true,
    aliases: ['要求', '考核标准', '考评标准', '检查标准', '考核要求', '具体要求', '工作要求', '标准'],
  }),
  column('points', '分值', 8, '这一项满分多少；只扣分、本身不占分的写 0', {
    own: true,
    aliases: ['满分', '标准分', '标准分值', '应得分', '分数'],
  }),
  column('wording', '评分标准', 34, '原表怎样扣分、得分的文字', {
    own: true,
    aliases: [
      '评分办法',
      '评分细则',
      '计分办法',
      '扣分标准',
      '减分标准',
      '加分标准',
      '考核办法',
      '评分方法',
      '计分标准',
    ],
  }),
  column('by', '责任部门', 14, '由哪个部门评；几个部门用顿号隔开', {
    own: true,
    aliases: ['评分部门', '考核部门', '考评部门', '牵头部门', '牵头单位', '责任单位', '考核单位', '评分单位'],
  }),
  column('kind', '扣/得', 8, '从满分往下扣写“扣”，从 0 往上得写“得”；部分的标题行不计入总分的写“总分外”', {
    aliases: ['扣得', '扣分或得分'],
    choices: Object.values(KINDS),
  }),
  column('what', '数什么', 22, '数的是什么、看的是什么，用一个完整的名称，如“迟到早退人次”“符合敞开式办公要求”'),
  column(
    'unit',
    '单位或选项',
    16,
    '数：单位，如 人次、件、%、㎡、天。是非：写扣分（得分）的那个回答，是 或 否。几样东西：用顿号列出。分档给分：甲=5、乙=3、其余=0',
    {
      choices: ['是', '否', '人次', '次', '件', '个', '项', '%', '㎡', '天', '清单'],
    },
  ),
  column(
    'per',
    '每几个',
    14,
    '每多少计一次，如 1、10、0.5；有起点的写 少于200每10、超过1000每100。检查人评的写最小一格，如 0.5',
  ),
  column('amount', '几分', 20, '每次扣（得）几分；全部：整项。分档写 120以上6；80以上4；其余0。按比例得分写 按比例'),
  column('cap', '最多', 8, '这一条最多扣（得）几分；部分的标题行是这一部分的封顶'),
  column('part', '不足一档', 10, '零头怎样算：不计、按一档、按比例', { choices: Object.values(PARTS) }),
  column('floor', '扣完为止', 10, '是：扣到 0 为止；否：可以是负分；-6：最多到负 6 分；不写按“总则”', {
    choices: [SAID.yes, SAID.no],
  }),
  column('who', '谁填', 10, '自报：申报表里报；检查人数：检查人现场数；检查人评：检查人打分', {
    choices: Object.values(WHO),
  }),
  column('absent', '不适用时', 10, '没有这回事时：不查、得满分、得0分、不扣不加；不写按“总则”', {
    choices: Object.values(ABSENT),
  }),
  column('excuse', '免扣情形', 18, '有这种情形就不扣，如“有书面说明”'),
  column('id', '行号', 12, '工具用的编号，不用填；补充文件按它对应'),
] as const;

export type CardColumn = (typeof CARD_COLUMNS)[number];

export type CardKey = CardColumn['key'];

/** Columns with the wording of what is given and taken, where no other has it. */
export const GIVEN_AND_TAKEN = ['加分', '减分', '扣分'] as const;

/** What a column is called that says to what part a row belongs. */
export const PART_COLUMNS = ['一级指标', '一级项目', '指标类别', '项目类别', '考核类别'] as const;

export const SHEETS = { card: '评分表', head: '总则', guide: '填写说明', cases: '算例' } as const;

/** What the head of a scorecard says, a line each: its key in the language, its name, what is written unless told otherwise. */
export interface HeadLine {
  readonly key: string;
  readonly name: string;
  readonly value?: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly hint: string;
}

const TREATED = {
  待定: 'open',
  得0分: 'zero',
  得满分: 'full',
  不扣不加: 'no_effect',
  不查: 'not_checked',
  按平均分: 'peers',
};

export const HEAD_LINES: readonly HeadLine[] = [
  { key: 'title', name: '名称', hint: '评分表的全称' },
  { key: 'id', name: '编号', hint: '小写字母、数字和短横，如 hall-2025；不写的由工具起' },
  { key: 'standard.counties', name: '县区', hint: '这张表管哪个县；几个用顿号隔开。与建设标准一起用的不写' },
  {
    key: 'standard.levels',
    name: '级别',
    choices: { 乡镇: 'township', 村: 'village', 分中心: 'sub_center' },
    hint: '管哪一级；几级用顿号隔开',
  },
  { key: 'standard.in_force.from', name: '施行日期', hint: '如 2025-01-01' },
  { key: 'standard.in_force.until', name: '终止日期', hint: '还在用的不写' },
  { key: 'standard.issuer', name: '发文单位', hint: '' },
  { key: 'standard.number', name: '文号', hint: '' },
  { key: 'subject', name: '考核对象', hint: '考核的不是中心而是窗口、人员、村、部门等时写；不写的是中心' },
  { key: 'total', name: '满分', value: '100', hint: '不含总分之外的加分' },
  { key: 'places', name: '小数位', value: '2', hint: '得分保留几位小数' },
  {
    key: 'rounding',
    name: '尾数',
    value: '舍去',
    choices: { 舍去: 'down', 四舍五入: 'half_up' },
    hint: '多出的小数怎样处理',
  },
  { key: 'floor', name: '总分下限', value: '0', choices: { 不设: 'none' }, hint: '数，或“不设”（可以是负分）' },
  { key: 'cap', name: '总分上限', choices: { 不设: 'none' }, hint: '有总分之外的加分时必须写；数，或“不设”' },
  {
    key: 'item_floor',
    name: '每项扣到',
    value: '0',
    choices: { 不设: 'none' },
    hint: '0：扣完为止；不设：可以是负分。个别项目不同的写在它那一行',
  },
  {
    key: 'evidence.undeclared',
    name: '没有申报的',
    value: '待定',
    choices: { 待定: 'open', 得0分: 'zero' },
    hint: '待定：先给区间；得0分：没有材料就没有分',
  },
  { key: 'evidence.did_not_occur', name: '没有发生的', choices: TREATED, hint: '如全年没有突发事件' },
  { key: 'evidence.not_applicable', name: '不适用的', choices: TREATED, hint: '如没有电梯' },
  { key: 'evidence.nothing_to_measure', name: '没有可计算的', choices: TREATED, hint: '如没有投诉，算不出回复率' },
  {
    key: 'not_checked',
    name: '不查的项目',
    choices: { 折算: 'scale', 去掉: 'leave_out' },
    hint: '折算：其余项目放大到满分；去掉：满分也减去它',
  },
  { key: 'evidence_until', name: '材料截止日', hint: '过了这一天不能再补' },
  { key: 'pass', name: '达标线', hint: '达标的分数或等次；没有规定的不写' },
];

/** Lines that stand as often as there is something to say: a grade with its lowest score, a veto with what follows. */
export const GRADE_LINE = '等次';
export const VETO_LINE = '否决';
export const BUREAU_LINE = '部门总分';
export const REST_LINE = '补充文件';

export const EFFECTS = { zero: '总分为0', bar_award: '取消评优' } as const;
export const AT_MOST = '最高评为';
export const GRADED = '直接定为';
