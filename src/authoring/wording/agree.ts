import { atomsOf } from '../../language/walk.ts';
import { compareExact } from '../../model/base/exact.ts';
import { inFirstUnit, UNITS, type UnitCode } from '../../model/base/unit.ts';
import { factsIn, isTermsTest } from '../../model/standard/expression.ts';
import type { Obligation, Rule } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { sidesOf } from '../facts.ts';
import { solid } from '../trace/sentences.ts';
import { affinity } from './affinity.ts';
import { figuresIn, type Side, type TextFigure } from './figures.ts';
import { listsIn } from './lists.ts';
import { governing, type Stretch, stretchesIn } from './obligation.ts';
import { type AskedFigure, askedFigures } from './rule-figures.ts';

/** What a rule asks and its sentences do not say, or the other way round. */
export type Difference =
  | { readonly kind: 'figure'; readonly figure: string; readonly near?: string }
  | { readonly kind: 'item'; readonly item: string }
  | { readonly kind: 'left_out'; readonly items: readonly string[] }
  | { readonly kind: 'obligation'; readonly obligation: Obligation; readonly said: Obligation; readonly word?: string };

const isSame = (a: string, unitA: UnitCode, b: string, unitB: UnitCode): boolean =>
  UNITS[unitA].dimension === UNITS[unitB].dimension && compareExact(inFirstUnit(a, unitA), inFirstUnit(b, unitB)) === 0;

const sameDate = (asked: string, stated: string): boolean => {
  if (stated.endsWith('底')) return asked.includes(stated.replace('底', ''));
  return stated.startsWith('-') ? asked.endsWith(stated) : asked === stated;
};

const holdsAmount = ({ value }: AskedFigure, figure: TextFigure): boolean => {
  const { kind, amounts, unit } = figure;
  if (value.type === 'quantity')
    return (
      kind === 'amount' && unit !== undefined && amounts.some(amount => isSame(amount, unit, value.amount, value.unit))
    );
  if (value.type === 'size') {
    const sides = [...value.sides];
    const matched = amounts.every(amount => {
      const at = sides.findIndex(side => unit !== undefined && isSame(amount, unit, side, value.unit));
      if (at >= 0) sides.splice(at, 1);
      return at >= 0;
    });
    return kind === 'size' && matched;
  }
  if (value.type === 'date') return kind === 'date' && amounts.some(stated => sameDate(value.value, stated));
  return value.type === 'percent' || value.type === 'count'
    ? kind === value.type && amounts.includes(value.amount)
    : false;
};

/** A figure without a side is what there has to be, or more; a time without one is what it may take at most. */
const UNSIDED: readonly Side[] = ['stated', 'range', 'at_least'];

const isTime = (unit: UnitCode | undefined): boolean =>
  unit !== undefined && ['duration', 'workday', 'month'].includes(UNITS[unit].dimension);

const holdsSide = (asked: Side, { side: stated, unit }: TextFigure, isEnd: boolean): boolean => {
  if (stated === 'stated' || stated === 'about')
    return UNSIDED.includes(asked) || (asked === 'at_most' && isTime(unit));
  if (stated === 'range') return asked === 'range' || isEnd;
  return asked === stated;
};

const isEndOf = ({ value, side }: AskedFigure, { amounts }: TextFigure): boolean => {
  const at = 'amount' in value ? amounts.indexOf(value.amount) : -1;
  return side === 'stated' || (side === 'at_least' && at === 0) || (side === 'at_most' && at === amounts.length - 1);
};

const shown = ({ value, side }: AskedFigure): string => {
  const amount =
    value.type === 'quantity'
      ? `${value.amount} ${value.unit}`
      : value.type === 'size'
        ? `${value.sides.join('×')} ${value.unit}`
        : value.type === 'percent'
          ? `${value.amount}%`
          : 'amount' in value
            ? value.amount
            : 'value' in value
              ? String(value.value)
              : '';
  return `${side} ${amount}`;
};

