import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/base/problem.ts';
import type { SourceNode } from '../../src/model/base/source.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { ROWS } from '../score/rows.ts';
import { runs } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';
import { scorecardHead } from '../support/scorecard.ts';
import { NODE_READERS } from './invalid/readers.ts';

/** Where a node stands: the entries or items to go through from the root. */
type Path = readonly number[];

const partsOf = (node: SourceNode): readonly SourceNode[] => {
  if (node.kind === 'list') return node.items;
  return node.kind === 'map' ? node.entries.map(({ value }) => value) : [];
};

const pathsIn = (node: SourceNode): readonly Path[] => [
  [],
  ...partsOf(node).flatMap((part, index) => pathsIn(part).map(path => [index, ...path])),
];

type Change = (node: SourceNode) => SourceNode | undefined;

const scalar =
  (text: string, value: string | number | null): Change =>
  ({ location }) => ({ kind: 'scalar', text, value, location });

/** What is done to one node of a file. */
const CHANGES: Readonly<Record<string, Change>> = {
  'struck out': () => undefined,
  'left empty': scalar('', null),
  'an empty list': ({ location }) => ({ kind: 'list', items: [], location }),
  'an empty map': ({ location }) => ({ kind: 'map', entries: [], location }),
  'a word': scalar('随便', '随便'),
  'a number': scalar('7', 7),
  'a negative number': scalar('-1', -1),
  'in a list': node => ({ kind: 'list', items: [node], location: node.location }),
  'in a map': node => ({
    kind: 'map',
    entries: [{ key: 'all', keyLocation: node.location, value: node }],
    location: node.location,
  }),
  twice: node => ({ kind: 'list', items: [node, node], location: node.location }),
};

const changed = (node: SourceNode, path: Path, change: Change): SourceNode | undefined => {
  const [step, ...rest] = path;
  if (step === undefined) return change(node);
  const part = partsOf(node)[step];
  const made = part && changed(part, rest, change);
  if (node.kind === 'list')
    return { ...node, items: node.items.flatMap((item, index) => (index === step ? (made ?? []) : [item])) };
  if (node.kind !== 'map') return node;
  const entries = node.entries.flatMap((entry, index) =>
    index === step ? (made === undefined ? [] : [{ ...entry, value: made }]) : [entry],
  );
  return { ...node, entries };
};

const scorecard = (): string => {
  const rows = Object.entries(ROWS).map(
    ([id, row]) => `      - { id: ${id}, clause: 一, title: { zh: 项目, en: Row }, ${row} }\n`,
  );
  return `${scorecardHead(30).replace('places: 1', 'places: 2').replace('undeclared: open', 'undeclared: open, not_applicable: full')}not_checked: leave_out
calendar: { covers: 2024-01-01..2024-12-31, holidays: [2024-05-01..2024-05-03], workdays: [2024-05-11] }
counted_once: [{ list: problems, in: [by-matter, by-matter-again] }]
classes: [{ id: m, label: { zh: 山区, en: M }, if: { hall.mountain: yes } }, { id: p, label: { zh: 平原, en: P }, otherwise: true }]
vetoes: [{ id: v, title: { zh: 否决, en: Veto }, if: { hall.alarm: no }, effect: { grade: B } }]
history: { bad_running: { grades: [B], rounds: 2, consequence: { zh: 约谈, en: Talk } }, repeat: { factor: 2, in: [tidy] } }
grades:
  - { id: A, label: { zh: 好, en: Good }, at_least: 20, requires: [{ item: tidy, at_least: 1 }, { items: [tidy, area] }, { hall.lift: yes }] }
  - { id: B, label: { zh: 差, en: Poor } }
sections:
  - id: s
    title: { zh: 分项, en: Section }
    points: 30
    items:
${rows.join('')}`;
};

const file = (path: string): string => readFileSync(path, 'utf8');

/** A file of rules with one in eight of them: each is read for itself. */
const everyEighth = (text: string): string => {
  const [head, ...rules] = text.split(/^(?= {2}- id: )/mu);
  return [head, ...rules.filter((_, at) => at % 8 === 0)].join('');
};

const SOUND: Readonly<Record<string, string>> = {
  pack: file('rules/xinhua-2022/pack.yaml'),
  rules: everyEighth(file('rules/taojiang-2014/township.yaml')),
  facts: file('rules/vocabulary/counters.yaml').replaceAll('counters', 'desks').replaceAll('工作台', '办公桌'),
  cases: file('fixtures/packs/qingyuan-2024/cases.yaml'),
  ledger: file('fixtures/packs/qingyuan-2024/clauses.yaml'),
  rows: scorecard(),
};

const told = (problems: readonly Problem[]): readonly string[] =>
  problems.flatMap(found => (['zh', 'en'] as const).map(lang => problemLine(found, lang)));

describe.each(Object.entries(SOUND))('%s with one thing in it changed', (kind, text) => {
  const root = succeed(readYaml(`${kind}.yaml`, text));
  const paths = pathsIn(root);
  const read = NODE_READERS[kind];

  it('is read or refused in words, whatever is changed', () => {
    const place = fc.nat({ max: paths.length - 1 });
    fc.assert(
      fc.property(place, fc.constantFrom(...Object.keys(CHANGES)), (index, name) => {
        const node = changed(root, paths[index] ?? [], CHANGES[name] ?? (() => undefined));
        if (node === undefined || read === undefined) return;
        for (const line of told(read(node))) expect(line).not.toMatch(/undefined|\[object|Invalid input|\{\w+\}/u);
      }),
      { numRuns: runs(10) },
    );
  });
});
