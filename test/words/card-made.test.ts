import { expect, it } from 'vitest';
import { cardMadeText } from '../../src/words/scoring/card-made.ts';
import { inspectedAudit } from '../support/inspected.ts';
import { SAMPLE_SCHEME } from '../support/sample.ts';
import { workedAudits } from '../support/worked.ts';

const [, monthly] = workedAudits('monthly')[0] ?? [];
if (monthly === undefined) throw new Error('there is a worked case');

it.each([
  ['no scorecard', SAMPLE_SCHEME, '', ''],
  [
    'one of common facts',
    inspectedAudit().scheme,
    '样表：1 个部分，3 个评分项，满分 15\n由检查人填的（1）：评定\n',
    'Sample: parts 1, rows 3, points 15\nfilled in by inspectors (1): Judged\n',
  ],
])('%s is told by its size and by whom it asks', (_, scheme, zh, en) => {
  expect([cardMadeText(scheme, 'zh'), cardMadeText(scheme, 'en')]).toEqual([zh, en]);
});

it('facts of its own are told with what they hold', () => {
  expect(cardMadeText(monthly.scheme, 'zh')).toContain('新设的申报项（22）：例会次数（个数）、本月办件量');
  expect(cardMadeText(monthly.scheme, 'en')).toContain('facts of its own (22): Meetings held (count), Cases');
});
