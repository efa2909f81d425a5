import metadata from '../../package.json' with { type: 'json' };

export const VERSION: string = metadata.version;

/** What results and reports say that they were made by. */
export const TOOL = { name: 'duibiao', version: VERSION } as const;
