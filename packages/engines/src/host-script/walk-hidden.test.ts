// What the walk calls hidden, in every shell: odd names and programs anywhere, any dot name in open places, and nothing else.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hostRun, type Place, placeMake, shells, tryProbe } from './testing/host-place.ts';

const places: Place[] = [];
const walk = tryProbe('try', 'walk', { timeoutSeconds: 60 });
afterAll(() => places.forEach((one) => one.remove()));

function placeWith(files: Readonly<Record<string, number>>): Place {
  const place = placeMake();
  places.push(place);
  for (const [path, mode] of Object.entries({ 'etc/passwd': 0o644, 'etc/group': 0o644, ...files })) {
    const full = join(place.root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, 'x');
    chmodSync(full, mode);
  }
  return place;
}

const suspect = {
  'usr/lib/...': 0o644,
  'usr/lib/..x': 0o644,
  'opt/. ': 0o644,
  'opt/.trailing ': 0o644,
  'opt/.line\nbreak': 0o644,
  'home/kim/.tool': 0o744,
  'home/kim/.group-may': 0o654,
  'srv/.setgid': 0o2711,
  'tmp/.plain': 0o644,
  'var/tmp/deep/.plain': 0o600,
  'var/www/html/.env': 0o644,
  'usr/share/nginx/html/.git-credentials': 0o644,
} as const;
const ordinary = {
  'home/kim/.bashrc': 0o644,
  'home/kim/.two words': 0o644,
  'home/kim/.sticky': 0o1644,
  'home/kim/.config/tool': 0o755,
  'etc/.pwd.lock': 0o600,
  'var/www/html/.htaccess': 0o644,
  'var/www/.well-known/x': 0o644,
  'tmp/plain': 0o755,
  'opt/ends.': 0o644,
  'opt/blank ': 0o644,
} as const;

describe.each(shells.filter((shell) => shell.program !== null))('in $name', (shell) => {
  it('lists what hides and leaves out what only begins with a dot', async () => {
    const place = placeWith({ ...suspect, ...ordinary });
    symlinkSync('/nowhere', join(place.root, 'home/kim/.link'));
    const records = (await hostRun(place, shell, [walk])).records('try');
    const names = records.notes('walk.hidden').map(({ values }) => values[4]);
    expect(new Set(names)).toEqual(new Set(Object.keys(suspect).map((path) => `/${path}`)));
    expect(records.note('walk.hidden.total')?.values).toEqual(['12', '6']);
  });

  it('counts a file once for each question', async () => {
    const place = placeWith({ 'tmp/.open': 0o4777 });
    const records = (await hostRun(place, shell, [walk])).records('try');
    for (const kind of ['writable-file', 'setuid', 'hidden'])
      expect(records.note(`walk.${kind}.total`)?.values).toEqual(['1', '0']);
  });
});
