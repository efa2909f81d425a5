import { decimalOf, exact, greater, minus, ZERO } from '../../model/base/exact.ts';
import { both } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { OBLIGATIONS } from '../../model/standard/pack.ts';
import { waiversText } from '../../words/findings/waivers.ts';
import { label, OBLIGATION_NAMES } from '../../words/names.ts';
import { gradesText, openText, scoreFigure, standingOf, verdictText } from '../../words/scoring/score.ts';
import type { Block, Chapter, Figure, Row, ScoreBar, Table, Text } from '../block.ts';
import { chapter, paragraph, remark } from '../blocks.ts';
import { asksOf, factAnchor } from './asks.ts';
import { countCells, MARKS, outcomeColumns, type Subject } from './subject.ts';

type Scored = Audit & Required<Pick<Audit, 'score'>>;

const isScored = (audit: Audit): audit is Scored => audit.score !== undefined;

const ruling = ({ audit, lang }: Subject): Block => {
  const outcome = MARKS[standingOf(audit)];
  return { kind: 'ruling', text: verdictText(audit, lang), ...(outcome && { outcome }) };
};

const figuresOf = ({ score, scheme }: Scored, { lang }: Subject): readonly Figure[] => {
  const [low, high] = [scoreFigure(score.low, scheme), scoreFigure(score.high, scheme)];
  return [
    {
      kind: 'score',
      name: label('score', lang),
      text: low,
      ...(score.low !== score.high && { reach: both(`可达 ${high}`, `up to ${high}`)[lang] }),
      of: both(`满分 ${score.max}`, `of ${score.max}`)[lang],
    },
    ...(score.grade.candidates.length === 0
      ? []
      : [
          {
            kind: 'grade' as const,
            name:
              score.grade.candidates.length === 1
                ? label('grade', lang)
                : both('等次（未定）', 'Grade (not settled)')[lang],
            text: gradesText(score.grade, lang),
          },
        ]),
  ];
};

const difference = (from: Decimal, to: Decimal): Decimal => decimalOf(greater(minus(exact(from), exact(to)), ZERO));

const scoreBar = (audit: Scored, { lang }: Subject): ScoreBar => {
  const { score, scheme } = audit;
  const [low, high] = [scoreFigure(score.low, scheme), scoreFigure(score.high, scheme)];
  const open = difference(score.high, score.low);
  const why = open === '0' ? '' : both(`（${openText(audit, 'zh')}）`, ` (${openText(audit, 'en')})`)[lang];
  const part = (name: ScoreBar['legend'][number]['part'], zh: string, en: string, amount: Decimal, remark = '') => ({
    part: name,
    name: both(zh, en)[lang],
    figure: scoreFigure(amount, scheme),
    remark,
  });
  return {
    kind: 'score-bar',
    label: both(`得分 ${low}，可达 ${high}，满分 ${score.max}`, `score ${low}, up to ${high}, of ${score.max}`)[lang],
    points: score,
    limits: scheme.grades
      .filter(({ atLeast }) => atLeast !== '0')
      .map(({ id, atLeast }) => ({ at: atLeast, text: `${id} ${atLeast}` })),
    legend: [
      part('earned', '已得', 'earned', score.low),
      part('open', '未定', 'open', open, why),
      part('lost', '已失', 'lost', difference(score.max, score.high)),
    ],
  };
};

/** So many of the facts that decide are named at once; the list of what to ask has them all. */
const DECIDING = 6;

const decidedBy = ({ score }: Scored, subject: Subject): readonly Block[] => {
  if (score.grade.decidedBy.length === 0) return [];
  const { lang } = subject;
  const asks = asksOf(subject).filter(({ fact }) => score.grade.decidedBy.includes(fact));
  const links = asks
    .slice(0, DECIDING)
    .flatMap(
      ({ fact, label: name }, index): Exclude<Text, string> => [
        ...(index === 0 ? [] : [both('、', ', ')[lang]]),
        { text: name, to: factAnchor(fact) },
      ],
    );
  const all = both(`共 ${asks.length} 项，按分值列在“待补报”`, `all ${asks.length} by points at stake`)[lang];
  const rest: Exclude<Text, string> =
    asks.length > DECIDING ? [both('等（', ' … (')[lang], { text: all, to: 'asks' }, both('）', ')')[lang]] : [];
  return [paragraph([both('取决于：', 'Decided by: ')[lang], ...links, ...rest])];
};

/** How many requirements came out how; rows and columns add up. */
const counts = ({ audit: { findings }, lang }: Subject): Table => {
  const row = (name: string, own: readonly ScoredFinding[], kind?: Row['kind']): Row => ({
    cells: [name, ...countCells(own), String(own.length)],
    ...(kind && { kind }),
  });
  const groups = OBLIGATIONS.map(
    obligation =>
      [
        OBLIGATION_NAMES[obligation][lang],
        findings.filter(({ finding }) => finding.rule.obligation === obligation),
      ] as const,
  ).filter(([, own]) => own.length > 0);
  return {
    kind: 'table',
    name: 'counts',
    caption: both('条目数', 'Requirements')[lang],
    columns: [
      { title: '', kind: 'name', width: 14 },
      ...outcomeColumns(lang),
      { title: label('total', lang), kind: 'figure', width: 9 },
    ],
    rows: [...groups.map(([name, own]) => row(name, own)), row(label('total', lang), findings, 'sum')],
  };
};

/** Whether the standard is met, the score and how far it is certain, and what adds up to it. */
export const verdict = (subject: Subject): Chapter => {
  const { audit, lang } = subject;
  const waived = waiversText(audit, lang);
  const scheme = `${both('计分方案：', 'Points: ')[lang]}${audit.scheme.title[lang]}`;
  return chapter(
    'verdict',
    label('verdict', lang),
    ruling(subject),
    ...(isScored(audit)
      ? [
          { kind: 'figures', figures: figuresOf(audit, subject) } as const,
          scoreBar(audit, subject),
          ...decidedBy(audit, subject),
        ]
      : [paragraph(both('得分：无（没有可计分的条目）', 'No score (nothing counted)')[lang])]),
    ...(audit.findings.length > 0 ? [counts(subject)] : []),
    remark(waived === '' ? scheme : `${scheme}${both('。', '. ')[lang]}${waived}`),
  );
};
