import { attributeIn } from '../xml.ts';
import { type Glyphs, glyphsOf, raised, seenText, withGlyphs } from './symbols.ts';
import { isOn, readXml, type XmlHandlers } from './xml.ts';

/**
 * Gathers the text of a rich string: its runs joined, the reading aids (ruby) left out. `isStruck`: whether any of what
 * was taken last is struck through.
 */
export const richText = (): Required<XmlHandlers> & {
  readonly take: () => string;
  readonly isStruck: () => boolean;
} => {
  let gathered = '';
  let inText = false;
  let phonetic = false;
  let glyphs: Glyphs | undefined;
  let [strikes, struck, taken, isRaised] = [false, false, false, false];
  return {
    open: (name, attributes) => {
      if (name === 'r') glyphs = undefined;
      else if (name === 'vertAlign') isRaised = attributeIn(attributes, 'val') === 'superscript';
      else if (name === 'strike') strikes = isOn(attributes);
      else if (name === 'rFont') glyphs = glyphsOf(attributeIn(attributes, 'val'));
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close: name => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'r') {
        glyphs = undefined;
        [strikes, isRaised] = [false, false];
      }
    },
    text: text => {
      if (!inText) return;
      gathered += withGlyphs(isRaised ? raised(text) : text, glyphs);
      struck ||= strikes && text.trim() !== '';
    },
    take: () => {
      const text = seenText(gathered);
      gathered = '';
      taken = struck;
      struck = false;
      return text;
    },
    isStruck: () => taken,
  };
};

/** The strings that cells name by number, and which of them are struck through in part. */
export interface SharedStrings {
  readonly texts: readonly string[];
  readonly struck: ReadonlySet<number>;
}

export const NO_STRINGS: SharedStrings = { texts: [], struck: new Set() };

export const readSharedStrings = (bytes: Uint8Array): SharedStrings => {
  const texts: string[] = [];
  const struck = new Set<number>();
  const rich = richText();
  readXml(bytes, {
    open: rich.open,
    close: name => {
      rich.close(name);
      if (name !== 'si') return;
      texts.push(rich.take());
      if (rich.isStruck()) struck.add(texts.length - 1);
    },
    text: rich.text,
  });
  return { texts, struck };
};
