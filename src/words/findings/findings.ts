import { operatorOf } from '../../language/operators.ts';
import { groupBy } from '../../model/base/group.ts';
import type { Bilingual } from '../../model/base/text.ts';
import {
  type Finding,
  factIdOf,
  type Gap,
  type GapReason,
  type Ground,
  missingIn,
  type NotApplicableReason,
  type Shortfall,
} from '../../model/finding/finding.ts';
import { type Expression, isTermsTest, type TermsTest, type Test } from '../../model/standard/expression.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { readingOf } from '../../model/standard/reading.ts';
import { conditionFor } from '../checks/expressions.ts';
import { heldText, setTestsIn, testsIn } from '../checks/tests.ts';
import { measureOf, recordsOf } from '../facts/nouns.ts';
import { dateText, valueFor } from '../facts/values.ts';
import { listed, pick, type Reader, voiced } from '../reader.ts';
import { gathered, isItem, labelled, linked, type Remark, subjectName, together } from './remarks.ts';
import { shortfallPhrase } from './shortfalls.ts';

/** The key names its record by itself. */
const isKey = ({ fact }: Pick<Remark, 'fact'>, reader: Reader): boolean => {
  const records = recordsOf(fact, reader);
  return records !== undefined && factIdOf(fact) === `${records.id}.${records.key}`;
};

const nothingText = (tests: readonly Test[], reader: Reader): string =>
  tests.map(test => operatorOf(test).nothing?.[reader.lang]).find(said => said !== undefined) ??
  pick(reader, '未申报', 'not declared');

const groundText = (ground: Ground, tests: readonly Test[], reader: Reader): string => {
  const { fact, value } = ground;
  if (value === null) return nothingText(tests, reader);
  const key = isKey(ground, reader);
  if (key && isItem(ground)) return '';
  const counter = key ? measureOf(recordsOf(fact, reader)?.item.zh ?? '') : '项';
  const [test, ...others] = tests.filter(isTermsTest);
  const held =
    value.type === 'terms' && test !== undefined && others.length === 0
      ? heldText(value, test, counter, reader)
      : undefined;
  return held ?? valueFor(value, reader.vocabulary.fact.get(factIdOf(fact)), reader);
};

type TestsOf = (fact: string) => readonly Test[];

const recordOf = ({ fact }: Ground): string => fact.slice(0, fact.indexOf(']') + 1);

/** What the profile says, as far as it decided. `facts` has each fact named. */
const groundsText = (grounds: readonly Ground[], testsOf: TestsOf, reader: Reader, facts = false): string => {
  const told = new Set(grounds.filter(ground => !isKey(ground, reader)).map(recordOf));
  const remarks = grounds
    .filter(ground => !(isItem(ground) && isKey(ground, reader) && told.has(recordOf(ground))))
    .map(ground => ({ ...ground, text: groundText(ground, testsOf(ground.fact), reader) }));
  return together(remarks, reader, { link: linked(reader), fields: true, facts });
};

const GAP_REASONS: Readonly<Record<GapReason, Bilingual>> = {
  undeclared: { zh: '未申报', en: 'not declared' },
  unreadable: { zh: '填了，读不懂', en: 'declared, cannot be read' },
  'not-applicable': { zh: '申报为“不适用”', en: 'declared not applicable' },
  'did-not-occur': { zh: '申报为“未发生”', en: 'declared not to have occurred' },
  'nothing-to-check': { zh: '没有可核对的条目', en: 'nothing to check' },
  'outside-calendar': {
    zh: '标准的日历没有写到这些日子哪天上班，数不出工作日',
    en: "the standard's calendar does not say which of these days are worked: working days cannot be counted",
  },
  'before-start': { zh: '早于起算的日期，请核对', en: 'earlier than the day that it is counted from: check both' },
  'days-unsaid': { zh: '没有写明是周几', en: 'does not say on which days of the week' },
};

/** The facts that could still decide, each with why it does not yet. */
export const gapsFor = (gaps: readonly Gap[], reader: Reader): string => {
  const { most = Number.POSITIVE_INFINITY, ...rest } = reader;
  const remarks = groupBy(gaps, gap => gap.reason);
  const said = [...remarks].map(([reason, own]) => {
    const told = own.map(gap => ({ ...gap, text: '' }));
    const names = gathered(told, { ...rest, most }).map(({ remark, items }) => {
      const name = subjectName(remark, reader);
      return items.length === 0 ? name : `${listed(items, reader)}${pick(reader, ' ', ' — ')}${name}`;
    });
    const list = listed(names, { lang: reader.lang, ...(reader.most !== undefined && { most }) });
    return pick(reader, `${list}（${GAP_REASONS[reason].zh}）`, `${list} (${GAP_REASONS[reason].en})`);
  });
  return said.join(pick(reader, '；', '; '));
};

const outsideText = ({ kind, date, asOf }: Extract<NotApplicableReason, { date: string }>, reader: Reader): string => {
  const [day, today] = [dateText(date, reader.lang), dateText(asOf, reader.lang)];
  if (kind === 'not-yet-due')
    return voiced(reader, {
      zh: `期限为 ${day}，审核日期 ${today}尚在期限之内`,
      en: `due by ${day}; on ${today} there is still time`,
    });
  return asOf < date
    ? pick(reader, `自 ${day}起施行，审核日期 ${today}尚未施行`, `in force from ${day}, not yet on ${today}`)
    : pick(reader, `施行至 ${day}，审核日期 ${today}已经失效`, `in force until ${day}, no longer on ${today}`);
};

