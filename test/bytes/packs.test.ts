import { holds } from './held.ts';

holds('packs', /^(?:list|form-from|qingyuan-2024\/(?!guide-|amended).+)\/(?:zh|en)$/u);
