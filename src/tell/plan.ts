import { groupBy } from '../model/base/group.ts';
import { type Bilingual, both } from '../model/base/text.ts';
import type { Fix, Plan, PlanRoute, PlanSettling, PlanStep } from '../model/finding/plan.ts';
import { resultWith } from '../model/scoring/rows.ts';
import type { Effort } from '../model/standard/vocabulary.ts';
import { askedLabel } from '../words/facts/values.ts';
import { clauseText } from '../words/names.ts';
import { listed, pick, voiced } from '../words/reader.ts';
import { rankText } from '../words/scoring/rank.ts';
import { effortName } from '../words/site.ts';
import type { Subject } from './audit/subject.ts';
import type { Block, Chapter, Row } from './block.ts';
import { chapter, table } from './blocks.ts';

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

/** So many steps are told one by one. */
const FIRST = 5;
const FEW = 5;

const rowTitle = ({ audit, lang }: Subject, id: string | undefined): string => {
  const row = audit.scorecard && resultWith(audit.scorecard.result.items, id ?? '');
  return row === undefined ? '' : `${row.clause.join(' / ')} ${row.title[lang]} `;
};

const fixText = (subject: Subject, { title: own, kind, item, count, rank }: Fix): string => {
  const title = own ?? (rank && rankText(rank));
  const [named, times] = [title === undefined ? '' : ` ${title[subject.lang]}`, count === undefined ? '' : ` ${count}`];
  return `${rowTitle(subject, item)}${KINDS[kind][subject.lang]}${times}${named}`;
};

/** What is to be done, each thing once. */
const fixesText = (subject: Subject, fixes: readonly Fix[]): string =>
  [...new Set(fixes.map(fix => fixText(subject, fix)))].join(pick(subject, '；', '; '));

const factsText = ({ audit, reader, lang }: Subject, facts: readonly string[]): string => {
  const ids = facts.map(fact => fact.replace(/\[\d+\]/gu, ''));
  const labels = new Set(ids.map(id => askedLabel(id, reader.vocabulary, audit.scheme, lang)));
  return listed([...labels], { lang, most: FEW });
};

const workText = (subject: Subject, { work }: PlanStep): string => {
  switch (work.kind) {
    case 'rule':
      return `${clauseText(work.rule)} ${work.rule.title[subject.lang]}`;
    case 'facts':
      return pick(subject, `申报 ${factsText(subject, work.facts)}`, `declare ${factsText(subject, work.facts)}`);
    case 'fixes':
      return fixesText(subject, work.fixes);
  }
};

const howText = ({ lang }: Subject, { work }: PlanStep): string =>
  work.kind === 'rule'
    ? work.rule.remedy[lang]
    : work.kind === 'facts'
      ? `${both('关系到 ', 'bears on ')[lang]}${[...new Set(work.rules.map(clauseText))].join(both('、', ', ')[lang])}`
      : '';

/** What a declaration gains is hoped for. */
const gainText = ({ lang }: Subject, { gain, work }: PlanStep): string => {
  if (gain === '0') return both('不计分', 'no points')[lang];
  const hoped = work.kind === 'facts' || (work.kind === 'fixes' && work.fixes.every(({ kind }) => kind === 'declare'));
  return hoped ? both(`至多 +${gain}`, `up to +${gain}`)[lang] : `+${gain}`;
};

const kindText = ({ lang }: Subject, { effort, must }: PlanStep): string =>
  `${effortName(effort, lang)}${must ? '' : both('（不影响达标）', ' (not for the verdict)')[lang]}`;

const firstTable = (subject: Subject, steps: readonly PlanStep[]): Block => {
  const rows = steps.map((step, at) => ({
    cells: [
      String(at + 1),
      workText(subject, step),
      kindText(subject, step),
      gainText(subject, step),
      howText(subject, step),
    ],
  }));
  return table('plan-first', rows, [
    { title: pick(subject, '序', 'No.'), kind: 'figure', width: 6 },
    { title: pick(subject, '先做什么', 'First'), kind: 'name', width: 34 },
    { title: pick(subject, '费多大劲', 'Takes'), kind: 'text', width: 16 },
    { title: pick(subject, '得分', 'Gain'), kind: 'short', width: 12 },
    { title: pick(subject, '怎么做', 'How'), kind: 'text', width: 32, spare: true },
  ]);
};

const grouped = (subject: Subject, steps: readonly PlanStep[]): readonly Row[] => {
  const groups = groupBy(steps, step => `${kindText(subject, step)}\n${gainText(subject, step)}`);
  const text = (step: PlanStep): string =>
    step.work.kind === 'facts' ? factsText(subject, step.work.facts) : workText(subject, step);
  return [...groups.values()].map(group => {
    const [first] = group;
    const works = group.map(text).join(pick(subject, '；', '; '));
    return { cells: [kindText(subject, first), gainText(subject, first), String(group.length), works] };
  });
};

