import { formatLocation, type Location } from '../../model/base/location.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import { isOtherTerm, OTHER_TERM, type Value } from '../../model/base/value.ts';
import { factIdOf } from '../../model/finding/finding.ts';
import type { Cause, FactState } from '../../model/result/compared.ts';
import { listOf } from '../../model/result/values.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import { fieldName, itemName, recordsOf } from '../facts/nouns.ts';
import { dateText, factLabel, termLabel, valueFor } from '../facts/values.ts';
import { OBLIGATION_NAMES } from '../names.ts';
import { listed, pick, type Reader, voiced } from '../reader.ts';

const STATES: Readonly<Record<Exclude<FactState['state'], 'declared'>, Bilingual>> = {
  undeclared: both('未申报', 'not declared'),
  unreadable: both('填了，读不懂', 'declared, cannot be read'),
  'not-applicable': both('申报为不适用', 'declared not applicable'),
  'did-not-occur': both('申报为未发生', 'declared not to have occurred'),
  'nothing-to-check': both('清单为空', 'the list is empty'),
  'outside-calendar': both('日历没有写到', 'outside the calendar'),
  'before-start': both('早于起算的日期', 'earlier than what it is counted from'),
  'days-unsaid': both('没有写明周几', 'days of the week not said'),
  none: both('无', 'none'),
  otherwise: both('与此不同', 'something else'),
  untold: both('结果里没有提到', 'not told by the result'),
};

/** A term alone does not say of which list it is: the fact does. */
const withList = (value: Value, definition: FactDefinition | undefined): Value =>
  value.type === 'term' ? { ...value, list: listOf(definition) } : value;

const stateText = (state: FactState, fact: string, reader: Reader): string => {
  if (state.state !== 'declared') return STATES[state.state][reader.lang];
  const definition = reader.vocabulary.fact.get(factIdOf(fact));
  return valueFor(withList(state.value, definition), definition, reader);
};

const namesIn = (value: Value): readonly string[] | undefined => {
  if (value.type === 'terms') return value.terms.map(({ code }) => code);
  return value.type === 'records' ? value.items.map(({ key }) => key) : undefined;
};

const nameText = (name: string, fact: string, reader: Reader): string => {
  const definition = reader.vocabulary.fact.get(factIdOf(fact));
  if (definition?.type === 'records') return itemName(fact, name, reader);
  return isOtherTerm(name)
    ? name.slice(OTHER_TERM.length)
    : termLabel(reader.vocabulary, listOf(definition), name, reader.lang);
};

type FactCause = Extract<Cause, { readonly kind: 'fact' }>;

/** What was added to a list and what was taken from it: the rest of it is not the reason. */
const listTurn = ({ fact, from, to }: FactCause, reader: Reader): string | undefined => {
  if (from.state !== 'declared' || to.state !== 'declared') return undefined;
  const [was, is] = [namesIn(from.value), namesIn(to.value)];
  if (was === undefined || is === undefined || was.length === 0 || is.length === 0) return undefined;
  const said = (names: readonly string[]): string => listed(names, reader, name => nameText(name, fact, reader));
  const [more, less] = [is.filter(name => !was.includes(name)), was.filter(name => !is.includes(name))];
  const turns = [
    ...(more.length > 0 ? [pick(reader, `增加 ${said(more)}`, `added: ${said(more)}`)] : []),
    ...(less.length > 0 ? [pick(reader, `减少 ${said(less)}`, `taken away: ${said(less)}`)] : []),
  ];
  return turns.join(pick(reader, '；', '; '));
};

/** `工作台高度 2号台`: a field with the record to which it belongs. */
const subjectText = ({ fact, item }: FactCause, reader: Reader): string => {
  const id = factIdOf(fact);
  const records = item === undefined ? undefined : recordsOf(fact, reader);
  const field = reader.vocabulary.fact.get(id);
  if (item === undefined || records === undefined || field === undefined)
    return [factLabel(reader.vocabulary, id, reader.lang), ...(item === undefined ? [] : [item])].join(' ');
  const [name, part] = [itemName(fact, item, reader), fieldName(field, records, reader)];
  return pick(reader, `${name}的${part}`, `${name}, ${part}`);
};

