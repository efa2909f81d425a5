import type { Audit } from '../../model/finding/audit.ts';
import type { Finding } from '../../model/finding/finding.ts';
import { actualFor, gapsFor, shortfallFor } from '../../words/findings/findings.ts';
import { clauseText } from '../../words/names.ts';
import { pick, type Reader } from '../../words/reader.ts';
import { having } from './findings.ts';
import { entry, heading, type Page, readerOf } from './page.ts';

const sayShortly = (finding: Finding, reader: Reader): string => {
  if (finding.outcome === 'unknown') return gapsFor(finding.gaps, reader);
  return shortfallFor(finding, reader) || actualFor(finding, reader);
};

const oneLine = (finding: Finding, audit: Audit, page: Page): readonly string[] => {
  const reader = readerOf(page, audit.pack.vocabulary);
  const said = sayShortly(finding, reader);
  const { rule } = finding;
  return entry(page, finding.outcome, `${clauseText(rule)}  ${rule.title[page.lang]}${pick(page, '：', ': ')}${said}`);
};

const list = (findings: readonly Finding[], audit: Audit, page: Page): readonly string[] =>
  findings.flatMap(finding => oneLine(finding, audit, page));

/** What a standard encourages and the centre has not done, or not told. */
export const encouraged = (audit: Audit, page: Page): readonly string[] => {
  const findings = [...having(audit, 'fail'), ...having(audit, 'unknown')]
    .map(({ finding }) => finding)
    .filter(({ rule }) => rule.obligation === 'may');
  if (findings.length === 0) return [];
  const title = pick(
    page,
    `■ 鼓励事项中没有做到和没有申报的（${findings.length} 条，不影响结论）`,
    `■ Encouraged, not done or not declared (${findings.length}; no effect on the verdict)`,
  );
  return [...heading(page, title), '', ...list(findings, audit, page)];
};

const findingsOf = (audit: Audit, outcome: Finding['outcome']): readonly Finding[] =>
  having(audit, outcome).map(({ finding }) => finding);

/** What passed and what does not apply: a count, or all of it where asked. */
export const rest = (audit: Audit, page: Page): readonly string[] => {
  const [passed, outside] = [findingsOf(audit, 'pass'), findingsOf(audit, 'not-applicable')];
  const titles = [
    pick(page, `■ 符合（${passed.length} 条）`, `■ Met (${passed.length})`),
    pick(page, `■ 不适用（${outside.length} 条）`, `■ Not applicable (${outside.length})`),
  ] as const;
  if (page.all)
    return [passed, outside].flatMap((findings, index) =>
      findings.length === 0 ? [] : [...heading(page, titles[index] ?? ''), '', ...list(findings, audit, page)],
    );
  const said = pick(
    page,
    `■ 其余：符合 ${passed.length} 条，不适用 ${outside.length} 条（加 --all 逐条列出）`,
    `■ The rest: ${passed.length} met, ${outside.length} not applicable (--all lists them)`,
  );
  return heading(page, said);
};
