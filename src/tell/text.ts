/** Words set apart from those around them; `to` is an anchor of the same document, `href` a file beside it. */
export interface Span {
  readonly text: string;
  readonly to?: string;
  readonly href?: string;
  readonly strong?: true;
  /** Smaller than what it stands beside. */
  readonly soft?: true;
}

/** Words of one kind of place; a line break is a line break in every format. */
export type Text = string | readonly (string | Span)[];
