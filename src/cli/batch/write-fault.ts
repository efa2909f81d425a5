import type { Bilingual } from '../../model/base/text.ts';

const FAULTS: Readonly<Record<string, Bilingual>> = {
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已用完', en: 'the disk quota is used up' },
  EFBIG: { zh: '文件超过系统允许的大小', en: 'the file is larger than the system allows' },
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  EACCES: { zh: '没有写入权限', en: 'writing is not permitted' },
  EPERM: { zh: '没有写入权限', en: 'writing is not permitted' },
  EIO: { zh: '磁盘读写出错', en: 'the disk reports an error' },
  EBUSY: { zh: '文件正被别的程序占用', en: 'another program holds the file' },
  ENOTDIR: { zh: '这个位置已有同名文件', en: 'a file of that name is in the way' },
  EEXIST: { zh: '这个位置已有同名文件', en: 'a file of that name is in the way' },
};

/** Why results could not be written, in words; undefined for anything else. */
export const writeFault = (error: unknown, folder: string): Bilingual | undefined => {
  const found = error instanceof Error && 'code' in error ? FAULTS[String(error.code)] : undefined;
  return (
    found && {
      zh: `写不进“${folder}”：${found.zh}。已写好的都在，排除后加 --resume 接着做`,
      en: `cannot write to "${folder}": ${found.en}. What was written is kept; put it right and go on with --resume`,
    }
  );
};
