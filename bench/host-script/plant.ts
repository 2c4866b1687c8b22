// Plants the root that the host script is measured on: this machine's own settings, many accounts with homes, and many files.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  lchownSync,
  mkdirSync,
  openSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export interface Planting {
  readonly files: number;
  readonly users: number;
  /** How many of the files may be written by everybody. */
  readonly matches: number;
}

const perFolder = 100;

/** Fills an empty folder; owners take real root. */
export function plant(root: string, { files, users, matches }: Planting): void {
  mkdirSync(join(root, 'var/lib'), { recursive: true });
  for (const name of ['usr', 'proc', 'sys', 'dev', 'run', 'home', 'tmp', 'root']) mkdirSync(join(root, name));
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) symlinkSync(`usr/${name}`, join(root, name));
  const copied = spawnSync('cp', ['-a', '/etc', join(root, 'etc')], { stdio: 'inherit' });
  if (copied.status !== 0) throw new Error('/etc could not be copied');
  chmodSync(join(root, 'tmp'), 0o1777);
  for (let user = 0; user < users; user += 1) plantUser(root, user);
  plantSystem(root);
  plantData(root, files - users * 5, matches, users);
}

const uidOf = (user: number): number => 2_000 + user;

/** An account with a hash as long as a real one, and a home as useradd makes it; every hundredth trusts a host. */
function plantUser(root: string, user: number): void {
  const name = `user${String(user).padStart(5, '0')}`;
  const uid = uidOf(user);
  const home = `/home/${name}`;
  appendFileSync(join(root, 'etc/passwd'), `${name}:x:${uid}:${uid}:User ${user} of the bench,,,:${home}:/bin/bash\n`);
  appendFileSync(join(root, 'etc/group'), `${name}:x:${uid}:\n`);
  appendFileSync(join(root, 'etc/shadow'), `${name}:$6$${'s'.repeat(16)}$${'h'.repeat(86)}:19700:1:90:7:30::\n`);
  const place = join(root, home);
  mkdirSync(place, { mode: 0o700 });
  lchownSync(place, uid, uid);
  const personal = ['.bashrc', '.profile', '.bash_logout', '.bash_history', 'notes.txt'];
  if (user % 100 === 0) personal.push('.rhosts');
  for (const file of personal) {
    writeFileSync(join(place, file), file === '.rhosts' ? 'trusted.example kim\n' : '# as made\n');
    lchownSync(join(place, file), uid, uid);
  }
}

/** What a busy server adds: set-user-id programs, folders for everybody, hidden programs, a log that nothing may read whole. */
function plantSystem(root: string): void {
  const tools = join(root, 'opt/tools');
  mkdirSync(tools, { recursive: true });
  mkdirSync(join(root, 'var/log'));
  for (let number = 0; number < 40; number += 1) {
    writeFileSync(join(tools, `tool-${number}`), '');
    chmodSync(join(tools, `tool-${number}`), number % 2 === 0 ? 0o4755 : 0o2755);
    writeFileSync(join(root, `var/log/app-${number}.log`), 'started\n');
    mkdirSync(join(root, `tmp/.cache-${number}`));
    mkdirSync(join(root, `srv/drop-${number}`), { recursive: true });
    chmodSync(join(root, `srv/drop-${number}`), 0o777);
  }
  writeFileSync(join(root, 'var/log/app-0.log'), '');
  truncateSync(join(root, 'var/log/app-0.log'), 100 * 2 ** 20);
}

/** Folders of 100 empty files, each folder an account's, every thousandth file nobody's. */
function plantData(root: string, files: number, matches: number, users: number): void {
  const every = Math.max(1, Math.floor(files / Math.max(1, matches)));
  let folder = '';
  for (let number = 0; number < files; number += 1) {
    const of = Math.floor(number / perFolder);
    if (number % perFolder === 0) {
      folder = join(root, 'srv/data', String(Math.floor(number / 10_000)), String(of));
      mkdirSync(folder, { recursive: true });
    }
    const path = join(folder, number % 500 === 0 ? `.file-${number}` : `file-${number}`);
    closeSync(openSync(path, 'w', 0o644));
    const owner = number % 1_000 === 7 ? 4_000_000 : uidOf(of % Math.max(1, users));
    if (users > 0) lchownSync(path, owner, owner);
    if (number % every === 0) chmodSync(path, 0o666);
  }
}
