import { both, type Lang } from '../model/base/text.ts';
import { type Expression, factsIn } from '../model/standard/expression.ts';
import type { Pack, Rule } from '../model/standard/pack.ts';
import type { FactDefinition, Term } from '../model/standard/vocabulary.ts';
import { setTestsIn } from '../words/checks/tests.ts';
import { citationText, clauseText, LABELS, sectionTitle } from '../words/names.ts';
import { accepted } from '../words/problems/accepted.ts';
import { listed, pick, type Reader, voiced } from '../words/reader.ts';
import type { Block, Document } from './block.ts';
import { chapter, fieldOf, fields } from './blocks.ts';
import { type RuleSubject, ruleFields } from './rule.ts';

const checksOf = ({ when, require }: Rule): readonly Expression[] => [require, ...(when === undefined ? [] : [when])];

const termsAsked = (fact: FactDefinition, rule: Rule, reader: Reader): readonly Term[] =>
  checksOf(rule)
    .flatMap(check => setTestsIn(check, fact.id))
    .flatMap(({ terms: { list, codes } }) => codes.flatMap(code => reader.vocabulary.term.get(list)?.get(code) ?? []));

/** Terms with the other words people use for them. */
const termsTexts = (terms: readonly Term[], reader: Reader): readonly string[] =>
  [...new Set(terms)]
    .filter(({ aliases }) => aliases.length > 0)
    .map(({ label, aliases }) =>
      voiced(reader, {
        zh: `${label.zh}：也写作${listed(aliases, reader)}`,
        en: `${label.en} (${label.zh}): ${listed(aliases, reader)} too`,
      }),
    );

const factBlocks = (fact: FactDefinition, terms: readonly Term[], reader: Reader): readonly Block[] => {
  const { lang } = reader;
  const name = lang === 'zh' ? fact.label.zh : `${fact.label.en} (${fact.label.zh})`;
  return [
    { kind: 'heading', level: 1, text: `${name}  ${fact.id}`, anchor: `fact-${fact.id}` },
    fields([
      ...fieldOf(pick(reader, '又名', 'Also'), listed(fact.aliases, reader)),
      ...fieldOf(pick(reader, '填法', 'Write'), accepted(fact)[lang]),
      ...fieldOf(pick(reader, '用语', 'Terms'), ...termsTexts(terms, reader)),
      ...fieldOf(LABELS.verify[lang], fact.verify?.[lang]),
    ]),
  ];
};

const factsOf = (rule: Rule, pack: Pack): readonly FactDefinition[] =>
  [...new Set(checksOf(rule).flatMap(factsIn))].flatMap(id => pack.vocabulary.fact.get(id) ?? []);

/** One rule in words: what it asks of whom, what counts, where to look, and how its facts are written. */
export const tellRule = (subject: RuleSubject, lang: Lang): Document => {
  const { rule, pack } = subject;
  const reader: Reader = { vocabulary: pack.vocabulary, lang };
  const source = voiced(reader, {
    zh: citationText(pack.document.title, rule.clause, ''),
    en: `${pack.title.en}, ${clauseText(rule)}`,
  });
  return {
    lang,
    title: `${rule.title[lang]}  ${rule.id}`,
    head: [
      fields([
        ...fieldOf(pick(reader, '出处', 'Clause'), source),
        ...fieldOf(LABELS.section[lang], sectionTitle(pack, rule.section, lang)),
        ...ruleFields(subject, reader),
      ]),
    ],
    chapters: [
      chapter(
        'facts',
        pick(reader, '填报项', 'Facts'),
        ...factsOf(rule, pack).flatMap(fact => factBlocks(fact, termsAsked(fact, rule, reader), reader)),
      ),
    ],
  };
};

export interface Asking {
  readonly pack: Pack;
  readonly rule: Rule;
}

const askingLine = ({ pack, rule }: Asking, lang: Lang): string =>
  `${clauseText(rule)} ${rule.title[lang]}  ${pack.id}/${rule.id}`;

/** A fact in words: how it is written, what terms it knows, and which rules ask it. */
export const tellFact = (
  { fact, pack, asking }: { readonly fact: FactDefinition; readonly pack: Pack; readonly asking: readonly Asking[] },
  lang: Lang,
): Document => {
  const reader: Reader = { vocabulary: pack.vocabulary, lang };
  const terms = 'list' in fact ? [...(pack.vocabulary.term.get(fact.list)?.values() ?? [])] : [];
  return {
    lang,
    title: `${fact.label[lang]}  ${fact.id}`,
    head: [
      ...factBlocks(fact, terms, reader).slice(1),
      fields(fieldOf(pick(reader, '询问', 'Asked by'), ...asking.map(one => askingLine(one, lang)))),
    ],
    chapters: [],
  };
};

/** What a word is found in, where it names no rule and no fact. */
export const tellHits = (
  word: string,
  found: { readonly facts: readonly FactDefinition[]; readonly rules: readonly Asking[] },
  lang: Lang,
): Document => ({
  lang,
  title: both(`含有“${word}”的条款和填报项`, `Rules and facts with "${word}"`)[lang],
  head: [
    fields([
      ...fieldOf(both('填报项', 'Facts')[lang], ...found.facts.map(({ id, label }) => `${label[lang]}  ${id}`)),
      ...fieldOf(both('条款', 'Rules')[lang], ...found.rules.map(one => askingLine(one, lang))),
    ]),
  ],
  chapters: [],
});
