import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Truth } from '../../model/finding/finding.ts';
import type { ChargeResult, GateResult, VetoResult } from '../../model/scoring/points.ts';
import { sectionTitles } from '../../model/scoring/sections-of-rows.ts';
import { pick } from '../reader.ts';

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

const gradeName = ({ scheme }: Audit, id: string, lang: Lang): string =>
  scheme.grades.find(grade => grade.id === id)?.label[lang] ?? id;

const rowName = ({ scorecard }: Audit, id: string, lang: Lang): string =>
  scorecard?.result.items.find(({ item }) => item === id)?.title[lang] ?? id;

const askedBy = ({ gate }: GateResult, audit: Audit, lang: Lang): string => {
  if ('title' in gate && gate.title !== undefined) return gate.title[lang];
  switch (gate.kind) {
    case 'required':
      return pick(
        { lang },
        `“${rowName(audit, gate.item, lang)}”不失分`,
        `nothing lost in "${rowName(audit, gate.item, lang)}"`,
      );
    case 'item':
      return pick(
        { lang },
        `“${rowName(audit, gate.of, lang)}”不低于 ${gate.atLeast} 分`,
        `"${rowName(audit, gate.of, lang)}" at least ${gate.atLeast}`,
      );
    case 'section': {
      const name = (audit.scorecard && sectionTitles(audit.scorecard).get(gate.of)?.[lang]) ?? gate.of;
      return pick({ lang }, `“${name}”不低于 ${gate.atLeast} 分`, `"${name}" at least ${gate.atLeast}`);
    }
    case 'items': {
      const names = gate.items.map(id => rowName(audit, id, lang));
      return pick(
        { lang },
        `${names.join('、')}中至少 ${gate.atLeast} 项不失分`,
        `nothing lost in ${gate.atLeast} of ${names.join(', ')}`,
      );
    }
    case 'check':
      return pick({ lang }, '另有一个条件', 'a condition of its own');
  }
};

/** What a grade asks beside the score, and whether it is met: `优秀：场所设施不低于24分（未达到）`. */
export const gateText = (result: GateResult, audit: Audit, lang: Lang): string => {
  const [grade, asked, truth] = [
    gradeName(audit, result.grade, lang),
    askedBy(result, audit, lang),
    MET[result.truth][lang],
  ];
  return pick({ lang }, `${grade}：${asked}（${truth}）`, `${grade}: ${asked} (${truth})`);
};

const effectText = ({ veto: { effect } }: VetoResult, audit: Audit, lang: Lang): string => {
  switch (effect.kind) {
    case 'zero':
      return pick({ lang }, '总分计 0 分', 'the score is 0');
    case 'bar_award':
      return pick({ lang }, '取消评优资格', 'no award');
    case 'grade':
      return pick(
        { lang },
        `直接定为${gradeName(audit, effect.grade, lang)}`,
        `graded ${gradeName(audit, effect.grade, lang)}`,
      );
    case 'grade_at_most':
      return pick(
        { lang },
        `最高评为${gradeName(audit, effect.grade, lang)}`,
        `${gradeName(audit, effect.grade, lang)} at most`,
      );
  }
};

/** `重大安全事故：无此情形（有则总分计 0 分）`. */
export const vetoText = (result: VetoResult, audit: Audit, lang: Lang): string => {
  const [title, state, effect] = [result.veto.title[lang], STATES[result.truth][lang], effectText(result, audit, lang)];
  return pick({ lang }, `${title}：${state}（有则${effect}）`, `${title}: ${state} (if so, ${effect})`);
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
    subject === null
      ? pick({ lang }, '（未填）', '(not named)')
      : typeof subject === 'string'
        ? subject
        : subject[lang];
  const [count, sum] = [rangeOf(...times), rangeOf(...amount)];
  return pick(
    { lang },
    `${who}（${rowName(audit, item, lang)}）：${count} 次 × ${points} 分 = ${sum}`,
    `${who} (${rowName(audit, item, lang)}): ${count} × ${points} = ${sum}`,
  );
};
