import * as z from 'zod';
import { canonical, compareExact, decimalOf, exact, isAbove, ROUNDINGS, sumExact } from '../../model/base/exact.ts';
import { eachOnce, loaded, type Problem, refused } from '../../model/base/problem.ts';
import { get, itemsOf, type MapNode } from '../../model/base/source.ts';
import { append, isNonEmpty } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import { ranksIn } from '../../model/scoring/rank.ts';
import { rowsOf } from '../../model/scoring/rows.ts';
import { type BureauTotal, type CountedOnce, SCORECARD_KINDS, type Scorecard } from '../../model/scoring/scorecard.ts';
import { itemsIn } from '../../model/scoring/walk.ts';
import type { Vocabulary, VocabularyData } from '../../model/standard/vocabulary.ts';
import { readCalendar } from '../calendar.ts';
import { checkVocabulary } from '../pack/check-vocabulary.ts';
import { extendVocabulary } from '../pack/join-vocabularies.ts';
import { joinVocabularies, readVocabularyFiles } from '../pack/vocabulary.ts';
import { namesOf } from '../profile/names.ts';
import { bilingual, isoDate, kebabId, readShape } from '../shape.ts';
import { readSteps } from './amount/step.ts';
import { OPEN, readEvidence } from './evidence.ts';
import { classesSchema, readClasses, readForms, readVetoes, totalDoubt, vetoesSchema } from './parts.ts';
import { passesOf } from './passes.ts';
import { defect, hasRoom, numberAt, type ScorecardReading } from './reading.ts';
import { checkScorecard, ids, referTo } from './references.ts';
import { readSections } from './section.ts';
import { standardSchema, toStandard } from './standard.ts';
import { readBar, readGate, readGrades } from './standing/grades.ts';
import { checkHistory, historySchema, toHistory } from './standing/history.ts';
import { readYear } from './standing/year.ts';
import { subjectSchema, subjectWords } from './subject.ts';

const bound = z.union([z.number(), z.literal('none')]);

/** A scorecard: what stands at its head; rows and grades are read one by one. */
export const scorecardSchema = z.strictObject({
  kind: z.enum(SCORECARD_KINDS),
  id: kebabId,
  title: bilingual,
  total: z.number().positive(),
  subject: subjectSchema.exactOptional(),
  places: z.int().min(0).max(4),
  rounding: z.enum(ROUNDINGS),
  floor: bound,
  cap: bound.exactOptional(),
  item_floor: bound.exactOptional(),
  not_checked: z.enum(['scale', 'leave_out']).exactOptional(),
  evidence: z.strictObject({
    undeclared: z.enum(['open', 'zero']),
    did_not_occur: z.string().exactOptional(),
    not_applicable: z.string().exactOptional(),
    nothing_to_measure: z.string().exactOptional(),
  }),
  evidence_until: isoDate.exactOptional(),
  calendar: z.unknown().exactOptional(),
  vocabulary: z.array(z.unknown()).default([]),
  classes: classesSchema,
  counted_once: z.array(z.strictObject({ list: z.string(), in: z.array(z.string()).min(2) })).default([]),
  sections: z.array(z.unknown()).min(1),
  vetoes: vetoesSchema,
  grades: z.array(z.unknown()).default([]),
  bureaus: z.record(z.string(), z.unknown()).exactOptional(),
  pass: z.union([z.number(), z.string()]).exactOptional(),
  standard: standardSchema.exactOptional(),
  history: historySchema.exactOptional(),
});

type RawScorecard = z.infer<typeof scorecardSchema>;

const toBound = (raw: number | 'none' | undefined): Decimal | null | undefined =>
  raw === 'none' ? null : raw === undefined ? undefined : canonical(String(raw));

const readOwn = (root: MapNode, base: Vocabulary, problems: Problem[]): VocabularyData => {
  const files = readVocabularyFiles(itemsOf(get(root, 'vocabulary')), problems);
  append(problems, checkVocabulary(files, base));
  return joinVocabularies(files.map(({ data }) => data));
};

/** Reads a scorecard, with what its head says of it, against the vocabulary; refused with every mistake at its line. */
export const readScorecard = (root: MapNode, base: Vocabulary) => {
  const problems: Problem[] = [];
  const raw = readShape(scorecardSchema, root, problems);
  if (raw === undefined) return refused(problems);
  const stated = readOwn(root, base, problems);
  if (problems.length > 0) return refused(problems);
  const { subject } = raw;
  const own = subject ? joinVocabularies([stated, subjectWords(subject, extendVocabulary(base, stated))]) : stated;
  const vocabulary = extendVocabulary(base, own);
  const reading = startReading(raw, root, vocabulary, problems);
  const scorecard = assemble(reading, raw, root, own);
  problems.push(
    ...(scorecard?.forms ?? []).flatMap(form => totalDoubt(canonical(String(raw.total)), form, root.location)),
  );
  const rounds = get(root, 'history');
  const year = scorecard && rounds?.kind === 'map' ? readYear(reading, rounds, scorecard) : undefined;
  const history = raw.history && toHistory(raw.history, year);
  if (history !== undefined && scorecard !== undefined)
    append(problems, checkHistory(root, history, { grades: ids(scorecard.grades), rows: ids(rowsOf(scorecard)) }));
  return loaded(eachOnce(problems), () => {
    if (scorecard === undefined) throw new Error('a scorecard without problems must exist');
    const standard = raw.standard && toStandard(raw.standard, { title: raw.title, vocabulary });
    return { id: raw.id, title: raw.title, scorecard, ...(history && { history }), ...(standard && { standard }) };
  });
};

