import { attributeIn } from '../xml.ts';
import { type NumberFormat, numberFormat, PLAIN } from './formats.ts';
import { type Glyphs, glyphsOf } from './symbols.ts';
import { type Attributes, readXml } from './xml.ts';

export interface CellStyle {
  readonly format: NumberFormat;
  readonly glyphs?: Glyphs;
}

export const PLAIN_STYLE: CellStyle = { format: PLAIN };

/** The styles that cells name by number: how numbers are shown, and in which font. */
export const readStyles = (bytes: Uint8Array): readonly CellStyle[] => {
  const codes = new Map<number, string>();
  const fonts: string[] = [];
  const styles: CellStyle[] = [];
  const within: string[] = [];
  const addStyle = (attributes: Attributes): void => {
    const id = Number(attributeIn(attributes, 'numFmtId') ?? 0);
    const glyphs = glyphsOf(fonts[Number(attributeIn(attributes, 'fontId') ?? -1)]);
    const format = numberFormat(id, codes.get(id));
    styles.push(glyphs === undefined ? { format } : { format, glyphs });
  };
  readXml(bytes, {
    open: (name, attributes) => {
      const parent = within.at(-1);
      if (name === 'numFmt' && parent === 'numFmts')
        codes.set(Number(attributeIn(attributes, 'numFmtId')), attributeIn(attributes, 'formatCode') ?? '');
      else if (name === 'font' && parent === 'fonts') fonts.push('');
      else if (name === 'name' && parent === 'font' && within.at(-2) === 'fonts')
        fonts[fonts.length - 1] = attributeIn(attributes, 'val') ?? '';
      else if (name === 'xf' && parent === 'cellXfs') addStyle(attributes);
      within.push(name);
    },
    close: () => void within.pop(),
  });
  return styles;
};
