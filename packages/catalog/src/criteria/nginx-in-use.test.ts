// Which instances of nginx count, what is said of several, and what a load that is older than its files makes of a pass.
import type { Judgement } from '@bongsu/core';
import { fail, pass, text } from '@bongsu/core';
import { expect, it } from 'vitest';
import { both, containedNginx, lyingNginx, nginxHost as host, second, web } from '../host-checks/nginx-host.ts';
import { judgeNginx, judgeServers, named } from './nginx-in-use.ts';
import { nginxHost, nginxInstance } from './testing/web-hosts.ts';

const proof = { source: 'line', found: 'said' };
const good = pass(text('좋음', 'good'), [proof]);
const bad = fail(text('나쁨', 'bad'), [proof]);
const conf = '/etc/nginx/nginx.conf';
const stale = web('', {
  notes: [
    ['nginx-unloaded', '812', '/etc/nginx/a.conf'],
    ['nginx-unloaded', '812', '/etc/nginx/b.conf'],
  ],
});

it('names the instance, and shows how it was found', () => {
  expect(judgeNginx(nginxHost(web('')), () => good)).toEqual({
    status: 'pass',
    reason: { ko: `nginx ${conf} (pid 812): 좋음`, en: `nginx ${conf} (pid 812): good` },
    evidence: [
      { source: 'process 812', found: 'nginx: master process /usr/sbin/nginx' },
      { source: conf, found: 'parsed, 1 files; nginx/1.22.1' },
      proof,
    ],
  });
});

it('takes the worst of several', () => {
  const judged = judgeNginx(nginxHost(both(web(''), host('http { }', second))), ({ name }) =>
    name.includes('/opt') ? bad : good,
  );
  expect(judged.status).toBe('fail');
  expect(judged.reason.en).toContain('/opt/shop/nginx.conf (pid 4711): bad');
});

it('shows fifty proofs, and counts the rest', () => {
  const many = (count: number): Judgement =>
    pass(
      good.reason,
      Array.from({ length: count }, () => proof),
    );
  expect(judgeNginx(nginxHost(web('')), () => many(50)).evidence).toHaveLength(52);
  const { evidence } = judgeNginx(nginxHost(web('')), () => many(53));
  expect(evidence).toHaveLength(53);
  expect(evidence.at(-1)).toEqual({ source: conf, found: '3 more' });
});

it('hands a pass by files that are not loaded yet to a person', () => {
  const judged = judgeNginx(nginxHost(stale), () => good);
  expect(judged.status).toBe('manual');
  expect(judged.reason.en).toContain('/etc/nginx/a.conf was written after');
  expect(judged.reason.ko).toContain('/etc/nginx/a.conf');
  expect(judged.evidence.slice(2)).toEqual([
    { source: '/etc/nginx/a.conf', found: 'written after the load' },
    { source: '/etc/nginx/b.conf', found: 'written after the load' },
    proof,
  ]);
  expect(judgeNginx(nginxHost(stale), () => bad).status).toBe('fail');
  expect(judgeNginx(nginxHost(stale), () => good, 'host').status).toBe('pass');
});

it('asks for those in a container, and says what lies there where none is in use', () => {
  const contained = judgeNginx(nginxHost(containedNginx), () => bad);
  expect(contained.status).toBe('manual');
  expect(contained.reason.en).toContain('process 3100');
  expect(contained.reason.ko).toContain('process 3100');
  expect(judgeNginx(nginxHost(lyingNginx), () => bad)).toMatchObject({
    status: 'notApplicable',
    evidence: [{ source: '/usr/sbin/nginx', found: 'installed' }],
  });
  expect(judgeNginx(nginxHost({}), () => bad)).toMatchObject({
    status: 'notApplicable',
    evidence: [{ source: 'nginx', found: 'no program, no process' }],
  });
});

it('judges every server block, and says where there is none', () => {
  const instance = nginxInstance('server { server_name a; } server { server_name b; }');
  expect(judgeServers(instance, ({ name }) => (name === 'b' ? bad : good)).status).toBe('fail');
  expect(judgeServers(nginxInstance(''), () => bad)).toEqual({
    status: 'notApplicable',
    reason: { ko: 'http 서버 블록이 없음', en: 'it has no http server block' },
    evidence: [{ source: conf, found: 'no server block in http' }],
  });
});

it.each([
  [['a'], 'a'],
  [['a', 'b', 'a'], 'a; b'],
  [['a', 'b', 'c'], 'a; b; c'],
  [['a', 'b', 'c', 'd', 'e'], 'a; b; c (+2)'],
])('names %j: %s', (names, said) => expect(named(names)).toBe(said));
