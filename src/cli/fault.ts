import { type Bilingual, both } from '../model/base/text.ts';

const TOO_MANY = both('同时打开的文件太多', 'too many files are open');
const NOT_PERMITTED = both('没有权限', 'it is not permitted');
const IN_THE_WAY = both('这个位置已有同名的文件或文件夹', 'a file or a folder of that name is in the way');

const FAULTS: Readonly<Record<string, Bilingual>> = {
  ENOSPC: both('磁盘已满', 'the disk is full'),
  EDQUOT: both('磁盘配额已用完', 'the disk quota is used up'),
  EFBIG: both('文件超过系统允许的大小', 'the file is larger than the system allows'),
  EROFS: both('磁盘是只读的', 'the disk is read-only'),
  EACCES: NOT_PERMITTED,
  EPERM: NOT_PERMITTED,
  EIO: both('磁盘读写出错', 'the disk reports an error'),
  EBUSY: both('文件正被别的程序占用', 'another program holds the file'),
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  EISDIR: IN_THE_WAY,
  ENOTEMPTY: IN_THE_WAY,
  ENOENT: both('文件或文件夹刚被移走', 'a file or a folder has just been taken away'),
  ELOOP: both('链接绕成了圈', 'links lead in a circle'),
  ENAMETOOLONG: both('名称太长', 'the name is too long'),
  ENXIO: both('设备不在', 'there is no such device'),
};

const pathOf = (error: Error): string | undefined =>
  'path' in error && typeof error.path === 'string' ? error.path : undefined;

/** Why the system did not do what was asked of it, in words; undefined for anything else. */
export const systemFault = (error: unknown): Bilingual | undefined => {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const found = FAULTS[String(error.code)] ?? both(`系统报告 ${error.code}`, `the system reports ${error.code}`);
  const path = pathOf(error);
  return path === undefined
    ? both(
        `读写文件出错：${found.zh}。原有的文件没有动`,
        `a file could not be read or written: ${found.en}. Earlier files are as they were`,
      )
    : both(
        `“${path}”读写出错：${found.zh}。原有的文件没有动`,
        `"${path}" could not be read or written: ${found.en}. Earlier files are as they were`,
      );
};

/** Why the results of a batch could not be written, and that they can be gone on with; undefined for anything else. */
export const batchFault = (error: unknown, folder: string): Bilingual | undefined => {
  const found =
    systemFault(error) && error instanceof Error && 'code' in error ? FAULTS[String(error.code)] : undefined;
  return (
    found &&
    both(
      `写不进“${folder}”：${found.zh}。已写好的都在，排除后加 --resume 接着做`,
      `cannot write to "${folder}": ${found.en}. What was written is kept; put it right and go on with --resume`,
    )
  );
};
