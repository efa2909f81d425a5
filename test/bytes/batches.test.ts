import { holds } from './held.ts';

holds('batches', /^(?:round|only-new)\/zh$|^roster\/en$/u);
