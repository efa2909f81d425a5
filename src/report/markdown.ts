import { both } from '../model/base/text.ts';
import type { GateVerdict } from '../model/finding/gate.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { type CenterEntry, centersTable } from '../tell/audit/centers.ts';
import { type ChapterName, tellAudit } from '../tell/audit/document.ts';
import { MOST, subjectOf } from '../tell/audit/subject.ts';
import { rejections, remarks } from '../tell/problems.ts';
import type { Report } from './index.ts';
import { chapterMarkdown, documentMarkdown, tableText } from './markdown/blocks.ts';

/** Chapters that open at a click. */
const FOLDED: readonly ChapterName[] = [
  'failed',
  'undecided',
  'encouraged',
  'passed',
  'outside',
  'readings',
  'scorecard',
  'stages',
  'plan',
];

/** Told where not all is asked for. */
const MAIN: readonly ChapterName[] = ['failed', 'undecided', 'readings', 'scorecard', 'stages', 'plan'];

const MARKS: Readonly<Record<GateVerdict['verdict'], string>> = { passed: '✅', failed: '❌', undecided: '❔' };

const marked = (said: GateVerdict): GateVerdict => ({
  ...said,
  reason: { zh: `${MARKS[said.verdict]} ${said.reason.zh}`, en: `${MARKS[said.verdict]} ${said.reason.en}` },
});

/** For a comment on a submission or the summary of a job: who passed, then what to mend. */
const markdown: Report = async function* (audits, options) {
  const { lang, rejected = [], notes = [], gate, all } = options;
  const entries: CenterEntry[] = [];
  const centers: string[] = [];
  for await (const audit of audits) {
    const said = gate?.(audit);
    entries.push({ audit, gate: said && marked(said) });
    const tells = ({ change }: ScoredFinding): boolean => audit.earlier === undefined || change !== 'unchanged';
    const subject = subjectOf(audit, { ...options, most: MOST, tells });
    const chapters = all || options.part !== undefined ? FOLDED : MAIN;
    const told = await tellAudit(subject, 'summary', ['warnings', ...chapters]);
    centers.push(documentMarkdown(told, { level: 3, folded: FOLDED }));
  }
  yield `## ${both('申报表审核', 'Audit of submissions')[lang]}\n\n`;
  if (entries.length > 0) yield `${tableText(centersTable(entries, lang), { lang })}\n`;
  const [refused, noted] = [rejections(rejected, lang), remarks(notes, lang)].map(
    chapter => chapter && chapterMarkdown(chapter, { lang }, { level: 2, folded: [] }),
  );
  yield [refused, ...centers, noted].filter(part => part !== undefined).join('\n');
};

export default markdown;
