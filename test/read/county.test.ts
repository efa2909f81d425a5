import { describe, expect, it } from 'vitest';
import { isOneOf } from '../../src/read/profile/county.ts';

const LUOSHAN = ['罗山县', '信阳市罗山县', '河南省罗山县', '河南省信阳市罗山县'];
const LUAN = ['六安市', '金安区', '霍邱县', '金寨县', '六安市金寨县', '安徽省六安市', '六安经济技术开发区'];
const XINHUA = ['平顶山市新华区', '河南省平顶山市新华区', '新华区'];

describe('a county as people name it', () => {
  it.each([
    ['罗山', LUOSHAN, true],
    ['罗 山 县', LUOSHAN, true],
    ['河南省信阳市罗山县', LUOSHAN, true],
    ['河南 信阳 罗山', LUOSHAN, true],
    ['罗山区', LUOSHAN, false],
    ['湖南省罗山县', LUOSHAN, false],
    ['南阳市罗山县', LUOSHAN, false],
    ['安徽省六安市金寨县', LUAN, true],
    ['六安金寨县', LUAN, true],
    ['金寨', LUAN, true],
    ['六安', LUAN, true],
    ['安徽省六安市', LUAN, true],
    ['霍山县', LUAN, false],
    ['新华区', XINHUA, true],
    ['平顶山市新华区', XINHUA, true],
    ['河北省石家庄市新华区', XINHUA, false],
    ['石家庄市新华区', XINHUA, false],
  ] as const)('%s', (declared, counties, fits) => expect(isOneOf(declared, counties)).toBe(fits));
});
