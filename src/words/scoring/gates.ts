import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Truth } from '../../model/finding/finding.ts';
import type { CardVeto } from '../../model/result/summary.ts';
import { rankOf } from '../../model/scoring/bar.ts';
import { type FoundBy, foundBy } from '../../model/scoring/found-by.ts';
import type { ChargeResult, GateResult, VetoResult } from '../../model/scoring/points.ts';
import { isRank } from '../../model/scoring/rank.ts';
import { rowWith } from '../../model/scoring/rows.ts';
import type {
  ClassScorecard,
  Edge,
  GradeOf,
  Scorecard,
  ScorecardSection,
  VetoEffect,
} from '../../model/scoring/scorecard.ts';
import { list } from '../facts/values.ts';
import { placeText, rankText } from './rank.ts';

const MET: Readonly<Record<Truth, Bilingual>> = {
  met: both('已达到', 'met'),
  unmet: both('未达到', 'not met'),
  unknown: both('未定', 'open'),
};

const STATES: Readonly<Record<Truth, Bilingual>> = {
  met: both('有此情形', 'it is so'),
  unmet: both('无此情形', 'it is not so'),
  unknown: both('未定', 'open'),
};

type Grades = readonly Pick<GradeOf<unknown>, 'id' | 'label'>[];

const gradeName = (grades: Grades, id: string, lang: Lang): string =>
  grades.find(grade => grade.id === id)?.label[lang] ?? id;

type Titled = { readonly id: string; readonly title: Bilingual };

const titleOf = (named: readonly Titled[], id: string, lang: Lang): string =>
  named.find(one => one.id === id)?.title[lang] ?? id;

interface Card {
  readonly forms: readonly ClassScorecard<ScorecardSection>[];
}

const rowName = (card: Card, id: string, lang: Lang): string => rowWith(id, card)?.title[lang] ?? id;

/** What a grade asks beside the score. */
export const askedText = (gate: GateResult['gate'], card: Card, lang: Lang): string => {
  if ('title' in gate && gate.title !== undefined) return gate.title[lang];
  switch (gate.kind) {
    case 'required': {
      const name = rowName(card, gate.item, lang);
      return both(`“${name}”不失分`, `nothing lost in "${name}"`)[lang];
    }
    case 'item':
    case 'section': {
      const sections = card.forms.flatMap(form => form.sections);
      const name = gate.kind === 'item' ? rowName(card, gate.of, lang) : titleOf(sections, gate.of, lang);
      return both(`“${name}”不低于 ${gate.atLeast} 分`, `"${name}" at least ${gate.atLeast}`)[lang];
    }
    case 'items': {
      const names = gate.items.map(id => rowName(card, id, lang));
      return both(
        `${names.join('、')}中至少 ${gate.atLeast} 项不失分`,
        `nothing lost in ${gate.atLeast} of ${names.join(', ')}`,
      )[lang];
    }
    case 'check':
      return isRank(gate.if) ? rankText(gate.if)[lang] : both('另有一个条件', 'a condition of its own')[lang];
  }
};

const cardOf = ({ scorecard }: Audit): Card => scorecard?.asked ?? { forms: [] };

/** Where the centre stands, where a place is asked. */
const placed = (asked: GateResult | VetoResult, { pack }: Audit, lang: Lang): readonly string[] => {
  const rank = rankOf(asked);
  return rank === undefined ? [] : [placeText(asked.place, rank, pack.vocabulary)[lang]];
};

/** What a grade asks beside the score, and whether it is met: `优秀：场所设施不低于24分（未达到）`. */
export const gateText = (result: GateResult, audit: Audit, lang: Lang): string => {
  const { grade, gate, truth } = result;
  const [name, asked, met] = [
    gradeName(audit.scheme.grades, grade, lang),
    askedText(gate, cardOf(audit), lang),
    MET[truth][lang],
  ];
  const state = [...placed(result, audit, lang), met].join(both('，', ', ')[lang]);
  return both(`${name}：${asked}（${state}）`, `${name}: ${asked} (${state})`)[lang];
};

/** From what score on a grade is given: `90 分以上`. */
export const edgeText = ({ at, included }: Edge, lang: Lang): string =>
  included ? both(`${at} 分以上`, `${at} and above`)[lang] : both(`高于 ${at} 分`, `above ${at}`)[lang];

