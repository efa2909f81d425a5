import type { SetTest } from '../../model/expression.ts';
import {
  type Finding,
  factIdOf,
  type Gap,
  type GapReason,
  type Ground,
  type NotApplicableReason,
  type Shortfall,
} from '../../model/finding.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { conditionFor } from './expressions.ts';
import { glue, listed } from './lists.ts';
import { factName, itemName, measureOf, recordsOf } from './nouns.ts';
import { pick, type Reader } from './reader.ts';
import { heldText, setTestsIn } from './set-tests.ts';
import { shortfallPhrase } from './shortfalls.ts';
import { dateText, valueFor } from './values.ts';

/** Something said of a fact of the centre, or of one record. */
interface Remark {
  readonly fact: string;
  readonly item?: string | undefined;
  readonly text: string;
}

const isItem = ({ fact }: { fact: string }): boolean => fact.includes('[');

const subjectName = ({ fact }: Remark, reader: Reader): string =>
  factName(factIdOf(fact), reader, isItem({ fact }) ? recordsOf(fact.split('[')[0] ?? fact, reader) : undefined);

/** Remarks that say the same of the same field of several records, with the names of them all. */
const gathered = (
  remarks: readonly Remark[],
  reader: Reader,
): readonly { remark: Remark; items: readonly string[] }[] => {
  const groups = new Map<string, { remark: Remark; items: string[] }>();
  for (const remark of remarks) {
    const key = isItem(remark) ? `${factIdOf(remark.fact)}\n${remark.text}` : `${remark.fact}\n\n${remark.text}`;
    const group = groups.get(key) ?? { remark, items: [] };
    if (isItem(remark)) group.items.push(itemName(remark.fact, remark.item ?? '', reader));
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** Remarks as one sentence. A fact is named where several are spoken of, a field wherever `fields` says so. */
const together = (remarks: readonly Remark[], reader: Reader, link: Link, fields: boolean): string => {
  const several = new Set(remarks.map(({ fact }) => factIdOf(fact))).size > 1;
  const named = remarks.map(remark =>
    remark.text !== '' && (several || (fields && isItem(remark)))
      ? { ...remark, text: link(subjectName(remark, reader), remark.text) }
      : remark,
  );
  return gathered(named, reader)
    .map(({ remark, items }) => [...(items.length === 0 ? [] : [listed(items, reader)]), remark.text])
    .map(parts => parts.filter(part => part !== '').join(pick(reader, ' ', ' — ')))
    .join(pick(reader, '；', '; '));
};

type Link = (name: string, text: string) => string;

const labelled =
  (reader: Reader): Link =>
  (name, text) =>
    pick(reader, `${name}：${text}`, `${name}: ${text}`);

/** A figure follows its name at once, an answer after a colon. */
const linked =
  (reader: Reader): Link =>
  (name, text) =>
    reader.lang === 'zh' && /^\d/u.test(text) ? glue(name, text) : labelled(reader)(name, text);

const groundText = ({ fact, value }: Ground, tests: readonly SetTest[], reader: Reader): string => {
  const definition = reader.vocabulary.fact.get(factIdOf(fact));
  if (value === null) return pick(reader, '未申报', 'not declared');
  const records = recordsOf(fact, reader);
  const isKey = records !== undefined && factIdOf(fact) === `${records.id}.${records.key}`;
  if (isKey && isItem({ fact })) return '';
  const counter = isKey ? measureOf(records.item.zh) : '项';
  const [test, ...others] = tests;
  const held =
    value.type === 'terms' && test !== undefined && others.length === 0
      ? heldText(value, test, counter, reader)
      : undefined;
  return held ?? valueFor(value, definition, reader);
};

type TestsOf = (fact: string) => readonly SetTest[];

const groundsText = (grounds: readonly Ground[], testsOf: TestsOf, reader: Reader): string => {
  const remarks = grounds.map(ground => ({ ...ground, text: groundText(ground, testsOf(ground.fact), reader) }));
  return together(remarks, reader, linked(reader), true);
};

const GAP_REASONS: Readonly<Record<GapReason, Bilingual>> = {
  undeclared: { zh: '未申报', en: 'not declared' },
  'not-applicable': { zh: '申报为“不适用”', en: 'declared not applicable' },
  'did-not-occur': { zh: '申报为“未发生”', en: 'declared not to have occurred' },
  'nothing-to-check': { zh: '没有可核对的条目', en: 'nothing to check' },
};

/** The facts that could still decide, each with why it does not yet. */
export const gapsFor = (gaps: readonly Gap[], reader: Reader): string => {
  const { most = Number.POSITIVE_INFINITY, ...rest } = reader;
  const remarks = gaps.map(gap => ({ ...gap, text: '' }));
  const said = [...new Set(gaps.map(gap => gap.reason))].map(reason => {
    const names = gathered(
      remarks.filter(gap => gap.reason === reason),
      { ...rest, most },
    ).map(({ remark, items }) => {
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
    return pick(
      reader,
      `期限为 ${day}，审核日期 ${today}尚在期限之内`,
      `due by ${day}; on ${today} there is still time`,
    );
  return asOf < date
    ? pick(reader, `自 ${day}起施行，审核日期 ${today}尚未施行`, `in force from ${day}, not yet on ${today}`)
    : pick(reader, `施行至 ${day}，审核日期 ${today}已经失效`, `in force until ${day}, no longer on ${today}`);
};

/** Why a rule does not apply. */
export const reasonFor = (reason: NotApplicableReason, rule: Finding['rule'], reader: Reader): string => {
  if ('date' in reason) return outsideText(reason, reader);
  if ('gaps' in reason) return gapsFor(reason.gaps, reader);
  const condition = rule.when === undefined ? '' : conditionFor(rule.when, reader);
  const grounds = groundsText(reason.grounds, fact => (rule.when ? setTestsIn(rule.when, fact) : []), reader);
  return pick(
    reader,
    `只在${condition.slice(1)}适用，申报为：${grounds}`,
    `applies only ${condition}; declared: ${grounds}`,
  );
};

const lacks = (test: SetTest, fact: string, shortfall: Shortfall): boolean =>
  shortfall.fact === fact && 'codes' in shortfall && shortfall.codes.some(code => test.terms.codes.includes(code));

/** What a rule asks of the terms of a fact; of a failed one, only what was not met. */
const testsBehind = (finding: Finding, fact: string): readonly SetTest[] => {
  const tests = setTestsIn(finding.rule.require, fact);
  if (finding.outcome !== 'fail' || tests.length < 2) return tests;
  return tests.filter(test => finding.shortfalls.some(shortfall => lacks(test, fact, shortfall)));
};

/** What the profile says of what a rule asks. */
export const actualFor = (finding: Finding, reader: Reader): string => {
  const { rule } = finding;
  if (finding.outcome === 'not-applicable') return reasonFor(finding.reason, rule, reader);
  const known = groundsText(finding.grounds, fact => testsBehind(finding, fact), reader);
  if (finding.outcome !== 'unknown') return known;
  return [known, gapsFor(finding.gaps, reader)].filter(part => part !== '').join(pick(reader, '；', '; '));
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
  const said = together(remarks, reader, labelled(reader), false);
  const any = rule.require.kind === 'any' && shortfalls.length > 1;
  return any ? pick(reader, `以下补足一项即可：${said}`, `any one of these would do: ${said}`) : said;
};

const reader = (vocabulary: Vocabulary, lang: Lang, most?: number): Reader => ({
  vocabulary,
  lang,
  ...(most !== undefined && { most }),
});

export const actualText = (finding: Finding, vocabulary: Vocabulary, lang: Lang, most?: number): string =>
  actualFor(finding, reader(vocabulary, lang, most));

export const shortfallText = (finding: Finding, vocabulary: Vocabulary, lang: Lang, most?: number): string =>
  shortfallFor(finding, reader(vocabulary, lang, most));

export const gapText = (gaps: readonly Gap[], vocabulary: Vocabulary, lang: Lang, most?: number): string =>
  gapsFor(gaps, reader(vocabulary, lang, most));

export const reasonText = (
  finding: Extract<Finding, { outcome: 'not-applicable' }>,
  vocabulary: Vocabulary,
  lang: Lang,
  most?: number,
): string => reasonFor(finding.reason, finding.rule, reader(vocabulary, lang, most));
