/** A4, in black on white, whole: what a filter hides on the screen is printed all the same. */
export const PRINT_STYLE = `@page { size: A4; margin: 16mm 15mm 17mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; } }
@media print {
  html { scroll-padding: 0; font-size: 9.5pt; }
  body { padding: 0; background: none; font-size: 9.5pt; line-height: 1.55; }
  body > header, body > main, body > footer { max-width: none; padding: 0; }
  body > header { border-top: 0; }
  body > footer { padding-top: 4mm; font-size: 7.5pt; }
  .skip, .filter, .contents { display: none; }
  h1 { font-size: 20pt; }
  h2, article.centre > h2 { font-size: 14pt; }
  h3 { font-size: 11.5pt; }
  h4, h5 { font-size: 9.5pt; }
  h1, h2, h3, h4, h5, caption, thead, tr.part, .section-counts { break-after: avoid; }
  tr.sum { break-before: avoid; }
  a { color: inherit; text-decoration: none; }
  .chapter { padding-top: 7mm; }
  .finding[hidden] { display: block; }
  .section[hidden] { display: block; }
  .finding, .sections-list li, tr, .blocks, .headline, .score-bar, .counts { break-inside: avoid; }
  .finding { margin-bottom: 2mm; padding: 1.5mm 3mm 2mm; }
  .finding.pass, .finding.not-applicable { margin-bottom: 1mm; padding-top: 1mm; padding-bottom: 1mm; }
  .finding dl, .finding.pass dl, .finding.not-applicable dl { margin-top: .5mm; font-size: 8.5pt; line-height: 1.5; }
  .finding .place, .finding .verify, .finding .note, .remark, .section-counts, table, .legend, .legend + p { font-size: 8.5pt; }
  .finding dt { width: 2.5em; }
  .remarks, .rule-id, .digest { font-size: 7.5pt; }
  .finding.fail, .finding.unknown { background: none; }
  .ledger td, .ledger th { padding: .4mm 1.5mm; }
  .asks { min-width: 0; }
  .wide { overflow: visible; }
  th, td { padding: .8mm 1.5mm; }
  thead { display: table-header-group; }
  .ruling { font-size: 14pt; }
  .figure { font-size: 26pt; }
  .range, .grade { font-size: 14pt; }
  .grade { padding-top: 3mm; }
  .chapter-signatures { break-inside: avoid; }
  .centre + .centre, article.centre { break-before: page; margin: 0; padding: 0; }
  .finding, .mark, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;
