import { holds } from './held.ts';

holds('explained', /^qingyuan-2024\//u);
