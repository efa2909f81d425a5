import * as z from 'zod';
import type { Noun } from '../../model/base/text.ts';
import type { FactDefinition, Term, TermList, Vocabulary, VocabularyData } from '../../model/standard/vocabulary.ts';
import { factNames, fold } from '../profile/names.ts';
import { bilingual } from '../shape.ts';

const text = z.string().min(1);

/** What is scored, where that is no centre. */
export const subjectSchema = z.union([z.strictObject({ zh: text, en: text, plural: text.exactOptional() }), bilingual]);

const PLACES: Readonly<Record<string, Term['label']>> = {
  township: { zh: '乡镇（街道）', en: 'Township (subdistrict)' },
  village: { zh: '村（社区）', en: 'Village (community)' },
  sub_center: { zh: '分中心', en: 'Sub-centre' },
};

const calledBy = (
  { verify: _, example: __, ...fact }: FactDefinition,
  label: Term['label'],
  more: readonly string[],
  taken: ReadonlySet<string>,
) => ({
  ...fact,
  label,
  aliases: [...new Set([...fact.aliases, fact.label.zh, ...more])].filter(name => !taken.has(fold(name))),
});

const LEVEL = { zh: '所在级别', en: 'Level of the place' };

const levelsOf = (list: TermList): TermList => ({
  ...list,
  label: LEVEL,
  terms: list.terms.map(term => {
    const label = PLACES[term.code] ?? term.label;
    return {
      ...term,
      label,
      aliases: [...new Set([...term.aliases, term.label.zh])].filter(name => name !== label.zh),
    };
  }),
});

/**
 * The words of the head of a profile for what is no centre: the name of a window or a person, and of what place it is.
 * What else the facts go by they still do.
 */
export const subjectWords = (subject: Noun, { fact, facts, list }: Vocabulary): VocabularyData => {
  const { zh, en } = subject;
  const [name, level, levels] = [fact.get('center.name'), fact.get('center.level'), list.get('center_levels')];
  const others = facts.filter(one => one !== name && one !== level);
  const taken = new Set(others.flatMap(one => factNames(one).names).map(fold));
  return {
    themes: [],
    facts: [
      ...(name ? [calledBy(name, { zh: `${zh}名称`, en: `Name of the ${en}` }, [zh, '姓名', `${zh}姓名`], taken)] : []),
      ...(level ? [calledBy(level, LEVEL, [`${zh}级别`], taken)] : []),
    ],
    lists: levels ? [levelsOf(levels)] : [],
    subject,
  };
};
