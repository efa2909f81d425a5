import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { judge } from '../../src/audit/gate.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Gate } from '../../src/model/finding/gate.ts';
import type { Inspection } from '../../src/model/profile/inspection.ts';
import { packOfScheme } from '../../src/model/standard/card-pack.ts';
import { openLibrary, shippedLibrary } from '../../src/read/pack/library.ts';
import { readScheme } from '../../src/read/scorecard/scheme.ts';
import { withWords } from '../../src/read/scorecard/words.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { isReportName, REPORTS } from '../../src/report/index.ts';
import { unpackZip } from '../../src/sheets/read/parts.ts';
import { profileOf, succeed } from '../support/inline.ts';
import { entered } from '../support/scorecard.ts';

const FILE = 'fixtures/scorecards/qingshi.yaml';
const CARD = readFileSync(FILE, 'utf8');
const BAR = `${CARD}pass: 18\n`;
const GRADED = `${CARD}grades: [{ id: good, label: 好, at_least: 18 }, { id: poor, label: 差 }]\npass: 好\n`;

const common = succeed(await shippedLibrary().vocabulary());

const held = (card: string, profile: string, points?: number): Audit => {
  const scheme = succeed(readScheme(succeed(readYaml('card.yaml', card)), 'f'.repeat(64), common));
  const pack = packOfScheme(scheme, withWords(common, scheme));
  if (pack === undefined) throw new Error('a card with a standard is a pack');
  const inspection: Inspection = {
    path: 'r.yaml',
    sha256: 'e'.repeat(64),
    stage: 'inspection',
    changes: [],
    entries: points === undefined ? [] : entered({ manners: points }),
  };
  const subject = profileOf(`中心名称: 青桐镇便民服务中心\n${profile}`, pack.vocabulary);
  const records = points === undefined ? [] : [inspection];
  const input = { level: 'township', pack, scheme, asOf: '2025-06-01', warnings: [] } as const;
  return audit({ ...input, profile: subject, inspections: records });
};

/** What is written, also where it is zipped. */
const textIn = (bytes: Uint8Array): string => {
  const decode = (part: Uint8Array): string => new TextDecoder().decode(part);
  return bytes[0] === 0x50 ? [...unpackZip(bytes).values()].map(decode).join('\n') : decode(bytes);
};

const CLEAN = '办事大厅使用面积: 184平方米\n发生重大安全事故: 否\n';
const GRAVE = '办事大厅使用面积: 184平方米\n发生重大安全事故: 是\n';
const OPEN = '办事大厅使用面积: 184平方米\n';
const GATE: Gate = { failOn: 'must' };
const REPORTED = held(CARD, CLEAN, 3);

describe('a scorecard that is the standard by itself', () => {
  it.each<[string, Audit, Gate, string, string]>([
    ['pass: nothing is asked of the score', held(CARD, CLEAN, 0), GATE, 'passed', '只报得分'],
    ['pass: --min-score is reached', held(CARD, CLEAN, 5), { ...GATE, minScore: 19 }, 'passed', '达到要求'],
    ['fail: --min-score is not', held(CARD, CLEAN, 4), { ...GATE, minScore: 19 }, 'failed', '18'],
    ['unknown: --min-score may be', held(CARD, CLEAN), { ...GATE, minScore: 18 }, 'undecided', '14'],
    ['fail: a veto', held(CARD, GRAVE, 5), GATE, 'failed', '重大安全事故一票否决'],
    ['unknown: a veto that may be', held(CARD, OPEN, 5), GATE, 'undecided', '重大安全事故一票否决'],
    ['fail: what is unknown fails where that is asked', held(CARD, OPEN, 5), { failOn: 'unknown' }, 'failed', '未定'],
    ['pass: a veto where nothing gates', held(CARD, GRAVE, 5), { failOn: 'none' }, 'passed', '只报得分'],
    ['pass: the pass mark of the card', held(BAR, CLEAN, 4), GATE, 'passed', '达到要求'],
    ['fail: below it', held(BAR, CLEAN, 3.5), GATE, 'failed', '18 分'],
    ['unknown: perhaps below it', held(BAR, CLEAN), GATE, 'undecided', '未定'],
    ['pass: a grade as the mark', held(GRADED, CLEAN, 5), GATE, 'passed', '达到要求'],
    ['fail: a lower grade', held(GRADED, CLEAN, 1), GATE, 'failed', '规定的好'],
  ])('%s', (_, result, gate, verdict, reason) => {
    const said = judge(result, gate);
    expect(said.verdict).toBe(verdict);
    expect(said.reason.zh).toContain(reason);
  });

  it.each(Object.keys(REPORTS).filter(isReportName))('says nothing of requirements in %s', async name => {
    const { default: report } = await REPORTS[name].load();
    const options = {
      lang: 'zh',
      columns: 100,
      color: false,
      all: true,
      tool: { name: 'duibiao', version: '0' },
    } as const;
    const one = async function* () {
      yield REPORTED;
    };
    const parts: Uint8Array[] = [];
    for await (const part of report(one(), { ...options, gate: made => judge(made, GATE) }))
      parts.push(typeof part === 'string' ? new TextEncoder().encode(part) : part);
    const said = textIn(Buffer.concat(parts));
    expect(said).not.toMatch(/应当|要求全部|不符合 ?0|符合 ?0|等次/u);
  });
});

describe('a folder of standards', () => {
  it('finds a county by the head of its scorecard', async () => {
    const library = succeed(await openLibrary('fixtures/scorecards'));
    const [own] = await library.summaries();
    expect(own).toMatchObject({ id: 'qingshi-2025', counties: ['青石县'], period: { from: '2025-01-01' } });
    expect(succeed(await library.pack('qingshi-2025')).rules).toEqual([]);
  });

  it('asks a scorecard that does not say of what it is the standard', async () => {
    const read = await openLibrary('fixtures/schemes/hall');
    expect(read.ok ? [] : read.problems).toMatchObject([{ defect: 'standard-unsaid' }, { defect: 'standard-unsaid' }]);
  });
});
