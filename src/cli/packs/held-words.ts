import type { Disagreement, Held } from '../../authoring/trace/hold.ts';
import type { Difference } from '../../authoring/wording/agree.ts';
import type { Side } from '../../authoring/wording/figures.ts';
import { formatLocation } from '../../model/base/location.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import { OBLIGATION_NAMES } from '../../words/names.ts';

const SIDES: Readonly<Record<Side, Bilingual>> = {
  at_least: both('不少于', 'at least'),
  at_most: both('不超过', 'at most'),
  more_than: both('超过', 'more than'),
  less_than: both('少于', 'less than'),
  about: both('约', 'about'),
  range: both('一端', 'one end:'),
  stated: both('正好', 'exactly'),
};

const figureText = (figure: string): Bilingual => {
  const [side = 'stated', ...amount] = figure.split(' ');
  const name = SIDES[side as Side];
  return both(`${name.zh} ${amount.join(' ')}`, `${name.en} ${amount.join(' ')}`);
};

const differenceText = (difference: Difference): Bilingual => {
  switch (difference.kind) {
    case 'figure': {
      const { zh, en } = figureText(difference.figure);
      return difference.near === undefined
        ? both(`规则的数字“${zh}”原文里没有`, `the rule's figure "${en}" is not in the sentence`)
        : both(
            `规则写的是“${zh}”，原文是“${difference.near}”`,
            `the rule says "${en}", the sentence "${difference.near}"`,
          );
    }
    case 'item':
      return both(
        `规则清单里的“${difference.item}”原文里没有`,
        `"${difference.item}" of the rule's list is not in the sentence`,
      );
    case 'left_out':
      return both(
        `原文列举的${difference.items.map(item => `“${item}”`).join('、')}没有规则收进去`,
        `no rule of the sentence takes ${difference.items.map(item => `"${item}"`).join(', ')}`,
      );
    case 'obligation': {
      const [asked, said] = [OBLIGATION_NAMES[difference.obligation], OBLIGATION_NAMES[difference.said]];
      return difference.word === undefined
        ? both(
            `规则写【${asked.zh}】，原文没有措辞词，即【${said.zh}】`,
            `the rule is ${difference.obligation}; the sentence has no word for it, which is ${difference.said}`,
          )
        : both(
            `规则写【${asked.zh}】，原文用“${difference.word}”，即【${said.zh}】`,
            `the rule is ${difference.obligation}; the sentence says "${difference.word}", which is ${difference.said}`,
          );
    }
  }
};

const disagreementText = (found: Disagreement): Bilingual => {
  const [zh, en] = [`规则“${found.rule.id}”（${found.clause}）`, `rule "${found.rule.id}" (${found.clause})`];
  if ('settled' in found)
    return both(
      `${zh}：登记的 differs 写着“${found.settled}”，而规则与原文并无此不同，请删去`,
      `${en}: \`differs\` of the ledger says "${found.settled}", yet there is no such difference: delete it`,
    );
  const { zh: is, en: was } = differenceText(found.difference);
  return both(
    `${zh}：${is}；请改规则，或在登记的 differs 里写明`,
    `${en}: ${was}; correct the rule, or tell of it under \`differs\` in the ledger`,
  );
};

const summary = ({ disagreements, told }: Held): Bilingual => ({
  zh: `与原文的数字、列举、措辞核对：${disagreements.length} 处不符，登记已写明的不同 ${told} 处`,
  en: `held to the words (figures, lists, obligation): ${disagreements.length} disagree, ${told} differences told of in the ledger`,
});

/** Where rules and the words of their sentences part, a line each, and how many there are. */
export const heldText = (held: Held, lang: Lang): string =>
  [
    ...held.disagreements.map(found => `${formatLocation(found.location)}: ${disagreementText(found)[lang]}`),
    `  ${summary(held)[lang]}`,
  ]
    .map(line => `${line}\n`)
    .join('');
