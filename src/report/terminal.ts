import { type ChapterName, REPORT, tellAudit } from '../tell/audit/document.ts';
import { MOST, subjectOf } from '../tell/audit/subject.ts';
import type { Report } from './index.ts';
import { chaptersText, documentText } from './terminal/blocks/blocks.ts';
import { pageOf } from './terminal/page.ts';

/** What to know first, first; of the rest a count, or all of it where asked. */
const chaptersFor = (all: boolean): readonly ChapterName[] => [
  'failed',
  'undecided',
  'encouraged',
  ...(all ? (['passed', 'outside'] as const) : (['others'] as const)),
  'readings',
  'points',
  'scorecard',
  'stages',
  'plan',
  'digests',
];

/** For a person at a terminal, or in a file of its own. */
const terminal: Report = async function* (audits, options) {
  const page = await pageOf(options);
  const found = chaptersFor(options.all || options.part !== undefined);
  const chapters = options.alone ? (['warnings', ...found] as const) : found;
  let first = true;
  for await (const audit of audits) {
    if (!first) yield `\n${'='.repeat(page.columns)}\n\n`;
    first = false;
    const told = await tellAudit(subjectOf(audit, { ...options, most: MOST }), 'summary', chapters);
    yield documentText(told, page);
  }
  if (!options.alone) return;
  const others = (await import('../tell/problems.ts')).aside(options);
  const { lang } = options;
  yield first
    ? documentText({ lang, title: REPORT[lang], head: [], chapters: others }, page)
    : chaptersText(others, page);
};

export default terminal;
