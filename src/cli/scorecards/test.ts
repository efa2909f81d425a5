import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plainFacts, textOf } from '../../authoring/prove/plain.ts';
import { type CardCase, casesIn } from '../../authoring/scorecard/case-file.ts';
import { runCase } from '../../authoring/scorecard/cases.ts';
import { extremesOf } from '../../authoring/scorecard/extremes.ts';
import type { Extreme } from '../../authoring/scorecard/search.ts';
import { type PlainMap, yamlOf } from '../../authoring/scorecard/sheet/plain.ts';
import type { Loaded } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import { entryName, entryWith } from '../../model/scoring/rows.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readBytes } from '../../read/files/files.ts';
import { isWorkbook } from '../../read/pack/find-rules.ts';
import { parseFile } from '../../read/pack/rule-files.ts';
import { fold } from '../../read/profile/names.ts';
import { placeText } from '../../words/reader.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { printProblems, refuse } from '../problems.ts';
import { outLine, today } from '../terminal.ts';
import { type OpenCard, openCard, sayReach } from './open.ts';

export interface TestOptions {
  readonly lang: Lang;
  readonly cases?: string;
  readonly propose?: boolean;
}

const NONE: Loaded<readonly CardCase[]> = { ok: true, value: [], warnings: [] };

const fromSheet = async (file: string, { scheme }: OpenCard): Promise<Loaded<readonly CardCase[]>> => {
  const bytes = readBytes(file);
  const names = new Set(
    scheme.scorecard.entries.flatMap(({ id, label }) => [id, ...(label ? [label.zh] : [])]).map(fold),
  );
  const { readCaseSheet } = await import('../../read/scorecard/sheet/cases.ts');
  if (!bytes.ok) return bytes;
  const root = await readCaseSheet(file, bytes.value, name => names.has(fold(name)));
  return root?.ok ? casesIn(root.value, scheme) : (root ?? NONE);
};

const casesOf = async (
  file: string,
  asked: string | undefined,
  card: OpenCard,
): Promise<Loaded<readonly CardCase[]>> => {
  const own = asked ?? file;
  const sheet = isWorkbook(own) ? await fromSheet(own, card) : NONE;
  if (!sheet.ok || sheet.value.length > 0 || (asked !== undefined && isWorkbook(asked))) return sheet;
  const beside = asked ?? join(dirname(file), 'cases.yaml');
  if (asked === undefined && !existsSync(beside)) return NONE;
  const parsed = await parseFile(beside, beside);
  return parsed.ok ? casesIn(parsed.value.node, card.scheme) : parsed;
};

const namedFacts = (facts: Extreme['facts'], vocabulary: Vocabulary): PlainMap =>
  Object.fromEntries(
    [...facts].flatMap(([id, fact]) => {
      const isList = fact.state === 'declared' && fact.value.type === 'records' && fact.value.items.length > 0;
      return isList
        ? Object.entries(plainFacts(new Map([[id, fact]]), vocabulary, 'label'))
        : [[vocabulary.fact.get(id)?.label.zh ?? id, textOf(fact, id, vocabulary) ?? '无']];
    }),
  );

/** Cases to be reckoned by hand, as `cases.yaml` has them: all that it takes for the most, and for the least. */
const proposed = ({ scheme, vocabulary }: OpenCard): string => {
  const { entries } = scheme.scorecard;
  const caseOf = (title: string, { facts, entered, low, high }: Extreme): PlainMap => ({
    title,
    facts: namedFacts(facts, vocabulary),
    entered: Object.fromEntries(
      entered.map(({ entry: id, value, option }) => {
        const entry = entryWith(entries, id);
        const chosen = entry?.options.find(known => known.id === option)?.label.zh;
        return [entry === undefined ? id : entryName(entry, entries), chosen ?? value];
      }),
    ),
    total: low === high ? low : `${low}～${high}`,
  });
  const { low, high, plain } = extremesOf(scheme.scorecard, vocabulary, today());
  const unvetoed = plain ? [caseOf('最低（没有否决情形）', plain)] : [];
  return yamlOf({ cases: [caseOf('最高', high), caseOf('最低', low), ...unvetoed] });
};

/** Holds a scorecard against what people reckoned by hand. */
export const testCommand: Act<TestOptions, [string]> = async (file, options, terminal) => {
  const { lang } = options;
  const say = (zh: string, en: string): void => outLine(terminal, lang === 'zh' ? zh : en);
  const card = await openCard(file);
  if (card.ok && options.propose) {
    terminal.out(proposed(card.value));
    return EXIT.passed;
  }
  const cases = card.ok ? await casesOf(file, options.cases, card.value) : card;
  if (!card.ok || !cases.ok) return refuse(cases.ok ? [] : cases.problems, lang, terminal);
  const { scheme, vocabulary } = card.value;
  sayReach(card.value, lang, terminal);
  const ran = cases.value.map(one => runCase(one, scheme, vocabulary, today()));
  const problems = ran.flatMap(one => one.problems);
  printProblems(problems, lang, terminal);
  const differences = ran.flatMap(one => one.differences);
  for (const { title, row, expected, actual, location } of differences)
    say(
      `× ${title}${row === '' ? '' : ` · ${row}`}：手算 ${expected}，工具 ${actual}（${placeText(location, undefined, lang)}）`,
      `× ${title}${row === '' ? '' : ` · ${row}`}: ${expected} by hand, ${actual} by the tool (${placeText(location, undefined, lang)})`,
    );
  const wrong = ran.filter(
    one => one.differences.length > 0 || one.problems.some(({ severity }) => severity === 'error'),
  );
  if (ran.length === 0)
    say(
      '没有算例：写在工作簿的“算例”表，或旁边的 cases.yaml',
      'no cases: on the sheet 算例, or in cases.yaml beside the card',
    );
  else
    say(
      `${ran.length} 个算例，${ran.length - wrong.length} 个相符，${wrong.length} 个不符`,
      `${ran.length} cases, ${ran.length - wrong.length} agree, ${wrong.length} do not`,
    );
  if (problems.some(({ severity }) => severity === 'error')) return EXIT.badInput;
  return wrong.length > 0 ? EXIT.failed : EXIT.passed;
};
