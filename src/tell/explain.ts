import { type Expression, factsIn } from '../model/standard/expression.ts';
import type { Pack, Rule } from '../model/standard/pack.ts';
import type { FactDefinition } from '../model/standard/vocabulary.ts';
import { field, heading, type Page, type PageOptions, pageOf } from '../report/terminal/page.ts';
import { conditionFor, expectedFor } from '../words/checks/expressions.ts';
import { countsText, missingText } from '../words/checks/meaning.ts';
import { setTestsIn } from '../words/checks/set-tests.ts';
import { dateText } from '../words/facts/values.ts';
import { verifyText } from '../words/facts/verify.ts';
import { listed } from '../words/lists.ts';
import { clauseText, levelName, OBLIGATION_NAMES, sectionTitle } from '../words/names.ts';
import { accepted } from '../words/problems/accepted.ts';
import { pick, type Reader } from '../words/reader.ts';

type Label = readonly [zh: string, en: string];

const line = (page: Page, label: Label, text: string, indent = 0): readonly string[] =>
  text === '' ? [] : field(page, pick(page, ...label), text, { indent });

/** Several remarks under one label, a line each. */
const lines = (page: Page, label: Label, texts: readonly string[]): readonly string[] =>
  texts.flatMap((text, index) => line(page, index === 0 ? label : ['', ''], text));

const timeText = ({ period, due }: Rule, reader: Reader): string => {
  const day = (date: string): string => dateText(date, reader.lang);
  const parts = [
    ...(period.from === undefined
      ? []
      : [pick(reader, `${day(period.from)}起施行`, `in force from ${day(period.from)}`)]),
    ...(period.until === undefined
      ? []
      : [pick(reader, `施行至 ${day(period.until)}`, `in force until ${day(period.until)}`)]),
    ...(due === undefined
      ? []
      : [pick(reader, `${day(due)}到期，过了期限才检查`, `due by ${day(due)}; checked once that day is past`)]),
  ];
  return parts.join(pick(reader, '；', '; '));
};

const factsOf = ({ when, require }: Rule, { vocabulary }: Reader): readonly FactDefinition[] =>
  [...new Set([...factsIn(require), ...(when === undefined ? [] : factsIn(when))])].flatMap(
    id => vocabulary.fact.get(id) ?? [],
  );

/** The terms that a check names, with the other words people use for them. */
const termsText = (fact: FactDefinition, checks: readonly Expression[], reader: Reader): readonly string[] => {
  const sets = checks.flatMap(check => setTestsIn(check, fact.id)).map(test => test.terms);
  const terms = sets.flatMap(({ list, codes }) =>
    codes.flatMap(code => reader.vocabulary.term.get(list)?.get(code) ?? []),
  );
  return [...new Set(terms)]
    .filter(({ aliases }) => aliases.length > 0)
    .map(({ label, aliases }) =>
      pick(
        reader,
        `${label.zh}：也写作${listed(aliases, reader)}`,
        `${label.en} (${label.zh}): ${listed(aliases, reader)} too`,
      ),
    );
};

const factLines = (fact: FactDefinition, rule: Rule, reader: Reader, page: Page): readonly string[] => {
  const checks = [rule.require, ...(rule.when === undefined ? [] : [rule.when])];
  const name = reader.lang === 'zh' ? fact.label.zh : `${fact.label.en} (${fact.label.zh})`;
  return [
    ...heading(page, `${name}  ${fact.id}`),
    ...line(page, ['又名', 'Also'], listed(fact.aliases, reader), 2),
    ...line(page, ['填法', 'Write'], accepted(fact)[page.lang], 2),
    ...termsText(fact, checks, reader).flatMap((text, index) =>
      line(page, index === 0 ? ['用语', 'Terms'] : ['', ''], text, 2),
    ),
    ...line(page, ['核实', 'How'], fact.verify?.[page.lang] ?? '', 2),
  ];
};

/** One rule in words: what it asks of whom, what counts, where to look, and how its facts are written. */
export const explainRule = async (rule: Rule, pack: Pack, options: Omit<PageOptions, 'all'>): Promise<string> => {
  const page = await pageOf({ ...options, all: true });
  const reader: Reader = { vocabulary: pack.vocabulary, lang: page.lang };
  const { document } = pack;
  const levels = rule.levels.map(level => levelName(level, page.lang, pack));
  const source = pick(page, `《${document.title}》${clauseText(rule)}`, `${pack.title.en}, ${clauseText(rule)}`);
  const condition = rule.when === undefined ? '' : conditionFor(rule.when, reader);
  const text = [
    ...heading(page, `${rule.title[page.lang]}  ${rule.id}`).slice(1),
    '',
    ...line(page, ['出处', 'Clause'], source),
    ...line(
      page,
      ['原文', 'Text'],
      page
        .quotes(rule, pack)
        .map(({ clause, text: words }) => `${clause} “${words}”`)
        .join(' '),
    ),
    ...line(page, ['章节', 'Section'], sectionTitle(pack, rule.section, page.lang)),
    ...line(
      page,
      ['约束', 'Binds'],
      `${OBLIGATION_NAMES[rule.obligation][page.lang]}${pick(page, '；', '; ')}${listed(levels, reader)}`,
    ),
    ...line(page, ['期限', 'Time'], timeText(rule, reader)),
    ...line(page, ['要求', 'Asked'], expectedFor({ require: rule.require }, reader)),
    ...line(page, ['适用', 'Applies'], condition && pick(page, `只在${condition.slice(1)}适用`, `only ${condition}`)),
    ...lines(page, ['算法', 'Counts'], countsText(rule, reader)),
    ...lines(page, ['未报', 'Missing'], missingText(rule, reader)),
    ...line(
      page,
      ['核实', 'How'],
      verifyText(
        rule,
        factsIn(rule.require).map(fact => ({ fact })),
        reader,
      ),
    ),
    ...line(page, ['整改', 'To do'], rule.remedy[page.lang]),
    ...line(page, ['说明', 'Note'], rule.note?.[page.lang] ?? ''),
    ...heading(page, pick(page, '■ 填报项', '■ Facts')),
    ...factsOf(rule, reader).flatMap(fact => factLines(fact, rule, reader, page)),
  ];
  return `${text.join('\n')}\n`;
};
