import { holds } from './held.ts';

holds('batches', /^(?:roster|round|only-new|scheme-hall)\/zh$|^many\/en$/u);
