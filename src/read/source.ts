export * from '../model/base/source.ts';
