import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { plainReader } from '../../src/sheets/read/plain-xml.ts';
import { Refusal } from '../../src/sheets/read/refusal.ts';
import { xmlReader } from '../../src/sheets/read/xml.ts';
import { runs } from '../support/hunt.ts';

type Heard = readonly unknown[];

/** Neighbouring texts are one, and what stands outside the root says nothing. */
const listener = () => {
  const heard: unknown[][] = [];
  let depth = 0;
  return {
    heard,
    open: (name: string, attributes: Readonly<Record<string, string>>): void => {
      depth++;
      heard.push(['open', name, { ...attributes }]);
    },
    close: (name: string): void => {
      depth--;
      heard.push(['close', name]);
    },
    text: (text: string): void => {
      const last = heard.at(-1);
      if (depth === 0 || text === '') return;
      if (last?.[0] === 'text') last[1] += text;
      else heard.push(['text', text]);
    },
  };
};

const bySaxes = (pieces: readonly string[]): Heard => {
  const { heard, ...on } = listener();
  const parser = new SaxesParser({ position: false });
  let failed = false;
  parser.on('error', () => {
    failed = true;
  });
  parser.on('doctype', () => {
    failed = true;
  });
  parser.on('opentag', ({ name, attributes }) => !failed && on.open(name, attributes as Record<string, string>));
  parser.on('closetag', ({ name }) => !failed && on.close(name));
  parser.on('text', on.text);
  parser.on('cdata', on.text);
  for (const piece of pieces) parser.write(piece);
  parser.close();
  return failed ? ['refused'] : heard;
};

const byUs = (pieces: readonly string[]): Heard => {
  const { heard, ...on } = listener();
  try {
    const reader = xmlReader(on);
    for (const piece of pieces) reader.write(piece);
    reader.end();
    return heard;
  } catch (error) {
    if (error instanceof Refusal) return ['refused'];
    throw error;
  }
};

const GOOD = [
  '甲',
  '一',
  'b',
  '1',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '>',
  '&amp;',
  '&lt;',
  '&#10;',
  '&#xA;',
  '&#99999;',
  '𠮷',
];
const BAD = ['&#55555;', '&x;', '&', ']]>', '\u0001', '\ufffe', '&#1;'];
const sign = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...GOOD) },
  { weight: 1, arbitrary: fc.constantFrom(...BAD) },
);
const name = fc.constantFrom('c', 'row', 'x:c', 'v', 'is', 't', 'mc:Choice');
const text = fc.array(sign, { maxLength: 4 }).map(parts => parts.join(''));
const attributes = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('r', 's', 't', 'xml:space', 'r:id'), text, fc.constantFrom('"', '"', '"', '"', "'")),
    { maxLength: 3, selector: ([key]) => key },
  )
  .map(all => all.map(([key, value, quote]) => ` ${key}=${quote}${value}${quote}`).join(''));

const RARE = [
  '<!-- 注 -->',
  '<![CDATA[<甲>]]>',
  '<?x y?>',
  '<v />',
  "<v s='1' s='2'/>",
  '<v s="1" s="2"/>',
  '</c>',
  '<',
  '<!DOCTYPE a>',
];

const { node } = fc.letrec<{ node: string }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 8, arbitrary: text },
    { weight: 8, arbitrary: fc.tuple(name, attributes).map(([tag, said]) => `<${tag}${said}/>`) },
    { weight: 1, arbitrary: fc.constantFrom(...RARE) },
    {
      weight: 16,
      arbitrary: fc
        .tuple(name, attributes, fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, said, inner]) => `<${tag}${said}>${inner.join('')}</${tag}>`),
    },
  ),
}));

const document = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\r\n', '<?xml version="1.1"?>', ' ', '<!-- 注 -->'),
    fc.array(node, { maxLength: 5 }).map(inner => `<worksheet xmlns="m">${inner.join('')}</worksheet>`),
    fc.constantFrom('', '', '', '\n', ' <!-- 注 -->', '<b/>', '甲', '</worksheet>'),
  )
  .map(parts => parts.join(''));

/** A document as it comes, in pieces. */
const cut = (whole: string, places: readonly number[]): readonly string[] => {
  const ends = [...new Set([...places.map(place => place % (whole.length + 1)), whole.length])].sort((a, b) => a - b);
  return ends.map((end, index) => whole.slice(ends[index - 1] ?? 0, end));
};

describe('XML is read the quick way as by a whole parser', () => {
  it('hears the same, or refuses as much, of any document in any pieces', () => {
    let understood = 0;
    fc.assert(
      fc.property(document, fc.array(fc.nat(200), { maxLength: 3 }), (whole, places) => {
        const pieces = cut(whole, places);
        const heard = byUs(pieces);
        expect(heard).toEqual(bySaxes(pieces));
        understood += heard[0] === 'refused' ? 0 : 1;
      }),
      { numRuns: runs(400) },
    );
    expect(understood).toBeGreaterThan(100);
  });

  it('hears the same of a document that was damaged', () => {
    fc.assert(
      fc.property(document, fc.nat(500), fc.constantFrom(...GOOD, ...BAD, '<', '/', '=', ''), (whole, place, sign) => {
        const at = place % (whole.length + 1);
        const damaged = whole.slice(0, at) + sign + whole.slice(at + 1);
        expect(byUs([damaged])).toEqual(bySaxes([damaged]));
      }),
      { numRuns: runs(400) },
    );
  });

  it('needs no whole parser for what spreadsheet programs write', () => {
    const { heard, ...on } = listener();
    const reader = plainReader(on);
    const sheet =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="m" xmlns:r="n"><sheetData><row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1" s="4"/></row></sheetData></worksheet>';
    expect([reader.write(sheet), reader.end()]).toEqual([undefined, undefined]);
    expect(heard.filter(([what]) => what === 'open').map(([, opened]) => opened)).toEqual([
      'worksheet',
      'sheetData',
      'row',
      'c',
      'v',
      'c',
    ]);
  });
});
