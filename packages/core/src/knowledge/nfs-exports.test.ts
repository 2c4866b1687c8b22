// Tests of the reader of exports files and of the kernel's table.
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { parseRecords } from '../records.ts';
import { nfsClientIsEverybody, nfsExports, nfsExportsActive, nfsNeedsKerberos } from './nfs-exports.ts';

function clients(text: string): string[] {
  const body = text.split('\n').map((line) => `|${line}\n`);
  const [file] = parseRecords(`#file\t/etc/exports\tpresent\tfile\t644\t0\t0\t1\t\n${body.join('')}`);
  return nfsExports(file as FileRecord).map((one) =>
    `${one.source} ${one.path} ${one.client} ${one.options.join('+')}`.trim(),
  );
}

describe('exports', () => {
  it('binds options to a client only where no blank stands between them', () => {
    expect(clients('/a h1(rw)')).toEqual(['/etc/exports:1 /a h1 rw']);
    expect(clients('/a h1 (rw)')).toEqual(['/etc/exports:1 /a h1', '/etc/exports:1 /a * rw']);
  });
  it('takes a path without a client as for everybody', () => {
    expect(clients('/a')).toEqual(['/etc/exports:1 /a *']);
    expect(clients('/a -ro')).toEqual(['/etc/exports:1 /a * ro']);
  });
  it('gives default options to the clients after them', () => {
    expect(clients('/a -ro,sync h1 h2(rw)')).toEqual([
      '/etc/exports:1 /a h1 ro+sync',
      '/etc/exports:1 /a h2 ro+sync+rw',
    ]);
  });
  it('reads quotes, escapes, continuations and comments', () => {
    expect(clients('# /x *(rw)\n"/a b" h1(ro) # *(rw)\n/c\\040d \\\n  h2(ro) \\\n  *(rw)')).toEqual([
      '/etc/exports:2 /a b h1 ro',
      '/etc/exports:3 /c d h2 ro',
      '/etc/exports:3 /c d * rw',
    ]);
  });
  it('reads what is odd as the server would', () => {
    expect(clients('/a\rb h(rw)\r\n/c h(rw)x\n/d h(ro\n#\n/e#f h() i(rw,,sync)\n/g \\\r\nh(ro)\n/i \\')).toEqual([
      '/etc/exports:1 /a b',
      '/etc/exports:1 /a h rw',
      '/etc/exports:2 /c h rw',
      '/etc/exports:3 /d h ro',
      '/etc/exports:5 /e#f h',
      '/etc/exports:5 /e#f i rw+sync',
      '/etc/exports:6 /g h ro',
      '/etc/exports:8 /i *',
    ]);
    expect(nfsExportsActive(['\th(rw)', '/a', '"/b" \ti(ro)  '])).toEqual([
      { path: '', client: 'h', options: ['rw'], source: 'exportfs -v' },
      { path: '/b', client: 'i', options: ['ro'], source: 'exportfs -v' },
    ]);
  });
  it('reads what exportfs shows, a long path included', () => {
    const lines = ['/srv/very/long/path', '\t\t10.0.0.0/8(sync,rw)', '/pub          \t<world>(ro,all_squash)'];
    expect(nfsExportsActive(lines).map((one) => `${one.path} ${one.client} ${one.options.join('+')}`)).toEqual([
      '/srv/very/long/path 10.0.0.0/8 sync+rw',
      '/pub * ro+all_squash',
    ]);
  });
});

it.each(['*', '*.*', '0.0.0.0/0', '::/0', '0.0.0.0/0.0.0.0', 'gss/krb5', '0.0.0.0/00', '0/000.00.00.0'])(
  '%s is everybody',
  (client) => {
    expect(nfsClientIsEverybody(client)).toBe(true);
  },
);

it.each([
  '10.0.0.0/8',
  '*.example.com',
  'host',
  '10.0.0.1',
  '2001:db8::/32',
  '@group',
  '10.0.0.0/255.0.0.0',
  'example.*',
  '10.0.0.1/024',
])('%s is not', (client) => {
  expect(nfsClientIsEverybody(client)).toBe(false);
});

it('knows Kerberos only where every flavour is', () => {
  const base = { path: '/a', client: '*', source: '' };
  expect(nfsNeedsKerberos({ ...base, options: ['sec=krb5p:krb5i'] })).toBe(true);
  expect(nfsNeedsKerberos({ ...base, options: ['sec=krb5:sys'] })).toBe(false);
  expect(nfsNeedsKerberos({ ...base, options: ['rw'] })).toBe(false);
  expect(nfsNeedsKerberos({ ...base, options: ['rw', 'sec=krb5'] })).toBe(true);
  expect(nfsNeedsKerberos({ ...base, client: 'gss/krb5p', options: ['rw'] })).toBe(true);
});
