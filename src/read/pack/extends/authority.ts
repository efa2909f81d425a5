import * as z from 'zod';
import { type Problem, problem } from '../../../model/base/problem.ts';
import { get, type MapEntry, type SourceNode } from '../../../model/base/source.ts';
import type { Authority } from '../../../model/standard/pack.ts';
import { bilingual, isoDate, readShape } from '../../shape.ts';

const WHY = { because: bilingual.exactOptional(), by: z.string().min(1).exactOptional(), on: isoDate.exactOptional() };

/** Whose word a change stands on: a clause of one's own document, or who decided it, when and why. */
const clauses = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

export const omitSchema = z.strictObject({ clause: clauses.exactOptional(), ...WHY });

/** Any part of a rule, with whose word it stands on; the parts are read where the rule is. */
export const overrideSchema = z.looseObject(WHY);

export const extendsSchema = z.union([
  z.string().min(1),
  z.strictObject({ pack: z.string().min(1), called: z.string().min(1).exactOptional() }),
]);

const authority = z.object({ clause: clauses.exactOptional(), ...WHY });

/** Who decided a change, when and why; nothing where it stands on a clause. */
export const whyIn = (node: SourceNode): Authority | undefined => {
  const { because, by, on } = readShape(authority, node, []) ?? {};
  return because && by !== undefined && on !== undefined ? { because, by, on } : undefined;
};

/** What a change does not say of itself. */
export const authorityOf = ({ value }: MapEntry): readonly Problem[] => {
  if (value.kind !== 'map' || get(value, 'clause') !== undefined) return [];
  const missing = Object.keys(WHY).filter(key => get(value, key) === undefined);
  return missing.length === 0
    ? []
    : [problem('shape', value.location, { path: missing.join(', '), wanted: 'authority' })];
};
