import { expect, test } from 'vitest';
import { buildGuide } from '../../src/authoring/guide.ts';
import { fingerprintOf } from '../../src/authoring/trace/sentences.ts';
import type { Ledger } from '../../src/model/standard/ledger.ts';
import { tellGuide } from '../../src/tell/guide.ts';
import { shownAs } from '../support/told.ts';
import { packWith } from './support.ts';

const location = { file: 'clauses.yaml', line: 1, column: 1 };

const ledger: Ledger = {
  source: {},
  location,
  entries: [
    { clause: '一', text: fingerprintOf('一、大厅'), rules: [], reason: 'heading', location },
    { clause: '一', text: fingerprintOf('大厅须宽敞。'), rules: ['r1'], location },
    { clause: '一', text: fingerprintOf('县里给予支持。'), rules: [], reason: 'county', note: '由县里办', location },
  ],
};

const pack = packWith(
  'title: { zh: 大厅<面积>, en: Area }\nnote: { zh: 含200, en: 200 counts }\nrequire: { hall.area: { at_least: 200 m² } }',
);

const source = { file: 'a.txt', text: '一、大厅\n大厅须宽敞。\n县里给予足够支持。\n' };

test('only words whose fingerprint is the ledger’s stand beside a rule', () => {
  const [section] = buildGuide({ pack, ledger, source }).sections;
  expect(section?.rules[0]?.quotes.map(({ text }) => text)).toEqual(['大厅须宽敞。']);
  expect(section?.rest.map(({ entry, quote }) => [entry.reason, quote?.text])).toEqual([['county', undefined]]);
});

test('a guide says what a rule asks, how it is verified, and what no profile answers', async () => {
  const text = await shownAs('markdown', tellGuide(buildGuide({ pack, ledger, source }), 'zh'));
  for (const part of [
    '一 大厅&lt;面积>',
    '大厅面积 ≥ 200 ㎡',
    '大厅须宽敞。',
    '看现场',
    '含200',
    '对县区和乡镇党委政府的要求',
    '由县里办',
  ])
    expect(text).toContain(part);
});

test('a guide without the document has no words of it', async () => {
  expect(await shownAs('markdown', tellGuide(buildGuide({ pack, ledger }), 'en'))).not.toContain('大厅须宽敞');
});

test('HTML escapes what it is given and needs nothing from elsewhere', async () => {
  const html = await shownAs('html', tellGuide(buildGuide({ pack, ledger, source }), 'zh'));
  expect(html).toContain('大厅&lt;面积&gt;');
  expect(html).not.toMatch(/<script|https?:\/\//u);
});
