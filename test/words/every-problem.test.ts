import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type ProblemCode, type ProblemDetails, problem } from '../../src/model/base/problem.ts';
import type { Bilingual, NonEmpty } from '../../src/model/base/text.ts';
import { OUTCOMES } from '../../src/model/finding/finding.ts';
import type { DefectValues } from '../../src/model/scoring/scorecard-defect.ts';
import type { FactDefinition } from '../../src/model/standard/vocabulary.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { DOUBTS } from '../../src/words/problems/card-doubts.ts';
import { INSPECTION } from '../../src/words/problems/inspections.ts';
import { PROBLEM_CODES, problemText } from '../../src/words/problems/problems.ts';
import { ERRORS } from '../../src/words/problems/scorecards.ts';
import { vocabulary } from '../authoring/support.ts';
import { holdTo } from '../support/lines.ts';

const LANGS = ['zh', 'en'] as const;

const at = (line: number, file = 'a.yaml') => ({ file, line, column: 2 });

const factOf = (id: string): FactDefinition => {
  const fact = vocabulary.fact.get(id);
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return fact;
};

const other = (type: 'time' | 'hours'): FactDefinition => ({
  ...{ id: `hall.${type}`, label: { zh: '时间', en: 'Time' }, aliases: [], type },
});

/** A fact of each type, with an example and without, bounded and not. */
const FACTS: readonly FactDefinition[] = [
  ...vocabulary.facts,
  ...(['counters.height', 'counters.duties'] as const).map(factOf),
  ...[other('time'), other('hours')],
  { ...factOf('hall.seats'), plausible: ['1', '900'], example: '30' } as FactDefinition,
  { ...factOf('hall.zones'), example: '等候区、服务区' },
  { ...factOf('hall.clean'), example: '是' },
];

const [fact, second] = [factOf('hall.area'), factOf('counters.height')];
const theme = { id: 'hall', label: { zh: '大厅', en: 'Hall' }, aliases: [] };

const waiver: Waiver = {
  ...{ rule: 'hall-area', center: '青桐镇', items: [], reason: '改造', requestedBy: '甲', approvedBy: '乙' },
  ...{ validFrom: '2025-01-01', validThrough: '2025-06-30', evidence: ['批复'], location: at(2) },
};

const MEANT = [
  { suggestions: [] },
  { suggestions: ['甲'], accepted: [] },
  { suggestions: ['甲', '乙'], accepted: ['丙'] },
  { suggestions: [], accepted: ['丙', '丁'] },
] as const;

const NONE = [{}] as const;

const of = <K extends string, V extends string>(key: K, ...values: NonEmpty<V>) =>
  values.map(value => ({ [key]: value }) as { [P in K]: V }) as unknown as NonEmpty<{ [P in K]: V }>;

const documents = of(
  'found',
  ...(['doc', 'pdf', 'scan', 'rtf', 'odt', 'ofd', 'workbook', 'packed', 'encrypted', 'too-large', 'damaged'] as const),
);

const UNREADABLE = [
  ...([
    'approximate',
    'bound',
    'day-first',
    'day-number',
    'ditto',
    'letter-for-digit',
    'month-only',
    'no-percent-sign',
  ] as const),
  ...(['no-such-day', 'number-shown-as-date', 'range', 'remark-behind', 'several-values', 'space-in-number'] as const),
  ...(['nobody', 'several-things'] as const),
  ...(['stop-for-point', 'two-digit-year', 'year-only'] as const),
];

