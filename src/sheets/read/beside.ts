import { columnOf } from '../address.ts';
import { attributeIn } from '../xml.ts';
import { readXml } from './xml.ts';

/** A remark that hangs on a cell. */
export interface Comment {
  /** As the program shows it: `E2`. */
  readonly cell: string;
  readonly text: string;
}

/** What a sheet shows that no cell holds. */
export interface Beside {
  readonly comments: readonly Comment[];
  /** What stands in text boxes and shapes. */
  readonly texts: readonly string[];
  /** How many check boxes and option buttons float over the cells. */
  readonly boxes: number;
}

export const NOTHING_BESIDE: Beside = { comments: [], texts: [], boxes: 0 };

/** The comments of a part, old ones or threaded. */
export const commentsIn = (bytes: Uint8Array): readonly Comment[] => {
  const comments: { cell: string; text: string }[] = [];
  let inText = false;
  readXml(bytes, {
    open: (name, attributes) => {
      const cell = name === 'comment' || name === 'threadedComment' ? attributeIn(attributes, 'ref') : undefined;
      if (cell !== undefined && columnOf(cell) > 0) comments.push({ cell, text: '' });
      inText = name === 't' || name === 'text';
    },
    close: () => {
      inText = false;
    },
    text: text => {
      const last = comments.at(-1);
      if (inText && last !== undefined) last.text += text;
    },
  });
  return comments.filter(({ text }) => text.trim() !== '');
};

/** The texts of the shapes of a drawing, one a shape. */
export const textsIn = (bytes: Uint8Array): readonly string[] => {
  const texts: string[] = [];
  let inText = false;
  readXml(bytes, {
    open: name => {
      if (name === 'txBody') texts.push('');
      inText = name === 't';
    },
    close: name => {
      if (name === 'p' && texts.length > 0) texts.push(`${texts.pop()}\n`);
      inText = false;
    },
    text: text => {
      if (inText && texts.length > 0) texts.push(texts.pop() + text);
    },
  });
  return texts.map(text => text.trim()).filter(text => text !== '');
};

/** Whether a control is one that is ticked. */
export const isBox = (bytes: Uint8Array): boolean => {
  let found = false;
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'formControlPr') found = ['CheckBox', 'Radio'].includes(attributeIn(attributes, 'objectType') ?? '');
    },
  });
  return found;
};
