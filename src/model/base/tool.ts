export interface Tool {
  readonly name: string;
  readonly version: string;
}

export const toolText = ({ name, version }: Tool): string => `${name} ${version}`;
