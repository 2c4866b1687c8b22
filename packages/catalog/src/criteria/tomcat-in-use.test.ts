// Which instances of Tomcat count, what shows that they are in use, and what the limits of their files say.
import type { Judgement } from '@bongsu/core';
import { fail, manual, pass, text } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import type { TomcatOrder } from '../host-checks/tomcat-host.ts';
import { tomcats, tomcatState } from '../host-checks/tomcat-host.ts';
import { failOr, judgeTomcat } from './tomcat-in-use.ts';
import { beyondLimit, closedAbove, modeProof, unlessMore } from './tomcat-files.ts';
import { tomcatHost } from './testing/web-hosts.ts';

const proof = { source: 'line', found: 'said' };
const good = pass(text('좋음', 'good'), [proof]);
const bad = fail(text('나쁨', 'bad'), [proof]);
const judge = (order: TomcatOrder, said: Judgement = good) => judgeTomcat(tomcatHost(tomcatState(order)), () => said);
const unit = (state: string): [string, string, string] => ['shop.service', 'tomcat', state];

describe('in use', () => {
  it.each([
    [{}, '/proc/4711', 'runs as uid 1001, catalina.base=/opt/tomcat, Tomcat 9.0.98'],
    [
      { uid: null, unit: unit('enabled') },
      '/etc/systemd/system/shop.service',
      'shop.service would be started, Tomcat 9.0.98',
    ],
  ])('%j', (order, source, found) =>
    expect(judge(order)).toEqual({
      status: 'pass',
      reason: { ko: '/opt/tomcat: 좋음', en: '/opt/tomcat: good' },
      evidence: [{ source, found }, proof],
    }),
  );

  it('by a start script, or by nothing that is known', () => {
    const { files } = tomcatState({ uid: null });
    const note = (...notes: [string, ...string[]][]) =>
      tomcatHost({ files, notes: [['instance', '/opt/tomcat', '/opt/tomcat', ''], ...notes] });
    expect(judgeTomcat(note(['processes-asked'], ['at-boot', '/etc/rc.local:3']), () => good).evidence[0]).toEqual({
      source: '/opt/tomcat',
      found: 'it would be started',
    });
    expect(judgeTomcat(note(), () => good).evidence[0]).toEqual({
      source: '/opt/tomcat',
      found: 'what starts it is not known',
    });
  });

  it('of several the worst decides', () => {
    const host = tomcatHost(tomcats(tomcatState(), tomcatState({ base: '/srv/b' })));
    const judged = judgeTomcat(host, ({ base }) => (base === '/srv/b' ? bad : good));
    expect(judged).toMatchObject({ status: 'fail', reason: { en: expect.stringContaining('/srv/b: bad') as string } });
  });

  it('in a container is for a person', () =>
    expect(
      judgeTomcat(
        tomcatHost({ notes: [['processes-asked'], ['jvm-elsewhere', '99', '/usr/local/tomcat']] }),
        () => bad,
      ),
    ).toMatchObject({
      status: 'manual',
      evidence: [{ source: '/proc/99', found: 'catalina.base=/usr/local/tomcat' }],
    }));

  it('is none where nothing runs or would start, and the evidence says what lies there', () => {
    expect(judge({ uid: null, unit: unit('off') }, bad)).toMatchObject({
      status: 'notApplicable',
      evidence: [
        { source: 'shop.service', found: 'off' },
        { source: '/opt/tomcat/conf/server.xml', found: 'installed, no JVM runs with this catalina.base' },
      ],
    });
    expect(judgeTomcat(tomcatHost({ notes: [['installed', '/usr/share/tomcat10']] }), () => bad).evidence).toEqual([
      { source: '/usr/share/tomcat10/lib/catalina.jar', found: 'installed, no instance of its own' },
    ]);
    expect(judgeTomcat(tomcatHost({ notes: [['processes-asked']] }), () => bad)).toMatchObject({
      status: 'notApplicable',
      evidence: [{ found: 'no catalina.base and no conf/server.xml' }],
    });
  });
});

it('fails by what is at fault, else says what is asked of it', () => {
  expect(failOr([proof], bad.reason, () => good)).toEqual(bad);
  expect(failOr([], bad.reason, () => good)).toBe(good);
});

it('passes nothing where more was found than was noted', () => {
  const [instance] = tomcatHost(tomcatState()).instances;
  if (!instance) throw new Error('no instance');
  const more = { ...instance, foundMore: ['/opt/tomcat/webapps/a'] };
  const judged = unlessMore(more, good);
  expect(judged.status).toBe('manual');
  expect(judged.reason.en).toContain('too many');
  expect(judged.evidence).toEqual([{ source: '/opt/tomcat/webapps/a', found: 'more than 200' }, proof]);
  const asked = manual(text('사람', 'a person'), [proof]);
  expect([unlessMore(more, bad), unlessMore(more, asked), unlessMore(instance, good)]).toEqual([bad, asked, good]);
});

describe('modes', () => {
  const host = tomcatHost({
    ...tomcatState({
      files: {
        'conf/plain': { mode: '0640' },
        'conf/wide': { mode: '0644' },
        'conf/marked': { mode: '4640' },
        'conf/linked': { mode: '0640', linkTarget: '/srv/x' },
        'conf/sock': { mode: '0600', type: 'other' },
        'conf/gone': 'absent',
      },
      notes: [['acl', '/opt/tomcat/conf/plain', 'user:kim:r--']],
    }),
  });
  const [instance] = host.instances;
  const file = (name: string) => {
    const found = host.modes.files.find(({ path }) => path === `/opt/tomcat/conf/${name}`);
    if (!found) throw new Error(name);
    return found;
  };

  it('go beyond a limit by a bit, or by a list of access', () => {
    expect(['wide', 'marked', 'linked'].map((name) => beyondLimit(host, file(name), 0o640))).toEqual([
      true,
      false,
      false,
    ]);
    expect(modeProof(host, file('linked'), 0o640)).toEqual({
      source: '/opt/tomcat/conf/linked',
      found: expect.stringMatching(/^0640 .*\(link to \/srv\/x\)$/) as string,
      expected: 'no bit outside 0640',
    });
  });

  it('close a folder to others, and all that is below', () => {
    expect(instance && closedAbove(host, instance, '/opt/tomcat/conf/plain')?.path).toBe('/opt/tomcat/conf');
    expect(instance && closedAbove(host, instance, '/opt/tomcat/conf')).toBeUndefined();
    expect(instance && closedAbove(host, instance, '/opt/tomcat/conf2/x')).toBeUndefined();
    expect(instance && closedAbove(host, instance, '/opt/tomcat/bin/x')).toBeUndefined();
    expect(instance && closedAbove(host, { ...instance, base: '/srv' }, '/opt/tomcat/conf/plain')).toBeUndefined();
    const only = (name: string) => ({ ...host, modes: { ...host.modes, files: [file(name)] } });
    expect(instance && closedAbove(only('sock'), instance, '/opt/tomcat/conf/sock/a')).toBeUndefined();
    expect(instance && closedAbove(only('gone'), instance, '/opt/tomcat/conf/gone/a')).toBeUndefined();
  });
});