export const reasonFor = (reason: NotApplicableReason, rule: Finding['rule'], reader: Reader): string => {
  if (reason.kind === 'no-duty') {
    const { settled } = rule;
    if (settled === undefined || readingOf(rule, settled.reading) !== undefined)
      return voiced(reader, {
        zh: '按现在的读法，本条不对中心提要求；县里可以另定',
        en: 'as the text is read now it asks nothing of a centre here; the county may settle it otherwise',
      });
    const { by, on } = settled;
    return voiced(reader, {
      zh: `${by}${dateText(on, 'zh')}定：按所采用的读法，本条不对中心提要求`,
      en: `${by} settled on ${on} that the text asks nothing of a centre here`,
    });
  }
  if ('date' in reason) return outsideText(reason, reader);
  if ('gaps' in reason) return gapsFor(reason.gaps, reader);
  const condition = rule.when === undefined ? '' : conditionFor(rule.when, reader);
  const grounds = groundsText(reason.grounds, fact => (rule.when ? testsIn(rule.when, fact) : []), reader);
  return voiced(reader, {
    zh: `只在${condition.slice(1)}适用，申报为：${grounds}`,
    en: `applies only ${condition}; declared: ${grounds}`,
  });
};

const lacks = (test: TermsTest, fact: string, shortfall: Shortfall): boolean =>
  shortfall.fact === fact && 'codes' in shortfall && shortfall.codes.some(code => test.terms.codes.includes(code));

/** What a rule asks of a fact; of the terms of a failed one, only what was not met. */
const testsBehind = (finding: Finding, fact: string): readonly Test[] => {
  const tests = testsIn(finding.rule.require, fact);
  if (finding.outcome !== 'fail' || tests.length < 2) return tests;
  return tests.filter(test => !isTermsTest(test) || finding.shortfalls.some(shortfall => lacks(test, fact, shortfall)));
};

/** Of several ways to meet a rule, the one that was taken is named. */
const isChoice = ({ kind }: Expression): boolean => kind === 'any' || kind === 'at_least';

/** What the profile declares of what a rule asks; empty where it says nothing of it. */
export const knownFor = (finding: Exclude<Finding, { outcome: 'not-applicable' }>, reader: Reader): string =>
  groundsText(
    finding.grounds,
    fact => testsBehind(finding, fact),
    reader,
    isChoice(finding.rule.require) || finding.outcome === 'unknown',
  );

/** What the profile says of what a rule asks, and what it leaves out, or why the rule does not apply. */
export const actualFor = (finding: Finding, reader: Reader): string => {
  if (finding.outcome === 'not-applicable') return reasonFor(finding.reason, finding.rule, reader);
  const known = knownFor(finding, reader);
  if (finding.outcome !== 'unknown') return known;
  return [known, gapsFor(missingIn(finding), reader)].filter(part => part !== '').join(pick(reader, '；', '; '));
};

/** A way to meet a rule in which one thing at most can be lacking. */
const asksOneThing = ({ kind }: Expression): boolean => kind === 'test' || kind === 'some' || kind === 'count';

const choiceText = (require: Expression, reader: Reader): string => {
  if (require.kind === 'any')
    return require.of.every(asksOneThing)
      ? pick(reader, '（补足其中一项即可）', ' (any one of these will do)')
      : pick(reader, '（按要求里的一种做法补足即可）', ' (making good one of the ways that the rule gives will do)');
  if (require.kind !== 'at_least') return '';
  return voiced(reader, {
    zh: `（${require.of.length} 项中须有 ${require.n} 项）`,
    en: ` (${require.n} of ${require.of.length} are needed)`,
  });
};

/** What is missing to meet a rule; empty unless it failed. */
export const shortfallFor = (finding: Finding, reader: Reader): string => {
  if (finding.outcome !== 'fail') return '';
  const { rule, shortfalls, grounds } = finding;
  const remarks = shortfalls.map(shortfall => {
    const { fact } = shortfall;
    const ground = grounds.find(candidate => candidate.fact === fact);
    const text = shortfallPhrase(shortfall, setTestsIn(rule.require, fact), ground?.value, reader);
    return { fact, item: shortfall.item ?? ground?.item, text };
  });
  const said = together(remarks, reader, { link: labelled(reader), fields: false, facts: false });
  return shortfalls.length > 1 ? said + choiceText(rule.require, reader) : said;
};

/** How the facts that are wanting are established: as the rule says, else as the vocabulary does. */
export const verifyText = (rule: Rule, gaps: readonly Pick<Gap, 'fact'>[], reader: Reader): string => {
  if (rule.verify !== undefined) return rule.verify[reader.lang];
  const ways = gaps.flatMap(({ fact }) => {
    const id = factIdOf(fact);
    const definition = reader.vocabulary.fact.get(id) ?? reader.vocabulary.fact.get(id.split('.')[0] ?? id);
    return definition?.verify?.[reader.lang] ?? [];
  });
  return [...new Set(ways)].join(pick(reader, '；', '; '));
};
