// A throw-away PostgreSQL server for tests: a cluster of its own in a temporary folder, gone when it is stopped or its starter dies.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { programFind } from './agent/bubblewrap.ts';

export interface DatabaseServer {
  /** Of a new and empty database, as the cluster's superuser, through the server's socket. */
  database(): string;
  /** Its address on the loopback, where a password is asked for. */
  readonly tcp: { readonly port: number; readonly user: string; readonly password: string };
  /** Runs statements in a database of it, as the superuser; gives what psql prints. */
  run(databaseUrl: string, statements: string): string;
  /** Ends at once, as a machine does that loses power, and starts again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Oldest server that the tests are for. */
const oldest = 15;
const superuser = 'bongsu';

/** The folder of initdb and postgres; null where none of a fit version is installed. Debian keeps them out of PATH. */
export function databasePrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = (existsSync(debian) ? readdirSync(debian) : []).map(Number).filter((one) => one >= oldest);
  const folders = versions.sort((a, b) => b - a).map((version) => join(debian, String(version), 'bin'));
  const onPath = programFind('initdb');
  const found = [...folders, ...(onPath === null ? [] : [dirname(onPath)])].find((folder) =>
    ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(folder, name))),
  );
  return found ?? null;
}

/** initdb refuses root, so root lends the cluster to an ordinary user of the machine. */
function ordinaryUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('root cannot run PostgreSQL, and there is no user postgres or nobody to run it');
}

/** Makes a cluster and starts it; some seconds. Throws where there are no programs: ask `databasePrograms` first. */
export async function databaseServerStart(): Promise<DatabaseServer> {
  const programs = databasePrograms();
  if (programs === null) throw new Error(`no PostgreSQL ${oldest} or newer is installed`);
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'bongsu-pg-'));
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  for (const path of [folder, passwordFile]) if ('uid' in user) chownSync(path, user.uid, user.gid);
  const cluster = join(folder, 'cluster');
  const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', HOME: folder };
  const options = { env: environment, cwd: folder, ...user };
  const initialise = ['-D', cluster, '-U', superuser, '-E', 'UTF8', '--locale=C', '--no-sync'];
  const authentication = ['--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${passwordFile}`];
  execFileSync(join(programs, 'initdb'), [...initialise, ...authentication], { ...options, stdio: 'pipe' });
  const port = await portFree();
  const run = (databaseUrl: string, statements: string): string =>
    execFileSync(join(programs, 'psql'), ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', databaseUrl, '-c', statements], {
      ...options,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const url = (name: string): string =>
    `postgresql://${superuser}@localhost:${port}/${name}?host=${encodeURIComponent(folder)}`;

  let server = await serverStart(programs, cluster, port, options);
  return {
    tcp: { port, user: superuser, password },
    run,
    database: () => {
      const name = `d${randomBytes(6).toString('hex')}`;
      run(url('postgres'), `create database ${name}`);
      return url(name);
    },
    crash: async () => {
      // SIGQUIT: immediate shutdown, recovery at the next start (PostgreSQL manual, "Shutting Down the Server").
      await serverEnd(server, 'QUIT');
      server = await serverStart(programs, cluster, port, options);
    },
    stop: async () => {
      await serverEnd(server, 'INT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly shell: ChildProcess;
  readonly ended: Promise<unknown>;
}

/** The shell ends the server when its input closes, which it does when this process dies however suddenly. */
const keeper = '"$@" & pid=$!; signal=INT; read -r signal; kill -"${signal:-INT}" $pid; wait $pid';

async function serverStart(
  programs: string,
  cluster: string,
  port: number,
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Running> {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: options.cwd,
    // Tests lose nothing with the machine.
    fsync: 'off',
    max_connections: '60',
    shared_buffers: '32MB',
    log_min_messages: 'fatal',
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const line = ['-c', keeper, 'sh', join(programs, 'postgres'), '-D', cluster, ...words];
  const shell = spawn('sh', line, { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  shell.stderr?.setEncoding('utf8').on('data', (part: string) => (said = (said + part).slice(-2_000)));
  const ended = new Promise((resolve) => shell.once('close', resolve));
  const probe = ['-XAtq', '-h', options.cwd, '-p', String(port), '-U', superuser, '-d', 'postgres', '-c', 'select 1'];
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      execFileSync(join(programs, 'psql'), probe, { ...options, stdio: 'pipe' });
      return { shell, ended };
    } catch (fault) {
      if (!(fault instanceof Error)) throw fault;
      await delay(100);
    }
  }
  await serverEnd({ shell, ended }, 'QUIT');
  throw new Error(`PostgreSQL does not start: ${said}`);
}

async function serverEnd({ shell, ended }: Running, signal: 'INT' | 'QUIT'): Promise<void> {
  shell.stdin?.end(`${signal}\n`);
  await ended;
}

function portFree(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      listener.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
