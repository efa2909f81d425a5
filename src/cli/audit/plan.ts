import { clean } from '../../model/base/clean.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { factIdOf } from '../../model/finding/finding.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { type Fix, fixGains, planRoute, type Settling, settlings } from '../../score/plan/plan.ts';
import { type RuleSettling, ruleGains, ruleRoute, ruleSettlings } from '../../score/plan/rules.ts';
import { askedLabel } from '../../words/facts/asked.ts';
import { list } from '../../words/facts/values.ts';
import { clauseText } from '../../words/names.ts';

const KINDS: Readonly<Record<Fix['kind'], Bilingual>> = {
  do: { zh: '做到', en: 'do' },
  fewer: { zh: '减少', en: 'fewer' },
  more: { zh: '增加', en: 'more' },
  band: { zh: '升一档', en: 'up a band' },
  option: { zh: '换更高的一档', en: 'a better option' },
  record: { zh: '改好清单中的', en: 'put right in the list' },
  declare: { zh: '补报', en: 'declare' },
  clear: { zh: '消除归零情形', en: 'clear what loses the row' },
  gate: { zh: '达到必备条件', en: 'meet the must-have' },
  veto: { zh: '排除否决情形', en: 'rule out the veto' },
};

type Say = (zh: string, en: string) => string;

const sayIn =
  (lang: Lang): Say =>
  (zh, en) =>
    lang === 'zh' ? zh : en;

const titleOf = (audit: Audit, id: string | undefined, lang: Lang): string => {
  const row = audit.scorecard?.result.items.find(({ item }) => item === id);
  return row === undefined ? '' : `${row.clause.join(' / ')} ${row.title[lang]} `;
};

const fixText = (audit: Audit, fix: Fix, lang: Lang): string => {
  const title = fix.title === undefined ? '' : ` ${fix.title[lang]}`;
  return `${titleOf(audit, fix.item, lang)}${KINDS[fix.kind][lang]}${fix.count === undefined ? '' : ` ${fix.count}`}${title}`;
};

const fixesText = (audit: Audit, fixes: readonly Fix[], lang: Lang): string =>
  fixes.map(fix => fixText(audit, fix, lang)).join(sayIn(lang)('；', '; '));

const ruleText = (rule: Rule, lang: Lang): string => `${clauseText(rule)} ${rule.title[lang]}`;

const factsText = ({ pack, scheme }: Audit, facts: readonly string[], lang: Lang): string => {
  const names = facts.map(fact => askedLabel(factIdOf(fact), pack.vocabulary, scheme, lang));
  return list([...new Set(names)], lang);
};

const WHEN: Readonly<Record<Settling['when'], Bilingual>> = {
  good: { zh: '都符合时', en: 'if all turn out well' },
  bad: { zh: '都不符合时', en: 'if all turn out badly' },
  either: { zh: '有的符合、有的不符合时', en: 'if some turn out well and some badly' },
};

const settlingLines = (audit: Audit, found: readonly (Settling | RuleSettling)[], lang: Lang): readonly string[] =>
  found.map(({ facts, when, exact }) => {
    const say = sayIn(lang);
    const asked = say(`查明这 ${facts.length} 项`, `knowing these ${facts.length}`);
    const sure = exact ? '' : say('（未必最少）', ' (perhaps not the fewest)');
    return `  ${asked}${sure}${say('，', ', ')}${WHEN[when][lang]}${say('等次即定：', ' settles the grade: ')}${factsText(audit, facts, lang)}`;
  });

const scorecardPlan = (audit: Audit, lang: Lang): readonly string[] => {
  const { found, result } = audit.scorecard ?? {};
  const say = sayIn(lang);
  if (found === undefined || result === undefined) return [];
  const planned = planRoute(found, result);
  const route = {
    ungraded: () => '',
    highest: () => say('  已是最高等次', '  the highest grade already'),
    'out-of-reach': () => say('  只靠整改达不到上一等次', '  fixes alone do not reach the next grade'),
    route: () => {
      if (planned.kind !== 'route') return '';
      const { to, must, fixes, after, exact } = planned.route;
      const sure = exact ? '' : say('（未必最省）', ' (perhaps not the cheapest)');
      return `  ${say(`升到${to.label.zh}`, `to ${to.label.en}`)} (${after})${sure}: ${fixesText(audit, [...must, ...fixes], lang)}`;
    },
  }[planned.kind]();
  return [
    ...(route === '' ? [] : [route]),
    ...fixGains(found, result).map(({ gain, fixes }) => `  +${gain}  ${fixesText(audit, fixes, lang)}`),
    ...settlingLines(audit, settlings(found, result), lang),
  ];
};

const rulePlan = (audit: Audit, lang: Lang): readonly string[] => {
  const say = sayIn(lang);
  const route = ruleRoute(audit);
  const titles = (rules: readonly Rule[]): string => rules.map(rule => ruleText(rule, lang)).join(say('；', '; '));
  const way =
    route === undefined
      ? say('  已是最高等次', '  the highest grade already')
      : route.rules === undefined
        ? say(
            `  把不符合的都改好是 ${route.after} 分，还到不了${route.to.label.zh}；须先补报未申报的内容`,
            `  with all failures mended the score is ${route.after}, short of ${route.to.label.en}: declare what is missing first`,
          )
        : `  ${say(`升到${route.to.label.zh}，最少改 ${route.rules.length} 条`, `to ${route.to.label.en}, at least ${route.rules.length} rules`)} (${route.after}): ${titles(route.rules)}`;
  return [
    way,
    ...ruleGains(audit).map(({ rule, gain }) => `  +${gain}  ${ruleText(rule, lang)}`),
    ...settlingLines(audit, ruleSettlings(audit), lang),
  ];
};

/** What each fix gains, the cheapest way to the next grade, and the unknown facts that would settle the grade. */
export const planText = (audit: Audit, lang: Lang): string => {
  const title = sayIn(lang)('■ 整改得分与升等办法', '■ What fixes gain, and the way to the next grade');
  const lines = audit.scorecard === undefined ? rulePlan(audit, lang) : scorecardPlan(audit, lang);
  return `\n${title}\n\n${lines.map(clean).join('\n')}\n`;
};
