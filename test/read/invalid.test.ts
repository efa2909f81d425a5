import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatLocation } from '../../src/model/base/location.ts';
import type { Problem, ProblemCode, ProblemOf } from '../../src/model/base/problem.ts';
import { SCORECARD_ERRORS } from '../../src/model/scoring/scorecard-defect.ts';
import { PROBLEM_CODES, problemText } from '../../src/words/problems/problems.ts';
import { RESULT_SENTENCES } from '../../src/words/problems/results.ts';
import { WAIVER_SENTENCES } from '../../src/words/problems/waivers.ts';
import { WORKBOOK_SENTENCES } from '../../src/words/problems/workbooks.ts';
import { marksIn, type Said, writeMarks } from './invalid/marks.ts';
import { READERS } from './invalid/readers.ts';

const ROOT = join('fixtures', 'invalid');
const PROFILES = join('fixtures', 'profiles');

/** The code of a problem and, where it has several reasons, the reason. */
const codeOf = (found: Problem): string => {
  switch (found.code) {
    case 'bad-scorecard':
      return `bad-scorecard: ${found.defect}`;
    case 'bad-scheme':
      return `bad-scheme: ${found.detail}`;
    case 'unknown-name':
      return `unknown-name: ${found.kind}`;
    case 'yaml-feature':
      return `yaml-feature: ${found.feature}`;
    default:
      return found.code;
  }
};

const said = (found: Problem): Said => ({
  place: formatLocation(found.location),
  code: codeOf(found),
  zh: problemText(found, 'zh'),
  en: problemText(found, 'en'),
});

const byPlace = (all: readonly Said[]): readonly Said[] =>
  all.toSorted((a, b) => (a.place + a.code + a.zh < b.place + b.code + b.zh ? -1 : 1));

