import { readBytes } from '../../read/files/files.ts';
import { workbookParts } from '../../sheets/read/parts.ts';

/** The parts of a workbook that was audited; undefined for any other file. */
export const submittedWorkbook = (file: string): ReadonlyMap<string, Uint8Array> | undefined => {
  const bytes = readBytes(file);
  const parts = bytes.ok ? workbookParts(file, bytes.value) : bytes;
  return parts.ok ? parts.value : undefined;
};
