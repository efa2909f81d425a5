import type { Audit } from '../../model/audit.ts';
import type { Rule } from '../../model/pack.ts';
import type { ScoredFinding } from '../../model/score.ts';
import type { Tool } from '../index.ts';
import { findingOf, resultOf } from '../result.ts';
import { contentKey } from './content.ts';
import { fillTemplate, type LineSink, MARK, makeTemplate, placeWriter, type Template } from './template.ts';

/** Of one rule, no more is remembered than so many different things to say. */
const MOST_TEMPLATES = 300;

/** What was said of a rule, and how often it was asked for. */
interface Said {
  readonly templates: Map<string, Template>;
  asked: number;
}

const saidOf = new WeakMap<Rule, Said>();

/** Undefined where something else is to be said nearly every time, or the marks of templates might be mistaken. */
const templateFor = (scored: ScoredFinding, audit: Audit): Template | undefined => {
  const { rule } = scored.finding;
  const said = saidOf.get(rule) ?? { templates: new Map<string, Template>(), asked: 0 };
  saidOf.set(rule, said);
  const isVaried = said.templates.size >= MOST_TEMPLATES && said.asked < 2 * MOST_TEMPLATES;
  const key = isVaried ? undefined : contentKey(scored);
  if (key === undefined) return undefined;
  said.asked++;
  const found = said.templates.get(key);
  if (found !== undefined) return found;
  if (key.includes(MARK)) return undefined;
  const made = makeTemplate(scored, audit);
  if (said.templates.size >= MOST_TEMPLATES) said.templates.clear();
  said.templates.set(key, made);
  return made;
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
