import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCell } from '../../src/model/base/location.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readDeclarations } from '../../src/read/profile/profile.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemText } from '../../src/words/problems/problems.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'profiles');
const vocabulary = await shippedLibrary().vocabulary();
if (!vocabulary.ok) throw new Error('the vocabulary does not load');
const words = vocabulary.value;

const problemsOf = (file: string, text: string): readonly Problem[] => {
  const node = readYaml(file, text);
  if (!node.ok) return node.problems;
  return readDeclarations({ path: file, sha256: '' }, node.value, words).problems;
};

const lineOf = ({ location }: Problem): number => (isCell(location) ? 0 : location.line);

/** `# {code}` or `# {code: suggestion}` at the end of a line says what must be found there, and nothing else. */
const expectedIn = (text: string) =>
  text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\{([a-z-]+)(?:: ([^}]+))?\}/gu)].map(([, code, suggestion]) => ({
      line: index + 1,
      code,
      suggestion,
    })),
  );

const files = readdirSync(FOLDER).filter(name => name.endsWith('.yaml'));

// `lenient-` profiles are read as they are meant, though the schema for editors asks for the plain form.
describe('profiles', () => {
  it.each(files)('%s', name => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const expected = expectedIn(text);
    const problems = problemsOf(name, text);
    const found = problems.map(problem => ({ line: lineOf(problem), code: problem.code }));
    if (name.includes('broken')) expect(problems.every(problem => problem.code === 'syntax')).toBe(true);
    else expect(found).toEqual(expect.arrayContaining(expected.map(({ line, code }) => ({ line, code }))));
    if (!name.includes('broken')) expect(found).toHaveLength(expected.length);
    expect(problems.some(problem => problem.severity === 'error')).toBe(name.startsWith('invalid-'));
    for (const { suggestion, code } of expected) {
      const said = problems.filter(problem => problem.code === code).map(problem => problemText(problem, 'zh'));
      if (suggestion !== undefined) expect(said.join('\n')).toContain(suggestion);
    }
  });

  it('says every problem in both languages, without a hole', () => {
    for (const name of files)
      for (const problem of problemsOf(name, readFileSync(join(FOLDER, name), 'utf8')))
        for (const lang of ['zh', 'en'] as const)
          expect(problemText(problem, lang)).not.toMatch(/undefined|\[object|^$/u);
  });
});
