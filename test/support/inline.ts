import { evaluateRule } from '../../src/evaluate/rule.ts';
import { memoizedFor } from '../../src/model/base/memo.ts';
import type { Loaded, Problem } from '../../src/model/base/problem.ts';
import type { SourceNode } from '../../src/model/base/source.ts';
import type { Finding } from '../../src/model/finding/finding.ts';
import type { Profile } from '../../src/model/profile/profile.ts';
import type { Pack } from '../../src/model/standard/pack.ts';
import { indexVocabulary, type Vocabulary } from '../../src/model/standard/vocabulary.ts';
import { readPack } from '../../src/read/pack/pack.ts';
import { joinVocabularies, readVocabularyFile } from '../../src/read/pack/vocabulary.ts';
import { readProfile } from '../../src/read/profile/profile.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { firstOf } from './first.ts';

/** The value, or a failure that says everything that is wrong. */
export const succeed = <T>(loaded: Loaded<T>): T => {
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.problems.map(problem => problemLine(problem, 'en')).join('\n'));
};

const node = (file: string, text: string): SourceNode => succeed(readYaml(file, text));

/** A small vocabulary from files as they stand under `rules/vocabulary/`. */
export const vocabularyOf = (...files: readonly string[]): Vocabulary => {
  const problems: Problem[] = [];
  const parts = files.flatMap(
    (text, index) => readVocabularyFile(node(`vocabulary-${index + 1}.yaml`, text), problems) ?? [],
  );
  if (problems.length > 0) throw new Error(problems.map(problem => problemLine(problem, 'en')).join('\n'));
  return indexVocabulary(joinVocabularies(parts));
};

export const PACK_HEAD = `
id: sample
version: 1.0.0
title: { zh: 样例标准, en: Sample standard }
document: { title: 样例管理办法, issuer: { zh: 样例县, en: Sample County } }
status: in-force
counties: [样例县]
levels: { township: { zh: 乡镇便民服务中心, en: Township service centre } }
calendar: { covers: 2026-01-01..2026-12-31, holidays: [2026-10-01..2026-10-07], workdays: [2026-10-10] }
sections: [{ id: all, clause: 一, title: { zh: 总则, en: General } }]
`;

const heads = new Map<string, SourceNode>();

/** Of few heads there are thousands of packs. */
const headOf = (text: string): SourceNode => {
  const head = heads.get(text) ?? node('pack.yaml', text);
  heads.set(text, head);
  return head;
};

/** A pack of the rules given, in the form of a rules file; `head` replaces the pack's particulars. */
export const packOf = (rules: string, vocabulary: Vocabulary, head: string = PACK_HEAD): Pack =>
  succeed(readPack({ sha256: '0'.repeat(64), pack: headOf(head), rules: [node('township.yaml', rules)] }, vocabulary));

/** A law asks about the same few profiles over and over. */
const profileIn = memoizedFor(
  (vocabulary: Vocabulary, text): Profile =>
    succeed(readProfile({ path: 'profile.yaml', sha256: '1'.repeat(64) }, node('profile.yaml', text), vocabulary)),
);

export const profileOf = (text: string, vocabulary: Vocabulary): Profile => profileIn(vocabulary, text);

const textOfRule = (body: string): string => {
  const indented = body.trim().replaceAll('\n', '\n    ');
  return `
levels: [township]
rules:
  - id: sample-rule
    clause: 一
    section: all
    obligation: must
    title: { zh: 样例, en: Sample }
    remedy: { zh: 改正, en: Put it right }
    ${indented}
`;
};

const packIn = memoizedFor((vocabulary: Vocabulary, body): Pack => packOf(textOfRule(body), vocabulary));

/** A pack of one rule, given its `require` and whatever else; under `head`, where that is another. */
export const packOfRule = (body: string, vocabulary: Vocabulary, head?: string): Pack =>
  head === undefined ? packIn(vocabulary, body) : packOf(textOfRule(body), vocabulary, head);

export const ruleOf = (body: string, vocabulary: Vocabulary): Pack['rules'][number] =>
  firstOf(packOfRule(body, vocabulary).rules);

export const findingOf = (body: string, profile: string, vocabulary: Vocabulary, asOf = '2024-05-01'): Finding =>
  evaluateRule(ruleOf(body, vocabulary), { profile: profileOf(profile, vocabulary), asOf });
