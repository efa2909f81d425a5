import { overlay } from '../evaluate/overlay.ts';
import type { Problem } from '../model/base/problem.ts';
import { get, type MapNode, type SourceNode, textOf } from '../model/base/source.ts';
import { nameOf } from '../model/profile/profile.ts';
import { entryFact } from '../model/scoring/rows.ts';
import { readText } from '../read/files/text.ts';
import { isRecord, readInspection } from '../read/inspection/inspection.ts';
import { inspectionKey } from '../read/inspection/keys.ts';
import { fold } from '../read/profile/names.ts';
import { readDeclarations } from '../read/profile/profile.ts';
import { splitTerms } from '../read/profile/term-list.ts';
import { enteredText } from '../words/scoring/stages.ts';
import { type Answers, textsOf } from './answers.ts';
import { type Centre, declaredProfile, type Inspector, type Site } from './weigh.ts';

/** What was in a file: centres, and who inspected them; or why there was nothing. */
export interface Taken {
  readonly centres: readonly Centre[];
  readonly inspector?: Partial<Inspector>;
  readonly problems: readonly Problem[];
}

const textUnder = (record: MapNode, key: string): string =>
  textOf(record.entries.find(entry => inspectionKey(entry.key) === key)?.value).trim();

const agreedIn = (record: MapNode, { names, vocabulary }: Site): Answers => {
  const said = get(record, '相符');
  const idOf = (name: string): string | undefined => names.facts().get(fold(name));
  const labels = said?.kind === 'scalar' ? splitTerms(said.text, name => idOf(name) !== undefined) : [];
  const agreed = labels.flatMap(label => idOf(label) ?? []).filter(id => vocabulary.fact.has(id));
  return Object.fromEntries(agreed.map(id => [id, { agrees: true as const }]));
};

const SOURCE = { path: '', sha256: '' };

export const centreName = ({ declared, found }: Centre): string =>
  [
    found['center.name']?.value,
    declared['center.name'],
    found['center.township']?.value,
    declared['center.township'],
  ].find((name): name is string => typeof name === 'string' && name !== '') ?? '';

/** A record goes to the centre that it is about, which is begun where it is not in the list yet. */
const takeRecord = (record: MapNode, known: readonly Centre[], site: Site, newId: () => string): Taken => {
  const name = textUnder(record, 'center');
  const about = known.find(centre => fold(centreName(centre)) === fold(name));
  const centre = about ?? { id: newId(), declared: name === '' ? {} : { 'center.name': name }, found: {} };
  const profile = declaredProfile(centre.declared, site);
  const { scheme } = site.data;
  const read = readInspection(SOURCE, record, { vocabulary: site.vocabulary, profile, scheme });
  if (!read.ok) return { centres: [], problems: read.problems };
  const { changes, entries, date = '' } = read.value;
  const ids = [
    ...new Set(changes.map(({ fact, record: item }) => (item === undefined ? fact : (fact.split('.')[0] ?? fact)))),
  ];
  const texts = textsOf(overlay(profile, changes), site.vocabulary, ids);
  const found: Answers = Object.fromEntries([
    ...Object.entries(texts).map(([id, value]) => {
      const reason = changes.find(({ fact }) => fact === id)?.reason ?? '';
      return [id, { value, remark: reason }] as const;
    }),
    ...entries.map(
      entry => [entryFact(entry.entry), { value: enteredText(entry, scheme, 'zh'), remark: entry.reason }] as const,
    ),
  ]);
  const inspector = {
    person: textUnder(record, 'person'),
    level: textUnder(record, 'level'),
    date,
    bureau: textUnder(record, 'bureau'),
  };
  return {
    centres: [{ ...centre, found: { ...centre.found, ...agreedIn(record, site), ...found } }],
    inspector,
    problems: [],
  };
};

const takeProfile = (node: SourceNode, site: Site, newId: () => string): Taken => {
  const { profile, problems } = readDeclarations(SOURCE, node, site.vocabulary);
  const centre = { id: newId(), declared: textsOf(profile, site.vocabulary), found: {} };
  return { centres: nameOf(profile.center) === '' && profile.facts.size === 0 ? [] : [centre], problems };
};

/** Reads an inspection record or profiles, as the command line would. */
export const take = async (
  file: string,
  bytes: Uint8Array,
  known: readonly Centre[],
  site: Site,
  newId: () => string,
): Promise<Taken> => {
  const read = await readText(file, bytes);
  if (!read.ok) return { centres: [], problems: read.problems };
  const centres = new Map(known.map(centre => [centre.id, centre]));
  const begun = new Set<string>();
  const taken = read.value.map(node => {
    const isOfOne = node.kind === 'map' && isRecord(node);
    const one = isOfOne ? takeRecord(node, [...centres.values()], site, newId) : takeProfile(node, site, newId);
    for (const centre of one.centres) {
      begun.add(centre.id);
      centres.set(centre.id, centre);
    }
    return one;
  });
  const inspector = taken.find(({ inspector: who }) => who !== undefined)?.inspector;
  return {
    centres: [...centres.values()].filter(({ id }) => begun.has(id)),
    problems: taken.flatMap(({ problems }) => problems),
    ...(inspector && { inspector }),
  };
};
