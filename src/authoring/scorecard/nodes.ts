import { get, type MapNode, type SourceNode } from '../../model/base/source.ts';

const each = (node: SourceNode): readonly SourceNode[] => {
  if (node.kind === 'map') return node.entries.map(({ value }) => value);
  return node.kind === 'list' ? node.items : [];
};

/** The rows of a scorecard as they stand in its file, by id: those of forms within it too. */
export const rowNodes = (root: SourceNode): ReadonlyMap<string, MapNode> => {
  const rows = new Map<string, MapNode>();
  const visit = (node: SourceNode): void => {
    const id = node.kind === 'map' ? get(node, 'id') : undefined;
    const isRow = node.kind === 'map' && (get(node, 'deduct') !== undefined || get(node, 'award') !== undefined);
    if (node.kind === 'map' && isRow && id?.kind === 'scalar') rows.set(id.text, node);
    each(node).forEach(visit);
  };
  visit(root);
  return rows;
};