/** The files of a fixture, which is one file or a folder of several. */
const filesOf = (fixture: string): readonly string[] =>
  statSync(fixture).isDirectory()
    ? readdirSync(fixture, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.yaml'))
        .sort()
        .map(name => join(fixture, name))
    : [fixture];

const KINDS = readdirSync(ROOT);

const fixturesOf = (kind: string) =>
  readdirSync(join(ROOT, kind)).map(name => ({ name: basename(name, '.yaml'), path: join(ROOT, kind, name) }));

it('every folder of fixtures has its reader', () => {
  expect(KINDS.filter(kind => READERS[kind] === undefined)).toEqual([]);
});

/** `UPDATE=1` writes what is said now, for a person to read before it is committed; places move as it is written. */
const update = async (fixture: string, read: (path: string) => Promise<readonly Problem[]>): Promise<void> => {
  const files = filesOf(fixture);
  for (const _ of ['lines', 'lines named in sentences'])
    for (const file of files) writeMarks(file, files, (await read(fixture)).map(said));
};

const NAMES: Readonly<Record<ProblemOf<'unknown-name'>['kind'], true>> = {
  fact: true,
  list: true,
  section: true,
  term: true,
  rule: true,
  reading: true,
  unit: true,
  scheme: true,
  grade: true,
  veto: true,
  bureau: true,
  item: true,
  class: true,
  level: true,
};

/** The reasons of codes that have several. */
const REASONS: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = {
  'unknown-name': Object.keys(NAMES),
  'bad-scorecard': SCORECARD_ERRORS,
};

/** What is told of workbooks, of results and of waivers in use is held where those are read. */
const ELSEWHERE: readonly string[] = [
  ...[WORKBOOK_SENTENCES, RESULT_SENTENCES, WAIVER_SENTENCES].flatMap(sentences => Object.keys(sentences)),
  'scorecard-doubt',
  'bad-inspection',
];

/** What no line of a fixture can show, and the test that holds it. */
const BESIDE: Readonly<Record<string, readonly [file: string, words: string]>> = {
  'file-missing': ['read/files.test.ts', '找不到这个文件'],
  'file-unreadable': ['read/files.test.ts', '路径中间有一段是文件'],
  'special-file': ['hostile/special.test.ts', '这是管道'],
  'link-outside': ['hostile/special.test.ts', '指到申报文件夹以外'],
  'link-to-folder': ['hostile/special.test.ts', '没有读里面的文件'],
  'is-directory': ['read/files.test.ts', '这是文件夹'],
  'too-large': ['read/files.test.ts', '文件超过'],
  'unknown-format': ['read/files.test.ts', '看不出格式'],
  'wrong-content': ['read/files.test.ts', '内容与扩展名不符'],
  'document-format': ['read/document.test.ts', '另存为 .docx'],
  'form-format': ['read/word-form.test.ts', '另存为 .docx 再提交'],
  'decoded-as': ['read/layouts.test.ts', 'decoded-as'],
  provisional: ['cli/provisional.test.ts', '暂定'],
  'reading-names': ['read/readings.test.ts', 'county-names-it'],
  'unknown-name: reading': ['read/readings.test.ts', '没有这个读法'],
  'no-day': ['../fixtures/intake/forms.yaml', '只写了“2026年10月”，没有写到日'],
  'not-running': ['../fixtures/intake/tables.yaml', '没有算作一个中心'],
  'unmatched-record': ['read/several-sheets.test.ts', 'unmatched-record'],
  'theme-value': ['../fixtures/intake/texts.yaml', '是一组填报项的名称'],
  'bad-scorecard: sheet-no-rows': ['read/scorecard-sheet.test.ts', 'sheet-no-rows'],
  'bad-scorecard: sheet-no-column': ['read/scorecard-sheet.test.ts', 'sheet-no-column'],
  'bad-scorecard: sheet-no-head': ['read/scorecard-sheet.test.ts', 'sheet-no-head'],
  'bad-scorecard: sheet-lacks': ['read/scorecard-sheet.test.ts', 'sheet-lacks'],
  'bad-scorecard: sheet-blank': ['read/scorecard-sheet.test.ts', 'sheet-blank'],
  'bad-scorecard: sheet-unreadable': ['read/scorecard-sheet.test.ts', 'sheet-unreadable'],
  'bad-scorecard: sheet-contradicts': ['read/scorecard-sheet.test.ts', 'sheet-contradicts'],
  'bad-scorecard: sheet-sum': ['read/scorecard-sheet.test.ts', 'sheet-sum'],
  'bad-scorecard: sheet-fact-twice': ['read/scorecard-sheet.test.ts', 'sheet-fact-twice'],
  'bad-scorecard: sheet-rest-missing': ['read/scorecard-sheet.test.ts', 'sheet-rest-missing'],
  'rules-unsigned': ['authoring/signatures.test.ts', '没有签字'],
  'idle-entry': ['score/told.test.ts', 'idle-entry'],
  'entry-differs': ['score/told.test.ts', 'entry-differs'],
  'older-inspection': ['read/inspection.test.ts', 'older-inspection'],
  'unknown-name: scheme': ['cli/bad-input.md', '没有这个计分方案'],
};

describe('every refusal', () => {
  const codes = PROBLEM_CODES.filter(code => !ELSEWHERE.includes(code));
  const all = codes.flatMap(code => REASONS[code]?.map(reason => `${code}: ${reason}`) ?? [code]);
  const marked = KINDS.flatMap(fixturesOf).flatMap(({ path }) => filesOf(path).flatMap(marksIn));
  const profiles = readdirSync(PROFILES).map(name => readFileSync(join(PROFILES, name), 'utf8'));
  const shown = new Set([
    ...marked.flatMap(({ code }) => [code, code.split(':')[0] ?? '']),
    ...profiles.flatMap(text => [...text.matchAll(/\{([a-z-]+)[:}]/gu)].map(([, code = '']) => code)),
  ]);

  it('has a fixture, or a test that is named here', () => {
    expect(all.filter(code => !shown.has(code) && BESIDE[code] === undefined)).toEqual([]);
  });

  it('is named here only where no fixture shows it', () => {
    expect(Object.keys(BESIDE).filter(code => shown.has(code) || !all.includes(code))).toEqual([]);
  });

  it.each(Object.entries(BESIDE))('%s is held by the test named here', (_, [file, words]) => {
    expect(readFileSync(join('test', file), 'utf8')).toContain(words);
  });
});

describe.each(Object.entries(READERS).filter(([kind]) => KINDS.includes(kind)))('%s', (kind, read) => {
  it.each(fixturesOf(kind))('$name', async ({ path }) => {
    if (process.env.UPDATE) await update(path, read);
    const problems = (await read(path)).map(said);
    expect(problems).not.toEqual([]);
    expect(byPlace(problems)).toEqual(byPlace(filesOf(path).flatMap(marksIn)));
  });
});