/** Particulars of every problem, for each turn that its sentence takes. */
const PARTICULARS: { readonly [C in ProblemCode]: readonly ProblemDetails[C][] } = {
  'file-missing': NONE,
  'file-unreadable': of('detail', 'EACCES', 'EPERM', 'ELOOP', 'ENOTDIR', 'ENAMETOOLONG', 'EIO', 'EBUSY', 'EX'),
  'is-directory': NONE,
  'special-file': of('kind', 'pipe', 'socket', 'device'),
  'link-outside': of('target', '/b'),
  'link-to-folder': of('target', '/b'),
  'empty-file': NONE,
  'too-large': of('limit', '5 MB'),
  'unknown-format': ['', '.ods'].map(extension => ({ extension, accepted: ['.yaml', '.xlsx'] })),
  'wrong-content': of('found', 'package', 'old-office', 'pdf', 'binary'),
  'document-format': documents,
  'form-format': documents,
  'decoded-as': of('encoding', 'GB18030'),
  syntax: of('detail', 'Unexpected scalar', 'anything else'),
  'yaml-feature': of('feature', 'alias', 'tag', 'directive', 'documents', 'depth', 'merge'),
  'yaml-sign': (['colon', 'colon-space', 'comma', 'brackets', 'dash', 'dash-space', 'quotes'] as const).map(slip => ({
    ...{ slip, sign: '（' },
  })),
  'duplicate-key': [{ key: '面积', first: at(1) }],
  'not-a-mapping': of('found', '十二个字的一段文字正好的', '比十二个字还要长的一段文字啊'),
  'unknown-fact': [
    { key: '面积', suggestions: [] },
    { key: '面\u200b\u0430\u0431\u0432积', suggestions: ['大厅面积', '面积'] },
  ],
  'theme-value': [{ theme, found: '很大' }],
  'duplicate-fact': [{ fact, first: at(1) }],
  'unreadable-value': [
    ...FACTS.map(one => ({ fact: one, found: 'x' })),
    { fact, found: '２\u0430' },
    ...UNREADABLE.map(cause => ({ fact, found: 'x', cause })),
  ],
  'wrong-unit': [{ fact, found: '3公里' }],
  implausible: FACTS.map(one => ({ fact: one, found: '0' })),
  'unknown-term': [true, false].flatMap(open =>
    MEANT.map(({ suggestions, ...more }) => ({
      ...{ open, fact, list: 'zones', found: '休息区', suggestions },
      ...{ accepted: 'accepted' in more ? more.accepted : [] },
    })),
  ),
  'duplicate-term': [{ fact, found: '等候区' }],
  'own-term': [{ fact, found: '书吧' }],
  'list-of-blanks': [{ fact }],
  provisional: [{ count: 1 }, { count: 2 }],
  'nothing-declared': NONE,
  'workbook-refused': of(
    'reason',
    ...([
      'encrypted',
      'old-format',
      'web-page',
      'not-workbook',
      'damaged',
      'too-large',
      'too-many-cells',
      'too-wide',
    ] as const),
    'no-sheets',
  ),
  'own-book': (['report', 'summary', 'changes', 'site', 'record', 'pack', 'scorecard', 'document'] as const).flatMap(
    kind => ['', '青桐镇'].map(center => ({ kind, center })),
  ),
  'workbook-extras': of('extras', 'macros', 'external-links'),
  'cell-error': of('found', '#REF!'),
  'formula-uncached': NONE,
  'hidden-sheet': of('sheet', '旧'),
  'hidden-rows': of('rows', '3、5'),
  'hidden-columns': of('columns', 'C'),
  'unread-sheet': ['', '旧'].flatMap(sheet => [{ sheet }, { sheet, planned: '2027年计划' }]),
  'unread-label': [{ label: '楼层', found: '三' }],
  'unread-columns': [{ columns: ['甲', '乙'] }],
  'no-answer-column': of('sheet', '旧'),
  'two-answers': [
    { one: '甲', other: '乙' },
    ...(['years', 'places', 'forms', 'periods'] as const).map(of => ({ one: '甲', other: '乙', of })),
  ],
  'cell-comment': of('found', '见附件'),
  'cell-picture': NONE,
  'cell-struck': of('found', '是否'),
  'cell-split': of('found', '200'),
  'floating-text': of('found', '见附件'),
  'floating-boxes': [{ count: 1 }, { count: 2 }],
  'same-sheet-name': of('sheet', '旧'),
  'no-day': [{ fact, found: '2026年10月' }],
  'day-from-number': [{ found: '45000', day: '2023-03-15' }],
  'place-blank': [1, 3].map(count => ({ label: '乡镇', above: '青石坳镇', count })),
  'not-running': of('found', '甲镇便民服务中心（已撤并）'),
  'unread-cell': [0, 1, 2].map(more => ({ found: '备注', more })),
  'unmatched-record': [
    ...['', '青桐镇'].map(center => ({ list: '窗口', center })),
    { list: '窗口', center: '青桐镇', alone: true as const },
  ],
  'center-undeclared': ([['center.county'], ['center.level'], ['center.county', 'center.level']] as const).map(
    missing => ({
      missing,
    }),
  ),
  'no-pack': [
    { ...{ county: '青县', level: 'village', asOf: '2025-01-01', available: ['a', 'b'] }, near: [] },
    { ...{ county: '青县', level: 'village', asOf: '2025-01-01', available: ['a', 'b'] }, near: ['清县'] },
    { ...{ county: '青县', level: 'township', asOf: '2025-01-01', available: [], near: [] }, from: '2026-01-01' },
  ],
  'ambiguous-pack': [{ packs: ['a', 'b'] }],
  'unknown-pack': MEANT.map(meant => ({ id: 'x', ...meant })),
  'no-packs': NONE,
  'level-not-covered': [{ pack: 'a', level: 'sub_center' }],
  'not-in-force': [
    { pack: 'a', asOf: '2020-01-01', from: '2021-01-01', until: '2025-12-31' },
    { pack: 'a', asOf: '2026-01-01', from: '2021-01-01', until: '2025-12-31' },
    { pack: 'a', asOf: '2026-01-01', until: '2025-12-31' },
  ],
  shape: [
    ...['', 'title', 'rules.2', 'rules.2.title', 'rules.2.title.zh'].map(path => ({
      path,
      wanted: 'required' as const,
    })),
    ...[{}, { found: '' }, { found: 'x' }].map(found => ({ path: 'title', wanted: 'text' as const, ...found })),
    { path: 'bands.0', wanted: { entries: '2' } },
    { path: 'bands.0', wanted: { from: 1, to: 9 }, found: '0' },
    { path: '', wanted: { words: ['met', 'unmet'] }, found: '' },
    { path: 'at', wanted: { written: 'A1' } },
    { path: 'at', wanted: { either: ['text', { words: ['all'] }, 'text'] }, found: '3' },
  ],
  'unknown-key': ['x', '和窗口'].flatMap(key => MEANT.map(meant => ({ key, ...meant }))),
  'unknown-name': [
    ...(['fact', 'list', 'section', 'term', 'rule', 'reading', 'unit', 'scheme', 'grade', 'veto', 'bureau'] as const),
    ...(['item', 'class', 'level'] as const),
  ].flatMap(kind => MEANT.map(meant => ({ kind, name: 'x', ...meant }))),
  'duplicate-id': [{ id: 'x' }, { id: 'x', first: at(7) }, { id: 'x', first: at(7, 'b.yaml') }],
  'ambiguous-name': [{ name: '面积', owners: ['a', 'b'] }],
  'operator-type': [[], ['at_least', 'at_most']].map(accepted => ({ operator: 'matches', fact, accepted })),
  'operand-type': [
    ...(['yes-no', 'range', 'terms', 'multiple'] as const).map(wanted => ({
      operator: 'is',
      fact,
      found: 'x',
      wanted,
    })),
    ...FACTS.map(one => ({ operator: 'is', fact: one, found: 'x', wanted: 'value' as const })),
  ],
  incomparable: (['kind', 'many', 'counted', 'banded'] as const).map(reason => ({ fact, other: second, reason })),
  'idle-reading': of('reading', 'r'),
  'rules-unsigned': [1, 5, 6].map(count => ({ rules: [...'abcdef'].slice(0, count), of: 9 })),
  'reading-names': [{ reading: 'r' }, { reading: 'r', wanted: { zh: '天数', en: 'days' } }],
  'empty-range': [{ low: '9', high: '3' }],
  'when-empty-missing': [{ records: 'counters' }, { records: 'counters', found: 'yes' }],
  'no-calendar': [{ places: [at(3)] }, { places: [at(3), at(4)] }],
  'bad-pattern': (['empty', 'brackets'] as const).map(detail => ({ pattern: '(a', detail })),
  'bad-scheme': of('detail', 'grades-order', 'grades-gap', 'no-points'),
  'bad-scorecard': [{ defect: 'bands-gap', values: { from: '1', to: '2' } }],
  'scorecard-doubt': [],
  'bad-inspection': [],
  'older-inspection': [{ found: '2026-01-05', declared: '2026-06-01' }],
  'entry-differs': [{ name: '态度', first: '3', last: '4' }],
  'idle-entry': [{ name: '态度', value: '3', row: '二' }],
  'waiver-expired': [1, 2].map(days => ({ waiver, days })),
  'waiver-ending': [0, 1, 2].map(days => ({ waiver, days })),
  'waiver-early': [{ waiver }],
  'waiver-unused': OUTCOMES.map(outcome => ({ waiver, outcome })),
  'waiver-self-approved': [{ waiver }],
  'waiver-unknown-center': [[], ['青铜镇', '青桐乡']].map(suggestions => ({ waiver, suggestions })),
  'not-a-result': NONE,
  'result-version': of('found', '1.0'),
  'no-results': NONE,
  'no-texts': [{ pack: 'a', scheme: 'b', file: 'texts.json' }],
  'texts-changed': of('pack', 'a'),
  'earlier-absent': of('pack', 'a'),
  'earlier-unreadable': NONE,
  'center-gone': NONE,
  'nobody-listed': NONE,
  'repeated-result': [{ first: at(1) }],
  superseded: [true, false].map(same => ({ center: '甲', by: at(1, 'b.yaml'), same })),
  'duplicate-center': (['latest', 'refuse'] as const).map(rule => ({
    ...{ center: '甲', others: [at(1), at(2, 'b.yaml')], rule },
  })),
};

