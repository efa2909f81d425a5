import type { Audit } from '../model/finding/audit.ts';
import { withoutTimes } from '../sheets/write/stable-zip.ts';
import type { Report } from './index.ts';
import { addAsk } from './workbook/ask-sheet.ts';
import { addBasis } from './workbook/basis-sheet.ts';
import { addFindings } from './workbook/findings-sheet.ts';
import { addPoints } from './workbook/points-sheet.ts';
import { addTable } from './workbook/scorecard-sheet.ts';
import { addSummary } from './workbook/summary-sheet.ts';

/** Summary, findings, points that add up by formula, a scoring table with its ledger, what is still to be asked, and what it rests on. */
const xlsx: Report = async function* (audits, { lang, tool }) {
  const { default: ExcelJS } = await import('exceljs');
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  const workbook = new ExcelJS.Workbook();
  workbook.creator = tool.name;
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.calcProperties = { fullCalcOnLoad: true };
  addSummary(workbook, held, lang);
  const ranges = addFindings(workbook, held, lang);
  addPoints(workbook, held, { ranges, scores: addTable(workbook, held, lang) }, lang);
  const [only, ...more] = held;
  if (only !== undefined && more.length === 0) addAsk(workbook, only, lang);
  addBasis(workbook, held, tool, lang);
  yield withoutTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
};

export default xlsx;
