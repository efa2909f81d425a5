import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packInto, ROOT } from '../support/tarball.ts';
import { run } from '../support/tool.ts';

const home = mkdtempSync(join(tmpdir(), 'duibiao-pipeline-'));
const repository = join(home, 'repository');
const global = join(home, 'global');

/** The example repository with the tarball in its place, and nothing installed; the registry is out of reach. */
beforeAll(() => {
  cpSync(join(ROOT, 'fixtures', 'ci'), repository, { recursive: true });
  mkdirSync(join(repository, 'tools'));
  const { filename } = packInto(home);
  renameSync(join(home, filename), join(repository, 'tools', filename));
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const env = {
  ...process.env,
  PATH: [join(global, 'bin'), process.env.PATH].join(delimiter),
  npm_config_prefix: global,
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  LANG: 'zh_CN.UTF-8',
  GITHUB_STEP_SUMMARY: join(home, 'summary.md'),
};

interface Ran {
  readonly code: number | null;
  readonly out: string;
}

/** Lines as a runner has a shell run them: the first that fails ends it. */
const shell = (...lines: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', lines.join('\n')], {
    cwd: repository,
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout + stderr };
};

const installed = new Set<string>();

/** The lines that are left when the one that installs has gone well; the same words in another pipeline would do the same again. */
const installedBy = (lines: readonly string[]): readonly string[] => {
  const install = lines.find(line => line.startsWith('npm install')) ?? 'false';
  if (!installed.has(install)) expect([install, shell(install).code]).toEqual([install, 0]);
  installed.add(install);
  return lines.filter(line => line !== install);
};

/** What a line that calls the tool comes to, in this process: that what is installed is found and runs is seen once. */
const codeOf = async (line: string): Promise<number | null> => {
  const [tool, ...words] = (line.split(/ [#>]/u)[0] ?? '').trim().split(/\s+/u);
  expect(tool).toBe('duibiao');
  const given = words.flatMap(word => (word === 'submissions/*.yaml' ? [BAD, GOOD] : [word]));
  return (await run(given, { cwd: repository })).code;
};

const [BAD, GOOD] = ['submissions/hetan.yaml', 'submissions/yunling.yaml'];

const read = (file: string): string => readFileSync(join(repository, file), 'utf8');

interface GitHub {
  readonly jobs: { readonly audit: { readonly steps: readonly { readonly run?: string }[] } };
}

interface GitLab {
  readonly submissions: {
    readonly script: readonly string[];
    readonly allow_failure: { readonly exit_codes: number };
    readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
  };
}

interface GiteeGo {
  readonly stages: readonly { readonly steps: readonly { readonly commands: readonly string[] }[] }[];
}

interface PreCommit {
  readonly repos: readonly { readonly hooks: readonly { readonly entry: string; readonly files: string }[] }[];
}

describe.skipIf(process.platform === 'win32')('the lines of', () => {
  it('GitHub Actions refuse the bad submission and no other, and leave a summary and reports behind', async () => {
    const { steps } = (parse(read('.github/workflows/submissions.yml')) as GitHub).jobs.audit;
    const [audit = '', summarise = ''] = installedBy(steps.flatMap(({ run }) => run ?? []));
    const bad = shell(audit);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('::error title=二(四)11 办公设备,file=submissions/hetan.yaml,line=65,col=13::');
    expect(shell(summarise).code).toBe(0);
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('| 河滩口镇便民服务中心 | 不达标 | ❌');
    for (const file of ['duibiao.sarif', 'duibiao.xml'])
      expect(existsSync(join(repository, 'reports', file))).toBe(true);
    expect(await codeOf(audit.replace('submissions/*.yaml', GOOD))).toBe(0);
  });

  it('GitLab CI refuse the bad submission, and leave the reports that are named', async () => {
    const { script, artifacts, allow_failure } = (parse(read('.gitlab-ci.yml')) as GitLab).submissions;
    rmSync(join(repository, 'reports'), { recursive: true, force: true });
    const [audit = ''] = installedBy(script);
    expect(await codeOf(audit)).toBe(1);
    for (const file of Object.values(artifacts.reports)) expect(existsSync(join(repository, file))).toBe(true);
    expect(allow_failure.exit_codes).toBe(2);
  });

  it('Gitee Go refuse the bad submission', async () => {
    const [step] = (parse(read('.workflow/submissions.yml')) as GiteeGo).stages.flatMap(({ steps }) => steps);
    rmSync(join(repository, 'reports'), { recursive: true, force: true });
    const [version = '', audit = ''] = installedBy(step?.commands ?? []);
    expect([shell(version).code, await codeOf(audit)]).toEqual([0, 1]);
    expect(existsSync(join(repository, 'reports', 'duibiao.html'))).toBe(true);
  });

  it('pre-commit take submissions and refuse the bad and the unreadable one', async () => {
    const [validate, audit] = (parse(read('.pre-commit-config.yaml')) as PreCommit).repos.flatMap(({ hooks }) => hooks);
    expect(BAD).toMatch(new RegExp(audit?.files ?? '', 'u'));
    expect('duibiao.yaml').not.toMatch(new RegExp(audit?.files ?? '', 'u'));
    expect(await codeOf(`${validate?.entry} ${BAD} ${GOOD}`)).toBe(0);
    expect(await codeOf(`${validate?.entry} unreadable/songlin.yaml`)).toBe(3);
    expect(await codeOf(`${audit?.entry} ${GOOD} ${BAD}`)).toBe(1);
  });

  it('the page that tells of them do what they say', async () => {
    const lines = /```sh\n(.*?)```/su.exec(read('README.md'))?.[1]?.trim().split('\n') ?? [];
    const codes: (number | null)[] = [];
    for (const line of lines) codes.push(await codeOf(line));
    expect(codes).toEqual([1, 1, 1, 0, 0, 0]);
  });
});
