import { placeInFile } from '../../model/base/location.ts';
import { both } from '../../model/base/text.ts';
import { accepted, plausible } from './accepted.ts';
import { CAUSES, oddSigns } from './causes.ts';
import { didYouMean, join, orNothing, type SentencesOf } from './phrases.ts';

export const VALUE_SENTENCES: SentencesOf<
  | 'unknown-fact'
  | 'duplicate-fact'
  | 'unreadable-value'
  | 'wrong-unit'
  | 'implausible'
  | 'unknown-term'
  | 'duplicate-term'
  | 'own-term'
  | 'list-of-blanks'
  | 'provisional'
  | 'nothing-declared'
  | 'theme-value'
> = {
  'unknown-fact': p =>
    join(both(`不认识“${p.key}”这一项`, `unknown fact "${p.key}"`), oddSigns(p.key), didYouMean(p.suggestions)),
  'theme-value': p =>
    both(
      `“${p.theme.label.zh}”是一组填报项的名称，不能直接填“${p.found}”；请写到它下面的某一项里`,
      `"${p.theme.label.en}" names a group of facts and takes no value itself ("${p.found}"): write it under one of them`,
    ),
  'duplicate-fact': p =>
    both(
      `“${p.fact.label.zh}”填了两次，前面已在 ${placeInFile(p.first)} 填过；请保留一处`,
      `"${p.fact.label.en}" is given twice, first at ${placeInFile(p.first)}: keep one`,
    ),
  'unreadable-value': p =>
    join(
      both(`“${p.fact.label.zh}”的值“${p.found}”读不懂`, `cannot read "${p.found}" as "${p.fact.label.en}"`),
      p.cause === undefined ? oddSigns(p.found) : CAUSES[p.cause],
      both('；应填', '; accepted: '),
      accepted(p.fact),
    ),
  'wrong-unit': p =>
    join(
      both(
        `“${p.fact.label.zh}”的值“${p.found}”单位不对`,
        `"${p.found}" has a unit that "${p.fact.label.en}" cannot have`,
      ),
      oddSigns(p.found),
      both('；应填', '; accepted: '),
      accepted(p.fact),
    ),
  implausible: p =>
    join(
      both(
        `“${p.fact.label.zh}”填了“${p.found}”，不合常理：`,
        `"${p.found}" is not plausible for "${p.fact.label.en}": `,
      ),
      plausible(p.fact),
    ),
  'unknown-term': p =>
    join(
      both(
        `“${p.fact.label.zh}”里的“${p.found}”不在清单中`,
        `"${p.found}" is not a known term of "${p.fact.label.en}"`,
      ),
      oddSigns(p.found),
      didYouMean(p.suggestions),
      orNothing(p.accepted, '；可填', '; possible: '),
      p.open
        ? both('（确是清单以外的，请写“其他：名称”）', ' (for one outside the list write "其他：name")')
        : both('', ''),
    ),
  'duplicate-term': p =>
    both(
      `“${p.fact.label.zh}”里“${p.found}”重复，按一项计`,
      `"${p.found}" stands twice in "${p.fact.label.en}"; counted once`,
    ),
  'own-term': p =>
    both(
      `“${p.fact.label.zh}”里的“${p.found}”不在清单中，按原文保留；如与清单某项同义请改用清单用语`,
      `"${p.found}" is not in the list of "${p.fact.label.en}"; kept as written`,
    ),
  'list-of-blanks': p =>
    both(
      `“${p.fact.label.zh}”的清单里每一条都是空的，按未申报计；确实没有请写“无”`,
      `every entry of "${p.fact.label.en}" is blank, taken as not declared; if there is none write "无"`,
    ),
  provisional: p =>
    both(
      `暂定审核：有 ${p.count} 处填报读不懂，相应内容按未申报计，不作判定`,
      `provisional: ${p.count} place(s) could not be read; what they declare counts as not declared and is not judged`,
    ),
  'nothing-declared': () => both('没有填报任何内容', 'nothing is declared'),
};
