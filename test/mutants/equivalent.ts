/** Changes that change nothing a test could see, as `npm run mutants` names them, with the reason. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'src/read/pack/beside/signatures.ts: return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -⟦1 → 2⟧ : 1)).map(([key, one]) => [key, canonical(one)]));':
    'of what a comparison answers the sign alone counts',
  "src/words/scoring/history.ts: ids.map(id => grades.⟦find → findLast⟧(grade => grade.id === id)?.label[lang] ?? id).join(say(lang, '或', ' or '));":
    'no two grades of a scheme have one id',
  'src/read/files/lines.ts: const bytes = ⟦first !== undefined && more.length === 0 → false⟧ ? first : Buffer.concat(held);':
    'one piece put together is that piece',
  'src/read/layouts/grid.ts: if (starting.length > 0 || active.length ⟦> → >=⟧ 0)':
    'where none begins and none goes on, none is left',
  'src/read/profile/profile.ts: const level = LEVELS.⟦find → findLast⟧((candidate): candidate is Level => candidate === code);':
    'no two levels have one code',
  'src/language/operands/shapes.ts: return operands.length === items.length ⟦&& → ||⟧ isNonEmpty(operands) ? { op, operands } : undefined;':
    'what is wrong with an operand is said already, and the pack is refused for it',
  'src/read/pack/checks/expression.ts: return parts.length === list.items.length ⟦&& → ||⟧ isNonEmpty(parts) ? parts : undefined;':
    'what is wrong with a part is said already, and the pack is refused for it',
  'src/words/scoring/history.ts: const title = rule.year?.vetoes.⟦find → findLast⟧(veto => veto.id === id)?.title[lang] ?? id;':
    'no two vetoes of a scheme have one id',
  "src/words/scoring/history.ts: kind === 'graded' ? gradesText([of], { grades }, lang) : (vetoes?.⟦find → findLast⟧(({ id }) => id === of)?.title[lang] ?? of);":
    'no two vetoes of a scheme have one id',
  'src/change/center.ts: if (from.scorecard === undefined ⟦|| → &&⟧ to.scorecard === undefined || from.scheme.sha256 !== to.scheme.sha256) return [];':
    'where one of two has a scorecard and the other has none, their schemes differ',
  'src/score/scorecard/grade.ts: ceilings: [sure, ...caps.filter(({ at }) => at ⟦> → >=⟧ sure).map(({ at }) => at)],':
    'one ceiling twice gives the same grades, which are told once',
  'src/language/operands/shapes.ts: ⟦isNonEmpty(all) → true⟧ ? { ...test, operands: all } : test;':
    'one of several is changed, or one of two and more dropped: some are always left',
  "src/language/truth/limits.ts: if (value.type === 'terms' ⟦|| → &&⟧ value.type === 'records') throw new Error(`${path} is no single value`);":
    'no pack that is read asks a list for one value',
  'src/read/files/files.ts: const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? ⟦0 → 1⟧);':
    'where no file is opened without waiting there is no such constant, and no test runs there',
  "src/change/kin.ts: return ⟦township === '' → true⟧":
    'those of other townships are told apart afterwards; by their townships fewer are asked about',
  "src/score/scorecard/parts.ts: const sign = (end: End): number => (end === 'low' ? 1 : -⟦1 → 2⟧);":
    'of what a comparison is multiplied by the sign alone counts',
  "src/score/scorecard/item.ts: const chosen = lines.map(({ low, high }) => ((low.line.kind === 'award') ⟦=== → !==⟧ better ? high : low));":
    'both accounts are made, and which is the worse is asked afterwards',
  'src/language/second/pattern.ts: for (let at = 0; at ⟦< → <=⟧ pattern.length; at++) {':
    'behind the end of a text stands nothing that could be added',
};
