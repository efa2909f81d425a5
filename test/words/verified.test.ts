import { expect, it } from 'vitest';
import type { Verification } from '../../src/model/result/compared.ts';
import { type Verified, verifiedText } from '../../src/words/change/verified.ts';
import { SAMPLE_PACK } from '../support/sample.ts';

const of = (verification: Partial<Verification>): Verified => ({
  ...{ name: '甲中心', place: 'r.json', pack: SAMPLE_PACK, profile: 'a.yaml' },
  verification: { footing: [], unchecked: [], ...verification } as Verification,
});

const difference = (path: readonly string[], kept: unknown, anew: unknown) => ({ difference: { path, kept, anew } });

const SHA = { kept: `${'a'.repeat(12)}b`, anew: `${'c'.repeat(12)}d` };

it.each<[Partial<Verification>, zh: readonly string[], en: readonly string[]]>([
  [{}, ['√ 甲中心（r.json）：相同'], ['√ 甲中心 (r.json): the same']],
  [
    { unchecked: ['peers', 'earlier'] },
    [
      '√ 甲中心（r.json）：相同',
      '    与其他中心比较得出的计分不能单独重算，没有核对',
      '    与上次结果的比较没有核对：用 --only-new 给出上次的结果',
    ],
    [
      '√ 甲中心 (r.json): the same',
      '    points that come of a comparison with other centres were not checked: one centre alone does not tell them',
      '    the comparison with an earlier result was not checked: give it with --only-new',
    ],
  ],
  [
    { profile: SHA },
    ['× 甲中心（r.json）：不同', '    申报表 a.yaml 不是当时的文件：sha256 结果里是 aaaaaaaaaaaa，现在是 cccccccccccc'],
    [
      '× 甲中心 (r.json): different',
      '    the profile a.yaml is not the file it was: sha256 aaaaaaaaaaaa in the result, cccccccccccc now',
    ],
  ],
  [
    difference(['findings', 'hall-area', 'outcome'], 'pass', 'fail'),
    ['× 甲中心（r.json）：不同', '    第二条(一) 办事大厅面积（hall-area）的 outcome：结果里是 "pass"，重算是 "fail"'],
    [
      '× 甲中心 (r.json): different',
      '    第二条(一) Area of the hall (hall-area), outcome: "pass" in the result, "fail" computed anew',
    ],
  ],
  [
    difference(['findings', 'hall-area'], undefined, 'x'.repeat(79)),
    ['× 甲中心（r.json）：不同', `    第二条(一) 办事大厅面积（hall-area）：结果里是 没有，重算是 "${'x'.repeat(79)}…`],
    [
      '× 甲中心 (r.json): different',
      `    第二条(一) Area of the hall (hall-area): nothing in the result, "${'x'.repeat(79)}… computed anew`,
    ],
  ],
  [
    difference(['score', 'low'], '1', 'x'.repeat(78)),
    ['× 甲中心（r.json）：不同', `    score.low：结果里是 "1"，重算是 "${'x'.repeat(78)}"`],
    ['× 甲中心 (r.json): different', `    score.low: "1" in the result, "${'x'.repeat(78)}" computed anew`],
  ],
])('%# what was verified is told line by line', (verification, zh, en) => {
  expect([verifiedText(of(verification), 'zh'), verifiedText(of(verification), 'en')]).toEqual([zh, en]);
});
