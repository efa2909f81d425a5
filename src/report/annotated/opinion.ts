import { isCell, type Location, placeInFile } from '../../model/base/location.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import type { StyleSheet } from '../../sheets/edit/styles.ts';
import { MARK_FILLS } from '../../sheets/edit/styles.ts';
import { escapeXml } from '../../sheets/edit/xml.ts';
import { expectedText } from '../../words/checks/expressions.ts';
import { verifyText } from '../../words/facts/verify.ts';
import { actualText, shortfallText } from '../../words/findings/findings.ts';
import { centerName, clauseText, OUTCOME_NAMES } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { placesOf } from '../places.ts';

/** The name of the sheet that is added; the reader of profiles leaves it alone. */
export const OPINION_SHEET = '审核意见';

/** A failure or an unknown, as it goes into the workbook. */
export interface Opinion {
  readonly outcome: 'fail' | 'unknown';
  readonly center: string;
  readonly clause: string;
  readonly title: string;
  readonly expected: string;
  readonly actual: string;
  readonly shortfall: string;
  readonly toDo: string;
  readonly places: readonly Location[];
  readonly row: number;
}

export const HEAD_ROW = 2;

const opinionOf = (
  { finding }: ScoredFinding,
  { pack, profile }: Audit,
  lang: Lang,
): Omit<Opinion, 'row' | 'center'> | undefined => {
  if (finding.outcome !== 'fail' && finding.outcome !== 'unknown') return undefined;
  const { vocabulary } = pack;
  return {
    outcome: finding.outcome,
    clause: clauseText(finding.rule),
    title: finding.rule.title[lang],
    expected: expectedText(finding.rule, vocabulary, lang),
    actual: actualText(finding, vocabulary, lang),
    shortfall: shortfallText(finding, vocabulary, lang),
    toDo:
      finding.outcome === 'fail'
        ? finding.rule.remedy[lang]
        : verifyText(finding.rule, finding.gaps, { vocabulary, lang }),
    places: placesOf(finding, profile.root).filter(place => isCell(place) && place !== profile.root),
  };
};

/** What is not met, then what is unknown, centre by centre; waived findings are not complained of. */
export const opinionsOf = (audits: readonly Audit[], lang: Lang): readonly Opinion[] =>
  audits
    .flatMap(audit =>
      (['fail', 'unknown'] as const).flatMap(outcome =>
        audit.findings
          .filter(scored => scored.waived === undefined && scored.finding.outcome === outcome)
          .flatMap(scored => opinionOf(scored, audit, lang) ?? [])
          .map(opinion => ({ ...opinion, center: centerName(audit) })),
      ),
    )
    .map((opinion, index) => ({ ...opinion, row: HEAD_ROW + 1 + index }));

const line = (zh: string, en: string, text: string, lang: Lang): string =>
  text === '' ? '' : `${pick({ lang }, `${zh}：`, `${en}: `)}${text}`;

/** The note at a cell. */
export const noteText = (opinion: Opinion, lang: Lang): string =>
  [
    `${OUTCOME_NAMES[opinion.outcome][lang]}　${opinion.clause}　${opinion.title}`,
    line('要求', 'Asked', opinion.expected, lang),
    line('申报', 'Found', opinion.actual, lang),
    line('差距', 'Gap', opinion.shortfall, lang),
    line('怎样做', 'To do', opinion.toDo, lang),
    pick({ lang }, `见“${OPINION_SHEET}”第 ${opinion.row} 行`, `row ${opinion.row} of ${OPINION_SHEET}`),
  ]
    .filter(text => text !== '')
    .join('\n');

const COLUMNS: readonly (readonly [
  zh: string,
  en: string,
  width: number,
  value: (opinion: Opinion, lang: Lang) => string,
])[] = [
  ['位置', 'Place', 16, ({ places }) => (places[0] ? placeInFile(places[0]) : '—')],
  ['结果', 'Outcome', 9, ({ outcome }, lang) => OUTCOME_NAMES[outcome][lang]],
  ['条款', 'Clause', 12, ({ clause }) => clause],
  ['事项', 'Title', 24, ({ title }) => title],
  ['要求', 'Asked', 34, ({ expected }) => expected],
  ['申报', 'Found', 30, ({ actual }) => actual],
  ['差距', 'Gap', 22, ({ shortfall }) => shortfall],
  ['怎样做', 'To do', 44, ({ toDo }) => toDo],
  ['中心', 'Centre', 26, ({ center }) => center],
];

const letter = (index: number): string => String.fromCharCode(65 + index);

const cell = (reference: string, text: string, style: number): string =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** The reference of a place for a link inside the workbook. */
export const linkTarget = (location: Location): string | undefined =>
  isCell(location) ? `'${location.sheet.replaceAll("'", "''")}'!${location.cell}` : undefined;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The sheet of findings, each linked to the cell that it is about. */
export const opinionSheet = (opinions: readonly Opinion[], styles: StyleSheet, lang: Lang): string => {
  const [head, text, link] = [styles.plain('head'), styles.plain('text'), styles.plain('link')];
  const title = pick(
    { lang },
    `审核意见：共 ${opinions.length} 条。按“位置”点到单元格，改好后存盘再报。`,
    `${opinions.length} findings. Follow the place to its cell, mend it, save and submit again.`,
  );
  const rows = opinions.map(opinion => {
    const cells = COLUMNS.map(([, , , value], index) => {
      const shown = value(opinion, lang);
      const linked = index === 0 && opinion.places.length > 0;
      const base = linked ? link : text;
      return cell(
        `${letter(index)}${opinion.row}`,
        shown,
        index === 1 ? styles.filled(base, MARK_FILLS[opinion.outcome]) : base,
      );
    });
    return `<row r="${opinion.row}">${cells.join('')}</row>`;
  });
  const links = opinions.flatMap(({ row, places: [place] }) => {
    const target = place && linkTarget(place);
    return target === undefined
      ? []
      : [`<hyperlink ref="A${row}" location="${escapeXml(target)}" display="${escapeXml(target)}"/>`];
  });
  const columns = COLUMNS.map(
    ([, , width], index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const heads = COLUMNS.map((column, index) =>
    cell(`${letter(index)}${HEAD_ROW}`, column[lang === 'zh' ? 0 : 1], head),
  );
  const last = `${letter(COLUMNS.length - 1)}${HEAD_ROW + opinions.length}`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEAD_ROW}" topLeftCell="A${HEAD_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${columns.join('')}</cols><sheetData><row r="1">${cell('A1', title, text)}</row><row r="${HEAD_ROW}">${heads.join('')}</row>${rows.join('')}</sheetData>`,
    `<autoFilter ref="A${HEAD_ROW}:${last}"/><mergeCells count="1"><mergeCell ref="A1:${letter(COLUMNS.length - 1)}1"/></mergeCells>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
};
