import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'sinfo'];
const NODES = ['n1', 'n2'];

/** Whether a cluster can be had here; its daemons want to be root's. */
export const hasSlurm = (): boolean =>
  process.getuid?.() === 0 && PROGRAMS.every(name => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const configOf = (folder: string, [controller = 0, ...ports]: readonly number[]): string =>
  [
    'ClusterName=test',
    `SlurmctldHost=${hostname()}(127.0.0.1)`,
    `SlurmctldPort=${controller}`,
    'SlurmUser=root',
    'AuthType=auth/munge',
    `AuthInfo=socket=${folder}/munge.socket`,
    'CredType=cred/munge',
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'SelectType=select/cons_tres',
    'SlurmdParameters=config_overrides',
    'ReturnToService=2',
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool-%n`,
    `SlurmctldPidFile=${folder}/slurmctld.pid`,
    `SlurmdPidFile=${folder}/slurmd-%n.pid`,
    `SlurmctldLogFile=${folder}/slurmctld.log`,
    `SlurmdLogFile=${folder}/slurmd-%n.log`,
    ...NODES.map(
      (name, at) =>
        `NodeName=${name} NodeHostname=${hostname()} NodeAddr=127.0.0.1 Port=${ports[at]} CPUs=2 State=UNKNOWN`,
    ),
    `PartitionName=main Nodes=${NODES.join(',')} Default=YES MaxTime=INFINITE State=UP`,
    '',
  ].join('\n');

/** A controller and two nodes on this machine. */
export interface Cluster {
  /** Queues a job and waits for all its tasks to end. */
  readonly queue: (words: readonly string[], env: Readonly<Record<string, string>>) => Promise<void>;
  readonly close: () => Promise<void>;
}

const until = async (holds: () => boolean, what: string): Promise<void> => {
  for (let left = 600; !holds(); left--) {
    if (left === 0) throw new Error(`${what}: in vain`);
    await setTimeout(100);
  }
};

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);

export const startCluster = async (folder: string): Promise<Cluster> => {
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'state'));
  const env = { ...process.env, SLURM_CONF: join(folder, 'slurm.conf') };
  const run = (command: string, words: readonly string[], more: Readonly<Record<string, string>> = {}): string =>
    execFileSync(command, words, { cwd: folder, env: { ...env, ...more }, encoding: 'utf8' });
  const ports = await Promise.all(['controller', ...NODES].map(freePort));
  writeFileSync(env.SLURM_CONF, configOf(folder, ports));
  writeFileSync(join(folder, 'munge.key'), randomBytes(128), { mode: 0o600 });
  const named = ['key', 'socket', 'log', 'seed', 'pid'].map(name => `--${name}-file=${folder}/munge.${name}`);
  run('munged', ['--force', ...named.map(word => word.replace('--socket-file', '--socket'))]);
  run('slurmctld', []);
  for (const name of NODES) run('slurmd', ['-N', name]);
  await until(
    () =>
      run('sinfo', ['-h', '-N', '-o', '%T'])
        .trim()
        .split('\n')
        .every(state => state === 'idle'),
    'idle nodes',
  );
  const pids = ['slurmctld', ...NODES.map(name => `slurmd-${name}`), 'munge'].map(name => join(folder, `${name}.pid`));
  const close = async (): Promise<void> => {
    for (const pid of pids.filter(file => existsSync(file)).map(file => Number(readFileSync(file, 'utf8')))) {
      process.kill(pid, 'SIGTERM');
      await until(() => !isAlive(pid), `the end of ${pid}`);
    }
  };
  const queue: Cluster['queue'] = async (words, more) => {
    const job = run('sbatch', ['--parsable', ...words], more).trim();
    await until(() => run('squeue', ['-h', '-j', job]).trim() === '', `the end of job ${job}`);
  };
  return { queue, close };
};