const restTable = (subject: Subject, steps: readonly PlanStep[]): Block =>
  table('plan-rest', grouped(subject, steps), [
    { title: pick(subject, '费多大劲', 'Takes'), kind: 'text', width: 16 },
    { title: pick(subject, '每项得分', 'Gain each'), kind: 'short', width: 12 },
    { title: pick(subject, '几项', 'How many'), kind: 'figure', width: 8 },
    { title: pick(subject, '其余的', 'The rest'), kind: 'name', width: 64 },
  ]);

const COSTS: readonly Effort[] = ['declare', 'paper', 'buy', 'build'];

const costsText = (subject: Subject, steps: readonly PlanStep[]): string =>
  COSTS.flatMap(effort => {
    const { length } = steps.filter(step => step.effort === effort);
    return length === 0
      ? []
      : [pick(subject, `${effortName(effort, 'zh')} ${length} 项`, `${effortName(effort, 'en')} ${length}`)];
  }).join(pick(subject, '，', ', '));

const routeText = (subject: Subject, route: PlanRoute, steps: readonly PlanStep[]): string => {
  switch (route.kind) {
    case 'ungraded':
      return '';
    case 'highest':
      return pick(subject, '已是最高等次。', 'The highest grade already.');
    case 'out-of-reach': {
      const after =
        route.after === undefined
          ? ''
          : pick(subject, `（全部做到是 ${route.after} 分）`, ` (all of it comes to ${route.after})`);
      return voiced(subject, {
        zh: `只靠这些到不了${route.to.label.zh}${after}。`,
        en: `These alone do not reach ${route.to.label.en}${after}.`,
      });
    }
    case 'steps': {
      const done = steps.slice(0, route.count);
      const hoped = done.some(({ work }) => work.kind === 'facts');
      const zh = `升到${route.to.label.zh}：照下面的次序做完前 ${route.count} 项（${costsText(subject, done)}），是 ${route.after} 分${hoped ? '（补报的都符合要求时）' : ''}。`;
      const en = `To ${route.to.label.en}: the first ${route.count} in this order (${costsText(subject, done)}) come to ${route.after}${hoped ? ', should what is declared turn out well' : ''}.`;
      return pick(subject, zh, en);
    }
    case 'fixes': {
      const sure = route.exact ? '' : pick(subject, '（未必最省）', ' (perhaps not the cheapest)');
      const fixes = fixesText(subject, route.fixes);
      return voiced(subject, {
        zh: `升到${route.to.label.zh}（${route.after}）${sure}：${fixes}`,
        en: `To ${route.to.label.en} (${route.after})${sure}: ${fixes}`,
      });
    }
  }
};

const WHEN: Readonly<Record<PlanSettling['when'], Bilingual>> = {
  good: { zh: '都符合时', en: 'if all turn out well' },
  bad: { zh: '都不符合时', en: 'if all turn out badly' },
  either: { zh: '有的符合、有的不符合时', en: 'if some turn out well and some badly' },
};

const settlingText = (subject: Subject, { facts, when, exact }: PlanSettling): string => {
  const sure = exact ? '' : pick(subject, '（未必最少）', ' (perhaps not the fewest)');
  const names = factsText(subject, facts);
  return voiced(subject, {
    zh: `查明这 ${facts.length} 项${sure}，${WHEN[when].zh}等次即定：${names}`,
    en: `knowing these ${facts.length}${sure}, ${WHEN[when].en} settles the grade: ${names}`,
  });
};

const blocksOf = (subject: Subject, { steps, route, settlings }: Plan): readonly Block[] => {
  const way = routeText(subject, route, steps);
  const [first, rest] = [steps.slice(0, FIRST), steps.slice(FIRST)];
  return [
    ...(way === '' ? [] : [{ kind: 'paragraph', tone: 'strong', text: way } as const]),
    ...(first.length === 0 ? [] : [firstTable(subject, first)]),
    ...(rest.length === 0 ? [] : [restTable(subject, rest)]),
    ...(settlings.length === 0
      ? []
      : [{ kind: 'list', items: settlings.map(settling => settlingText(subject, settling)) } as const]),
  ];
};

/** What to do first, for whoever has to see to it. */
export const plan = (subject: Subject): Chapter | undefined => {
  const blocks = subject.plan === undefined ? [] : blocksOf(subject, subject.plan);
  const title = pick(subject, '先做什么', 'What to do first');
  return blocks.length === 0 ? undefined : chapter('plan', title, ...blocks);
};
