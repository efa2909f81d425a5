import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import { factIdOf, type Outcome, type Truth } from '../model/finding/finding.ts';
import { waitingIn } from '../model/scoring/bar.ts';
import { countedMax, countedRows } from '../model/scoring/counted-rows.ts';
import type { Account, ItemResult, ScorecardResult } from '../model/scoring/points.ts';
import { scorecardSections, type TitledSection } from '../model/scoring/rows.ts';
import { askedLabel, list } from '../words/facts/values.ts';
import { reachText } from '../words/findings/readings.ts';
import { waiversText } from '../words/findings/waivers.ts';
import { clauseText } from '../words/names.ts';
import { waitingText } from '../words/scoring/comparisons.ts';
import { chargeText, gateText, vetoText } from '../words/scoring/gates.ts';
import { accountText, boundText, totalText } from '../words/scoring/points-of-rows.ts';
import { holdsRow, type Part, sectionNames } from './audit/part.ts';
import type { Subject } from './audit/subject.ts';
import type { Chapter, Ledger, LedgerLine, LedgerRemark, LedgerSection } from './block.ts';

type Filled = Audit & Required<Pick<Audit, 'scorecard'>>;

export const hasScorecard = (audit: Audit): audit is Filled => audit.scorecard !== undefined;

export const rowAnchor = (item: string): string => `item-${item}`;

const pointsOf = ({ excluded, points }: Account): string => (excluded ? '' : points);

/** Facts and entries that would settle a row, by name. */
const openText = ({ gaps }: ItemResult, { pack, scheme }: Audit, lang: Lang): string => {
  const names = gaps.map(({ fact }) => askedLabel(factIdOf(fact), pack.vocabulary, scheme, lang));
  return list([...new Set(names)], lang);
};

/** What no sum has: a clause of its own, and facts that it waits for. */
const A_SUM = { clause: '', open: '' } as const;

const rowLine = (row: ItemResult, section: string, audit: Filled, lang: Lang): LedgerLine => {
  const { item, clause, title, bureau, max, low, high } = row;
  const by = { vocabulary: audit.pack.vocabulary, asked: audit.scorecard.asked };
  const work = (end: 'low' | 'high'): readonly string[] => accountText(row, end, lang, by);
  const [least, most] = [work('low'), work('high')];
  const nothing = most.length === 0 && least.length > 0 ? [both('不失分', 'nothing lost')[lang]] : most;
  return {
    kind: 'row',
    id: item,
    anchor: rowAnchor(item),
    clause: clauseText({ clause }),
    section,
    title: title[lang] + (bureau === undefined ? '' : both(`（${bureau}）`, ` (${bureau})`)[lang]),
    low: pointsOf(low),
    high: pointsOf(high),
    max,
    work: { low: least, high: nothing },
    open: openText(row, audit, lang),
  };
};

const boundsOf = ({ low, high }: ScorecardResult, id: string, lang: Lang): LedgerLine['work'] => {
  const [least = [], most = []] = [low, high].map(({ sections }) =>
    sections.flatMap(({ section, bound }) => (section === id && bound !== undefined ? [boundText(bound, lang)] : [])),
  );
  return { low: least, high: most };
};

const sectionOf = (section: TitledSection, rows: readonly ItemResult[], audit: Filled, lang: Lang): LedgerSection => {
  const { id, low, high, max } = section;
  const title = section.title[lang];
  const work = boundsOf(audit.scorecard.result, id, lang);
  return {
    title,
    rows: rows.filter(row => row.section === id).map(row => rowLine(row, title, audit, lang)),
    subtotal: { kind: 'subtotal', id, anchor: `part-${id}`, section: title, title, low, high, max, work, ...A_SUM },
  };
};

const STATES: Readonly<Record<Truth, Outcome>> = { met: 'fail', unmet: 'pass', unknown: 'unknown' };
const GATES: Readonly<Record<Truth, Outcome>> = { met: 'pass', unmet: 'fail', unknown: 'unknown' };

