import type { Tool } from '../../../model/base/tool.ts';
import type { Decimal, Value } from '../../../model/base/value.ts';
import type { Audit } from '../../../model/finding/audit.ts';
import type { ScoredFinding } from '../../../model/scoring/score.ts';
import type { Rule } from '../../../model/standard/pack.ts';
import { findingOf, resultOf } from '../result.ts';
import { contentKey } from './content.ts';
import { fillTemplate, type LineSink, MARK, makeTemplate, placeWriter, type Template } from './template.ts';

/** Of one rule, no more is remembered than so many different things to say. */
const MOST_TEMPLATES = 300;

interface SoleGround {
  readonly fact: string;
  readonly value: Value;
}

interface Met {
  readonly template: Template;
  readonly fact: string;
  readonly points: Decimal;
}

/** What was said of a rule. */
interface Said {
  readonly templates: Map<string, Template>;
  /** By the value that a rule was met by: the same words, read from another profile, are the same value. */
  readonly byValue: WeakMap<Value, Met>;
  asked: number;
  /** Something else is to be said nearly every time. */
  isVaried: boolean;
}

const saidOf = new WeakMap<Rule, Said>();

const saidFor = (rule: Rule): Said => {
  const known = saidOf.get(rule);
  if (known !== undefined) return known;
  const said: Said = { templates: new Map(), byValue: new WeakMap(), asked: 0, isVaried: false };
  saidOf.set(rule, said);
  return said;
};

const keep = (said: Said, key: string, template: Template): void => {
  if (said.templates.size >= MOST_TEMPLATES) {
    said.isVaried = said.asked < 2 * MOST_TEMPLATES;
    said.templates.clear();
  }
  said.templates.set(key, template);
};

/** Undefined where it is not worth while, or the marks of templates might be mistaken. */
const findTemplate = (said: Said, scored: ScoredFinding, audit: Audit): Template | undefined => {
  const key = said.isVaried ? undefined : contentKey(scored);
  if (key === undefined) return undefined;
  said.asked++;
  const found = said.templates.get(key);
  if (found !== undefined || key.includes(MARK)) return found;
  const made = makeTemplate(scored, audit);
  keep(said, key, made);
  return made;
};

/** A rule met by one value that is no list, and nothing else to be said. */
const soleGround = ({ finding, waived, change }: ScoredFinding): SoleGround | undefined => {
  if (finding.outcome !== 'pass' || finding.grounds.length > 1 || waived !== undefined || change !== undefined)
    return undefined;
  const [{ fact, item, value }] = finding.grounds;
  const isPlain = item === undefined && value !== null && value.type !== 'terms' && value.type !== 'records';
  return isPlain ? { fact, value } : undefined;
};

const templateFor = (scored: ScoredFinding, audit: Audit): Template | undefined => {
  const said = saidFor(scored.finding.rule);
  const sole = soleGround(scored);
  const known = sole && said.byValue.get(sole.value);
  if (known?.fact === sole?.fact && known?.points === scored.points.max) return known?.template;
  const template = findTemplate(said, scored, audit);
  if (template !== undefined && sole !== undefined)
    said.byValue.set(sole.value, { template, fact: sole.fact, points: scored.points.max });
  return template;
};

const EMPTY = '"findings":[]';
const COMMA = Buffer.from(',');

/**
 * Writes the result as one line of JSON, to the byte what `JSON.stringify(resultOf(…))` gives. Most of what is said of
 * one centre was said of others before, but for where it stands; so it is put together from what was said.
 */
export const writeResult = (audit: Audit, tool: Tool, sink: LineSink): void => {
  const frame = JSON.stringify(resultOf(audit, tool, []));
  const at = frame.indexOf(EMPTY) + EMPTY.length - 1;
  const writePlace = placeWriter(audit.profile.path, sink);
  sink.text(frame.slice(0, at));
  audit.findings.forEach((scored, index) => {
    if (index > 0) sink.bytes(COMMA);
    const template = templateFor(scored, audit);
    if (template === undefined) sink.text(JSON.stringify(findingOf(audit)(scored)));
    else fillTemplate(template, scored, audit.profile, writePlace, sink);
  });
  sink.text(frame.slice(at));
};
