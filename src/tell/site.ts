import { both } from '../model/base/text.ts';
import { factIdOf } from '../model/finding/finding.ts';
import { placeOf } from '../model/profile/profile.ts';
import type { Entry } from '../model/scoring/measure.ts';
import { rowWith } from '../model/scoring/rows.ts';
import type { Scorecard } from '../model/scoring/scorecard.ts';
import { factsOfScorecard } from '../model/scoring/scorecard-facts.ts';
import { factsOfRule } from '../model/standard/pack.ts';
import { type FactDefinition, type FieldDefinition, rootOf } from '../model/standard/vocabulary.ts';
import { entryLabel, entryRange, valueFor } from '../words/facts/values.ts';
import { wayOf } from '../words/forms.ts';
import { centerName, levelName, packText } from '../words/names.ts';
import { pick } from '../words/reader.ts';
import { rowText } from '../words/scoring/row-words.ts';
import { enteredText } from '../words/scoring/stages.ts';
import { alongTheWalk, placeName } from '../words/site.ts';
import type { Subject } from './audit/subject.ts';
import type { Block, Document, Row, Text } from './block.ts';
import { chapter, table } from './blocks.ts';

/** One thing to be looked at, and what was declared of it. */
interface Line {
  readonly fact: FactDefinition;
  readonly field?: FieldDefinition;
  readonly item?: string;
  readonly declared: string;
}

/** What rules and rows of a scorecard read of this centre, a list of records once with the fields that are read of it. */
const askedIn = ({ audit, reader }: Subject): ReadonlyMap<string, ReadonlySet<string>> => {
  const { findings, scorecard } = audit;
  const ruled = findings.flatMap(({ finding: { rule } }) => factsOfRule(rule).map(factIdOf));
  const scored = scorecard === undefined ? [] : factsOfScorecard(scorecard.asked, reader.vocabulary);
  const asked = new Map<string, Set<string>>();
  for (const id of [...ruled, ...scored]) {
    const root = rootOf(id, reader.vocabulary);
    const fields = asked.get(root) ?? new Set();
    if (id !== root) fields.add(id);
    asked.set(root, fields);
  }
  return asked;
};

const linesOf = (fact: FactDefinition, asked: ReadonlySet<string>, { audit, reader }: Subject): readonly Line[] => {
  const found = audit.profile.facts.get(fact.id);
  const text = found?.state === 'declared' ? valueFor(found.value, fact, reader) : '';
  if (fact.type !== 'records' || found?.state !== 'declared' || found.value.type !== 'records')
    return [{ fact, declared: text }];
  const fields = fact.fields.filter(field => asked.has(field.id) && field.id !== `${fact.id}.${fact.key}`);
  const items = found.value.items.flatMap(({ key, facts }) =>
    fields.map((field): Line => {
      const value = facts.get(field.id);
      const declared = value?.state === 'declared' ? valueFor(value.value, field, reader) : '';
      return { fact, field, item: key, declared };
    }),
  );
  return [{ fact, declared: text }, ...items];
};

const BOXES = '□';

const rowOfLine = ({ fact, field, item, declared }: Line, number: number, { lang }: Subject): Row => {
  const asked = field ?? fact;
  const name = item === undefined ? asked.label[lang] : `${item} ${asked.label[lang]}`;
  const look = item === undefined ? fact.verify?.[lang] : undefined;
  const what: Text = look === undefined ? name : [name, { text: `\n${look}`, soft: true }];
  const said: Text = declared === '' ? '' : [{ text: declared, soft: true }];
  const way =
    asked.type === 'yes_no' ? both(`${BOXES}是 ${BOXES}否`, `${BOXES} yes ${BOXES} no`)[lang] : wayOf(asked, lang);
  return { cells: [String(number), what, said, BOXES, [{ text: way, soft: true }]] };
};

