const line = (cells: readonly string[]): string =>
  cells
    .map(text => text.trim().replaceAll(/\s+/gu, ' '))
    .join('\t')
    .trimEnd();

/** A row of a table as lines of text: its cells with tabs between them; where one holds paragraphs, a line for each. */
export const rowText = (cells: readonly (readonly string[])[]): readonly string[] => {
  const filled = cells.map(cell => cell.flatMap(text => text.split('\n')).filter(text => text.trim() !== ''));
  const [first = '', second, ...more] = filled.flat();
  const isNumber = filled[0]?.length === 1 && second !== undefined;
  const lines = filled.every(cell => cell.length <= 1)
    ? [line(filled.map(([text = '']) => text))]
    : isNumber
      ? [line([first, second]), ...more]
      : filled.flat();
  return lines.filter(text => text.trim() !== '');
};
