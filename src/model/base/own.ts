/** What a record holds by a name that somebody else has written, which may be that of something all records have. */
export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
