import type { CellValue, Workbook, Worksheet } from 'exceljs';

type Value = number | string;

const number = (value: Value): number => (value === '' ? 0 : Number(value));

/** Excel rounds the decimal that a number is written as. */
const shifted = (value: number, places: number, round: (scaled: number) => number): number =>
  (Math.sign(value) * round(Number((Math.abs(value) * 10 ** places).toPrecision(13)))) / 10 ** places;

const figures = (values: readonly Value[]): readonly number[] => values.filter(value => typeof value === 'number');

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const mean = (values: readonly number[]): number => Number((total(values) / values.length).toPrecision(15));

/** `=甲`, `×*`, `~?`: an equals sign stands for nothing, a tilde keeps the next character from standing for others. */
const meets = (criterion: Value): ((value: Value) => boolean) => {
  if (typeof criterion === 'number') return value => value === criterion;
  const parts = criterion.replace(/^=/u, '').match(/~[~*?]|[*?]|[^~*?]+/gu) ?? [];
  const source = parts.map(part =>
    part === '*' ? '.*' : part === '?' ? '.' : part.replace(/^~/u, '').replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'),
  );
  const pattern = new RegExp(`^${source.join('')}$`, 'u');
  return value => typeof value === 'string' && pattern.test(value);
};

/** `>5` compares; anything else is a text with blanks. */
const criterionOf = (criterion: Value): ((value: Value) => boolean) => {
  const [, limit] = /^>(-?\d+)$/u.exec(String(criterion)) ?? [];
  return limit === undefined ? meets(criterion) : value => typeof value === 'number' && value > Number(limit);
};

const FUNCTIONS: Readonly<Record<string, (args: readonly (readonly Value[])[]) => Value>> = {
  SUM: args => args.flat().reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0),
  AVERAGE: args => mean(figures(args.flat())),
  SUBTOTAL: ([kind, values = []]) => (kind?.[0] === 101 ? mean : total)(figures(values)),
  COUNT: args => figures(args.flat()).length,
  COUNTA: args => args.flat().filter(value => value !== '').length,
  COUNTIF: ([cells = [], criterion]) => cells.filter(criterionOf(criterion?.[0] ?? '')).length,
  RANK: ([value, cells = []]) => 1 + figures(cells).filter(other => other > number(value?.[0] ?? 0)).length,
  QUARTILE: ([cells = [], quarter]) => {
    const sorted = figures(cells).toSorted((a, b) => a - b);
    const place = ((sorted.length - 1) * number(quarter?.[0] ?? 0)) / 4;
    const low = sorted[Math.floor(place)] ?? Number.NaN;
    return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place % 1);
  },
  MIN: args => Math.min(...args.flat().map(number)),
  MAX: args => Math.max(...args.flat().map(number)),
  AND: args => Number(args.flat().every(value => number(value) !== 0)),
  OR: args => Number(args.flat().some(value => number(value) !== 0)),
  SUMPRODUCT: ([first = [], ...more]) =>
    first.reduce<number>((sum, value, index) => {
      const factors = [value, ...more.map(values => values[index] ?? 0)];
      return sum + factors.reduce<number>((product, factor) => product * (typeof factor === 'number' ? factor : 0), 1);
    }, 0),
  IF: ([test, yes, no]) => (number(test?.[0] ?? 0) === 0 ? no?.[0] : yes?.[0]) ?? 0,
  CHOOSE: ([index, ...options]) => options[number(index?.[0] ?? 1) - 1]?.[0] ?? 0,
  ROUND: ([value, places]) => shifted(number(value?.[0] ?? 0), number(places?.[0] ?? 0), Math.round),
  ROUNDDOWN: ([value, places]) => shifted(number(value?.[0] ?? 0), number(places?.[0] ?? 0), Math.floor),
  ROUNDUP: ([value, places]) => shifted(number(value?.[0] ?? 0), number(places?.[0] ?? 0), Math.ceil),
  SUMIF: ([cells = [], test, sums = []]) => {
    const [wanted = ''] = test ?? [];
    const isWanted = criterionOf(wanted);
    return cells.reduce<number>((sum, value, index) => sum + (isWanted(value) ? number(sums[index] ?? 0) : 0), 0);
  },
};

const TOKEN =
  /\s*("(?:[^"]|"")*"|(?:'[^']+'!)?\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?|>=|<=|<>|[-+*/(),=<>])/uy;

const tokensOf = (formula: string): readonly string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const at = TOKEN.lastIndex;
    const [, token] = TOKEN.exec(formula) ?? [];
    if (token === undefined) throw new Error(`cannot read ${formula.slice(at)}`);
    tokens.push(token);
  }
  return tokens;
};

/** Cell by cell, the first cell of a shorter range standing beside each of a longer. */
const eachOf = (left: readonly Value[], right: readonly Value[], apply: (a: Value, b: Value) => number) =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    apply(left[at] ?? left[0] ?? '', right[at] ?? right[0] ?? ''),
  );