const startReading = (
  raw: RawScorecard,
  root: MapNode,
  vocabulary: Vocabulary,
  problems: Problem[],
): ScorecardReading => {
  const reading: ScorecardReading = {
    vocabulary,
    names: namesOf(vocabulary),
    problems,
    places: raw.places,
    rounding: raw.rounding,
    hasCalendar: raw.calendar !== undefined,
    defaults: { floor: toBound(raw.item_floor), evidence: OPEN, classes: raw.classes.map(({ id }) => id) },
    row: { id: raw.id, points: canonical(String(raw.total)) },
    entries: new Map(),
    within: { steps: readSteps, sections: readSections },
  };
  return { ...reading, defaults: { ...reading.defaults, evidence: readEvidence(reading, root, OPEN) } };
};

/** What each bureau gives by the head's word, held against the rows that it scores, in every class of place. */
const readBureaus = (reading: ScorecardReading, root: MapNode, forms: Scorecard['forms']): readonly BureauTotal[] => {
  const stated = get(root, 'bureaus');
  if (stated?.kind !== 'map') return [];
  const named = new Set(itemsIn(forms.flatMap(({ sections }) => sections)).flatMap(({ bureau }) => bureau ?? []));
  return stated.entries.flatMap(({ key: bureau, keyLocation, value }) => {
    const points = numberAt(reading, stated, bureau);
    referTo(reading, 'bureau', bureau, [...named], keyLocation);
    if (points === undefined || !named.has(bureau)) return [];
    const sums = forms.map(({ sections }) => {
      const own = sections
        .filter(({ outside }) => !outside)
        .flatMap(({ items }) => items.filter(item => item.bureau === bureau));
      return sumExact(own.map(item => exact(item.points)));
    });
    const others = sums.filter(sum => compareExact(sum, exact(points)) !== 0).map(decimalOf);
    if (isNonEmpty(others)) defect(reading, value.location, 'bureau-sum', { bureau, stated: points, sum: others[0] });
    return [{ bureau, points }];
  });
};

const assemble = (
  reading: ScorecardReading,
  raw: RawScorecard,
  root: MapNode,
  own: VocabularyData,
): Scorecard | undefined => {
  const before = reading.problems.length;
  const total = canonical(String(raw.total));
  const calendarNode = get(root, 'calendar');
  const calendar = calendarNode && readCalendar(reading, calendarNode);
  const classes = readClasses(reading, raw.classes, root);
  const forms = readForms(reading, classes, root);
  const floor = toBound(raw.floor) ?? null;
  const cap = raw.cap === undefined ? total : (toBound(raw.cap) ?? null);
  hasRoom(reading, get(root, 'floor') ?? root, floor, cap === null || isAbove(cap, total) ? total : cap);
  const grades = readGrades(
    reading,
    get(root, 'grades'),
    { floor, cap, places: raw.places, set: raw.vetoes.flatMap(setBy) },
    readGate,
  );
  const bar = readBar(reading, get(root, 'pass'), grades ?? [], cap);
  const vetoes = readVetoes(reading, raw.vetoes, root);
  if (forms === undefined || grades === undefined) return undefined;
  const bureaus = readBureaus(reading, root, forms);
  const scorecard: Scorecard = {
    total,
    places: raw.places,
    rounding: raw.rounding,
    floor,
    cap,
    notChecked: raw.not_checked ?? 'leave_out',
    countedOnce: raw.counted_once.map(toCountedOnce),
    vetoes,
    grades,
    ...(bar && { bar }),
    ...(isNonEmpty(bureaus) && { bureaus }),
    ...(raw.evidence_until !== undefined && { evidenceUntil: raw.evidence_until }),
    ...(calendar && { calendar }),
    classes,
    forms,
    entries: [...reading.entries.values()].map(({ location: _, ...entry }) => entry),
    passes: passesOf(forms.flatMap(({ sections }) => sections)) + (ranksIn({ grades, vetoes }).length > 0 ? 1 : 0),
    vocabulary: own,
  };
  checkScorecard(reading, scorecard, root, {
    capStated: raw.cap !== undefined,
    notCheckedStated: raw.not_checked !== undefined,
  });
  return reading.problems.length === before ? scorecard : undefined;
};

const setBy = ({ effect }: RawScorecard['vetoes'][number]): readonly string[] =>
  typeof effect === 'object' && 'grade' in effect ? [effect.grade] : [];

const toCountedOnce = (raw: RawScorecard['counted_once'][number]): CountedOnce => {
  const [first = '', ...rest] = raw.in;
  return { list: raw.list, items: [first, ...rest] };
};
