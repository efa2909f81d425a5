/** What made the report. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}