/** What only one result tells may have been the same in the other. */
const oneSided = (
  from: FactState,
  to: FactState,
  [was, is]: readonly [string, string],
  reader: Reader,
): string | undefined => {
  if (from.state === 'untold')
    return pick(reader, `现为 ${is}，上次没有涉及这一项`, `${is} now; the earlier outcome did not rest on it`);
  if (to.state === 'untold')
    return pick(reader, `上次为 ${was}，现在没有涉及这一项`, `${was} before; the outcome does not rest on it now`);
  return undefined;
};

const factText = (cause: FactCause, reader: Reader): string => {
  const { fact, from, to } = cause;
  const [was, is] = [stateText(from, fact, reader), stateText(to, fact, reader)];
  const turn = oneSided(from, to, [was, is], reader) ?? listTurn(cause, reader) ?? `${was} → ${is}`;
  return `${subjectText(cause, reader)}${pick(reader, '：', ': ')}${turn}`;
};

const dayText = ({ date, from, to }: Extract<Cause, { readonly kind: 'date' }>, reader: Reader): string =>
  voiced(reader, {
    zh: `日期已过：这一条以${dateText(date, 'zh')}为界，审核日期由${dateText(from, 'zh')}改为${dateText(to, 'zh')}`,
    en: `the date decides: the rule turns on ${date}, and the audit is as of ${to} instead of ${from}`,
  });

const becameText = ({ from, to }: { readonly from: Bilingual; readonly to: Bilingual }, reader: Reader): string =>
  pick(reader, `“${from.zh}”改为“${to.zh}”`, `"${from.en}" became "${to.en}"`);

const ruleText = (cause: Extract<Cause, { readonly kind: 'rule' }>, reader: Reader): string => {
  const { lang } = reader;
  const { expected, obligation, clause } = cause;
  const turned = (name: Bilingual, from: string, to: string): string => `${name[lang]} ${from} → ${to}`;
  const turns = [
    ...(expected ? [becameText(expected, reader)] : []),
    ...(obligation
      ? [
          turned(
            both('约束', 'obligation'),
            OBLIGATION_NAMES[obligation.from][lang],
            OBLIGATION_NAMES[obligation.to][lang],
          ),
        ]
      : []),
    ...(clause ? [turned(both('条款', 'clause'), clause.from.join(' / '), clause.to.join(' / '))] : []),
  ];
  return `${pick(reader, '要求变了：', 'the rule changed: ')}${turns.join(pick(reader, '；', '; '))}`;
};

const PLAIN: Readonly<Record<'pack' | 'tool' | 'profile' | 'untold', Bilingual>> = {
  pack: both('标准的版本不同', 'another edition of the pack'),
  tool: both('工具的版本不同', 'another version of the tool'),
  profile: both('申报表改过，结果里没有记下是哪一项', 'the profile changed; the results do not tell which fact'),
  untold: both('两份结果都没有说明原因', 'neither result tells why'),
};

/** Why something changed, in a sentence. */
export const causeText = (cause: Cause, reader: Reader): string => {
  if (cause.kind === 'fact') return factText(cause, reader);
  if (cause.kind === 'date') return dayText(cause, reader);
  if (cause.kind === 'rule') return ruleText(cause, reader);
  if (cause.kind !== 'waiver') return PLAIN[cause.kind][reader.lang];
  return cause.granted ? pick(reader, '现已豁免', 'waived now') : pick(reader, '豁免已不再有效', 'no longer waived');
};

export const causePlaces = (cause: Cause): readonly Location[] =>
  cause.kind === 'fact' ? [cause.from, cause.to].flatMap(state => ('location' in state ? state.location : [])) : [];

const placed = (cause: Cause, reader: Reader): string => {
  const [text, places] = [causeText(cause, reader), causePlaces(cause).map(formatLocation).join(' → ')];
  return places === '' ? text : pick(reader, `${text}（${places}）`, `${text} (${places})`);
};

/** Every reason with its places, on one line. */
export const causesText = (causes: readonly Cause[], reader: Reader): string =>
  causes.map(cause => placed(cause, reader)).join(pick(reader, '；', '; '));