/** One of something, or none, is asked where a text names it without counting; all of it where it says 全部. */
const isImplied = ({ value, side }: AskedFigure, text: string, figures: readonly TextFigure[]): boolean => {
  if (value.type !== 'count' && value.type !== 'percent') return false;
  const none = value.amount === '0' && side !== 'at_least' && /不再|没有|不得|严禁|杜绝|无/u.test(text);
  if (value.type === 'percent')
    return none || (value.amount === '100' && side !== 'at_most' && /全覆盖|全部|一律|均|所有|全面/u.test(text));
  const isCounted = figures.some(({ kind }) => kind === 'count');
  return (
    none ||
    (value.amount === '1' && side !== 'at_most' && !isCounted) ||
    (value.amount === '0' && side === 'more_than' && !isCounted)
  );
};

const figureDifferences = (rule: Rule, text: string): readonly Difference[] => {
  const figures = figuresIn(text);
  return askedFigures(rule).flatMap((asked): readonly Difference[] => {
    const same = figures.filter(figure => holdsAmount(asked, figure));
    if (same.some(figure => holdsSide(asked.side, figure, isEndOf(asked, figure)))) return [];
    if (same.length === 0 && isImplied(asked, text, figures)) return [];
    const [near] = same;
    return [
      {
        kind: 'figure',
        figure: shown(asked),
        ...(near && { near: text.slice(Math.max(0, near.from - 4), near.to + 3) }),
      },
    ];
  });
};

const BARE_ENDS = /(?:窗口|制度|机制|服务|事项|区域|设施|设备|专区|区|制|台|类|等)$/u;

/** A name as a text may have it: whole, or without what all of its kind end in. */
const isNamed = (names: readonly string[], text: string): boolean =>
  names.map(solid).some(name => {
    const bare = name.replace(BARE_ENDS, '');
    return (
      text.includes(name) ||
      (bare.length > 1 && text.includes(bare)) ||
      (name.length > 4 && affinity(name, text) >= 0.75)
    );
  });

interface AskedTerm {
  readonly label: string;
  readonly names: readonly string[];
}

const askedTerms = (rule: Rule, vocabulary: Vocabulary): readonly AskedTerm[] =>
  atomsOf(rule.require).flatMap(({ test }) => {
    if (!isTermsTest(test) || test.op === 'count') return [];
    const { list, codes } = test.terms;
    return codes.flatMap(code => {
      const term = vocabulary.term.get(list)?.get(code);
      return term === undefined ? [] : [{ label: term.label.zh, names: [term.label.zh, ...term.aliases] }];
    });
  });

const itemDifferences = (rule: Rule, text: string, vocabulary: Vocabulary): readonly Difference[] =>
  askedTerms(rule, vocabulary)
    .filter(({ names }) => !isNamed(names, text))
    .map(({ label }) => ({ kind: 'item', item: label }));

const wordsOf = (rule: Rule, vocabulary: Vocabulary): readonly string[] => [
  rule.title.zh,
  ...sidesOf(rule)
    .flatMap(factsIn)
    .flatMap(id => vocabulary.fact.get(id)?.label.zh ?? []),
];

/** Items of a list that the rule takes others from, and that no rule of the sentence takes. */
const leftInLists = (rule: Rule, text: string, others: readonly Rule[], vocabulary: Vocabulary): readonly string[] => {
  const own = askedTerms(rule, vocabulary);
  const all = others.flatMap(other => askedTerms(other, vocabulary));
  const words = others.flatMap(other => wordsOf(other, vocabulary));
  return listsIn(text)
    .filter(list => list.items.some(item => own.some(({ names }) => isNamed(names, item))))
    .flatMap(({ items }) => items)
    .filter(item => !all.some(({ names }) => isNamed(names, item)))
    .map(bareItem)
    .filter(item => item !== '' && !words.some(word => affinity(item, word) > 0.5));
};

const listsAsked = (rule: Rule): readonly string[] =>
  atomsOf(rule.require).flatMap(({ test }) =>
    isTermsTest(test) && test.op !== 'include_none' ? [test.terms.list] : [],
  );

const withoutNames = (text: string, terms: readonly AskedTerm[]): string =>
  terms
    .flatMap(({ names }) => names.map(solid))
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' '), text);