const tableOf = (rows: readonly Row[], subject: Subject, found: string): Block =>
  table('walk', rows, [
    { title: pick(subject, '序号', 'No.'), kind: 'figure', width: 7 },
    { title: pick(subject, '看什么', 'Look at'), kind: 'text', width: 42 },
    { title: pick(subject, '申报', 'Declared'), kind: 'text', width: 20 },
    { title: pick(subject, '相符', 'Agrees'), kind: 'short', width: 8 },
    { title: found, kind: 'text', width: 23 },
  ]);

/** A part of the list, its things numbered on from those before it. */
interface Stop {
  readonly id: string;
  readonly title: string;
  readonly found: string;
  readonly rows: readonly ((number: number) => Row)[];
}

const entryRow = (entry: Entry, scorecard: Scorecard, number: number, { audit, reader, lang }: Subject): Row => {
  const row = rowWith(entry.item, scorecard);
  const asked = row === undefined ? '' : (row.requirement?.[lang] ?? rowText(row, reader));
  const name = `${row?.clause.join('、') ?? ''} ${entryLabel(entry, scorecard, lang)}`.trim();
  const before = audit.applied?.findLast(({ kind, change }) => kind === 'entry' && change.entry === entry.id);
  const said = before?.kind === 'entry' ? enteredText(before.change, audit.scheme, lang) : '';
  const ways = entry.options.map(({ label, points }) => `${BOXES}${label[lang]} ${points}`).join('　');
  const range = [ways === '' ? entryRange(entry, lang) : ways, row?.note?.[lang] ?? ''].filter(text => text !== '');
  return {
    cells: [
      String(number),
      [name, { text: `\n${asked}`, soft: true }],
      [{ text: said, soft: true }],
      '',
      [{ text: range.join('\n'), soft: true }],
    ],
  };
};

/** What a scorecard leaves to inspectors, by the bureau that fills it in. */
const entryStops = (subject: Subject): readonly Stop[] => {
  const scorecard = subject.audit.scorecard?.asked;
  if (scorecard === undefined) return [];
  const bureaus = [...new Set(scorecard.entries.map(({ bureau = '' }) => bureau))];
  return bureaus.map((bureau, at) => ({
    id: `entries-${at}`,
    title:
      pick(subject, '检查人评分', 'Scored on site') +
      (bureau === '' ? '' : pick(subject, `：${bureau}`, `: ${bureau}`)),
    found: pick(subject, '次数或得分', 'Times or points'),
    rows: scorecard.entries
      .filter(entry => (entry.bureau ?? '') === bureau)
      .map(entry => number => entryRow(entry, scorecard, number, subject)),
  }));
};

const walkStops = (subject: Subject): readonly Stop[] => {
  const asked = askedIn(subject);
  const facts = subject.reader.vocabulary.facts.filter(({ id }) => asked.has(id));
  return alongTheWalk(facts, fact => fact).map(({ place, things }) => ({
    id: place,
    title: placeName(place, subject.lang),
    found: pick(subject, '不符时写实际情况', 'Otherwise, as found'),
    rows: things
      .flatMap(fact => linesOf(fact, asked.get(fact.id) ?? new Set(), subject))
      .map(line => number => rowOfLine(line, number, subject)),
  }));
};

/** The list to take along on paper: what to look at in the order of a walk, what was declared in grey, boxes to tick. */
export const tellSite = (subject: Subject): Document => {
  const { audit, lang } = subject;
  let number = 0;
  return {
    lang,
    file: placeOf(audit.profile, '').file,
    kind: pick(subject, '现场核查清单', 'List for the site'),
    title: centerName(audit),
    head: [
      {
        kind: 'fields',
        rows: [
          { name: pick(subject, '标准', 'Standard'), texts: [packText(audit.pack, lang)] },
          { name: pick(subject, '级别', 'Kind'), texts: [levelName(audit.level, lang, audit.pack)] },
          { name: pick(subject, '核查人、日期', 'By, on'), texts: ['　'] },
        ],
      },
    ],
    chapters: [...walkStops(subject), ...entryStops(subject)].map(({ id, title, found, rows }) => {
      const numbered = rows.map(row => row(++number));
      return chapter(`walk-${id}`, title, tableOf(numbered, subject, found));
    }),
  };
};
