import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Level } from '../../model/profile/profile.ts';
import type { Section } from '../../model/standard/pack.ts';
import type { FactDefinition, FieldDefinition } from '../../model/standard/vocabulary.ts';
import { isChapter } from '../trace/clause.ts';
import { sectionOf } from '../trace/sections.ts';
import { solid } from '../trace/sentences.ts';
import type { Side, TextFigure } from '../wording/figures.ts';
import { BAND_FACTS } from './band-words.ts';
import type { BandTable } from './bands.ts';
import type { Candidate, Proposal, Suggestion } from './facts.ts';

/** A rule as a proposal would have it, in the words of a file of rules. */
export interface DraftRule {
  readonly id: string;
  readonly level: Level;
  readonly section: string;
  readonly text: string;
  /** Whether the items that follow its sentence say a part of it. */
  readonly shared: boolean;
}

const NEGATIVE = /不得|严禁|禁止|杜绝|不准/u;

const TIMES = new Set(['min', 'h', 'day', 'workday', 'month', 'year']);

/** What a figure without a side is most likely meant as. */
const sideOf = ({ side, kind, unit }: TextFigure): Side => {
  if (side !== 'stated' && side !== 'about') return side;
  if (kind === 'size' || (unit !== undefined && ['m', 'cm', 'mm'].includes(unit))) return 'stated';
  return unit !== undefined && TIMES.has(unit) ? 'at_most' : 'at_least';
};

/** Its amounts as a rule has them. */
const writtenOf = ({ kind, amounts, unit = '' }: TextFigure): readonly string[] =>
  amounts.map(amount => (kind === 'percent' ? `${amount}%` : unit === '' ? amount : `${amount} ${unit}`));

/** The figure of each row of a table; the last is of all the others. */
const bandsTest = ({ by, rows, below }: BandTable): string | undefined => {
  const [first] = rows;
  if (first === undefined || first.figure.side === 'range' || first.figure.kind === 'date') return undefined;
  const side = sideOf(first.figure);
  const bands = rows.map(({ label, figure }, at) => {
    const edge =
      by === 'class' ? `for: [${JSON.stringify(label)}], ` : `below: ${(below[at] ?? '').replace(/0000$/u, '万')}, `;
    return `{ ${at === rows.length - 1 ? '' : edge}is: ${writtenOf(figure)[0]} }`;
  });
  return `{ ${side === 'stated' ? 'equals' : side}: { by: ${BAND_FACTS[by]}, bands: [${bands.join(', ')}] } }`;
};

const figureTest = (figure: TextFigure, each?: FactDefinition): string | undefined => {
  const { kind, amounts, unit = '' } = figure;
  const written = writtenOf(figure);
  const [first = ''] = written;
  if (kind === 'date') return /^\d{4}-\d\d-\d\d$/u.test(first) ? `{ by: ${first} }` : undefined;
  if (kind === 'size') return `{ equals: ${amounts.join('×')}${unit} }`;
  const side = sideOf(figure);
  if (each !== undefined && side !== 'range')
    return `{ ${side === 'stated' ? 'at_least' : side}: { each: ${first}, of: ${each.id} } }`;
  return side === 'range'
    ? `{ between: [${written.join(', ')}] }`
    : `{ ${side === 'stated' ? 'equals' : side}: ${first} }`;
};

/** A week's worth is asked where the words around the figure say so. */
const WEEKLY = /每周|一周|周均/u;

/** Of hours, how long they last, without a side at least so long; or when they begin and end. */
const hoursTest = (figure: TextFigure, text: string): string => {
  const [first = '', last] = figure.amounts;
  if (figure.kind !== 'time') {
    const side = figure.side === 'stated' || figure.side === 'about' ? 'at_least' : figure.side;
    return `{ ${WEEKLY.test(text) ? 'weekly' : 'daily'}: ${figureTest({ ...figure, side }) ?? ''} }`;
  }
  if (last !== undefined) return `{ opens: { by: "${first}" }, closes: { since: "${last}" } }`;
  return sideOf(figure) === 'at_least' ? `{ closes: { since: "${first}" } }` : `{ opens: { by: "${first}" } }`;
};

/** So many days after another date. */
const elapsedTest = (figure: TextFigure, from: FieldDefinition, isField: boolean): string => {
  const word = figure.unit === 'workday' ? 'workdays' : 'days';
  const name = isField ? from.id.slice(from.id.indexOf('.') + 1) : from.id;
  return `{ ${word}: { from: { fact: ${name} }, is: ${figureTest(figure) ?? ''} } }`;
};