/** What bears on the score beside the rows: must-haves, vetoes, charges to others, waivers, comparisons. */
export const scorecardRemarks = (audit: Filled, lang: Lang): readonly LedgerRemark[] => {
  const { result } = audit.scorecard;
  const waiting = waitingIn(result);
  const remark = (zh: string, en: string, text: string, outcome?: Outcome): LedgerRemark => ({
    name: both(zh, en)[lang],
    text,
    ...(outcome && { outcome }),
  });
  return [
    ...result.vetoes.map(veto => remark('否决', 'Veto', vetoText(veto, audit, lang), STATES[veto.truth])),
    ...result.gates.map(gate => remark('必备', 'Must', gateText(gate, audit, lang), GATES[gate.truth])),
    ...result.charges.map(charge => remark('另扣', 'Charge', chargeText(charge, audit, lang))),
    ...result.bureaus.map(({ bureau, max, ...ends }) =>
      remark('评分', 'Given by', `${bureau}${both('：', ': ')[lang]}${reachText(ends, lang)} / ${max}`),
    ),
    ...(audit.unwaived === undefined ? [] : [remark('豁免', 'Waived', waiversText(audit, lang))]),
    ...(waiting === 0 ? [] : [remark('待比较', 'Compared', waitingText(waiting, audit.pack.vocabulary)[lang])]),
  ];
};

const totalOf = ({ scheme, scorecard: { result } }: Filled, lang: Lang): LedgerLine => ({
  kind: 'total',
  id: scheme.id,
  anchor: 'total',
  section: '',
  title: scheme.title[lang],
  low: result.low.points,
  high: result.high.points,
  max: countedMax(result),
  work: { low: [totalText(result.low, lang)], high: [totalText(result.high, lang)] },
  ...A_SUM,
});

/** A scorecard filled in: its rows section by section, their subtotals, the score, and what else bears on it. */
export const tellScorecard = (audit: Filled, lang: Lang, part?: Part): Ledger => {
  const { result } = audit.scorecard;
  const rows = countedRows(result).filter(row => holdsRow(row, sectionNames(row.section, audit), part));
  const sections = scorecardSections(audit.scorecard).map(section => sectionOf(section, rows, audit, lang));
  return {
    kind: 'ledger',
    sections: part === undefined ? sections : sections.filter(section => section.rows.length > 0),
    total: totalOf(audit, lang),
    remarks: scorecardRemarks(audit, lang),
  };
};

/** The same as a chapter of a report. */
export const scorecard = ({ audit, lang, part }: Subject): Chapter | undefined =>
  hasScorecard(audit)
    ? {
        name: 'scorecard',
        title: both('评分表逐项得分', 'Scorecard, row by row')[lang],
        blocks: [tellScorecard(audit, lang, part)],
      }
    : undefined;

export const LINE_KINDS = {
  row: { zh: '评分项', en: 'row' },
  subtotal: { zh: '小计', en: 'subtotal' },
  total: { zh: '总分', en: 'score' },
} as const satisfies Record<LedgerLine['kind'], Bilingual>;

/** Every line of a scorecard in its order. */
export const ledgerLines = ({ sections, total }: Ledger): readonly LedgerLine[] => [
  ...sections.flatMap(({ rows, subtotal }) => [...rows, subtotal]),
  total,
];

/** How a range comes about on one line: at the least, and where that differs, at the best. */
export const workText = ({ work: { low, high }, open }: LedgerLine, lang: Lang): string => {
  const stop = both('；', '; ')[lang];
  const [least, most] = [low.join(stop), high.join(stop)];
  const said =
    least === most
      ? [least]
      : [both(`最差：${least}`, `at worst: ${least}`)[lang], both(`最好：${most}`, `at best: ${most}`)[lang]];
  const wanted = open === '' ? [] : [both(`待查：${open}`, `open: ${open}`)[lang]];
  return [...said, ...wanted].filter(text => text !== '').join(stop);
};

const NONE = '—';

/** `一（1） 大厅面积 4 / 5：16㎡ ÷ …`. */
const lineText = (line: LedgerLine, lang: Lang): string => {
  const { kind, clause, title, low, high, max } = line;
  const name = kind === 'row' ? `${clause} ${title}` : `${title} ${LINE_KINDS[kind][lang]}`;
  const reach = low === high ? '' : both(`（可达 ${high || NONE}）`, ` (up to ${high || NONE})`)[lang];
  const work = workText(line, lang);
  return `${name} ${low || NONE}${reach} / ${max}${work === '' ? '' : both(`：${work}`, `: ${work}`)[lang]}`;
};

/** A scorecard for readers that know lines of text and nothing else; none where an audit has no scorecard. */
export const scorecardTexts = (audit: Audit, lang: Lang): readonly string[] => {
  if (!hasScorecard(audit)) return [];
  const told = tellScorecard(audit, lang);
  const remarks = told.remarks.map(({ name, text }) => `${name}${both('：', ': ')[lang]}${text}`);
  return [...ledgerLines(told).map(line => lineText(line, lang)), ...remarks];
};
