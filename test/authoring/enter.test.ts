import { describe, expect, it } from 'vitest';
import { draftLedger, draftText } from '../../src/authoring/trace/draft.ts';
import { namesNow } from '../../src/authoring/trace/hold.ts';
import { fingerprintOf } from '../../src/authoring/trace/sentences.ts';
import { readLedger } from '../../src/read/pack/beside/ledger.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { packOf, succeed } from '../support/inline.ts';
import { vocabulary } from './support.ts';

const DOCUMENT = `一、场所
大厅面积不少于100平方米。
大厅座椅不少于20把。
二、环境
大厅应当整洁。
`;

const ledgerOf = (text: string) => succeed(readLedger(succeed(readYaml('clauses.yaml', text))));

const rule = (id: string, clause: string, require: string): string =>
  `  - { id: ${id}, clause: ${clause}, section: all, obligation: must, title: { zh: 样例, en: Sample }, remedy: { zh: 改正。, en: Put right. }, require: ${require} }\n`;

const AREA = rule('area', '一', '{ hall.area: { at_least: 100 m² } }');
const SEATS = rule('seats', '一', '{ hall.seats: { at_least: 20 } }');
const CLEAN = rule('clean', '二', '{ hall.clean: yes }');
const HEATED = rule('heated', '一', '{ hall.heated: yes }');

/** The head of the ledger, then a line an entry: what stands beside the fingerprint of each sentence. */
const ledger = (...entries: readonly string[]): string =>
  `# 登记\nsentences:\n${DOCUMENT.trim()
    .split('\n')
    .map((sentence, at) => {
      const clause = at < 3 ? '一' : '二';
      const said = entries[at] ?? 'reason: heading';
      return `  - clause: ${clause} # 第 ${at + 1} 句\n    text: ${JSON.stringify(fingerprintOf(sentence))}\n    ${said}\n`;
    })
    .join('')}`;

const HEADING = 'reason: heading';

const CASES: Readonly<Record<string, readonly [rules: string, before: readonly string[], after: readonly string[]]>> = {
  'the only open sentence of its clause takes it': [
    CLEAN,
    [HEADING, 'reason: aim', 'reason: aim', HEADING, 'rules: []'],
    [HEADING, 'reason: aim', 'reason: aim', HEADING, 'rules: [clean]'],
  ],
  'of several the one whose words it asks takes it': [
    SEATS + AREA,
    [HEADING, 'rules: []', 'rules: []', HEADING, 'reason: aim'],
    [HEADING, 'rules: [area]', 'rules: [seats]', HEADING, 'reason: aim'],
  ],
  'what several say alike is left to a person': [
    HEATED,
    [HEADING, 'rules: []', 'rules: []', HEADING, 'reason: aim'],
    [HEADING, 'rules: []', 'rules: []', HEADING, 'reason: aim'],
  ],
  'a reason that a person gave stays, whatever the rule says': [
    CLEAN,
    [HEADING, 'rules: []', 'rules: []', HEADING, 'reason: county\n    note: 县里定'],
    [HEADING, 'rules: []', 'rules: []', HEADING, 'reason: county\n    note: 县里定'],
  ],
  'a deleted draft leaves no name, and the rule in its stead is entered': [
    AREA,
    [HEADING, 'rules: [hall-area-2]', 'rules:\n      - hall-seats # 草稿', HEADING, 'rules: [ hall-clean ]'],
    [HEADING, 'rules: [area]', 'rules: []', HEADING, 'rules: []'],
  ],
  'names that hold stay beside one that is dropped': [
    AREA + SEATS,
    [HEADING, 'rules: [area, gone]', 'rules: [seats]', HEADING, 'reason: aim'],
    [HEADING, 'rules: [area]', 'rules: [seats]', HEADING, 'reason: aim'],
  ],
  'a reason beside names stays when they are dropped': [
    AREA + SEATS,
    [HEADING, 'rules: [area]', 'rules: [seats]', HEADING, 'rules: [gone]\n    reason: aim'],
    [HEADING, 'rules: [area]', 'rules: [seats]', HEADING, 'rules: []\n    reason: aim'],
  ],
  'an entry that says nothing yet takes it': [
    CLEAN,
    [HEADING, 'reason: aim', 'reason: aim', HEADING, 'note: 待定'],
    [HEADING, 'reason: aim', 'reason: aim', HEADING, 'rules: [clean]\n    note: 待定'],
  ],
};

describe('names of rules in a ledger', () => {
  it.each(Object.entries(CASES))('%s', (_, [rules, before, after]) => {
    const text = ledger(...before);
    const earlier = { ledger: ledgerOf(text), text };
    const places = draftLedger({ file: 'a.txt', text: DOCUMENT }, earlier.ledger);
    const names = namesNow(places, packOf(`levels: [township]\nrules:\n${rules}`, vocabulary));
    const now = draftText(places, earlier, { names });
    expect(now).toBe(ledger(...after));
    const again = draftLedger({ file: 'a.txt', text: DOCUMENT }, ledgerOf(now));
    expect(namesNow(again, packOf(`levels: [township]\nrules:\n${rules}`, vocabulary)).byPlace.size).toBe(0);
  });
});
