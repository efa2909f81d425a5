import type { SourceNode } from '../../model/base/source.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';

/** How what there is may be shown to people. */
export const SHOWN = '(?:公示|公开|张贴|悬挂|挂牌|上墙)';

const NOT_SHOWN = new RegExp(String.raw`[均都]?(?:暂|尚|还)?未(${SHOWN})(?=$|[\s、，,;；。）)])`, 'gu');

const ASKS_SHOWN = /公[示开布]|[牌栏]|标[识志]/u;

/** 未上墙 as 无 where it is asked what is shown, or whether there is a sign; of a rule or a service it does not say that there is none. */
export const asShown = (node: SourceNode, definition: FactDefinition): SourceNode => {
  const { type, label } = definition;
  if (node.kind === 'list') return { ...node, items: node.items.map(item => asShown(item, definition)) };
  if (node.kind === 'map' || (type !== 'yes_no' && type !== 'terms')) return node;
  const text = node.text.replaceAll(NOT_SHOWN, (said, verb: string) =>
    label.zh.includes(verb) || ASKS_SHOWN.test(label.zh) ? '无' : said,
  );
  return { ...node, text };
};
