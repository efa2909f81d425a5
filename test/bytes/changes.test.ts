import { holds } from './held.ts';

holds('changes', /^/u);
