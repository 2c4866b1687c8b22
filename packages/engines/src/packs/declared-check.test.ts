// What an item of a declared pack says of stated facts: its conditions in their order, and that silence is never a pass.
import type { Host } from '@bongsu/core';
import { probe } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { caseEvidence } from '../judge/case-evidence.ts';
import { judgeHost } from '../judge/judge-host.ts';
import type { DeclaredItem } from './definition.ts';
import { packContent } from './pack-content.ts';
import { packOf } from './testing/sample-pack.ts';

const host: Host = {
  family: 'debian',
  distro: 'debian',
  version: '12',
  prettyName: 'Debian 12',
  container: false,
  live: true,
};
const system = probe<Host>({
  name: 'system',
  timeoutSeconds: 5,
  sizeBytesMax: 4096,
  live: false,
  script: ':',
  read: () => host,
});
const loginDefs = { login: { kind: 'file', path: '/etc/login.defs', text: true } } as const;

describe('a condition', () => {
  const said = (
    item: Partial<DeclaredItem>,
    files: Parameters<typeof caseEvidence>[1]['files'] = {},
    commands = {},
  ) => {
    const { checks } = packContent(packOf(item), {});
    const [check] = checks;
    if (!check) throw new Error('no check');
    const evidence = caseEvidence(check, { name: '', host, files, commands, expect: 'pass' }, system);
    return judgeHost({ checks, system, evidence })[0];
  };

  it.each<[string, Partial<DeclaredItem>, string]>([
    ['whose fact is missing', { facts: loginDefs, pass: '!login.lines.exists(l, l == "x")' }, 'No such key'],
    ['whose key is missing', { facts: loginDefs, pass: 'login.values["X"] == "1"' }, 'No such key'],
    ['about the mode of an absent file', { facts: loginDefs, pass: 'within(login.mode, "640")' }, 'No such key'],
    ['that gives no truth', { facts: loginDefs, pass: 'login.exists ? login.path : login.path' }, 'not true or false'],
    ['with both sides false', { facts: loginDefs, pass: 'login.exists', fail: 'login.exists' }, 'neither condition'],
  ])('%s is unknown', (_what, item, why) => {
    const verdict = said(item, { '/etc/login.defs': 'absent' });
    expect(verdict?.status).toBe('unknown');
    expect(verdict?.reason.en).toContain(why);
  });

  it('of a file that could not be read, or was not asked for, is unknown', () => {
    const item = { facts: loginDefs, pass: 'true' };
    expect(said(item, { '/etc/login.defs': 'unreadable' })?.status).toBe('unknown');
    expect(said(item)?.status).toBe('unknown');
  });

  it('outweighs in order: applies, notApplicable, manual, fail, pass', () => {
    const all = { pass: 'true', fail: 'true', manual: 'true', notApplicable: 'true' };
    expect(said({ ...all, applies: 'host.family == "rhel"' })).toMatchObject({
      status: 'notApplicable',
      evidence: [{ found: 'Debian 12' }],
    });
    expect(said(all)?.status).toBe('notApplicable');
    // What a pack does not speak of has no gap.
    const unreadable = { '/etc/login.defs': 'unreadable' } as const;
    expect(said({ facts: loginDefs, pass: 'true', applies: 'host.live == false' }, unreadable)?.status).toBe(
      'notApplicable',
    );
    expect(said({ pass: 'true', applies: 'host.nothing == 1' })?.reason.en).toContain('condition applies: No such key');
    expect(said({ ...all, notApplicable: 'false' })?.status).toBe('manual');
    expect(said({ ...all, notApplicable: 'false', manual: 'false' })?.status).toBe('fail');
    expect(said({ ...all, notApplicable: 'false', manual: 'false', fail: 'false' })?.status).toBe('pass');
  });

  it('of a command that did not answer is unknown unless the pack said that it may not', () => {
    const facts = (optional: boolean) =>
      ({ ip: { kind: 'command', command: 'sysctl', argument: 'net.ipv4.ip_forward', optional } }) as const;
    const failed = { 'sysctl net.ipv4.ip_forward': { exitCode: 255, stderr: 'cannot stat' } };
    expect(said({ facts: facts(false), pass: 'true' }, {}, failed)?.reason.en).toContain(
      'did not answer (exit code 255 cannot stat)',
    );
    expect(said({ facts: facts(true), pass: '!ip.answered' }, {}, failed)?.status).toBe('pass');
    expect(
      said({ facts: facts(true), pass: 'ip.text == "0"' }, {}, { 'sysctl net.ipv4.ip_forward': { stdout: '0\n' } })
        ?.status,
    ).toBe('pass');
  });
});
