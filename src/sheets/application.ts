import { xmlText } from './xml.ts';

/** The part that says which program wrote a workbook last: whichever saves it anew puts its own name there. */
export const APPLICATION = {
  path: 'docProps/app.xml',
  type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  relation: 'extended-properties',
} as const;

export const applicationXml = (name: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${xmlText(name)}</Application></Properties>`;
