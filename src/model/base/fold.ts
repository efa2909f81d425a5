const IGNORED = /[^\p{L}\p{N}]/gu;

/** One spelling for names that people write in many: width, case, spaces and marks say nothing. */
export const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(IGNORED, '');