const holds = (operator: string, a: Value, b: Value): boolean => {
  if (typeof a === 'string' || typeof b === 'string')
    return operator === '=' && String(a).toLowerCase() === String(b).toLowerCase();
  const order = Number((a - b).toPrecision(12));
  return { '=': order === 0, '<': order < 0, '>': order > 0, '<=': order <= 0, '>=': order >= 0 }[operator] ?? false;
};

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Works the formulas of a workbook out anew from the numbers in it, as a spreadsheet would. */
export const calculator = (workbook: Workbook): ((sheet: string, cell: string) => Value) => {
  const known = new Map<string, Value>();
  const computed = (sheet: Worksheet, cell: string): Value => {
    const key = `${sheet.name}!${cell}`;
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const { value } = sheet.getCell(cell) as { value: CellValue };
    const formula = value !== null && typeof value === 'object' && 'formula' in value ? value.formula : undefined;
    const made = formula === undefined ? plain(value) : evaluate(formula, sheet);
    known.set(key, made);
    return made;
  };
  const plain = (value: CellValue): Value =>
    typeof value === 'number' ? value : typeof value === 'string' ? value : '';
  const ranges = new Map<string, readonly Value[]>();
  /** Formulas of a column look at the same ranges, one after another. */
  const cellsOf = (token: string, sheet: Worksheet): readonly Value[] => {
    const key = `${sheet.name}!${token}`;
    const found = ranges.get(key) ?? cellsIn(token, sheet);
    ranges.set(key, found);
    return found;
  };
  const cellsIn = (token: string, sheet: Worksheet): readonly Value[] => {
    const [, name, from = '', to = from] =
      /^(?:'([^']+)'!)?([A-Z]+\d+)(?::([A-Z]+\d+))?$/u.exec(token.replaceAll('$', '')) ?? [];
    const on = name === undefined ? sheet : workbook.getWorksheet(name);
    if (on === undefined) throw new Error(`no sheet ${name}`);
    const [left, right] = [from, to].map(cell => columnOf(cell.replace(/\d/gu, ''))) as [number, number];
    const [top, bottom] = [from, to].map(cell => Number(cell.replace(/\D/gu, ''))) as [number, number];
    return Array.from({ length: bottom - top + 1 }, (_, down) =>
      Array.from({ length: right - left + 1 }, (_, across) =>
        computed(on, on.getRow(top + down).getCell(left + across).address),
      ),
    ).flat();
  };
  const evaluate = (formula: string, sheet: Worksheet): Value => {
    const tokens = [...tokensOf(formula)];
    const take = (): string => tokens.shift() ?? '';
    const one = (values: readonly Value[]): Value => values[0] ?? '';
    const factor = (): readonly Value[] => {
      const token = take();
      if (token === '-') return [-number(one(factor()))];
      if (token === '(') {
        const inside = comparison();
        take();
        return inside;
      }
      if (token.startsWith('"')) return [token.slice(1, -1).replaceAll('""', '"')];
      if (/^\d/u.test(token)) return [Number(token)];
      if (tokens[0] !== '(') return cellsOf(token, sheet);
      const args: (readonly Value[])[] = [];
      while (take() !== ')') args.push(comparison());
      const known = FUNCTIONS[token];
      if (known === undefined) throw new Error(`no function ${token}`);
      return [known(args)];
    };
    const chain =
      (next: () => readonly Value[], operators: Readonly<Record<string, (a: number, b: number) => number>>) =>
      (): readonly Value[] => {
        let left = next();
        for (let apply = operators[tokens[0] ?? '']; apply !== undefined; apply = operators[tokens[0] ?? '']) {
          take();
          const by = apply;
          left = eachOf(left, next(), (a, b) => by(number(a), number(b)));
        }
        return left;
      };
    const product = chain(factor, { '*': (a, b) => a * b, '/': (a, b) => a / b });
    const sum = chain(product, { '+': (a, b) => a + b, '-': (a, b) => a - b });
    const comparison = (): readonly Value[] => {
      const left = sum();
      const operator = tokens[0] ?? '';
      if (!['=', '<', '>', '<=', '>='].includes(operator)) return left;
      take();
      return eachOf(left, sum(), (a, b) => Number(holds(operator, a, b)));
    };
    return one(comparison());
  };
  return (name, cell) => {
    const sheet = workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return computed(sheet, cell);
  };
};

export const near = (amount: unknown): number => Math.round(Number(amount) * 1e9) / 1e9 + 0;

/** Each formula of a sheet with what was saved beside it and what it comes to. */
export const formulasIn = (
  workbook: Workbook,
  name: string,
): readonly (readonly [formula: string, saved: number, computed: number])[] => {
  const compute = calculator(workbook);
  const found: [string, number, number][] = [];
  workbook.getWorksheet(name)?.eachRow(row =>
    row.eachCell(({ value, address }) => {
      if (value === null || typeof value !== 'object' || !('formula' in value)) return;
      found.push([`${address} ${value.formula}`, near(value.result ?? 0), near(compute(name, address))]);
    }),
  );
  return found;
};
