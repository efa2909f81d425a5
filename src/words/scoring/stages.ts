import { placeInFile } from '../../model/base/location.ts';
import { finder } from '../../model/base/memo.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Fact } from '../../model/base/value.ts';
import type { Audit, StageRow, StageScore } from '../../model/finding/audit.ts';
import type { Applied, Entered, Stage } from '../../model/profile/inspection.ts';
import type { ItemResult } from '../../model/scoring/points.ts';
import { entryWith, resultWith } from '../../model/scoring/rows.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { entryLabel, factLabel, valueFor } from '../facts/values.ts';
import { recordName, recordText } from '../names.ts';
import { minus } from './work.ts';

/** 自评分, 考核分, 最终得分. */
export const STAGE_NAMES: Readonly<Record<Stage, Bilingual>> = {
  self: { zh: '自评分', en: 'As declared' },
  inspection: { zh: '考核分', en: 'As inspected' },
  final: { zh: '最终得分', en: 'Final' },
};

/** The score of one stage: `考核分 9.5（可达 12）`. */
export const stageText = ({ score }: StageScore, lang: Lang): string => {
  if (score === undefined) return both('无', 'none')[lang];
  return score.low === score.high
    ? score.low
    : both(`${score.low}（可达 ${score.high}）`, `${score.low} (up to ${score.high})`)[lang];
};

const STATES: Readonly<Record<Exclude<Fact['state'], 'declared'>, Bilingual>> = {
  undeclared: { zh: '未申报', en: 'not declared' },
  unreadable: { zh: '填了，读不懂', en: 'declared, cannot be read' },
  'did-not-occur': { zh: '未发生', en: 'did not occur' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
};

export const factText = (fact: Fact | undefined, id: string, vocabulary: Vocabulary, lang: Lang): string =>
  fact?.state === 'declared'
    ? valueFor(fact.value, vocabulary.fact.get(id), { vocabulary, lang })
    : STATES[fact?.state ?? 'undeclared'][lang];

type Words = Pick<Audit, 'pack' | 'scheme'>;

const entryText = ({ scheme: { scorecard } }: Words, id: string, lang: Lang): string => {
  const entry = scorecard && entryWith(scorecard.entries, id);
  return scorecard === undefined || entry === undefined ? id : entryLabel(entry, scorecard, lang);
};

const subjectOf = (applied: Applied, words: Words, lang: Lang): string => {
  if (applied.kind === 'entry') return entryText(words, applied.change.entry, lang);
  const { fact, record } = applied.change;
  const label = factLabel(words.pack.vocabulary, fact, lang);
  return record === undefined ? label : `${record.key} ${label}`;
};

/** What an inspector entered: an option by its label, else the number. */
export const enteredText = (
  { entry, option, value }: Entered,
  { scorecard }: Pick<Audit['scheme'], 'scorecard'>,
  lang: Lang,
): string => {
  const options = (scorecard && entryWith(scorecard.entries, entry))?.options ?? [];
  return options.find(({ id }) => id === option)?.label[lang] ?? value;
};

const beforeAndAfter = (applied: Applied, { pack, scheme }: Words, lang: Lang): readonly [string, string] => {
  if (applied.kind === 'fact') {
    const text = (fact: Fact | undefined): string => factText(fact, applied.change.fact, pack.vocabulary, lang);
    return [text(applied.before), text(applied.change.found)];
  }
  const { change, before } = applied;
  const blank = both('未填', 'blank')[lang];
  return [before === undefined ? blank : enteredText(before, scheme, lang), enteredText(change, scheme, lang)];
};

/** Who changed what from what to what, and why: `办事大厅使用面积：200㎡ → 184㎡（激光测距，县级李检查员）`. */
export const appliedText = (applied: Applied, words: Words, lang: Lang): string => {
  const [before, after] = beforeAndAfter(applied, words, lang);
  const { reason, person, level, location } = applied.change;
  const who = both(`${reason}；${level}${person}`, `${reason}; ${person}, ${level}`)[lang];
  const place = `${location.file}:${placeInFile(location)}`;
  return `${subjectOf(applied, words, lang)}${both('：', ': ')[lang]}${before} → ${after} (${who}) ${place}`;
};

/** A row whose points two stages give differently. */
export interface RowDifference {
  readonly row: ItemResult;
  readonly from: string;
  readonly to: string;
}

const rangeOf = ({ low, high }: StageRow): string => (low === high ? minus(low) : `${minus(low)}–${minus(high)}`);

const rowIn = finder(({ item }: StageRow) => item);

/** The rows in which the last stage differs from the first. */
export const rowDifferences = ({
  stages = [],
  scorecard,
}: Pick<Audit, 'stages' | 'scorecard'>): readonly RowDifference[] => {
  const [first, last] = [stages[0]?.rows ?? [], stages.at(-1)?.rows ?? []];
  return last.flatMap(now => {
    const row = scorecard && resultWith(scorecard.result.items, now.item);
    const earlier = rowIn(first, now.item);
    if (row === undefined || earlier === undefined) return [];
    const [from, to] = [rangeOf(earlier), rangeOf(now)];
    return from === to ? [] : [{ row, from, to }];
  });
};

/** Each record with its digest, each stage with its score, the rows that differ between the first and the last, and every change, as label and text. */
export const stageLines = (audit: Audit, lang: Lang): readonly (readonly [label: string, text: string])[] => {
  const { stages = [], records = [], applied = [] } = audit;
  return [
    ...records.map(record => {
      const text = `${recordText(record, lang)}  ${record.path}  SHA-256 ${record.sha256}`;
      return [recordName(record, lang), text.trim()] as const;
    }),
    ...stages.map(stage => [STAGE_NAMES[stage.stage][lang], stageText(stage, lang)] as const),
    ...rowDifferences(audit).map(({ row, from, to }) => {
      const name = `${row.clause.join(' / ')} ${row.title[lang]}`;
      return [both('差异', 'Differs')[lang], `${name}${both('：', ': ')[lang]}${from} → ${to}`] as const;
    }),
    ...applied.map(change => [STAGE_NAMES[change.stage][lang], appliedText(change, audit, lang)] as const),
  ];
};

/** Lines of text of an inspection; none where no record was laid over the profile. */
export const inspectionTexts = (audit: Audit, lang: Lang): readonly string[] =>
  stageLines(audit, lang).map(([label, text]) => `${label}${both('：', ': ')[lang]}${text}`);
