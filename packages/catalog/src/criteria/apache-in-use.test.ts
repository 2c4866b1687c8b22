// Which servers of Apache httpd count, what is said of several, and what becomes of a pass over parts that nobody could follow.
import type { Judgement } from '@bongsu/core';
import { fail, manual, notApplicable, pass, text } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import type { ApacheAnswers } from '../host-checks/apache-answers.ts';
import { both, built, httpd } from '../host-checks/apache-answers.ts';
import { booted } from '../host-checks/service-answers.ts';
import { judgeApache } from './apache-in-use.ts';
import { apacheHost, hostServices } from './testing/web-hosts.ts';

const proof = { source: 'line', found: 'said' };
const good = pass(text('좋음', 'good'), [proof]);
const bad = fail(text('나쁨', 'bad'), [proof]);
const judge = (answers: ApacheAnswers, said: Judgement | ((name: string) => Judgement) = good) =>
  judgeApache(hostServices(answers), apacheHost(answers), ({ name }) =>
    typeof said === 'function' ? said(name) : said,
  );
const main = '/etc/httpd/conf/httpd.conf';
const idle = { workers: null, enabled: false } as const;

describe('a server is on', () => {
  it('where it runs', () => {
    expect(judge(httpd('Listen 80\n'))).toEqual({
      ...good,
      evidence: [{ source: 'process 1234', found: `/usr/sbin/httpd runs with ${main} (uid 0)` }, proof],
    });
  });
  it('where a unit would start it', () => {
    const { evidence } = judge(httpd('Listen 80\n', { workers: null }));
    expect(evidence).toHaveLength(2);
    expect(evidence[0]?.source).toContain('systemctl');
  });
  it('where a script does, and then the state of its unit is no reason', () => {
    const start = [['apache.start', '/etc/rc.local:3', `/usr/sbin/httpd -f ${main}`]] as const;
    const starts = { source: '/etc/rc.local:3', found: 'starts /usr/sbin/httpd' };
    expect(judge(httpd('Listen 80\n', idle, start)).evidence).toEqual([starts, proof]);
    const enabled = judge(httpd('Listen 80\n', { workers: null }, start)).evidence;
    expect(enabled).toHaveLength(3);
    expect(enabled[1]).toEqual(starts);
  });
});

describe('none is on', () => {
  it('and one lies there', () => {
    const judged = judge(httpd('Listen 80\n', idle), bad);
    expect(judged.status).toBe('notApplicable');
    expect(judged.evidence[0]).toEqual({ source: main, found: '/usr/sbin/httpd neither runs nor is enabled' });
    expect(judge(httpd('Listen 80\n', { ...idle, program: '' }), bad).evidence[0]).toEqual({
      source: main,
      found: 'a configuration without a program',
    });
  });
  it.each(['httpd.service', 'apache2.service'])('but the stock unit %s is', (unit) => {
    const judged = judge({ files: {}, notes: [], commands: booted([unit]) }, bad);
    expect(judged.status).toBe('manual');
    expect(judged.reason.en).toContain('its configuration was not found');
    expect(judged.reason.ko).toContain('설정 파일을 찾지 못함');
    expect(JSON.stringify(judged.evidence)).toContain(unit);
  });
});

describe('of several', () => {
  const two = both(httpd('Listen 80\n'), built('Listen 81\n', { id: '2' }));
  it('each is named, and the worst decides', () => {
    const judged = judge(two, (name) => (name === main ? good : bad));
    expect(judged.status).toBe('fail');
    expect(judged.reason).toEqual({
      ko: expect.stringContaining('/usr/local/apache2/conf/httpd.conf: 나쁨') as string,
      en: expect.stringContaining('/usr/local/apache2/conf/httpd.conf: bad') as string,
    });
    expect(judge(httpd('Listen 80\n'), bad).reason).toEqual(bad.reason);
  });
  it('forty proofs of each are shown, and the rest counted', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ source: `${at}`, found: 'x' }));
    expect(judge(httpd('Listen 80\n'), pass(good.reason, many(40))).evidence).toHaveLength(41);
    const { evidence } = judge(httpd('Listen 80\n'), pass(good.reason, many(43)));
    expect(evidence).toHaveLength(42);
    expect(evidence.at(-1)).toEqual({ source: main, found: '3 more' });
  });
});

describe('a part that could not be followed', () => {
  const odd = httpd('Use Site a\n<Macro Site $x>\n</Macro>\n');
  const open = [
    { source: `${main}:1`, found: 'Use Site (a macro)', expected: 'a configuration that can be followed' },
    {
      source: `${main}:2`,
      found: '<macro> writes configuration of its own',
      expected: 'a configuration that can be followed',
    },
  ];
  it('leaves a failure as it is', () => expect(judge(odd, bad).evidence.slice(1)).toEqual([proof]));
  it('hands a pass to a person', () => {
    const judged = judge(odd);
    expect(judged.status).toBe('manual');
    expect(judged.reason.en).toContain(`(${main}:1)`);
    expect(judged.reason.ko).toContain(`(${main}:1)`);
    expect(judged.evidence.slice(1)).toEqual([...open, proof]);
  });
  it.each([manual(text('사람', 'a person'), [proof]), notApplicable(text('없음', 'none'), [proof])])(
    'adds to what is $status',
    (said) => {
      const judged = judge(odd, said);
      expect(judged).toMatchObject({ status: said.status, reason: said.reason });
      expect(judged.evidence.slice(1)).toEqual([...open, proof]);
    },
  );
});
