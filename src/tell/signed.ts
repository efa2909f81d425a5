import type { Case } from '../model/standard/case.ts';
import type { Guide, GuideRule } from '../model/standard/guide.ts';
import type { Signed } from '../model/standard/signature.ts';
import { dateText, factLabel } from '../words/facts/values.ts';
import { levelName, OUTCOME_NAMES } from '../words/names.ts';
import { pick, type Reader } from '../words/reader.ts';
import { factText } from '../words/scoring/stages.ts';
import type { Field } from './block.ts';
import { fieldOf } from './rule.ts';

const caseText = ({ expected, profile, asOf, level }: Case, reader: Reader): string => {
  const { vocabulary, lang } = reader;
  const facts = [...profile.facts].flatMap(([id, fact]) => {
    if (fact.state === 'undeclared' || fact.state === 'unreadable') return [];
    return [`${factLabel(vocabulary, id, lang)}${pick(reader, '：', ': ')}${factText(fact, id, vocabulary, lang)}`];
  });
  const all =
    facts.length === 0 ? pick(reader, '什么也没有填', 'nothing declared') : facts.join(pick(reader, '；', '; '));
  const besides = [level && levelName(level, lang), asOf && dateText(asOf, lang)].filter(one => one !== undefined);
  const when = besides.length === 0 ? '' : pick(reader, `（${besides.join('，')}）`, ` (${besides.join(', ')})`);
  return `${OUTCOME_NAMES[expected][lang]}${when} ← ${all}`;
};

const signedText = (signed: Signed, reader: Reader): string => {
  if (signed.state === 'unsigned') return pick(reader, '未签字', 'not signed');
  const { by, on } = signed.signature;
  return signed.state === 'valid'
    ? `${by} ${on}`
    : pick(reader, `${by} ${on} 签字后有改动，须重新签字`, `${by}, ${on}: changed since, to be signed anew`);
};

/** Who signed a rule; where it is to be signed, its cases, what is signed, and room for it. */
export const signedFields = ({ signed, cases }: GuideRule, { toSign }: Guide, reader: Reader): readonly Field[] => [
  ...fieldOf(pick(reader, '示例', 'Cases'), ...new Set(cases.map(one => caseText(one, reader)))),
  ...fieldOf(
    pick(reader, '签字', 'Signed'),
    signed && signedText(signed, reader),
    toSign && signed ? pick(reader, `摘要 ${signed.digest}`, `digest ${signed.digest}`) : undefined,
    toSign && signed?.state !== 'valid'
      ? pick(
          reader,
          '意见：________　姓名：________　日期：________',
          'Opinion: ________ Name: ________ Date: ________',
        )
      : undefined,
  ),
];