/** Rules that share a sentence's list between them; one that asks the same items of another fact shares nothing. */
const sharers = (rule: Rule, others: readonly Rule[], vocabulary: Vocabulary): readonly Rule[] => {
  const own = new Set(askedTerms(rule, vocabulary).map(({ label }) => label));
  const facts = new Set(factsIn(rule.require));
  return others.filter(
    other =>
      other === rule ||
      factsIn(other.require).some(fact => facts.has(fact)) ||
      !askedTerms(other, vocabulary).some(({ label }) => own.has(label)),
  );
};

/** Terms of the lists that a rule asks from which a text names, and no rule of it takes. */
const leftOfTerms = (rule: Rule, text: string, others: readonly Rule[], vocabulary: Vocabulary): readonly string[] => {
  const taken = others.flatMap(other => askedTerms(other, vocabulary));
  const labels = new Set(taken.map(({ label }) => label));
  const rest = withoutNames(text, taken);
  const known = [...new Set(listsAsked(rule))].flatMap(list => vocabulary.list.get(list)?.terms ?? []);
  return known
    .filter(({ label }) => !labels.has(label.zh))
    .filter(({ label, aliases }) => [label.zh, ...aliases].some(name => name.length > 1 && rest.includes(solid(name))))
    .map(({ label }) => label.zh);
};

const bareItem = (item: string): string =>
  item
    .replace(/^(?:\(?\d+\)?\.?|第.{1,4}条)/u, '')
    .replace(/等(?!候).*$/u, '')
    .replace(/\(.*?\)/gu, '');

/** How much of a rule is in a stretch: its words, its items, its figures. */
const scoreOf = (rule: Rule, vocabulary: Vocabulary): ((stretch: Stretch) => number) => {
  const terms = askedTerms(rule, vocabulary);
  const words = wordsOf(rule, vocabulary);
  const asked = askedFigures(rule);
  return ({ text }) =>
    Math.max(...words.map(word => affinity(word, text))) +
    terms.filter(({ names }) => isNamed(names, text)).length +
    figuresIn(text).filter(figure => asked.some(figureAsked => holdsAmount(figureAsked, figure))).length;
};

/** Held against the word that governs the stretch that says most of the rule; a sentence without such a word binds. */
const obligationDifference = (rule: Rule, texts: readonly string[], vocabulary: Vocabulary): readonly Difference[] => {
  const score = scoreOf(rule, vocabulary);
  const [best] = texts
    .flatMap(stretchesIn)
    .map(stretch => ({ stretch, score: score(stretch) }))
    .toSorted((a, b) => b.score - a.score);
  const modal = best === undefined ? undefined : governing(best.stretch);
  const said = modal?.obligation ?? 'must';
  return said === rule.obligation
    ? []
    : [{ kind: 'obligation', obligation: rule.obligation, said, ...(modal && { word: modal.word }) }];
};

/** A sentence, with all rules that carry it. */
export interface Carried {
  readonly text: string;
  /** What stands in the clauses below it, where it ends with a colon. */
  readonly below: string;
  readonly rules: readonly Rule[];
}

const leftOut = (rule: Rule, sentences: readonly Carried[], vocabulary: Vocabulary): readonly Difference[] => {
  const listed = sentences.flatMap(({ text, rules }) =>
    leftInLists(rule, solid(text), sharers(rule, rules, vocabulary), vocabulary),
  );
  const whole = sentences.map(({ text, below }) => solid(text + below)).join('。');
  const others = [...new Set(sentences.flatMap(({ rules }) => rules))];
  const named = leftOfTerms(rule, whole, sharers(rule, others, vocabulary), vocabulary).filter(
    term => !listed.some(item => isNamed([term], item)),
  );
  return listed.length + named.length === 0 ? [] : [{ kind: 'left_out', items: [...listed, ...named] }];
};

/** Where a rule and the sentences that it carries do not agree. */
export const differencesOf = (
  rule: Rule,
  sentences: readonly Carried[],
  vocabulary: Vocabulary,
): readonly Difference[] => {
  const texts = sentences.map(({ text }) => solid(text));
  const whole = texts.join('。');
  return [
    ...figureDifferences(rule, whole),
    ...itemDifferences(rule, whole + sentences.map(({ below }) => solid(below)).join(''), vocabulary),
    ...leftOut(rule, sentences, vocabulary),
    ...obligationDifference(rule, texts, vocabulary),
  ];
};
