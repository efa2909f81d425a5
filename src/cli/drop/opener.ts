import { spawn } from 'node:child_process';

/** How a system opens a file with whatever the user has for it. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [command: string, ...words: readonly string[]]>>> = {
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Opens a page; where nothing can, its place has been told anyway. */
export const openFile = (file: string): void => {
  const [command, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...words, file], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
};
