import type { Lang } from '../model/base/text.ts';
import type { Profile } from '../model/profile/profile.ts';
import { packAnew } from '../sheets/write/zip.ts';
import { FORM_WORDS } from '../words/forms.ts';
import { addChecklistSheets } from './checklist-sheet.ts';
import type { Form } from './form.ts';
import { addGuideSheet } from './guide-sheet.ts';
import { addOptions, type InputContext } from './input.ts';
import { addListSheet, linesFor } from './list-sheet.ts';
import { addMainSheet } from './main-sheet.ts';
import { addTableSheets } from './table-sheet.ts';

export interface WorkbookOptions {
  readonly lang: Lang;
  /** A row for each centre instead of a form for one. */
  readonly table: boolean;
  /** Earlier profiles, to fill in what they declare. */
  readonly profiles: readonly Profile[];
}

/** Sheets of a form: the guide, single facts, checklists, and a sheet for each list of records. */
export const formWorkbook = async (form: Form, { lang, table, profiles }: WorkbookOptions): Promise<Uint8Array> => {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.creator = 'duibiao';
  workbook.addWorksheet(FORM_WORDS.guide[lang]);
  const used = new Set(
    [...form.sections, ...form.checklists, ...form.lists].flatMap(part =>
      part.fields.flatMap(({ definition }) => ('list' in definition ? [definition.list] : [])),
    ),
  );
  const options = addOptions(
    workbook,
    form.vocabulary.lists.filter(({ id }) => used.has(id)),
  );
  const context: InputContext = { packs: form.packs, vocabulary: form.vocabulary, options, lang };
  if (table) await addTableSheets(workbook, form, profiles, context);
  else {
    const [profile] = profiles;
    await addMainSheet(workbook, form, profile, context);
    await addChecklistSheets(workbook, form, profile, context);
    for (const list of form.lists)
      await addListSheet(workbook, form, list, linesFor(list, profile), undefined, context);
  }
  const names = workbook.worksheets.filter(sheet => sheet.state === 'visible').map(sheet => sheet.name);
  await addGuideSheet(
    workbook,
    form,
    names.filter(name => name !== FORM_WORDS.guide[lang]),
    lang,
  );
  return packAnew(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
