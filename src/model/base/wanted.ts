/** What can be wanted of a place in a file, by code. */
export type WantedName =
  | 'required'
  | 'mapping'
  | 'list'
  | 'filled-list'
  | 'text'
  | 'number'
  | 'whole-number'
  | 'yes-no'
  | 'day'
  | 'version'
  | 'fingerprint'
  | 'one-edge'
  | 'one-record'
  | 'one-profile'
  | 'kebab-id'
  | 'snake-id'
  | 'term-id'
  | 'fact-id';

/** What should have stood in a place: something with a name, one of several, or what is written in a certain way. */
export type Wanted =
  | WantedName
  | { readonly either: readonly Wanted[] }
  | { readonly words: readonly string[] }
  | { readonly written: string };
