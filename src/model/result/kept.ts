import type { Location } from '../base/location.ts';
import type { Bilingual } from '../base/text.ts';
import type { Tool } from '../base/tool.ts';
import type { Audit } from '../finding/audit.ts';
import type { Points } from '../scoring/score.ts';

/** An audit as a result kept it: by which version of the tool, and where in its file it stands. */
export interface Kept {
  readonly audit: Audit;
  readonly tool: Tool;
  readonly at: Location;
}

export interface KeptGrade {
  readonly id: string;
  readonly label: Bilingual;
}

/** A score in short; `points` are the sums of which low and high are shares. */
export interface KeptScore extends Points {
  readonly points: Points;
  readonly grades: readonly KeptGrade[];
}

/** Something that a result rests on, to the byte. */
export interface Digested {
  readonly id: string;
  readonly version?: string;
  readonly sha256: string;
}

/** An input that gave no result. */
export interface KeptRejection {
  readonly file: string;
  readonly center: string;
  readonly message: Bilingual;
}

/** What the record of a batch says of it as a whole. */
export interface KeptRun {
  readonly counts: { readonly documents: number; readonly audited: number; readonly rejected: number };
  /** `missing` have no result; of these, `absent` did not submit. */
  readonly roster?:
    | {
        readonly expected: number;
        readonly missing: number;
        readonly absent?: number | undefined;
        readonly unlisted: number;
      }
    | undefined;
}
