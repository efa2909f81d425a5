import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWhole, wholeName, writeWhole } from '../../src/batch/files/whole.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const there = (): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));

describe('a file that is written', () => {
  it('stands in its folder with nothing beside it, and in a folder that was not there', () => {
    writeWhole(join(folder, '报告.txt'), '甲');
    writeWhole(join(folder, '报告.txt'), Buffer.from('乙'));
    expect(there()).toEqual({ '报告.txt': '乙' });
    writeWhole(join(folder, '新', '报告.txt'), file => {
      file.write('丙');
      file.write('丁');
    });
    expect(readFileSync(join(folder, '新', '报告.txt'), 'utf8')).toBe('丙丁');
  });

  it('names the file that was asked for where it cannot be begun, or put in its place', () => {
    const faultOf = (act: () => void): string => {
      try {
        act();
      } catch (error) {
        return error instanceof Error && 'path' in error ? String(error.path) : '';
      }
      return 'none';
    };
    const long = join(folder, '长'.repeat(82));
    expect(faultOf(() => writeWhole(long, '甲'))).toBe(long);
    const taken = join(folder, '报告.txt');
    const whole = openWhole(taken);
    mkdirSync(taken);
    expect(faultOf(whole.keep)).toBe(taken);
    expect(readdirSync(folder)).toEqual(['报告.txt']);
    expect(['.报告.txt.0a1b2c3d.part', '报告.txt', '.报告.txt.part'].map(wholeName)).toEqual([
      '报告.txt',
      '报告.txt',
      '.报告.txt.part',
    ]);
  });

  it('leaves the older one and nothing else when it fails on the way', () => {
    writeWhole(join(folder, 'a.txt'), 'old');
    const fill = (): never => {
      throw new Error('no more');
    };
    expect(() => writeWhole(join(folder, 'a.txt'), fill)).toThrow('no more');
    expect(there()).toEqual({ 'a.txt': 'old' });
  });

  it('leaves nothing when a folder is in the way', () => {
    mkdirSync(join(folder, 'a.txt', 'b'), { recursive: true });
    expect(() => writeWhole(join(folder, 'a.txt'), 'new')).toThrow();
    expect(readdirSync(folder)).toEqual(['a.txt']);
    expect(readdirSync(join(folder, 'a.txt'))).toEqual(['b']);
  });

  it('is whole whoever else writes it at the same time', () => {
    const [one, other] = [openWhole(join(folder, 'a.txt')), openWhole(join(folder, 'a.txt'))];
    one.write('one, ');
    other.write('the other');
    one.write('to its end');
    other.keep();
    expect(there()['a.txt']).toBe('the other');
    one.keep();
    expect(there()).toEqual({ 'a.txt': 'one, to its end' });
  });

  it('goes where a link leads, and the link stays', () => {
    writeFileSync(join(folder, 'a.txt'), 'old');
    symlinkSync('a.txt', join(folder, 'link.txt'));
    writeWhole(join(folder, 'link.txt'), 'new');
    expect(there()).toEqual({ 'a.txt': 'new', 'link.txt': 'new' });
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
  });

  it('takes the place of no device', () => {
    symlinkSync('/dev/null', join(folder, 'nothing'));
    writeWhole(join(folder, 'nothing'), 'new');
    expect(statSync(join(folder, 'nothing')).isCharacterDevice()).toBe(true);
    rmSync(join(folder, 'nothing'));
  });

  it('that nobody wants any more is gone', () => {
    writeFileSync(join(folder, 'a.txt'), 'old');
    const whole = openWhole(join(folder, 'a.txt'));
    whole.write('new');
    whole.discard();
    whole.discard();
    expect(there()).toEqual({ 'a.txt': 'old' });
  });
});