/** What follows from a veto. */
export const effectText = (effect: VetoEffect, grades: Grades, lang: Lang): string => {
  switch (effect.kind) {
    case 'zero':
      return both('总分计 0 分', 'the score is 0')[lang];
    case 'bar_award':
      return both('取消评优资格', 'no award')[lang];
    case 'grade':
      return both(
        `直接定为${gradeName(grades, effect.grade, lang)}`,
        `graded ${gradeName(grades, effect.grade, lang)}`,
      )[lang];
    case 'grade_at_most':
      return both(
        `最高评为${gradeName(grades, effect.grade, lang)}`,
        `${gradeName(grades, effect.grade, lang)} at most`,
      )[lang];
  }
};

const foundText = (by: FoundBy, lang: Lang): string =>
  both(`${by.level} ${by.person}查出`, `found by ${by.person}, ${by.level}`)[lang];

/** Why a centre stands where it does in a ranking: `重大安全事故（总分计 0 分，县级 李检查员查出）`. */
export const vetoReason = ({ title, effect, truth, by }: CardVeto, grades: Grades, lang: Lang): string => {
  const said = [
    effectText(effect, grades, lang),
    ...(by ? [foundText(by, lang)] : []),
    ...(truth === 'unknown' ? [both('未定', 'open')[lang]] : []),
  ].join(both('，', ', ')[lang]);
  return both(`${title.zh}（${said}）`, `${title.en} (${said})`)[lang];
};

/** `重大安全事故：无此情形（有则总分计 0 分）`. */
export const vetoText = (result: VetoResult, audit: Audit, lang: Lang): string => {
  const { veto, truth } = result;
  const [title, effect] = [veto.title[lang], effectText(veto.effect, audit.scheme.grades, lang)];
  const by = truth === 'met' ? foundBy(audit, result) : undefined;
  const state = [...placed(result, audit, lang), STATES[truth][lang], ...(by ? [foundText(by, lang)] : [])].join(
    both('，', ', ')[lang],
  );
  return both(`${title}：${state}（有则${effect}）`, `${title}: ${state} (if so, ${effect})`)[lang];
};

/** Who has a grade that asks nothing: all others, or whom a veto puts there. */
export const restText = (grades: readonly GradeOf<unknown>[], index: number, lang: Lang): string =>
  grades.slice(0, index).some(({ low, requires }) => low === undefined && requires.length === 0)
    ? both('只由否决定', 'by a veto only')[lang]
    : both('其余', 'all others')[lang];

/** What grades and vetoes go by, a sentence each: `优秀：90 分以上、排名前 20%`. */
export const standingTexts = (
  card: Pick<Scorecard, 'forms' | 'grades' | 'vetoes' | 'bureaus'>,
  lang: Lang,
): readonly string[] => {
  const named = (name: string, said: string): string => `${name}${both('：', ': ')[lang]}${said}`;
  return [
    ...card.grades.map(({ label, low, requires }, index) => {
      const score = low === undefined ? [] : [edgeText(low, lang)];
      const asked = list([...score, ...requires.map(gate => askedText(gate, card, lang))], lang);
      return named(label[lang], asked === '' ? restText(card.grades, index, lang) : asked);
    }),
    ...card.vetoes.map(({ title, if: asked, effect }) => {
      const place = isRank(asked) ? both(`（${rankText(asked).zh}）`, ` (${rankText(asked).en})`)[lang] : '';
      return named(title[lang] + place, effectText(effect, card.grades, lang));
    }),
    ...(card.bureaus ?? []).map(({ bureau, points }) =>
      named(bureau, both(`共评 ${points} 分`, `gives ${points} in all`)[lang]),
    ),
  ];
};

const rangeOf = (low: string | null, high: string | null): string =>
  low === high ? (low ?? '?') : `${low ?? '?'}–${high ?? '?'}`;

/** What a row costs somebody else: `责任科室 民政科：2 次 × 1 分 = 2`. */
export const chargeText = (
  { subject, item, times, points, amount }: ChargeResult,
  audit: Audit,
  lang: Lang,
): string => {
  const who =
    subject === null ? both('（未填）', '(not named)')[lang] : typeof subject === 'string' ? subject : subject[lang];
  const [count, sum, row] = [rangeOf(...times), rangeOf(...amount), rowName(cardOf(audit), item, lang)];
  return both(
    `${who}（${row}）：${count} 次 × ${points} 分 = ${sum}`,
    `${who} (${row}): ${count} × ${points} = ${sum}`,
  )[lang];
};
