import { factIdOf } from '../../model/finding/finding.ts';
import { factName, itemName, recordsOf } from '../facts/nouns.ts';
import { glue, listed, pick, type Reader } from '../reader.ts';

/** Something said of a fact of the centre, or of one record. */
export interface Remark {
  readonly fact: string;
  readonly item?: string | undefined;
  readonly text: string;
}

export const isItem = ({ fact }: { fact: string }): boolean => fact.includes('[');

export const subjectName = ({ fact }: Remark, reader: Reader): string =>
  factName(factIdOf(fact), reader, isItem({ fact }) ? recordsOf(fact, reader) : undefined);

/** Remarks that say the same of the same field of several records, with the names of them all. */
export const gathered = (
  remarks: readonly Remark[],
  reader: Reader,
): readonly { remark: Remark; items: readonly string[] }[] => {
  const groups = new Map<string, { remark: Remark; items: string[] }>();
  for (const remark of remarks) {
    const key = isItem(remark) ? `${factIdOf(remark.fact)}\n${remark.text}` : `${remark.fact}\n\n${remark.text}`;
    const group = groups.get(key) ?? { remark, items: [] };
    if (isItem(remark)) group.items.push(itemName(remark.fact, remark.item ?? '', reader));
    groups.set(key, group);
  }
  return [...groups.values()];
};

interface Style {
  readonly link: Link;
  /** Name a field beside its record, and a fact, even where only one can be meant. */
  readonly fields: boolean;
  readonly facts: boolean;
}

/** Remarks as one sentence. What they are about is named where several things are spoken of, or the style wants it. */
export const together = (remarks: readonly Remark[], reader: Reader, { link, fields, facts }: Style): string => {
  const several = facts || new Set(remarks.map(({ fact }) => factIdOf(fact))).size > 1;
  const named = remarks.map(remark =>
    remark.text !== '' && (several || (fields && isItem(remark)))
      ? { ...remark, text: link(subjectName(remark, reader), remark.text) }
      : remark,
  );
  const said = gathered(named, reader)
    .map(({ remark, items }) => [...(items.length === 0 ? [] : [listed(items, reader)]), remark.text])
    .map(parts => parts.filter(part => part !== '').join(pick(reader, ' ', ' — ')));
  const { most = said.length } = reader;
  const more = said.length > most ? pick(reader, `……（共 ${said.length} 项）`, ` … (${said.length} in all)`) : '';
  return said.slice(0, most).join(pick(reader, '；', '; ')) + more;
};

export type Link = (name: string, text: string) => string;

/** `名称：值`. */
export const labelled =
  (reader: Reader): Link =>
  (name, text) =>
    pick(reader, `${name}：${text}`, `${name}: ${text}`);

/** A figure follows its name at once, an answer after a colon. */
export const linked =
  (reader: Reader): Link =>
  (name, text) =>
    reader.lang === 'zh' && /^\d/u.test(text) ? glue(name, text) : labelled(reader)(name, text);
