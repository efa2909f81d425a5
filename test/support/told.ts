import { TOLD, type ToldFormat } from '../../src/report/told/index.ts';
import type { Document } from '../../src/tell/block.ts';

/** A document as text, in one of its formats. */
export const shownAs = async (format: keyof typeof TOLD, document: Document, columns = 100): Promise<string> => {
  const { load }: ToldFormat = TOLD[format];
  const { default: show } = await load();
  return String(await show({ lang: document.lang, document: () => document }, { columns, color: false }));
};
