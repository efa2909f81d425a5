import { factIdOf } from '../model/finding/finding.ts';
import { placeOf } from '../model/profile/profile.ts';
import { factsIn } from '../model/standard/expression.ts';
import type { FactDefinition, FieldDefinition } from '../model/standard/vocabulary.ts';
import { valueFor } from '../words/facts/values.ts';
import { wayOf } from '../words/forms.ts';
import { centerName, levelName, packText } from '../words/names.ts';
import { pick } from '../words/reader.ts';
import { alongTheWalk, placeName } from '../words/site.ts';
import type { Subject } from './audit/subject.ts';
import type { Block, Document, Row, Text } from './block.ts';

/** One thing to be looked at, and what was declared of it. */
interface Line {
  readonly fact: FactDefinition;
  readonly field?: FieldDefinition;
  readonly item?: string;
  readonly declared: string;
}

/** What the rules of this centre read, a list of records once with the fields that are read of it. */
const askedIn = ({ audit, reader }: Subject): ReadonlyMap<string, ReadonlySet<string>> => {
  const asked = new Map<string, Set<string>>();
  for (const { finding } of audit.findings) {
    const { when, require } = finding.rule;
    for (const id of [...(when ? factsIn(when) : []), ...factsIn(require)].map(factIdOf)) {
      const root = reader.vocabulary.facts.some(fact => fact.id === id) ? id : (id.split('.')[0] ?? id);
      const fields = asked.get(root) ?? new Set();
      if (id !== root) fields.add(id);
      asked.set(root, fields);
    }
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

const rowOf = ({ fact, field, item, declared }: Line, number: number, { lang }: Subject): Row => {
  const asked = field ?? fact;
  const name = item === undefined ? asked.label[lang] : `${item} ${asked.label[lang]}`;
  const look = item === undefined ? fact.verify?.[lang] : undefined;
  const what: Text = look === undefined ? name : [name, { text: `\n${look}`, soft: true }];
  const said: Text = declared === '' ? '' : [{ text: declared, soft: true }];
  const way =
    asked.type === 'yes_no' ? pick({ lang }, `${BOXES}是 ${BOXES}否`, `${BOXES} yes ${BOXES} no`) : wayOf(asked, lang);
  return { cells: [String(number), what, said, BOXES, [{ text: way, soft: true }]] };
};

const tableOf = (lines: readonly Line[], first: number, subject: Subject): Block => ({
  kind: 'table',
  name: 'walk',
  columns: [
    { title: pick(subject, '序号', 'No.'), kind: 'figure', width: 7 },
    { title: pick(subject, '看什么', 'Look at'), kind: 'text', width: 42 },
    { title: pick(subject, '申报', 'Declared'), kind: 'text', width: 20 },
    { title: pick(subject, '相符', 'Agrees'), kind: 'short', width: 8 },
    { title: pick(subject, '不符时写实际情况', 'Otherwise, as found'), kind: 'text', width: 23 },
  ],
  rows: lines.map((line, at) => rowOf(line, first + at, subject)),
});

/** The list to take along on paper: what to look at in the order of a walk, what was declared in grey, boxes to tick. */
export const tellSite = (subject: Subject): Document => {
  const { audit, lang, reader } = subject;
  const asked = askedIn(subject);
  const facts = reader.vocabulary.facts.filter(({ id }) => asked.has(id));
  const walk = alongTheWalk(facts, fact => fact);
  let number = 1;
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
    chapters: walk.map(({ place, things }) => {
      const lines = things.flatMap(fact => linesOf(fact, asked.get(fact.id) ?? new Set(), subject));
      const first = number;
      number += lines.length;
      return { name: `walk-${place}`, title: placeName(place, lang), blocks: [tableOf(lines, first, subject)] };
    }),
  };
};
