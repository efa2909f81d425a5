import { audit } from '../audit.ts';
import type { ChoiceOptions } from '../load/choose.ts';
import { readDocument, type SourceDocument } from '../load/documents.ts';
import type { Library } from '../load/library.ts';
import { namesOf } from '../load/names.ts';
import { readSubmissions } from '../load/submission.ts';
import type { Audit } from '../model/audit.ts';
import { type Loaded, type Problem } from '../model/problem.ts';
import type { Scheme } from '../model/score.ts';
import type { NonEmpty } from '../model/text.ts';
import type { Vocabulary } from '../model/vocabulary.ts';

/** One profile's result, or every reason why there is none. */
export type BatchEvent =
  | { readonly kind: 'audit'; readonly file: string; readonly audit: Audit }
  | { readonly kind: 'rejected'; readonly file: string; readonly problems: NonEmpty<Problem> };

export interface StreamOptions extends ChoiceOptions {
  readonly scheme: Scheme;
}

/** Where the bytes of an input come from. */
export interface Input {
  readonly file: string;
  readonly bytes?: Loaded<Uint8Array>;
}

/** Audits each profile of each input, in order; a bad one never stops the rest. */
export async function* auditInputs(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  library: Library,
  vocabulary: Vocabulary,
  options: StreamOptions,
): AsyncGenerator<BatchEvent> {
  const dictionary = { vocabulary, names: namesOf(vocabulary) };
  for await (const { file, bytes } of inputs) {
    const document = await readDocument(file, dictionary, bytes);
    if (document.ok) yield* auditDocument(document.value, document.warnings, library, vocabulary, options);
    else yield { kind: 'rejected', file, problems: document.problems };
  }
}

async function* auditDocument(
  document: SourceDocument,
  warnings: readonly Problem[],
  library: Library,
  vocabulary: Vocabulary,
  options: StreamOptions,
): AsyncGenerator<BatchEvent> {
  const { file, sha256, profiles } = document;
  for (const root of profiles) {
    const submissions = await readSubmissions({ path: file, sha256 }, root, library, vocabulary, options);
    if (!submissions.ok) {
      yield { kind: 'rejected', file, problems: submissions.problems };
      continue;
    }
    const said = [...warnings, ...submissions.warnings];
    for (const submission of submissions.value)
      yield { kind: 'audit', file, audit: audit({ ...submission, ...options, warnings: said }) };
  }
}
