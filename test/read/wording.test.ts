import { describe, expect, it } from 'vitest';
import { evaluateRule } from '../../src/evaluate/rule.ts';
import { fingerprintOf } from '../../src/model/finding/fingerprint.ts';
import { expectedText } from '../../src/words/checks/expressions.ts';
import { shortfallFor } from '../../src/words/findings/findings.ts';
import { packWith, vocabulary } from '../authoring/support.ts';
import { firstOf } from '../support/first.ts';
import { profileOf } from '../support/inline.ts';

const pack = packWith(
  'require: { counters.use: { include_all: [问询区] } }',
  'require: { hall.zones: { include_all: [advice] } }',
);
const rule = firstOf(pack.rules);

const audit = (profile: string, words = pack.vocabulary) =>
  evaluateRule(rule, { profile: profileOf(profile, words), asOf: '2024-05-01' });

describe('a pack that calls a term by another of its names', () => {
  it('is told in that name', () => {
    expect(pack.wording).toEqual({ zones: { advice: '问询区' } });
    expect(expectedText(rule, pack.vocabulary, 'zh')).toBe('工作台包括问询区');
    expect(shortfallFor(audit('counters: [服务区]'), { vocabulary: pack.vocabulary, lang: 'zh' })).toContain(
      '缺 问询区',
    );
  });

  it.each(['咨询区', '问询区', 'advice', 'Advice'])('takes %s for it', name => {
    expect(audit(`counters: [${name}]`).outcome).toBe('pass');
  });

  it('has the fingerprints that its records had', () => {
    const short = 'counters: [{ use: 咨询区, height: 1 }]';
    const fingerprint = (words = pack.vocabulary) => fingerprintOf(audit(short, words), profileOf(short, words));
    expect(fingerprint()).toBe(fingerprint(vocabulary));
  });

  it('leaves the common vocabulary as it is, and its facts the same', () => {
    expect(vocabulary.term.get('zones')?.get('advice')?.label.zh).toBe('咨询区');
    expect(pack.vocabulary.fact).toBe(vocabulary.fact);
  });
});
