import { readBytes } from '../../read/files/files.ts';
import { type Parts, workbookParts } from '../../sheets/read/parts.ts';

/** The parts of a workbook that was audited; undefined for any other file. */
export const submittedWorkbook = (file: string): Parts | undefined => {
  const bytes = readBytes(file);
  return bytes.ok ? workbookParts(bytes.value) : undefined;
};
