import { diffPacks } from '../../src/authoring/diff.ts';
import { buildGuide } from '../../src/authoring/guide.ts';
import { reachOf } from '../../src/authoring/scorecard/reach.ts';
import { silenceOf } from '../../src/evaluate/silence.ts';
import type { Lang } from '../../src/model/base/text.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Summary } from '../../src/model/result/summary.ts';
import type { Guide } from '../../src/model/standard/guide.ts';
import type { Pack } from '../../src/model/standard/pack.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { planOf } from '../../src/score/plan/order.ts';
import { type ChapterName, tellAudit } from '../../src/tell/audit/document.ts';
import { partOf } from '../../src/tell/audit/part.ts';
import { subjectOf, type Telling } from '../../src/tell/audit/subject.ts';
import type { Document } from '../../src/tell/block.ts';
import { fields } from '../../src/tell/blocks.ts';
import { rowNamed, tellCard, tellRow } from '../../src/tell/card-guide.ts';
import { diffList, tellDiff } from '../../src/tell/diff.ts';
import { tellEffective } from '../../src/tell/effective.ts';
import { tellFact, tellHits, tellRule } from '../../src/tell/explain.ts';
import { tellGuide } from '../../src/tell/guide.ts';
import { tellPacks } from '../../src/tell/packs.ts';
import { readingsList, tellReadings } from '../../src/tell/readings.ts';
import { ruleFields } from '../../src/tell/rule.ts';
import { tellSite } from '../../src/tell/site.ts';
import { tellSummary } from '../../src/tell/summary/document.ts';
import { CHECKS, casesOf, packUnder, packWith, vocabulary } from '../authoring/support.ts';
import { firstOf } from '../support/first.ts';
import { succeed } from '../support/inline.ts';
import { inspectedAudit } from '../support/inspected.ts';
import { PLAIN, sampleAudit } from '../support/sample.ts';
import { AUDITS, QUOTES, REJECTED, SUMMARIES } from '../support/subjects.ts';
import { WORKED, workedAudits } from '../support/worked.ts';
import { comparison, rounds } from './change-subjects.ts';
import { listed } from './listed.ts';

type Tell = (lang: Lang) => readonly Document[] | Promise<readonly Document[]>;

const CHAPTERS: readonly ChapterName[] = [
  ...(['verdict', 'shortcomings', 'drawing', 'failed', 'undecided', 'encouraged', 'passed', 'outside'] as const),
  ...(['others', 'readings', 'plan', 'asks', 'points', 'ledger', 'scorecard', 'stages', 'warnings'] as const),
  ...(['basis', 'digests', 'signatures'] as const),
];

const at = (line: number, file = 'a.yaml') => ({ file, line, column: 1 });

const audited =
  (made: () => Audit, more: Partial<Telling> = {}): Tell =>
  async lang => {
    const subject = subjectOf(made(), { ...PLAIN, lang, plan: planOf, ...more });
    return [await tellAudit(subject, 'summary', CHAPTERS), await tellAudit(subject, 'particulars', ['findings'])];
  };

const whole =
  (summary: Summary, more = {}): Tell =>
  lang => {
    const { whole: first, parts } = tellSummary({ summary, lang, tool: PLAIN.tool, ...more });
    return [first, ...parts];
  };

const library = shippedLibrary();

const shipped = async (id: string): Promise<Pack> => succeed(await library.pack(id));

const SIGNATURE = { rule: 'r1', by: '张专家', on: '2024-02-01', digest: 'abcdef', location: at(1, 'signed.yaml') };

const guided = (): Guide => {
  const pack = packUnder(
    'notes: [{ zh: 只管大厅, en: The hall only }]\n',
    'require: { hall.area: { at_least: 200 m² } }\nnote: { zh: 含200, en: 200 counts }',
    'obligation: should\nwhen: { hall.heated: yes }\nrequire: { hall.clean: yes }\naccepts_not_applicable: true',
    'obligation: may\nrequire: { hall.seats: { at_least: 3 } }\ndue: 2025-01-01',
  );
  const cases = casesOf(
    'r1:\n  fail: [{ hall.area: 199.9 }]\n  unknown: [{}]\nr2:\n  pass: [{ hall.heated: yes, hall.clean: yes }]\n',
  ).map((one, index) => ({ ...one, ...(index === 2 && { level: 'township' as const, asOf: '2024-05-01' }) }));
  const signed = new Map([
    ['r1', { state: 'valid', digest: 'abcdef', signature: SIGNATURE } as const],
    ['r2', { state: 'void', digest: 'abcdee', signature: { ...SIGNATURE, rule: 'r2' } } as const],
    ['r3', { state: 'unsigned', digest: 'abcded' } as const],
  ]);
  const words = () => [{ clause: '一', text: '大厅须宽敞。' }] as never;
  const location = at(1, 'clauses.yaml');
  const entries = [
    { clause: '一', text: 'x', rules: [], reason: 'county', note: '由县里办', location },
    { clause: '二', text: 'y', rules: [], reason: 'aim', location },
  ] as never;
  return buildGuide({ pack, ledger: { source: {}, location, entries }, signed, toSign: cases, words });
};

const mapped = <T>(made: Readonly<Record<string, T>>, tell: (one: T) => Tell): Readonly<Record<string, Tell>> =>
  Object.fromEntries(Object.entries(made).map(([name, one]) => [name, tell(one)]));

