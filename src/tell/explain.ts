import type { Lang } from '../model/base/text.ts';
import { type Expression, factsIn } from '../model/standard/expression.ts';
import type { Pack, Rule } from '../model/standard/pack.ts';
import type { FactDefinition } from '../model/standard/vocabulary.ts';
import { setTestsIn } from '../words/checks/set-tests.ts';
import { LABELS } from '../words/labels.ts';
import { listed } from '../words/lists.ts';
import { clauseText, sectionTitle } from '../words/names.ts';
import { accepted } from '../words/problems/accepted.ts';
import { pick, type Reader } from '../words/reader.ts';
import type { Block, Document } from './block.ts';
import { fieldOf, type RuleSubject, ruleFields } from './rule.ts';

const checksOf = ({ when, require }: Rule): readonly Expression[] => [require, ...(when === undefined ? [] : [when])];

/** The terms that a check names, with the other words people use for them. */
const termsTexts = (fact: FactDefinition, rule: Rule, reader: Reader): readonly string[] => {
  const sets = checksOf(rule).flatMap(check => setTestsIn(check, fact.id));
  const terms = sets.flatMap(({ terms: { list, codes } }) =>
    codes.flatMap(code => reader.vocabulary.term.get(list)?.get(code) ?? []),
  );
  return [...new Set(terms)]
    .filter(({ aliases }) => aliases.length > 0)
    .map(({ label, aliases }) =>
      pick(
        reader,
        `${label.zh}：也写作${listed(aliases, reader)}`,
        `${label.en} (${label.zh}): ${listed(aliases, reader)} too`,
      ),
    );
};

const factBlocks = (fact: FactDefinition, rule: Rule, reader: Reader): readonly Block[] => {
  const { lang } = reader;
  const name = lang === 'zh' ? fact.label.zh : `${fact.label.en} (${fact.label.zh})`;
  return [
    { kind: 'heading', level: 1, text: `${name}  ${fact.id}`, anchor: `fact-${fact.id}` },
    {
      kind: 'fields',
      rows: [
        ...fieldOf(pick(reader, '又名', 'Also'), listed(fact.aliases, reader)),
        ...fieldOf(pick(reader, '填法', 'Write'), accepted(fact)[lang]),
        ...fieldOf(pick(reader, '用语', 'Terms'), ...termsTexts(fact, rule, reader)),
        ...fieldOf(LABELS.verify[lang], fact.verify?.[lang]),
      ],
    },
  ];
};

const factsOf = (rule: Rule, pack: Pack): readonly FactDefinition[] =>
  [...new Set(checksOf(rule).flatMap(factsIn))].flatMap(id => pack.vocabulary.fact.get(id) ?? []);

/** One rule in words: what it asks of whom, what counts, where to look, and how its facts are written. */
export const tellRule = (subject: RuleSubject, lang: Lang): Document => {
  const { rule, pack } = subject;
  const reader: Reader = { vocabulary: pack.vocabulary, lang };
  const source = pick(reader, `《${pack.document.title}》${clauseText(rule)}`, `${pack.title.en}, ${clauseText(rule)}`);
  return {
    lang,
    title: `${rule.title[lang]}  ${rule.id}`,
    head: [
      {
        kind: 'fields',
        rows: [
          ...fieldOf(pick(reader, '出处', 'Clause'), source),
          ...fieldOf(LABELS.section[lang], sectionTitle(pack, rule.section, lang)),
          ...ruleFields(subject, reader),
        ],
      },
    ],
    chapters: [
      {
        name: 'facts',
        title: pick(reader, '填报项', 'Facts'),
        blocks: factsOf(rule, pack).flatMap(fact => factBlocks(fact, rule, reader)),
      },
    ],
  };
};
