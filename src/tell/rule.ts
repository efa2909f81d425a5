import type { Silence } from '../model/finding/silence.ts';
import { factsIn } from '../model/standard/expression.ts';
import type { Quote } from '../model/standard/ledger.ts';
import type { Pack, Rule } from '../model/standard/pack.ts';
import { conditionFor, expectedFor } from '../words/checks/expressions.ts';
import { countsText, silenceText } from '../words/checks/meaning.ts';
import { readingLine } from '../words/checks/readings.ts';
import { dateText } from '../words/facts/values.ts';
import { verifyText } from '../words/findings/findings.ts';
import { authorityText, bindingName, LABELS, type Label, levelName } from '../words/names.ts';
import { listed, pick, type Reader } from '../words/reader.ts';
import type { Field } from './block.ts';
import { fieldOf } from './blocks.ts';

const timeText = ({ period, due }: Rule, reader: Reader): string => {
  const day = (date: string): string => dateText(date, reader.lang);
  const parts = [
    period.from && pick(reader, `${day(period.from)}起施行`, `in force from ${day(period.from)}`),
    period.until && pick(reader, `施行至 ${day(period.until)}`, `in force until ${day(period.until)}`),
    due && pick(reader, `${day(due)}到期，过了期限才检查`, `due by ${day(due)}; checked once that day is past`),
  ];
  return parts.filter(part => part !== undefined).join(pick(reader, '；', '; '));
};

const bindsText = (rule: Rule, pack: Pack, reader: Reader): string => {
  const levels = rule.levels.map(level => levelName(level, reader.lang, pack));
  return `${bindingName(rule)[reader.lang]}${pick(reader, '；', '; ')}${listed(levels, reader)}`;
};

const quoteField = (rule: Rule, quotes: readonly Quote[], name: string): readonly Field[] =>
  quotes.length === 0
    ? []
    : [
        {
          name,
          texts: quotes.map(({ clause, text }) => (rule.clause.length > 1 ? `${clause} ${text}` : text)),
          quoted: true,
        },
      ];

/** What packs that extend another decided of the rule by themselves. */
const tailoredTexts = ({ origin }: Rule, reader: Reader): readonly string[] =>
  (origin?.changes ?? []).flatMap(({ why }) =>
    why === undefined
      ? []
      : pick(reader, `本地调整：${authorityText(why, 'zh')}`, `settled locally: ${authorityText(why, 'en')}`),
  );

export interface RuleSubject {
  readonly rule: Rule;
  readonly pack: Pack;
  /** The document's own words behind it, where a copy is at hand. */
  readonly quotes: readonly Quote[];
  readonly silence: Silence;
  /** What of it is to be said, where that is not all. */
  readonly missing?: readonly string[];
}

/** A rule in words made from its check: whom it binds, what it asks, what counts, where to look. */
export const ruleFields = ({ rule, pack, quotes, silence, missing }: RuleSubject, reader: Reader): readonly Field[] => {
  const { lang } = reader;
  const named = (name: Label, ...texts: readonly (string | undefined)[]): readonly Field[] =>
    fieldOf(LABELS[name][lang], ...texts);
  const condition = rule.when === undefined ? '' : conditionFor(rule.when, reader);
  const facts = factsIn(rule.require).map(fact => ({ fact }));
  return [
    ...named('binds', bindsText(rule, pack, reader)),
    ...named('time', timeText(rule, reader)),
    ...named('asked', expectedFor({ require: rule.require }, reader)),
    ...named('applies', condition && pick(reader, `只在${condition.slice(1)}适用`, `only ${condition}`)),
    ...quoteField(rule, quotes, LABELS.quote[lang]),
    ...named('counts', ...countsText(rule, reader)),
    ...named('missing', ...(missing ?? silenceText(silence, reader))),
    ...named('verify', verifyText(rule, facts, reader)),
    ...named('remedy', rule.remedy[lang]),
    ...named('reading', ...(rule.readings ?? []).map(reading => readingLine(rule, reading, pack, reader))),
    ...named('note', rule.note?.[lang], ...tailoredTexts(rule, reader)),
  ];
};
