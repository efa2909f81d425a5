/** Changes that change nothing a test could see, as `npm run mutants` names them, with the reason. */
export const EQUIVALENT: Readonly<Record<string, string>> = {};
