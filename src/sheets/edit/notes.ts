import { placeOf } from '../address.ts';
import { xmlText } from '../xml.ts';
import { applyEdits, type Edit, walk } from './xml.ts';

export interface Notes {
  readonly author: string;
  /** The texts by the references of their cells. */
  readonly at: ReadonlyMap<string, string>;
}

/** Every note begins with its author; in a later round they are known by it. */
const markOf = ({ author }: Notes): string => `【${author}】`;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const BLANK = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;

const run = (text: string, prefix: string): string =>
  `<${prefix}r><${prefix}rPr><${prefix}sz val="9"/><${prefix}rFont val="宋体"/></${prefix}rPr><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}r>`;

interface Comment {
  readonly reference: string;
  readonly start: number;
  readonly end: number;
  /** Just before `</text>`. */
  readonly textEnd: number;
  /** Where our mark stands in it, or below zero. */
  readonly marked: number;
}

const unescaped = (xml: string): string => xml.replaceAll(/<[^>]*>/gu, '');

const readComments = (
  text: string,
  mark: string,
): { comments: readonly Comment[]; authors: number; authorsEnd: number; listEnd: number; prefix: string } => {
  const comments: Comment[] = [];
  let [authors, authorsEnd, listEnd] = [0, 0, 0];
  let open: { reference: string; start: number; textEnd: number } | undefined;
  let prefix = '';
  walk(text, {
    open: tag => {
      if (tag.name === 'comments') prefix = tag.prefix;
      if (tag.name === 'author') authors++;
      if (tag.name === 'comment') open = { reference: tag.attributes.ref ?? '', start: tag.start, textEnd: tag.end };
    },
    close: (name, start, end) => {
      if (name === 'authors') authorsEnd = start;
      if (name === 'commentList') listEnd = start;
      if (name === 'text' && open !== undefined) open.textEnd = start;
      if (name !== 'comment' || open === undefined) return;
      comments.push({ ...open, end, marked: unescaped(text.slice(open.start, end)).trimStart().indexOf(mark) });
      open = undefined;
    },
  });
  return { comments, authors, authorsEnd, listEnd, prefix };
};

export interface EditedNotes {
  readonly comments: string;
  /** Cells that need a shape of their own, and those whose shape is to go. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Notes of an earlier round go; new ones are added to those that others wrote. */
export const editComments = (original: string | undefined, notes: Notes): EditedNotes => {
  const text = original ?? BLANK;
  const mark = markOf(notes);
  const { comments, authors, authorsEnd, listEnd, prefix } = readComments(text, mark);
  const own = comments.filter(({ marked }) => marked === 0);
  const others = new Map(comments.filter(({ marked }) => marked !== 0).map(comment => [comment.reference, comment]));
  const edits: Edit[] = own.map(({ start, end }) => ({ start, end, text: '' }));
  const added = [...notes.at.keys()].filter(reference => !others.has(reference));
  for (const [reference, comment] of others) {
    const note = notes.at.get(reference);
    if (comment.marked > 0) edits.push(withoutMark(text, comment, prefix, mark));
    if (note !== undefined && comment.marked <= 0)
      edits.push({ start: comment.textEnd, end: comment.textEnd, text: run(`\n${mark}\n${note}`, prefix) });
  }
  const made = added.map(
    reference =>
      `<${prefix}comment ref="${reference}" authorId="${authors}"><${prefix}text>${run(`${mark}\n${notes.at.get(reference) ?? ''}`, prefix)}</${prefix}text></${prefix}comment>`,
  );
  if (made.length > 0) {
    edits.push({
      start: authorsEnd,
      end: authorsEnd,
      text: `<${prefix}author>${xmlText(notes.author)}</${prefix}author>`,
    });
    edits.push({ start: listEnd, end: listEnd, text: made.join('') });
  }
  return { comments: applyEdits(text, edits), added, removed: own.map(({ reference }) => reference) };
};

/** What someone else wrote, without what was added in an earlier round. */
const withoutMark = (text: string, { start, textEnd }: Comment, prefix: string, mark: string): Edit => {
  const from = text.indexOf('>', text.indexOf(`<${prefix}text`, start)) + 1;
  const kept = text.slice(from, textEnd);
  const cut = kept.indexOf(mark);
  const runStart = kept.lastIndexOf(`<${prefix}r>`, cut);
  return { start: from, end: textEnd, text: kept.slice(0, runStart < 0 ? cut : runStart) };
};

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

const BLANK_DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>';

const shape = (reference: string, number: number, lines: number): string => {
  const { row, column } = placeOf(reference);
  const height = Math.min(20, Math.max(4, lines));
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:280pt;height:${height * 14}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column}, 12, ${Math.max(0, row - 2)}, 4, ${column + 4}, 12, ${row - 1 + height}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
};

const SHAPE = /<v:shape\b[\s\S]*?<\/v:shape>/gu;
const FIRST_NUMBER = 70_001;

/** The drawing behind the notes: shapes of an earlier round go, new ones come. */
export const editDrawing = (original: string | undefined, { added, removed }: EditedNotes, notes: Notes): string => {
  const gone = new Set(removed.map(reference => `${placeOf(reference).row - 1}:${placeOf(reference).column - 1}`));
  const cleaned = (original ?? BLANK_DRAWING).replaceAll(SHAPE, own => {
    const place = `${/<x:Row>\s*(\d+)/u.exec(own)?.[1]}:${/<x:Column>\s*(\d+)/u.exec(own)?.[1]}`;
    return gone.has(place) ? '' : own;
  });
  const numbers = [...cleaned.matchAll(/_x0000_s(\d+)/gu)].map(([, number]) => Number(number));
  const first = Math.max(FIRST_NUMBER, ...numbers.map(number => number + 1));
  const shapes = added.map((reference, index) =>
    shape(
      reference,
      first + index,
      (notes.at.get(reference) ?? '').split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 26), 1),
    ),
  );
  const type = cleaned.includes('_x0000_t202"') && /<v:shapetype\b[^>]*_x0000_t202/u.test(cleaned) ? '' : SHAPE_TYPE;
  const end = cleaned.lastIndexOf('</xml>');
  return cleaned.slice(0, end) + (shapes.length > 0 ? type : '') + shapes.join('') + cleaned.slice(end);
};
