/**
 * How the proposals of `packs new --source` compare with the shipped packs, which people wrote: printed for the manual.
 * Wants the documents beside the checkout; `npm run proposals -- PACK` lists what was proposed otherwise.
 */
import { join } from 'node:path';
import { proposalsFor } from '../../src/authoring/propose/propose.ts';
import { sourceFor } from '../../src/authoring/trace/quotes.ts';
import { boundSentences } from '../../src/authoring/trace/sentences.ts';
import { factsIn } from '../../src/model/standard/expression.ts';
import { loadTexts } from '../../src/read/document/open.ts';
import { loadLedger } from '../../src/read/pack/authored.ts';
import { packFolder } from '../../src/read/pack/find-rules.ts';
import { folderLibrary } from '../../src/read/pack/library.ts';
import { succeed } from '../support/inline.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const library = folderLibrary(join(ROOT, 'rules'));
const texts = succeed(await loadTexts(join(ROOT, '..', 'shared', 'standards')));
const [listed] = process.argv.slice(2);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface Tally {
  [name: string]: readonly [right: number, of: number];
}

const add = (tally: Tally, name: string, right: number, of: number): void => {
  const [sofar, all] = tally[name] ?? [0, 0];
  tally[name] = [sofar + right, all + of];
};

const measure = async (id: string, total: Tally): Promise<Tally> => {
  const pack = succeed(await library.pack(id));
  const ledger = succeed(await loadLedger(packFolder(id)));
  const source = sourceFor(ledger, texts);
  if (source === undefined) throw new Error(`no document for ${id}`);
  const sentences = boundSentences(source.text, ledger.source).sentences.filter(({ furniture }) => !furniture);
  const vocabulary = succeed(await library.vocabulary());
  const entries = new Map(ledger.entries.map(entry => [entry.text, entry]));
  const tally: Tally = {};
  const count = (name: string, right: number, of: number): void => {
    add(tally, name, right, of);
    add(total, name, right, of);
  };
  for (const { sentence, reason, suggestions } of proposalsFor(sentences, vocabulary)) {
    const entry = entries.get(sentence.fingerprint);
    if (entry === undefined) continue;
    const rules = pack.rules.filter(rule => entry.rules.includes(rule.id));
    const isBinding = rules.length > 0;
    const said = sentence.text.trim().replaceAll(/\s+/gu, ' ').slice(0, 80);
    count('binding or not', Number(isBinding === (reason === undefined)), 1);
    if (!isBinding) count('the reason', Number(reason === entry.reason), 1);
    if (id === listed && (isBinding ? reason !== undefined : reason !== entry.reason))
      print(`${isBinding ? 'rules' : entry.reason} ≠ ${reason}: ${said}`);
    const asked = new Map(rules.flatMap(rule => factsIn(rule.require).map(fact => [fact, rule] as const)));
    const offered = suggestions.flatMap(({ candidate, instead }) => [candidate, ...instead].map(({ fact }) => fact.id));
    const found = [...asked.keys()].filter(fact => offered.includes(fact));
    count('facts of its rules offered', found.length, asked.size);
    const drafted = suggestions.filter(({ candidate }) => asked.has(candidate.fact.id));
    count('drafts that ask a fact of its rules', drafted.length, suggestions.length);
    count(
      'obligation of those',
      drafted.filter(({ candidate, obligation }) => asked.get(candidate.fact.id)?.obligation === obligation).length,
      drafted.length,
    );
    if (id === listed && isBinding)
      print(
        `${said}\n   asked ${[...asked.keys()].join(' ')}\n   drafted ${suggestions.map(({ candidate }) => `${candidate.fact.id} ${candidate.sure.toFixed(2)}`).join(' ')}`,
      );
  }
  return tally;
};

const percent = ([right, of]: readonly [number, number]): string =>
  `${right} of ${of} (${of === 0 ? '–' : Math.round((right / of) * 100)} %)`;

const printTally = (name: string, tally: Tally): void =>
  print(
    `${name}\n${Object.entries(tally)
      .map(([what, figures]) => `  ${what}: ${percent(figures)}`)
      .join('\n')}`,
  );

const total: Tally = {};
for (const id of library.packIds()) printTally(id, await measure(id, total));
printTally('all', total);
