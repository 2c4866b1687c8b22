// Which special bits a distribution installs where, which programs the guide names, and which make every user root.
import { describe, expect, it } from 'vitest';
import type { WalkedFile } from '../probes/file-walk.ts';
import { isStock, namedByGuide, runsAnything } from './setuid-stock.ts';

const file = (path: string, mode: number, uid = 0): WalkedFile => ({
  path,
  cut: false,
  mode,
  uid,
  gid: 0,
  type: 'regular file',
  system: true,
});

describe('stock', () => {
  it.each<[Parameters<typeof isStock>[1], string, number, number, boolean]>([
    ['debian', '/usr/bin/su', 0o4755, 0, true],
    ['debian', '/bin/su', 0o4755, 0, true],
    ['ubuntu', '/sbin/unix_chkpwd', 0o2755, 0, true],
    ['rhel', '/usr/bin/su', 0o4755, 0, true],
    ['amazon-linux', '/bin/su', 0o4755, 0, true],
    ['debian', '/lib/x86_64-linux-gnu/utempter/utempter', 0o2755, 0, true],
    ['debian', '/usr/bin/su', 0o6755, 0, false],
    ['debian', '/usr/bin/su', 0o4775, 0, false],
    ['debian', '/usr/bin/su', 0o4757, 0, false],
    ['debian', '/usr/bin/su', 0o4755, 1, false],
    ['debian', '/usr/bin/at', 0o6755, 1, true],
    ['debian', '/usr/bin/at', 0o6755, 2, false],
    ['debian', '/usr/bin/nothing', 0o4755, 0, false],
    ['debian', '/sbins/unix_chkpwd', 0o2755, 0, false],
    ['other', '/usr/bin/su', 0o4755, 0, false],
  ])('%s %s %i of %i: %s', (family, path, mode, uid, stock) => {
    expect(isStock(file(path, mode, uid), family)).toBe(stock);
  });
});

describe('the guide', () => {
  const named = 'dump restore unix_chkpwd at newgrp traceroute lpq lpr lprm lpc lpq-lpd lpr-lpd lprm-lpd lpc-cups';
  it.each(named.split(' '))('names %s', (program) => expect(namedByGuide(program)).toBe(true));
  const others = 'dumpe2fs xdump att lpq2 lpq- lpq-LPD lpstat newgrp.old';
  it.each(others.split(' '))('does not name %s', (program) => expect(namedByGuide(program)).toBe(false));
});

describe('root for everybody', () => {
  const free =
    'sh bash dash ash ksh mksh pdksh zsh csh tcsh fish rbash busybox python python3 python3.11 perl perl5.36 ruby ruby3.1 lua lua5.4 ' +
    'php php8.2 node tclsh tclsh8.6 expect awk gawk mawk nawk find xargs env vi vim vim.basic view nano emacs ed ex less more man ' +
    'sed tar cp mv cat dd tee rsync zip gdb strace nmap socat nc ncat docker openssl';
  it.each(free.split(' '))('%s', (program) => expect(runsAnything(program)).toBe(true));
  const bound =
    'su sudo mount xsh shx unbash pythonx perlx rubyx luax phpx tclshx findmnt vim. vim.2 vimx nodejs catx scp bnc ping passwd';
  it.each(bound.split(' '))('not %s', (program) => expect(runsAnything(program)).toBe(false));
});