it('every problem is told in both languages, whatever its particulars', () => {
  expect(Object.keys(PARTICULARS).toSorted()).toEqual(PROBLEM_CODES.toSorted());
  const lines = (Object.keys(PARTICULARS) as ProblemCode[]).flatMap(code =>
    PARTICULARS[code].flatMap(details => {
      const found = problem(code, at(3), details as never);
      return LANGS.map(lang => `${code}: ${problemText(found, lang)}`);
    }),
  );
  holdTo(join(import.meta.dirname, 'told', 'problems.txt'), lines);
});

/** Each value as its own name, all the same, and all empty. */
const VALUES = [(name: string) => `<${name}>`, () => '8', () => ''].map(
  value => new Proxy({}, { get: (_, name) => value(String(name)) }) as DefectValues,
);

it('everything that can be wrong with a scorecard and with what inspectors fill in is told in both languages', () => {
  const told = Object.entries({ ...ERRORS, ...DOUBTS, ...INSPECTION }).flatMap(([name, say]) =>
    [...new Set(VALUES.map(values => say(values)).flatMap(({ zh, en }: Bilingual) => [zh, en]))].map(
      text => `${name}: ${text}`,
    ),
  );
  holdTo(join(import.meta.dirname, 'told', 'defects.txt'), told);
});