const cardIn = (name: string) => {
  const [, audit] = firstOf(workedAudits(name));
  const { scorecard } = audit.scheme;
  if (scorecard === undefined) throw new Error('no scorecard');
  return { scheme: { ...audit.scheme, scorecard }, vocabulary: audit.pack.vocabulary };
};

const PASSED = [
  { location: { file: 'table.xlsx', sheet: '评分表', cell: 'A32' }, text: '注：各项由责任部门评分' },
] as const;

const cards: Record<string, Tell> = Object.fromEntries(
  WORKED.map(name => [
    `card-${name}`,
    (lang: Lang) => {
      const { scheme, vocabulary: own } = cardIn(name);
      return [tellCard(scheme, own, { reach: reachOf(scheme.scorecard), passed: PASSED, file: 'table.xlsx' }, lang)];
    },
  ]),
);

const HALL = 'require: { hall.area: { at_least: 200 m² } }';
const HEATED = `when: { hall.heated: yes }\n${HALL}`;
const NO_DUTY = `obligation: none\n${HALL}`;

/** Rules that can be read otherwise, in every way that a reading may differ. */
const readable = packWith(
  ...(
    [
      [HALL, 'obligation: should\n    because: { zh: 另有规定, en: Said elsewhere }'],
      [HALL, 'obligation: none'],
      [HALL, 'require: { hall.area: { at_least: 300 m² } }\n    when: { hall.clean: yes }'],
      [HEATED, 'when: none'],
      [HALL, 'accepts_not_occurred: yes'],
      [HALL, 'names: { zh: 几天, en: so many days }'],
      [NO_DUTY, 'obligation: must'],
    ] as const
  ).map(
    ([rule, other]) =>
      `${rule}\nreadings:\n  - id: other\n    says: { zh: 也可以这样读, en: It may be read so }\n    ${other}`,
  ),
);

/** What is told of it, by the name of its file. */
export const SUBJECTS: Readonly<Record<string, Tell>> = {
  ...mapped(AUDITS, audited),
  'audit-failed': audited(AUDITS['audit-failed'], { quotes: () => QUOTES, most: 2 }),
  'audit-part': audited(sampleAudit, { part: partOf({ outcome: ['fail', 'unknown'], section: ['场地设施'] }) }),
  ...mapped(SUMMARIES, made => whole(made())),
  summary: whole(SUMMARIES.summary(), {
    rejected: REJECTED,
    pageOf: ({ center: { name } }: { center: { name?: string } }) => `${name}.html`,
  }),
  ...cards,
  site: lang => [sampleAudit(), inspectedAudit()].map(audit => tellSite(subjectOf(audit, { ...PLAIN, lang }))),
  guide: lang => [tellGuide(guided(), lang), tellGuide({ ...guided(), toSign: false, level: 'township' }, lang)],
  rules: lang => {
    const pack = packWith(...CHECKS);
    const reader = { vocabulary: pack.vocabulary, lang };
    const blocks = pack.rules.map(rule =>
      fields(ruleFields({ rule, pack, silence: silenceOf(rule, pack.vocabulary), quotes: [] }, reader)),
    );
    return [{ lang, title: pack.id, head: blocks, chapters: [] }];
  },
  rule: async lang => {
    const [{ pack }, north] = [sampleAudit(), await shipped('fixtures/packs/qingyuan-north')];
    const told = (of: Pack, quotes: Parameters<typeof tellRule>[0]['quotes']) =>
      of.rules.map(rule => tellRule({ rule, pack: of, silence: silenceOf(rule, of.vocabulary), quotes }, lang));
    return [...told(pack, QUOTES), ...told(north, []).slice(0, 2)];
  },
  facts: lang => {
    const pack = packWith(...CHECKS);
    const asking = pack.rules.slice(0, 2).map(rule => ({ pack, rule }));
    return [
      ...[...vocabulary.fact.values()].map(fact => tellFact({ fact, pack, asking }, lang)),
      tellHits('大厅', { facts: vocabulary.facts.slice(0, 2), rules: asking }, lang),
      tellHits('区', { facts: [], rules: asking }, lang),
    ];
  },
  row: lang => {
    const { scheme, vocabulary: own } = cardIn('star');
    const { title } = firstOf(firstOf(firstOf(scheme.scorecard.forms).sections).items);
    const row = rowNamed(scheme.scorecard, title.en);
    return row === undefined ? [] : [tellRow(row, own, lang)];
  },
  lists: lang => {
    const [left, right] = [packWith(...CHECKS.slice(0, 9)), packWith(...CHECKS.slice(1, 14), HEATED)];
    const all = diffPacks({ pack: left }, { pack: right });
    const names = { left: '甲标准', right: '乙标准' };
    const diff = { left, right, names, all, rows: all, unshown: { left: 2, right: 3 }, lang };
    return [listed(readingsList([readable], lang), lang), listed(diffList(diff, 2), lang), tellDiff(diff)];
  },
  effective: async lang => {
    const [north, base] = [
      await shipped('fixtures/packs/qingyuan-north'),
      await shipped('fixtures/packs/qingyuan-2024'),
    ];
    return [tellEffective(north, base, lang), tellEffective(base, undefined, lang)];
  },
  packs: async lang => [
    tellPacks([await shipped('fixtures/packs/qingyuan-2024'), { ...sampleAudit().pack, status: 'superseded' }], lang),
  ],
  comparison,
  rounds,
  readings: lang => [tellReadings([readable, sampleAudit().pack], lang)],
};
