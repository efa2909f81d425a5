import type { Lang } from '../../model/base/text.ts';
import type { Tool } from '../../model/base/tool.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { BookWriter } from '../../sheets/write/book.ts';
import { makeGrid } from '../../sheets/write/grid.ts';
import { packText } from '../../words/names.ts';
import { problemLine } from '../../words/problems/problems.ts';
import { pick } from '../../words/reader.ts';
import { schemeText } from '../../words/scoring/score.ts';
import { SHEETS } from './names.ts';
import { LOOKS } from './style.ts';

const WIDTHS = [22, 84] as const;

type Line = readonly [string, string];

const linesOf = (audit: Audit, tool: Tool, lang: Lang): readonly Line[] => {
  const { pack, profile, scheme } = audit;
  const say = (zh: string, en: string): string => pick({ lang }, zh, en);
  return [
    [say('申报表', 'Profile'), profile.path],
    [say('申报表 SHA-256', 'Profile SHA-256'), profile.sha256],
    [say('标准', 'Pack'), packText(pack, lang)],
    [say('规则包', 'Pack version'), `${pack.id} ${pack.version}`],
    [say('规则包 SHA-256', 'Pack SHA-256'), pack.sha256],
    [say('计分方案', 'Scheme'), `${scheme.id}　${schemeText(scheme, lang)}`],
    [say('计分方案 SHA-256', 'Scheme SHA-256'), scheme.sha256],
    [say('按哪天的要求', 'As of'), audit.asOf],
    [say('工具', 'Tool'), `${tool.name} ${tool.version}`],
    ...pack.notes.map((note, index): Line => [index === 0 ? say('对标准的说明', 'On the standard') : '', note[lang]]),
    ...audit.warnings.map(
      (warning, index): Line => [
        index === 0 ? say('对申报表的提示', 'On the profile') : '',
        problemLine(warning, lang),
      ],
    ),
  ];
};

/** What was held against what: identities, digests, dates, and what is to be said of either. */
export const addBasis = (book: BookWriter, audits: readonly Audit[], tool: Tool, lang: Lang): void => {
  const sheet = makeGrid();
  let row = 1;
  for (const audit of audits) {
    for (const [label, text] of linesOf(audit, tool, lang)) {
      sheet.put(row, 1, label, LOOKS.label);
      sheet.put(row, 2, text, LOOKS.text);
      sheet.fit(row++, [
        [text, WIDTHS[1]],
        [label, WIDTHS[0]],
      ]);
    }
    row++;
  }
  sheet.write(book, { name: SHEETS.basis[lang], widths: WIDTHS, orientation: 'portrait' });
};
