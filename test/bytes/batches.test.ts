import { holds } from './held.ts';

holds('batches', /^(?:many|roster|round|only-new|scheme-hall)\/zh$|^many\/en$/u);
