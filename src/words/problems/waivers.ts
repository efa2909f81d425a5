import { type Bilingual, both } from '../../model/base/text.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import type { Waiver } from '../../model/standard/waiver.ts';
import type { Sentences } from './phrases.ts';

const about = ({ center, rule }: Waiver, zh: string, en: string): Bilingual =>
  both(`“${center}”${rule} 的豁免${zh}`, `the waiver of ${rule} for "${center}" ${en}`);

const UNUSED: Readonly<Record<Outcome, Bilingual>> = {
  pass: both('用不上：这一条已经符合；请删去', 'is not needed, the requirement is met: remove it'),
  'not-applicable': both('用不上：这一条不适用；请删去', 'is not needed, the requirement does not apply: remove it'),
  fail: both(
    '没有用上：不符合的还有 items 以外的内容，或已有别的豁免；请核对',
    'was not used: more than its items fails, or another waiver covers it: check it',
  ),
  unknown: both(
    '没有用上：未申报的还有 items 以外的内容，或已有别的豁免；请核对',
    'was not used: more than its items is not declared, or another waiver covers it: check it',
  ),
};

const days = (amount: number): string => `${amount} day${amount === 1 ? '' : 's'}`;

export const WAIVER_SENTENCES = {
  'waiver-expired': p =>
    about(
      p.waiver,
      `已于 ${p.waiver.validThrough} 到期（过期 ${p.days} 天），不再生效；请整改或重新报批`,
      `ended on ${p.waiver.validThrough}, ${days(p.days)} ago, and no longer holds: mend the matter or have it granted anew`,
    ),
  'waiver-ending': p =>
    about(
      p.waiver,
      p.days === 0
        ? '今天到期；请抓紧整改或报批'
        : `将于 ${p.waiver.validThrough} 到期（还有 ${p.days} 天）；请抓紧整改或报批`,
      p.days === 0 ? 'ends today' : `ends on ${p.waiver.validThrough}, in ${days(p.days)}`,
    ),
  'waiver-early': p =>
    about(
      p.waiver,
      `自 ${p.waiver.validFrom} 起才生效，这次没有采用`,
      `begins on ${p.waiver.validFrom} and was not applied`,
    ),
  'waiver-unused': p => about(p.waiver, UNUSED[p.outcome].zh, UNUSED[p.outcome].en),
  'waiver-self-approved': p =>
    about(
      p.waiver,
      `由“${p.waiver.requestedBy}”自己申请、自己批准，不予采用；请由别人批准`,
      `was asked for and granted by the same "${p.waiver.requestedBy}" and was not applied: someone else must grant it`,
    ),
  'waiver-unknown-center': p => {
    const [zh, en] = [
      p.suggestions.map(name => `“${name}”`).join('、'),
      p.suggestions.map(name => `"${name}"`).join(', '),
    ];
    return about(
      p.waiver,
      `没有对应的中心${zh === '' ? '；请核对名称' : `；是不是想写${zh}？`}`,
      `names no centre of this run${en === '' ? ': check the name' : `; did you mean ${en}?`}`,
    );
  },
} satisfies Sentences;
