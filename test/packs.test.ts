import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintPack } from '../src/authoring/lint/lint.ts';
import { makeExemplar } from '../src/authoring/prove/exemplar.ts';
import { provePack } from '../src/authoring/prove/proof.ts';
import { runCases } from '../src/authoring/prove/test-pack.ts';
import { sourceFor } from '../src/authoring/trace/quotes.ts';
import { trace } from '../src/authoring/trace/trace.ts';
import { LEVELS } from '../src/model/profile/profile.ts';
import type { Pack } from '../src/model/standard/pack.ts';
import { loadTexts } from '../src/read/document/open.ts';
import { loadCases, loadLedger } from '../src/read/pack/authored.ts';
import { packFolder } from '../src/read/pack/find-rules.ts';
import { shippedLibrary } from '../src/read/pack/library.ts';
import { some } from './support/hunt.ts';
import { succeed } from './support/inline.ts';

const ROOT = join(import.meta.dirname, '..');
const STANDARDS = join(ROOT, '..', 'shared', 'standards');
const library = shippedLibrary();

/** Each kind of check is tried with tests of its own; `.ci/run` lints and proves the packs whole. */
const sampled = ({ rules }: Pack) => some(22, rules);

const A_MINUTE = 60_000;

describe.each(library.packIds())('%s', id => {
  const open = async () => succeed(await library.pack(id));

  it(
    'has nothing for lint to say',
    async () => {
      const pack = await open();
      const rules = sampled(pack);
      const sections = pack.sections.filter(({ id }) => rules.some(rule => rule.section === id));
      const findings = lintPack({ ...pack, rules, sections }, { file: 'pack.yaml', line: 1, column: 1 });
      expect(findings.map(({ code, ...rest }) => [code, 'rule' in rest ? rest.rule.id : ''])).toEqual([]);
    },
    A_MINUTE,
  );

  it('comes out as its cases say', async () => {
    const pack = await open();
    const ran = runCases(pack, succeed(await loadCases(packFolder(id), pack.vocabulary)));
    expect(ran.mismatches.map(({ case: given }) => given.rule)).toEqual([]);
    expect(ran.strays).toEqual([]);
  });

  it(
    'comes out as its meaning demands, and no mutant goes unnoticed',
    async () => {
      const pack = await open();
      const rules = sampled(pack);
      const cases = succeed(await loadCases(packFolder(id), pack.vocabulary)).filter(given =>
        rules.some(rule => rule.id === given.rule),
      );
      const proof = provePack({ ...pack, rules }, cases);
      expect(proof.missing.map(({ rule }) => rule.id)).toEqual([]);
      expect(proof.generatedMismatches.map(({ case: made }) => [made.rule.id, made.change])).toEqual([]);
      expect(proof.survivors.map(({ rule, mutant }) => [rule.id, mutant.mutation])).toEqual([]);
    },
    A_MINUTE,
  );

  it(
    'can be satisfied at every level',
    async () => {
      const pack = await open();
      const levels = LEVELS.filter(level => pack.levels[level] !== undefined);
      expect(levels.flatMap(level => makeExemplar(pack, level).unsatisfied.map(rule => rule.id))).toEqual([]);
    },
    A_MINUTE,
  );

  it('says everything in English too', async () => {
    const { title, sections, rules } = await open();
    const texts = rules.flatMap(rule => [rule.title, rule.remedy, ...(rule.note ? [rule.note] : [])]);
    const said = [title, ...sections.map(section => section.title), ...texts];
    expect(said.filter(({ zh, en }) => en === zh)).toEqual([]);
  });

  it('has a ledger that names every rule', async () => {
    const ledger = succeed(await loadLedger(packFolder(id)));
    expect(trace({ pack: await open(), ledger }).findings).toEqual([]);
  });

  it.skipIf(!existsSync(STANDARDS))(
    'accounts for every sentence of its document (skipped where the documents are not at hand)',
    async () => {
      const ledger = succeed(await loadLedger(packFolder(id)));
      const source = sourceFor(ledger, succeed(await loadTexts(STANDARDS)));
      expect(source).toBeDefined();
      expect(source && trace({ pack: await open(), ledger, source }).findings).toEqual([]);
    },
  );
});

it('the vocabulary names every theme, fact, field, list and term in English too', async () => {
  const { themes, facts, lists } = succeed(await library.vocabulary());
  const fields = facts.flatMap(fact => (fact.type === 'records' ? fact.fields : []));
  const labels = [...themes, ...facts, ...fields, ...lists, ...lists.flatMap(({ terms }) => terms)].map(
    ({ label }) => label,
  );
  expect(labels.filter(({ zh, en }) => en === zh && /\p{Script=Han}/u.test(zh))).toEqual([]);
});
