/** Raised whenever a reader of the result would have to change. */
export const SCHEMA_VERSION = '2.0.0';
