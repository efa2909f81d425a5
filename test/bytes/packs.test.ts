import { holds } from './held.ts';

holds('packs', /^qingyuan-2024\/(?!guide-|amended).+\/(?:zh|en)$/u);
