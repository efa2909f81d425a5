/** What can be wanted of a place in a file, by code. */
export type WantedName =
  | 'required'
  | 'mapping'
  | 'list'
  | 'filled-list'
  | 'text'
  | 'quoted-text'
  | 'number'
  | 'whole-number'
  | 'yes-no'
  | 'day'
  | 'version'
  | 'fingerprint'
  | 'digest'
  | 'range'
  | 'one-edge'
  | 'one-word'
  | 'operator'
  | 'clause'
  | 'rule-file'
  | 'authority'
  | 'other-pack'
  | 'last-band'
  | 'rising'
  | 'profiles'
  | 'terms-or-all'
  | 'one-record'
  | 'one-profile'
  | 'kebab-id'
  | 'snake-id'
  | 'term-id'
  | 'fact-id';

/** What should have stood in a place: something with a name, one of several, what is written in a certain way,
 * so many entries, or a whole number from one to another. */
export type Wanted =
  | WantedName
  | { readonly either: readonly Wanted[] }
  | { readonly words: readonly string[] }
  | { readonly written: string }
  | { readonly entries: string }
  | { readonly from: number; readonly to: number };
