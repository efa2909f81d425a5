import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftLedger, draftText } from '../../src/authoring/trace/draft.ts';
import { fingerprintOf } from '../../src/authoring/trace/sentences.ts';
import { readLedger } from '../../src/read/pack/beside/ledger.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { runs } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';

const read = (text: string) => succeed(readLedger(succeed(readYaml('clauses.yaml', text))));

const drafted = (document: string, earlier?: string): string => {
  const before = earlier === undefined ? undefined : { ledger: read(earlier), text: earlier };
  return draftText(draftLedger({ file: 'a.txt', text: document }, before?.ledger), before);
};

const DOCUMENT = '某县办法\n一、大厅\n大厅应整洁。\n门口应有牌子。\n二、附则\n自发布之日起施行。\n';

const LEDGER = `# 某县的登记
sentences:
  # 标题
  - { clause: 前言, text: ${fingerprintOf('某县办法')}, reason: heading }
  - clause: 一
    text: "${fingerprintOf('一、大厅')}"
    reason: heading
  - clause: 一 # 见现场
    text: ${fingerprintOf('大厅应整洁。')}
    rules: [clean]
    note: "后半句：另议"

  # 牌子要问县里
  - text: ${fingerprintOf('门口应有牌子。')}
    clause: 一
    rules: [sign]
  - clause: 二
    text: ${fingerprintOf('二、附则')}
    reason: heading
  - clause: 二
    text: ${fingerprintOf('自发布之日起施行。')}
    reason: definition
`;

test('a ledger that is not written a line an entry is written so, with all that it says', () => {
  const of = (text: string): string => `text: ${fingerprintOf(text)}`;
  const flow = `source: { first: ${fingerprintOf('某县办法')} }
sentences: [{ clause: 前言, ${of('某县办法')}, reason: heading, draft: yes }, { clause: 一, ${of('一、大厅')}, reason: heading },
  { clause: 一, ${of('大厅应整洁。')}, rules: [clean, tidy], note: 另议, was: ${fingerprintOf('大厅须整洁。')}, differs: { clean: { figures: [at_least 2], items: [等候区] } } },
  { clause: 一, ${of('门口应有牌子。')}, rules: [sign] }, { clause: 二, ${of('二、附则')}, reason: heading },
  { clause: 二, ${of('自发布之日起施行。')}, reason: definition }]
`;
  expect(
    drafted(DOCUMENT, flow)
      .replaceAll(/"?[0-9a-f]{16}"?/gu, '…')
      .split('\n'),
  ).toEqual([
    ...['source: { first: … }', 'sentences:'],
    ...['  - clause: 前言', '    text: …', '    reason: heading', '    draft: yes'],
    ...['  - clause: 一', '    text: …', '    reason: heading'],
    ...['  - clause: 一', '    text: …', '    was: …', '    rules: [clean, tidy]', '    note: "另议"'],
    '    differs: {"clean":{"figures":["at_least 2"],"items":["等候区"]}}',
    ...['  - clause: 一', '    text: …', '    rules: [sign]'],
    ...['  - clause: 二', '    text: …', '    reason: heading'],
    ...['  - clause: 二', '    text: …', '    reason: definition', ''],
  ]);
  expect(read(drafted(DOCUMENT, flow)).entries.map(({ location: _, ...entry }) => entry)).toEqual(
    read(flow).entries.map(({ location: _, ...entry }) => entry),
  );
});

test('a ledger drafted from the document that it was made of is the same file', () => {
  expect(drafted(DOCUMENT, LEDGER)).toBe(LEDGER);
  const first = drafted(DOCUMENT);
  expect(drafted(DOCUMENT, first)).toBe(first);
});

test('a new sentence is added in its place, and no other line changes', () => {
  const now = drafted(DOCUMENT.replace('二、附则', '大厅应明亮。\n二、附则'), LEDGER);
  const added = `  - clause: 一\n    text: ${fingerprintOf('大厅应明亮。')}\n    rules: []\n`;
  expect(now.split(added)).toHaveLength(2);
  expect(now.replace(added, '')).toBe(LEDGER);
});

test.each([
  ['门口应有牌子。', '门口应有铜牌。'],
  ['某县办法', '某县试行办法'],
  ['一、大厅', '一、办事大厅'],
])('a reworded sentence keeps what was said of it, and waits: %s', (was, is) => {
  const now = drafted(DOCUMENT.replace(was, is), LEDGER);
  const [before, after] = [LEDGER, now].map(text => read(text).entries);
  const at = before?.findIndex(entry => entry.text === fingerprintOf(was)) ?? -1;
  const [then, here] = [before?.[at], after?.[at]];
  expect(here).toEqual({ ...then, text: fingerprintOf(is), was: fingerprintOf(was), location: here?.location });
  expect(read(drafted(DOCUMENT, now)).entries.map(entry => [entry.text, entry.was])).toEqual(
    before?.map((entry, index) => [entry.text, index === at ? fingerprintOf(was) : undefined]),
  );
});

test('what is gone from the document stays in the ledger, for a person to delete', () => {
  expect(drafted(DOCUMENT.replace('门口应有牌子。\n', ''), LEDGER)).toBe(LEDGER);
});

test('a clause renumbered is renumbered, and its remarks stay', () => {
  const now = drafted(DOCUMENT.replace('二、附则', '三、附则'), LEDGER);
  expect(now).toContain(`  - clause: 三\n    text: ${fingerprintOf('自发布之日起施行。')}\n    reason: definition`);
  expect(now).toContain('# 牌子要问县里');
});

const SENTENCES = ['甲应整洁。', '乙应明亮。', '丙应通风。', '丁应有牌。', '戊应公开。', '己应登记。'];

test('whatever becomes of a document, nothing that was said is lost', () => {
  const some = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 8 });
  fc.assert(
    fc.property(some, some, (before, after) => {
      const decided = drafted(`办法\n${before.join('\n')}`).replaceAll(
        /(text: (\S+)\n) {4}rules: \[\]/gu,
        '$1    reason: aim\n    note: "$2"',
      );
      const notes = (text: string) => read(text).entries.flatMap(({ note }) => note?.replaceAll('"', '') ?? []);
      expect(notes(drafted(`办法\n${after.join('\n')}`, decided)).toSorted()).toEqual(notes(decided).toSorted());
    }),
    { numRuns: runs(15) },
  );
});
