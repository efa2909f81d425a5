import { attributeIn } from '../xml.ts';
import { type Glyphs, glyphsOf, seenText, withGlyphs } from './symbols.ts';
import { readXml, type XmlHandlers } from './xml.ts';

/** Gathers the text of a rich string: its runs joined, the reading aids (ruby) left out. */
export const richText = (): Required<XmlHandlers> & { readonly take: () => string } => {
  let gathered = '';
  let inText = false;
  let phonetic = false;
  let glyphs: Glyphs | undefined;
  return {
    open: (name, attributes) => {
      if (name === 'r') glyphs = undefined;
      else if (name === 'rFont') glyphs = glyphsOf(attributeIn(attributes, 'val'));
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close: name => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'r') glyphs = undefined;
    },
    text: text => {
      if (inText) gathered += glyphs === undefined ? text : withGlyphs(text, glyphs);
    },
    take: () => {
      const taken = seenText(gathered);
      gathered = '';
      return taken;
    },
  };
};

/** The strings that cells name by number. */
export const readSharedStrings = (bytes: Uint8Array): readonly string[] => {
  const strings: string[] = [];
  const rich = richText();
  readXml(bytes, {
    open: rich.open,
    close: name => {
      rich.close(name);
      if (name === 'si') strings.push(rich.take());
    },
    text: rich.text,
  });
  return strings;
};
