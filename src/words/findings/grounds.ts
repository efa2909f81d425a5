import { operatorOf } from '../../language/operators.ts';
import { factIdOf, type Ground } from '../../model/finding/finding.ts';
import { isTermsTest, type Test } from '../../model/standard/expression.ts';
import { heldText } from '../checks/set-tests.ts';
import { measureOf, recordsOf } from '../facts/nouns.ts';
import { valueFor } from '../facts/values.ts';
import { pick, type Reader } from '../reader.ts';
import { isItem, linked, type Remark, together } from './remarks.ts';

/** The key names its record by itself. */
const isKey = ({ fact }: Pick<Remark, 'fact'>, reader: Reader): boolean => {
  const records = recordsOf(fact, reader);
  return records !== undefined && factIdOf(fact) === `${records.id}.${records.key}`;
};

const nothingText = (tests: readonly Test[], reader: Reader): string =>
  tests.map(test => operatorOf(test).nothing?.[reader.lang]).find(said => said !== undefined) ??
  pick(reader, '未申报', 'not declared');

const groundText = (ground: Ground, tests: readonly Test[], reader: Reader): string => {
  const { fact, value } = ground;
  if (value === null) return nothingText(tests, reader);
  const key = isKey(ground, reader);
  if (key && isItem(ground)) return '';
  const counter = key ? measureOf(recordsOf(fact, reader)?.item.zh ?? '') : '项';
  const [test, ...others] = tests.filter(isTermsTest);
  const held =
    value.type === 'terms' && test !== undefined && others.length === 0
      ? heldText(value, test, counter, reader)
      : undefined;
  return held ?? valueFor(value, reader.vocabulary.fact.get(factIdOf(fact)), reader);
};

type TestsOf = (fact: string) => readonly Test[];

const recordOf = ({ fact }: Ground): string => fact.slice(0, fact.indexOf(']') + 1);

/** What the profile says, as far as it decided. `facts` has each fact named. */
export const groundsText = (grounds: readonly Ground[], testsOf: TestsOf, reader: Reader, facts = false): string => {
  const told = new Set(grounds.filter(ground => !isKey(ground, reader)).map(recordOf));
  const remarks = grounds
    .filter(ground => !(isItem(ground) && isKey(ground, reader) && told.has(recordOf(ground))))
    .map(ground => ({ ...ground, text: groundText(ground, testsOf(ground.fact), reader) }));
  return together(remarks, reader, { link: linked(reader), fields: true, facts });
};
