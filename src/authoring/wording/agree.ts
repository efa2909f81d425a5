import { atomsOf } from '../../language/walk.ts';
import { factsIn, isTermsTest } from '../../model/standard/expression.ts';
import { type Obligation, type Rule, sidesOf } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { solid } from '../trace/sentences.ts';
import { affinity } from './affinity.ts';
import { declaredUnits, type FigureDifference, figureDifferences, holdsAmount } from './agree-figures.ts';
import { figuresIn } from './figures.ts';
import { listsIn } from './lists.ts';
import { governing, type Stretch, stretchesIn } from './obligation.ts';
import { askedFigures } from './rule-figures.ts';

/** What a rule asks and its sentences do not say, or the other way round. */
export type Difference =
  | FigureDifference
  | { readonly kind: 'item'; readonly item: string }
  | { readonly kind: 'left_out'; readonly items: readonly string[] }
  | { readonly kind: 'obligation'; readonly obligation: Obligation; readonly said: Obligation; readonly word?: string };

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
    .filter(items => items.some(item => own.some(({ names }) => isNamed(names, item))))
    .flat()
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
    .replace(/^(?:\(?\d+\)?\.?|第.{1,4}条|[一二三四五六七八九十]+$)/u, '')
    .replace(/等(?!候).*$/u, '')
    .replace(/\(.*?\)/gu, '');

/** How much of a rule is in a stretch: its words, its items, its figures. */
const scoreOf = (rule: Rule, vocabulary: Vocabulary): ((stretch: Stretch) => number) => {
  const terms = askedTerms(rule, vocabulary);
  const words = wordsOf(rule, vocabulary);
  const asked = askedFigures(rule);
  const units = declaredUnits(asked);
  return ({ text }) =>
    Math.max(...words.map(word => affinity(word, text))) +
    terms.filter(({ names }) => isNamed(names, text)).length +
    figuresIn(text, units).filter(figure => asked.some(figureAsked => holdsAmount(figureAsked, figure))).length;
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
