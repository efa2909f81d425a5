/** Where the time of an audit goes, step by step, beside a bare parse of the same bytes: medians of rounds in one process. */
import { createRequire } from 'node:module';
import { audit } from '../../src/audit/audit.ts';
import { judge } from '../../src/audit/gate.ts';
import { makeLineBuffer } from '../../src/batch/run/line-buffer.ts';
import { frameOf, rowOf } from '../../src/batch/summary/row.ts';
import { openSettings } from '../../src/cli/audit/settings.ts';
import type { SourceNode } from '../../src/model/base/source.ts';
import type { Level } from '../../src/model/profile/profile.ts';
import { resultOf } from '../../src/model/result/write.ts';
import { sha256 } from '../../src/read/files/files.ts';
import { openProfiles } from '../../src/read/files/open.ts';
import { namesOf } from '../../src/read/profile/names.ts';
import { readSubmissions } from '../../src/read/profile/submission.ts';
import { succeed } from '../support/inline.ts';
import { type MadeUp, profileMaker, toYaml } from './profiles.ts';

const yaml = createRequire(import.meta.url)('js-yaml') as {
  readonly load: (text: string, options: object) => unknown;
  readonly CORE_SCHEMA: object;
};

const COUNT = 400;
const ROUNDS = 9;
const TOOL = { name: 'duibiao', version: '0.0.0' };

type Stage = 'bare' | 'text' | 'facts' | 'rules' | 'line' | 'summary';

const NAMES: Readonly<Record<Stage, string>> = {
  bare: 'bare parse',
  text: 'digest, parse with places',
  facts: 'read as facts, choose pack',
  rules: 'hold against the rules, score',
  line: 'write as a line of results',
  summary: 'keep for the summary',
};

interface Kind {
  readonly name: string;
  readonly pack: string;
  readonly level: Level;
  readonly ending: string;
  readonly text: (made: MadeUp) => string;
  readonly parse: (text: string) => unknown;
}

const KINDS: readonly Kind[] = [
  {
    name: 'a township, YAML',
    pack: 'luoshan-2021',
    level: 'township',
    ending: 'yaml',
    text: toYaml,
    parse: text => yaml.load(text, { schema: yaml.CORE_SCHEMA }),
  },
  {
    name: 'a village, JSON',
    pack: 'hengyang',
    level: 'village',
    ending: 'json',
    text: made => JSON.stringify(made),
    parse: JSON.parse,
  },
];

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const { library, vocabulary, stream } = succeed(await openSettings({ scheme: 'default', asOf: '2026-11-20' }));
const dictionary = { vocabulary, names: namesOf(vocabulary) };

type Clock = <T>(stage: Stage, work: () => T | Promise<T>) => Promise<T>;

/** Takes documents through every step; answers with the bytes of their results. */
const auditAll = async ({ ending, parse }: Kind, documents: readonly Uint8Array[], clock: Clock): Promise<number> => {
  const buffer = makeLineBuffer(new ArrayBuffer(1_000_000));
  let written = 0;
  for (const [index, bytes] of documents.entries()) {
    const file = `${index}.${ending}`;
    await clock('bare', () => parse(Buffer.from(bytes).toString('utf8')));
    const [digest, roots] = await clock('text', async () => {
      const opened = succeed(await openProfiles({ file }, bytes, dictionary));
      const found: SourceNode[] = [];
      for await (const root of opened.profiles) found.push(root);
      return [sha256(bytes), found] as const;
    });
    for (const root of roots) {
      const submissions = await clock('facts', () =>
        readSubmissions({ path: file, sha256: digest }, root, library, vocabulary, stream),
      );
      for (const submission of succeed(submissions).submissions) {
        const found = await clock('rules', () =>
          audit({ ...submission, scheme: stream.scheme, asOf: stream.asOf, warnings: [] }),
        );
        buffer.clear();
        written += await clock('line', () => buffer.add(JSON.stringify(resultOf(found, TOOL, true))));
        const frame = frameOf(found.pack, found.level, found.scheme);
        await clock('summary', () => JSON.stringify(rowOf(found, frame, judge(found, { failOn: 'must' }).verdict)));
      }
    }
  }
  return written;
};

const measure = async (kind: Kind): Promise<void> => {
  const make = profileMaker(succeed(await library.pack(kind.pack)), kind.level);
  const documents = Array.from({ length: COUNT }, (_, number) => Buffer.from(kind.text(make(number)), 'utf8'));
  const rounds: Map<Stage, number>[] = [];
  let written = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const took = new Map<Stage, number>();
    written = await auditAll(kind, documents, async (stage, work) => {
      const began = performance.now();
      const done = await work();
      took.set(stage, (took.get(stage) ?? 0) + performance.now() - began);
      return done;
    });
    if (round > 0) rounds.push(took);
  }
  const each = (stage: Stage): number => (median(rounds.map(took => took.get(stage) ?? 0)) / COUNT) * 1000;
  const read = documents.reduce((sum, { length }) => sum + length, 0) / COUNT;
  console.log(`\n${kind.name}: ${Math.round(read)} bytes in, ${Math.round(written / COUNT)} bytes of results out`);
  for (const stage of Object.keys(NAMES) as Stage[])
    console.log(
      `  ${NAMES[stage].padEnd(32)}${each(stage).toFixed(0).padStart(6)} µs  ×${(each(stage) / each('bare')).toFixed(2)}`,
    );
};

for (const kind of KINDS) await measure(kind);
