import type { Pack, Reading, Rule } from '../../model/standard/pack.ts';
import { levelName, OBLIGATION_NAMES } from '../names.ts';
import { listed, pick, type Reader, voiced } from '../reader.ts';
import { conditionFor, expectedFor } from './expressions.ts';

/** What another reading of a rule would ask, as far as the rule does not. */
export const otherwiseText = (rule: Rule, { asked, names }: Reading, pack: Pack, reader: Reader): string => {
  const { lang } = reader;
  if (names !== undefined) return pick(reader, `由县里定：${names.zh}`, `for the county to name: ${names.en}`);
  if (asked === undefined) return pick(reader, '不对中心提要求', 'asks nothing of a centre');
  const levels = listed(asked.levels, reader, level => levelName(level, lang, pack));
  const condition = asked.when === undefined ? '' : conditionFor(asked.when, reader);
  const parts = [
    rule.noDuty === true &&
      voiced(reader, {
        zh: `对中心提要求，约束为“${OBLIGATION_NAMES[asked.obligation].zh}”`,
        en: `asked of a centre, binding as "${OBLIGATION_NAMES[asked.obligation].en}"`,
      }),
    asked.require !== rule.require && expectedFor({ require: asked.require }, reader),
    rule.noDuty === undefined &&
      asked.obligation !== rule.obligation &&
      voiced(reader, {
        zh: `约束为“${OBLIGATION_NAMES[asked.obligation].zh}”`,
        en: `binds as "${OBLIGATION_NAMES[asked.obligation].en}"`,
      }),
    asked.levels.join() !== rule.levels.join() && pick(reader, `适用于${levels}`, `binds ${levels}`),
    asked.when !== rule.when &&
      (condition === ''
        ? pick(reader, '不论有没有原来的适用条件', 'whether or not the condition of the rule holds')
        : pick(reader, `只在${condition.slice(1)}适用`, `only ${condition}`)),
    asked.acceptsNotOccurred !== rule.acceptsNotOccurred &&
      pick(reader, '尚未发生的不适用', 'not applicable where it has not occurred'),
  ];
  return parts.filter(part => part !== false).join(pick(reader, '；', '; '));
};

/** A reading with its argument and what it would ask. */
export const readingLine = (rule: Rule, reading: Reading, pack: Pack, reader: Reader): string => {
  const { id, says, because } = reading;
  const other = otherwiseText(rule, reading, pack, reader);
  return voiced(reader, {
    zh: `${says.zh}${because ? `（理由：${because.zh}）` : ''} → ${other}  ${id}`,
    en: `${says.en}${because ? ` (${because.en})` : ''} → ${other}  ${id}`,
  });
};