const testOf = ({ candidate, word, text }: Suggestion, isField: boolean): string | undefined => {
  const { fact, terms, figure, each, from, bands } = candidate;
  if (bands) return bandsTest(bands);
  if (figure && from) return elapsedTest(figure, from, isField);
  if (figure && fact.type === 'hours') return hoursTest(figure, text);
  if (figure && fact.type === 'time')
    return `{ ${sideOf(figure) === 'at_least' ? 'since' : 'by'}: "${figure.amounts[0] ?? ''}" }`;
  if (fact.type === 'yes_no') return NEGATIVE.test(word ?? '') && !/[不无未]/u.test(fact.label.zh) ? 'no' : 'yes';
  const labels = terms.map(({ label }) => JSON.stringify(label.zh)).join(', ');
  if (fact.type === 'terms') return `{ include_all: [${labels}] }`;
  if (fact.type === 'term') return `{ one_of: [${labels}] }`;
  return figure && figureTest(figure, each);
};

/** A test of a field is asked of every record of its list; which terms there are, of the list as a whole. */
const requireOf = (suggestion: Suggestion, records: ReadonlySet<string>): string | undefined => {
  const { fact, terms } = suggestion.candidate;
  const [list = '', field = ''] = suggestion.candidate.fact.id.split('.');
  const test = testOf(suggestion, records.has(list));
  if (test === undefined) return undefined;
  if (!records.has(list)) return `{ ${fact.id}: ${test} }`;
  return fact.type === 'term'
    ? `{ ${fact.id}: { include_all: [${terms.map(({ label }) => JSON.stringify(label.zh)).join(', ')}] } }`
    : `{ every: ${list}, have: { ${field}: ${test} }, when_empty: unknown }`;
};

const sure = ({ sure: share }: Candidate): string => `${Math.round(share * 100)}%`;

const remark = ({ candidate, word, instead }: Suggestion, lang: Lang): string => {
  const name = lang === 'zh' ? '拟' : 'proposed';
  const decided =
    word === undefined ? both('没有措辞词', 'no word of obligation') : both(`措辞“${word}”`, `by the word "${word}"`);
  const others = instead.map(other => `${other.fact.id} ${sure(other)}`).join(', ');
  return `# ${name} ${sure(candidate)} · ${decided[lang]}${others === '' ? '' : ` · ${lang === 'zh' ? '也可能是' : 'or else'} ${others}`}`;
};

const isVillage = (text: string): boolean => /村|社区|站/u.test(text) && !/乡|镇|街道|中心/u.test(text);

export interface Drafting {
  readonly levels: readonly Level[];
  readonly sections: readonly Section[];
  /** Lists of records in the vocabulary. */
  readonly records: ReadonlySet<string>;
  readonly lang: Lang;
}

const ruleText = (
  suggestion: Suggestion,
  { id, clause, section }: { readonly id: string; readonly clause: string; readonly section: string },
  require: string,
  { lang }: Drafting,
): string => {
  const { label } = suggestion.candidate.fact;
  const remedy: Bilingual = both(`对照该条落实：${label.zh}。`, `Put it right as the clause says: ${label.en}.`);
  const bilingual = ({ zh, en }: Bilingual): string => `{ zh: ${JSON.stringify(zh)}, en: ${JSON.stringify(en)} }`;
  return `  ${remark(suggestion, lang)}
  - id: ${id}
    draft: yes
    clause: ${JSON.stringify(clause)}
    section: ${section}
    obligation: ${suggestion.obligation}
    title: ${bilingual(label)}
    require: ${require}
    remedy: ${bilingual(remedy)}
`;
};

/** A draft of a rule for each suggestion that can be written as one; ids come from the facts. */
export const draftRules = (proposals: readonly Proposal[], drafting: Drafting) => {
  const ids = new Map<string, number>();
  const idFor = (fact: string): string => {
    const base = fact.replaceAll(/[._]/gu, '-');
    const count = (ids.get(base) ?? 0) + 1;
    ids.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
  const { levels, sections } = drafting;
  let chapter = '';
  return proposals.map(proposal => {
    const { clause, text } = proposal.sentence;
    if (isChapter(clause)) chapter = clause;
    const section = (sectionOf(sections, clause, chapter) ?? sections[0])?.id ?? 'all';
    const level = levels.includes('village') && isVillage(solid(text)) ? 'village' : (levels[0] ?? 'township');
    const rules = proposal.suggestions.flatMap((suggestion): readonly DraftRule[] => {
      const require = requireOf(suggestion, drafting.records);
      if (require === undefined) return [];
      const id = idFor(suggestion.candidate.fact.id);
      const { terms, bands } = suggestion.candidate;
      const shared = terms.length > 0 || bands !== undefined;
      const at = { id, clause: suggestion.clause ?? clause, section };
      return [{ id, level, section, shared, text: ruleText(suggestion, at, require, drafting) }];
    });
    return { proposal, rules };
  });
};
