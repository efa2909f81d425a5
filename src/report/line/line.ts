import type { Audit } from '../../model/audit.ts';
import type { Rule } from '../../model/pack.ts';
import type { ScoredFinding } from '../../model/score.ts';
import type { Tool } from '../index.ts';
import { findingOf, resultOf } from '../result.ts';
import { contentKey } from './content.ts';
import { fillTemplate, makeTemplate, placeSayer, type SayPlace, type Template } from './template.ts';

/** Of one rule, no more is remembered than so many different things to say. */
const MOST_TEMPLATES = 300;

const templates = new WeakMap<Rule, Map<string, Template>>();

const templateFor = (scored: ScoredFinding, key: string, audit: Audit): Template => {
  const { rule } = scored.finding;
  const known = templates.get(rule) ?? new Map<string, Template>();
  templates.set(rule, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = makeTemplate(scored, audit);
  if (known.size >= MOST_TEMPLATES) known.clear();
  known.set(key, made);
  return made;
};

const sayFinding = (scored: ScoredFinding, audit: Audit, sayPlace: SayPlace): string => {
  const key = contentKey(scored);
  return key === undefined
    ? JSON.stringify(findingOf(audit)(scored))
    : fillTemplate(templateFor(scored, key, audit), scored, audit.profile, sayPlace);
};

const EMPTY = '"findings":[]';

/**
 * The result as one line of JSON, to the byte what `JSON.stringify(resultOf(…))` gives. Most of what is said of one
 * centre was said of others before, but for where it stands; so it is put together from what was said.
 */
export const resultLine = (audit: Audit, tool: Tool): string => {
  const frame = JSON.stringify(resultOf(audit, tool, []));
  const at = frame.indexOf(EMPTY) + EMPTY.length - 1;
  const sayPlace = placeSayer(audit.profile.path);
  const findings = audit.findings.map(scored => sayFinding(scored, audit, sayPlace));
  return frame.slice(0, at) + findings.join(',') + frame.slice(at);
};
