import type { HeadBookLine } from '../../../forms/scorecard/book.ts';
import {
  AT_MOST,
  BUREAU_LINE,
  EFFECTS,
  GRADE_LINE,
  GRADED,
  HEAD_LINES,
  REST_LINE,
  VETO_LINE,
} from '../../../model/scoring/card-sheet.ts';
import { isList, isMap, type Plain, type PlainMap, textIn } from './plain.ts';

const at = (root: PlainMap, path: string): Plain | undefined =>
  path.split('.').reduce<Plain | undefined>((value, key) => (isMap(value) ? value[key] : undefined), root);

const headText = (value: Plain | undefined, choices: Readonly<Record<string, string>> | undefined): string => {
  const word = (one: Plain): string =>
    Object.entries(choices ?? {}).find(([, code]) => code === textIn(one))?.[0] ?? textIn(one);
  if (isList(value)) return value.map(word).join('、');
  const said = isMap(value) ? value.zh : value;
  return said === undefined ? '' : word(said);
};

const effectText = (effect: Plain | undefined, grades: readonly PlainMap[]): string => {
  if (!isMap(effect)) return EFFECTS[textIn(effect) as keyof typeof EFFECTS] ?? '';
  const named = grades.find(({ id }) => id === (effect.grade ?? effect.grade_at_most));
  return `${effect.grade === undefined ? AT_MOST : GRADED}${textIn(named?.label)}`;
};

export const mapsIn = (value: Plain | undefined): readonly PlainMap[] => (isList(value) ? value.filter(isMap) : []);

const rankText = ({ first, last }: PlainMap): string => {
  const through = textIn(first ?? last);
  return `${first === undefined ? '后' : '前'}${through}${through.endsWith('%') ? '' : '名'}`;
};

const gradeEdge = ({ at_least: score, requires }: PlainMap): string => {
  const ranks = mapsIn(requires).flatMap(({ rank }) => (isMap(rank) ? [rankText(rank)] : []));
  return [...(score === undefined ? [] : [textIn(score)]), ...ranks].join('，');
};

/** What stands at the head of a card, a line each. */
export const headLines = (root: PlainMap, rest: string | undefined): readonly HeadBookLine[] => {
  const grades = mapsIn(root.grades);
  return [
    ...HEAD_LINES.map(({ key, name, choices }): HeadBookLine => [name, headText(at(root, key), choices)]),
    ...grades.map((grade): HeadBookLine => [GRADE_LINE, textIn(grade.label), gradeEdge(grade)]),
    ...mapsIn(root.vetoes).map(
      (veto): HeadBookLine => [
        VETO_LINE,
        isMap(veto.rank) ? rankText(veto.rank) : textIn(veto.title),
        effectText(veto.effect, grades),
      ],
    ),
    ...Object.entries(isMap(root.bureaus) ? root.bureaus : {}).map(
      ([bureau, points]): HeadBookLine => [BUREAU_LINE, bureau, textIn(points)],
    ),
    [REST_LINE, rest ?? ''],
  ];
};

const SAID_BY_HEAD = new Set(
  ['kind', 'sections', 'vetoes', 'grades', 'bureaus'].concat(HEAD_LINES.map(({ key }) => key.split('.')[0] ?? '')),
);

/** Members of the head that its lines do not say as they are. */
export const headRest = (root: PlainMap): PlainMap => {
  const paths = HEAD_LINES.map(({ key }) => key);
  const unsaid = (key: string): boolean => {
    const own = root[key];
    return (
      isMap(own) &&
      Object.keys(own).some(
        inner => !paths.some(path => path === `${key}.${inner}` || path.startsWith(`${key}.${inner}.`)),
      )
    );
  };
  const others = Object.entries(root).filter(([key]) => !SAID_BY_HEAD.has(key) || unsaid(key));
  return Object.fromEntries([
    ...others,
    ...(['grades', 'vetoes'] as const).flatMap(key => (root[key] === undefined ? [] : [[key, root[key]] as const])),
  ]);
};
