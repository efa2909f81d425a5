import { createHash } from 'node:crypto';
import { keptFor } from '../../model/base/memo.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Texts } from '../../model/result/contract.ts';
import { textsOf } from '../../model/result/texts.ts';
import { SCHEMA_VERSION } from '../../model/result/version.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { expectedText } from '../../words/checks/expressions.ts';

export const inBoth = <T>(say: (lang: Lang) => T): { readonly zh: T; readonly en: T } => ({
  zh: say('zh'),
  en: say('en'),
});

const expected = new WeakMap<Rule, Bilingual>();

/** What a rule asks is the same for every centre. */
export const expectedOf = (rule: Rule, vocabulary: Vocabulary): Bilingual => {
  const said = expected.get(rule) ?? inBoth(lang => expectedText(rule, vocabulary, lang));
  expected.set(rule, said);
  return said;
};

/** What is true of a pack and its schemes, whatever the centre, with the digest that answers for it. */
export const signedTexts = (pack: Pack, schemes: readonly Scheme[]): Texts => {
  const texts = textsOf(pack.stated ?? pack, schemes, expectedOf);
  return {
    schemaVersion: SCHEMA_VERSION,
    digest: createHash('sha256').update(JSON.stringify(texts)).digest('hex'),
    ...texts,
  };
};

const textsWith = keptFor((pack: Pack) => keptFor((scheme: Scheme) => signedTexts(pack, [scheme])));

/** The same for one scheme: every centre of a pack rests on them. */
export const textsUnder = ({ pack, scheme }: Pick<Audit, 'pack' | 'scheme'>): Texts => textsWith(pack)(scheme);

/** Texts of a pack and a scheme, where no earlier result of the output gave them. */
export const firstTexts = () => {
  const given = new Set<string>();
  return (audit: Pick<Audit, 'pack' | 'scheme'>): Texts | undefined => {
    const key = `${audit.pack.sha256} ${audit.scheme.sha256}`;
    if (given.has(key)) return undefined;
    given.add(key);
    return textsUnder(audit);
  };
};
