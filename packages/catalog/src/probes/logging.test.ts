// What syslog and the journal keep, by their files: rules in their order, lines that no selector shows, drop-ins and masks.
import { describe, expect, it } from 'vitest';
import { logging } from './logging.ts';
import { factOf, faultOf, file, gone, hidden, note } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const main = (text: string) => file('/etc/rsyslog.conf', text);
const rules = (...records: Told) =>
  factOf(logging, ...records).rules.map(({ selector, source }) => `${selector} ${source}`);
const script = (...records: Told) => factOf(logging, ...records).script;

it('does not guess where a file is hidden', () => {
  expect(faultOf(logging, main('*.info\t/x'), hidden('/etc/rsyslog.d/a.conf'))).toBe(
    '/etc/rsyslog.d/a.conf could not be read',
  );
});

it('knows nothing of a host without files', () => {
  expect(factOf(logging, gone('/etc/rsyslog.conf'))).toEqual({
    rules: [],
    script: null,
    storage: undefined,
    journalFolder: false,
    ages: [],
  });
});

describe('rules', () => {
  const dropIn = file('/etc/rsyslog.d/a.conf', 'auth.*\t/var/log/auth.log');

  it('stand in the main file and what it includes', () => {
    expect(rules(dropIn, main('include\t/etc/rsyslog.d/*.conf\n*.info\t/var/log/messages'))).toEqual([
      'auth.* /etc/rsyslog.d/a.conf:1',
      '*.info /etc/rsyslog.conf:2',
    ]);
    expect(rules(dropIn)).toEqual([]);
    expect(rules(main('*.info\t/x'), dropIn)).toEqual(['*.info /etc/rsyslog.conf:1']);
  });

  it('stand in files alone, and in no other place', () => {
    const include = main('include\t/etc/rsyslog.d/');
    const folder = file('/etc/rsyslog.d/b.conf', 'x.*\t/x', { type: 'dir' });
    expect(rules(include, { ...dropIn, state: 'absent' }, folder)).toEqual([]);
    expect(rules(file('/etc/rsyslog.conf', '*.info\t/x', { type: 'dir' }))).toEqual([]);
    const strangers = ['/etc/rsyslog.conf.bak', '/opt/etc/rsyslog.conf', '/etc/rsyslog.dx/a'].map((path) =>
      file(path, 'script'),
    );
    expect(script(...strangers)).toBeNull();
  });
});

describe('a line that no selector shows', () => {
  it.each([
    ['script', '/etc/rsyslog.conf:2'],
    [' script ', '/etc/rsyslog.conf:2'],
    ['scripted', null],
    ['include\t/etc/rsyslog.d/*.conf', null],
    ['include\t/etc/rsyslog.d/', null],
    ['include\t/etc/rsyslog.d/sub/*.conf', '/etc/rsyslog.conf:2'],
    ['include\t/srv/etc/rsyslog.d/*.conf', '/etc/rsyslog.conf:2'],
    ['include\t/opt/*.conf', '/etc/rsyslog.conf:2'],
    ['*.info\t/x', null],
  ])('%j: %s', (line, place) => expect(script(main(`\n${line}`))).toBe(place));

  it('is the first, in drop-ins too', () => {
    expect(script(main('*.info\t/x\nscript\nscript'))).toBe('/etc/rsyslog.conf:2');
    expect(script(main('*.info\t/x'), file('/etc/rsyslog.d/a.conf', 'script'))).toBe('/etc/rsyslog.d/a.conf:1');
  });
});

describe('the journal', () => {
  const storage = (...files: Told) => factOf(logging, ...files).storage?.value;
  const own = file('/etc/systemd/journald.conf', '[Journal]\nStorage=auto');
  const at = (folder: string, name: string, text: string) => file(`${folder}/systemd/journald.conf.d/${name}`, text);

  it('is kept as the last word says: the main file, then drop-ins by name', () => {
    expect(storage(own)).toBe('auto');
    expect(storage(at('/etc', 'a.conf', 'Storage=volatile'), own)).toBe('volatile');
    expect(storage(at('/etc', 'a.conf', 'Storage=none'), at('/usr/lib', 'b.conf', 'Storage=persistent'))).toBe(
      'persistent',
    );
    expect(storage(at('/usr/lib', 'b.conf', 'Storage=persistent'), at('/etc', 'a.conf', 'Storage=none'))).toBe(
      'persistent',
    );
    expect(storage(file('/etc/other.conf', 'Storage=none'))).toBeUndefined();
    expect(storage(file('/etc/other.conf', 'Storage=none'), own)).toBe('auto');
  });

  it('is kept by the drop-in of the later folder', () => {
    const roots = ['/usr/lib', '/usr/local/lib', '/run', '/etc'];
    const all = roots.map((root) => at(root, 'a.conf', `Storage=${root}`)).toReversed();
    for (const from of roots.keys()) expect(storage(...all.slice(from))).toBe(roots.at(-1 - from));
  });

  it('is not kept by a drop-in that another of its name hides', () => {
    const vendor = at('/usr/lib', 'a.conf', 'Storage=persistent');
    expect(storage(own, vendor, at('/etc', 'a.conf', '# nothing'))).toBe('auto');
    const mask = file('/etc/systemd/journald.conf.d/a.conf', '', { type: 'other', linkTarget: '/dev/null' });
    expect(storage(own, vendor, mask)).toBe('auto');
  });

  it('has a folder that outlives a reboot or has none', () => {
    const folder = (record: Told[number]) => factOf(logging, record).journalFolder;
    expect(folder(file('/var/log/journal', '', { type: 'dir' }))).toBe(true);
    expect(folder(file('/var/log/journal'))).toBe(false);
    expect(folder(gone('/var/log/journal'))).toBe(false);
  });
});

it('tells when logs were written, as far as the host said', () => {
  const ages = [['12'], ['-3'], ['x'], ['12x'], ['x12'], ['']].map((age) =>
    note('written', '/var/log/messages', ...age),
  );
  expect(factOf(logging, ...ages, note('written', '/var/log/cron'), note('written')).ages).toEqual([
    { path: '/var/log/messages', ageSeconds: 12 },
    { path: '/var/log/messages', ageSeconds: -3 },
  ]);
});
