import { type CenterChange, type Compared, GROUPS, type Group, type RuleChange } from '../../model/result/compared.ts';
import { causeText, placesText } from '../../words/change/causes.ts';
import { GROUP_NAMES } from '../../words/change/compared.ts';
import { pick } from '../../words/reader.ts';
import { entry, field, heading, type Page, pageOf, readerOf } from '../terminal/page.ts';
import { clean, displayWidth, padEnd } from '../text/layout.ts';
import { centerFields, centerHeading, gapText, lineParts, ruleHeading, ruleRemark } from './center-text.ts';
import type { ComparisonOptions, ComparisonReport } from './index.ts';
import { biggestFirst } from './order.ts';
import { type OverviewLine, overviewOf } from './overview.ts';

const fields = (page: Page, lines: readonly OverviewLine[]): readonly string[] =>
  lines.flatMap(({ label, texts }) =>
    texts.flatMap((text, index) =>
      field(page, index === 0 ? label : ' '.repeat(displayWidth(label)), text, { indent: 0 }),
    ),
  );

const WHY = { zh: '原因', en: 'Why' } as const;
const GAP = { zh: '差距', en: 'Gap' } as const;

const ruleLines = (
  rule: RuleChange,
  change: CenterChange,
  page: Page,
  { vocabulary }: ComparisonOptions,
): readonly string[] => {
  const { lang } = page;
  const reader = readerOf(page, vocabulary(change.pack));
  const gap = gapText(rule, lang);
  const shown = rule.outcome.to ?? rule.outcome.from ?? 'unknown';
  return [
    ...entry(page, shown, ruleHeading(rule, lang), { words: [ruleRemark(rule, lang)] }),
    ...(gap === '' ? [] : field(page, GAP[lang], gap, { indent: 4 })),
    ...rule.causes.flatMap((cause, index) => {
      const places = placesText(cause)
        .split(/(?= → )/u)
        .map(place => place.trim());
      return field(page, index === 0 ? WHY[lang] : '', causeText(cause, reader), {
        indent: 4,
        words: places.filter(place => place !== ''),
      });
    }),
  ];
};

const groupLines = (group: Group, change: CenterChange, page: Page, options: ComparisonOptions): readonly string[] => {
  const rules = change.rules.filter(rule => rule.group === group);
  if (rules.length === 0) return [];
  const title = `${GROUP_NAMES[group][page.lang]}${pick(page, ` ${rules.length} 条`, ` (${rules.length})`)}`;
  return [...heading(page, title), ...rules.flatMap(rule => ruleLines(rule, change, page, options))];
};

const centerLines = (change: CenterChange, page: Page, options: ComparisonOptions): readonly string[] => [
  page.paint.strong(clean(centerHeading(change, page.lang))),
  ...fields(page, centerFields(change, page.lang)),
  ...GROUPS.flatMap(group => groupLines(group, change, page, options)),
];

/** So many centres have a line of their own; a table has them all. */
const MOST_LINES = 40;

const tableLines = (compared: Compared, page: Page): readonly string[] => {
  const lines = biggestFirst(compared.lines);
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LINES).map(line => ({ name: clean(line.name), ...lineParts(line, page.lang) }));
  const width = (of: (row: (typeof shown)[number]) => string): number =>
    Math.max(...shown.map(row => displayWidth(of(row))));
  const [standing, score, name] = [width(row => row.standing), width(row => row.score), width(row => row.name)];
  const rows = shown.map(row =>
    clean(
      `  ${padEnd(row.standing, standing)}  ${padEnd(row.score, score)}  ${padEnd(row.name, name)}  ${row.what}`,
    ).trimEnd(),
  );
  const more = lines.length - shown.length;
  return [
    ...heading(page, pick(page, '变化最大的中心', 'Centres that changed most')),
    ...rows,
    ...(more > 0
      ? [
          pick(
            page,
            `  另有 ${more} 个；全部见 -o xlsx=文件 或 -o csv=文件`,
            `  and ${more} more: see -o xlsx=FILE or -o csv=FILE`,
          ),
        ]
      : []),
  ];
};

/** For a person at a terminal: one centre in full, or what many come to and then a line of each. */
const terminal = async (options: ComparisonOptions): Promise<ComparisonReport> => {
  const page = await pageOf(options);
  const told: string[] = [];
  return {
    add: change => {
      if (options.single || (options.all && change.standing !== 'same'))
        told.push(centerLines(change, page, options).join('\n'));
      return '';
    },
    end: async compared => {
      const names = fields(page, overviewOf(compared, options).slice(0, 1));
      const many = [...fields(page, overviewOf(compared, options)), ...tableLines(compared, page)];
      const overview = (options.single ? names : many).join('\n');
      return `${[overview, ...told].join('\n\n')}\n`;
    },
  };
};

export default terminal;
