import { attributeIn } from '../xml.ts';
import { type NumberFormat, numberFormat, PLAIN } from './formats.ts';
import { type Glyphs, glyphsOf } from './symbols.ts';
import { type Attributes, isOn, readXml } from './xml.ts';

export interface CellStyle {
  readonly format: NumberFormat;
  readonly glyphs?: Glyphs;
  readonly struck?: true;
}

export const PLAIN_STYLE: CellStyle = { format: PLAIN };

/** The styles that cells name by number: how numbers are shown, in which font, and whether struck through. */
export const readStyles = (bytes: Uint8Array): readonly CellStyle[] => {
  const codes = new Map<number, string>();
  const fonts: { name: string; struck: boolean }[] = [];
  const styles: CellStyle[] = [];
  const within: string[] = [];
  const addStyle = (attributes: Attributes): void => {
    const id = Number(attributeIn(attributes, 'numFmtId') ?? 0);
    const font = fonts[Number(attributeIn(attributes, 'fontId') ?? -1)];
    const glyphs = glyphsOf(font?.name);
    const format = numberFormat(id, codes.get(id));
    styles.push({ format, ...(glyphs && { glyphs }), ...(font?.struck && { struck: true }) });
  };
  readXml(bytes, {
    open: (name, attributes) => {
      const [parent, font] = [within.at(-1), fonts.at(-1)];
      if (name === 'numFmt' && parent === 'numFmts')
        codes.set(Number(attributeIn(attributes, 'numFmtId')), attributeIn(attributes, 'formatCode') ?? '');
      else if (name === 'font' && parent === 'fonts') fonts.push({ name: '', struck: false });
      else if (parent === 'font' && within.at(-2) === 'fonts' && font !== undefined) {
        if (name === 'name') font.name = attributeIn(attributes, 'val') ?? '';
        if (name === 'strike') font.struck = isOn(attributes);
      } else if (name === 'xf' && parent === 'cellXfs') addStyle(attributes);
      within.push(name);
    },
    close: () => void within.pop(),
  });
  return styles;
};
