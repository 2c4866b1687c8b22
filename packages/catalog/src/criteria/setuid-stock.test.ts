// Which special bits a distribution installs where, which programs the guide names, and which make every user root.
import { describe, expect, it } from 'vitest';
import { namedByGuide, runsAnything, stockBits } from './setuid-stock.ts';

describe('stock', () => {
  it.each([
    ['debian', '/usr/bin/su', 4],
    ['debian', '/bin/su', 4],
    ['ubuntu', '/sbin/unix_chkpwd', 2],
    ['rhel', '/usr/bin/su', 4],
    ['amazon-linux', '/bin/su', 4],
    ['debian', '/usr/bin/nothing', 0],
    ['debian', '/sbins/unix_chkpwd', 0],
    ['other', '/usr/bin/su', 0],
  ] as const)('%s %s: %i', (family, path, bits) => expect(stockBits(family, path)).toBe(bits));

  it('a library folder of a system that is not merged is that of a merged one', () => {
    const path = '/lib/x86_64-linux-gnu/utempter/utempter';
    expect(stockBits('debian', path)).toBe(2);
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
