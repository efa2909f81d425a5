import { get, itemsOf, type MapNode, type SourceNode, toPlain, withClauses } from '../model/base/source.ts';
import { type PackRow, type PackSheet, RULE_TEXTS } from '../model/standard/pack-sheet.ts';
import type { AuthoredFile } from '../read/pack/authored.ts';
import { flowOf, isList, isMap, type Plain, type PlainMap, textIn } from './scorecard/sheet/plain.ts';

const bilingualCells = (rule: PlainMap): Record<string, string> =>
  Object.fromEntries(
    RULE_TEXTS.flatMap(key => {
      const value = rule[key];
      if (!isMap(value)) return [[key, textIn(value)]];
      const [zh, en] = [textIn(value.zh), textIn(value.en)];
      return Object.entries({ [key]: zh, [`${key}_en`]: en });
    }),
  );

const listText = (value: Plain | undefined): string => (isList(value) ? value.map(textIn).join('、') : textIn(value));

const OWN = ['id', 'clause', 'section', 'obligation', 'draft', 'when', 'require', 'due', ...RULE_TEXTS];

const beside = (whole: PlainMap, keys: readonly string[]): string => {
  const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key)));
  return Object.keys(rest).length === 0 ? '' : flowOf(rest);
};

const checkText = (value: Plain | undefined): string => (value === undefined ? '' : flowOf(value));

const ruleRow = (node: SourceNode, levels: string, file: string, order: number): PackRow => {
  const rule = toPlain(withClauses(node)) as PlainMap;
  return {
    rule: textIn(rule.id),
    levels,
    section: textIn(rule.section),
    obligation: textIn(rule.obligation),
    draft: rule.draft === undefined ? '' : 'yes',
    cited: listText(rule.clause),
    when: checkText(rule.when),
    require: checkText(rule.require),
    due: textIn(rule.due),
    ...bilingualCells(rule),
    more: beside(rule, OWN),
    file,
    order: String(order),
  };
};

const rulesIn = ({ name, node }: AuthoredFile): readonly PackRow[] => {
  if (node.kind !== 'map') return [];
  const levels = listText(toPlain(get(node, 'levels') ?? node) as Plain);
  return itemsOf(get(node, 'rules')).map((rule, at) => ruleRow(rule, levels, name, at + 1));
};

const LEDGER_OWN = ['clause', 'text', 'rules', 'reason', 'note'];

const entriesIn = (node: SourceNode | undefined): readonly MapNode[] => {
  const list = node?.kind === 'map' ? get(node, 'sentences') : node;
  return itemsOf(list).filter((item): item is MapNode => item.kind === 'map');
};

/** A pack as rows: each sentence of its ledger with the rules that carry it, then the rules that no sentence names. */
export const packSheet = (
  rules: readonly AuthoredFile[],
  ledger: AuthoredFile | undefined,
  others: readonly AuthoredFile[],
  words: ReadonlyMap<string, string>,
): PackSheet => {
  const waiting = new Map(rules.flatMap(rulesIn).map(row => [row.rule ?? '', row]));
  const take = (id: string): PackRow => {
    const row = waiting.get(id);
    waiting.delete(id);
    return row ?? { rule: id };
  };
  const sentences = entriesIn(ledger?.node).flatMap((entry): readonly PackRow[] => {
    const said = Object.fromEntries(
      entry.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? value.text : toPlain(value)]),
    ) as PlainMap;
    const own = { clause: textIn(said.clause), text: textIn(said.text), sentence: words.get(textIn(said.text)) ?? '' };
    const first = { reason: textIn(said.reason), remark: textIn(said.note), ledger: beside(said, LEDGER_OWN) };
    const ids = isList(said.rules) ? said.rules.map(textIn) : [];
    if (ids.length === 0) return [{ ...own, ...first }];
    return ids.map((id, at) => ({ ...take(id), ...own, ...(at === 0 && first) }));
  });
  const source = ledger?.node.kind === 'map' ? get(ledger.node, 'source') : undefined;
  const bounds =
    source === undefined ? [] : [{ file: 'clauses.yaml', lines: [`source: ${flowOf(toPlain(source) as Plain)}`] }];
  const files = others.map(({ name, text }) => ({ file: name, lines: text.split(/\r?\n/u) }));
  return { rows: [...sentences, ...waiting.values()], files: [...bounds, ...files] };
};
