import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CONFIG_NAME = 'duibiao.yaml';

/** The nearest `duibiao.yaml` in a folder or one above it. */
export const findConfig = (folder: string): string | undefined => {
  const file = join(folder, CONFIG_NAME);
  if (existsSync(file)) return file;
  const above = dirname(folder);
  return above === folder ? undefined : findConfig(above);
};
