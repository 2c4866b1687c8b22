// Tomcat on planted roots and as live processes, from the shell script to the verdict, under every shell that hosts have.
import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hostChecks, probesAlways, system } from '@bongsu/catalog';
import type { HostEvidence, Verdict } from '@bongsu/core';
import { composeHostScript, evidenceRead, judgeHost, probesFor } from '@bongsu/engines';
import { afterAll, describe, expect, it } from 'vitest';

const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stderr.write('SKIPPED: Tomcat on a planted root needs root\n');

// The package manager of this machine is no matter here.
const checks = hostChecks.filter((check) => check.id.startsWith('tomcat.') && check.id !== 'tomcat.patches');
const dir = mkdtempSync(join(tmpdir(), 'bongsu-tomcat-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill();
  rmSync(dir, { recursive: true, force: true });
});

const shells = [['dash'], ['bash'], ['busybox', 'sh']].filter(
  ([program = '', ...rest]) => spawnSync(program, [...rest, '-c', 'exit 0']).status === 0,
);

const server = (within = '', connector = ''): string => `<Server port="8005" shutdown="SHUTDOWN"><GlobalNamingResources>
<Resource name="UserDatabase" factory="org.apache.catalina.users.MemoryUserDatabaseFactory" pathname="conf/tomcat-users.xml"/></GlobalNamingResources>
<Service name="Catalina"><Connector port="8080" ${connector}/><Engine name="Catalina" defaultHost="localhost">
<Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase"/>
<Host name="localhost" appBase="webapps">${within}</Host></Engine></Service></Server>`;
const web = `<web-app><servlet><servlet-name>default</servlet-name><servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class>
<init-param><param-name>listings</param-name><param-value>false</param-value></init-param></servlet></web-app>`;
const users = (inner: string): string => `<tomcat-users>${inner}</tomcat-users>`;

type Files = Readonly<Record<string, string | readonly [text: string, mode: number]>>;

function plant(root: string, files: Files, links: Readonly<Record<string, string>> = {}): void {
  for (const [path, file] of Object.entries(files)) {
    const [text, mode] = typeof file === 'string' ? [file, 0o600] : file;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    chmodSync(join(root, path), mode);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
}

async function evidenceOf(name: string, shell: readonly string[], root: string | null): Promise<HostEvidence> {
  const script = join(dir, `${name}.sh`);
  writeFileSync(script, composeHostScript(probesFor(checks, probesAlways)).script);
  const bin = join(dir, `bin-${shell[0]}`);
  if (!existsSync(bin)) {
    mkdirSync(bin);
    symlinkSync(spawnSync('sh', ['-c', `command -v ${shell[0]}`], { encoding: 'utf8' }).stdout.trim(), join(bin, 'sh'));
  }
  const out = join(dir, `${name}.tar.gz`);
  const run = spawnSync(join(bin, 'sh'), [script, out], {
    encoding: 'utf8',
    env: { PATH: `${bin}:/usr/sbin:/usr/bin:/sbin:/bin`, TMPDIR: dir, ...(root === null ? {} : { BONGSU_ROOT: root }) },
  });
  expect(run.stderr).toBe('');
  const read = await evidenceRead(createReadStream(out));
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.evidence;
}

function verdictsOf(evidence: HostEvidence): (check: string) => Verdict {
  const verdicts = judgeHost({ checks, system, evidence });
  return (check) => {
    const verdict = verdicts.find((one) => one.unit === `tomcat.${check}`);
    if (!verdict) throw new Error(`no verdict of ${check}`);
    return verdict;
  };
}

const release = { '/etc/os-release': 'ID=debian\nVERSION_ID="12"\n' };

describe.runIf(isRoot).each(shells.map((shell) => ({ shell, name: shell.join(' ') })))(
  'by $name',
  ({ shell, name }) => {
    const judged = async (story: string, files: Files, links: Readonly<Record<string, string>> = {}) => {
      const id = `${name.replace(' ', '-')}-${story}`;
      const root = join(dir, `${id} [root]`);
      plant(root, { ...release, ...files }, links);
      const evidence = await evidenceOf(id, shell, root);
      return { of: verdictsOf(evidence), raw: evidence.raw['tomcat'] ?? '' };
    };

    it('judges the base of a unit and not its home, through links inside the root only', async () => {
      const { of, raw } = await judged(
        'unit',
        {
          '/lib/systemd/system/tomcat10.service':
            '[Service]\nEnvironment="CATALINA_HOME=/usr/share/tomcat10"\nEnvironment="CATALINA_BASE=/var/lib/tomcat10"\nUser=tomcat\n',
          '/usr/share/tomcat10/lib/catalina.jar': '',
          '/usr/share/tomcat10/RELEASE-NOTES': '    Apache Tomcat Version 10.1.34\n',
          '/usr/share/tomcat10/conf/tomcat-users.xml': users('<user username="admin" password="tomcat"/>'),
          '/etc/tomcat10/server.xml': server(),
          '/etc/tomcat10/web.xml': web,
          '/etc/tomcat10/tomcat-users.xml': users(
            '<!-- <user username="admin" password="S3CRET"/> --><user username="kim" password="S3CRET-long-1" roles="a"/>',
          ),
          '/var/log/tomcat10/catalina.out': ['x', 0o644],
          '/var/lib/tomcat10/webapps/ROOT/index.html': 'x',
        },
        {
          '/etc/systemd/system/multi-user.target.wants/tomcat10.service': '/lib/systemd/system/tomcat10.service',
          '/var/lib/tomcat10/conf': '/etc/tomcat10',
          '/var/lib/tomcat10/logs': '../../log/tomcat10',
        },
      );
      expect(raw).not.toContain('S3CRET');
      expect([of('default-admin').status, of('weak-password').status, of('password-file').status]).toEqual([
        'pass',
        'pass',
        'pass',
      ]);
      expect(of('process-user')).toMatchObject({
        status: 'pass',
        reason: { en: '/var/lib/tomcat10: its unit starts it as tomcat' },
      });
      expect(JSON.stringify(of('weak-password').evidence)).toContain('set:10:4');
      expect(JSON.stringify(of('cgi').evidence)).toContain('Tomcat 10.1.34');
      expect(of('log-permissions').evidence.map(({ source }) => source)).toContain(
        '/var/lib/tomcat10/logs/catalina.out',
      );
    });

    it('judges every instance, and one folder under two names once', async () => {
      const { of, raw } = await judged(
        'several',
        {
          '/opt/apache-tomcat-9.0.98/lib/catalina.jar': '',
          '/opt/apache-tomcat-9.0.98/conf/server.xml': server(),
          '/opt/apache-tomcat-9.0.98/conf/web.xml': web,
          '/srv/tomcat-b/conf/server.xml': server('<Context path="/e" docBase="/etc"/>'),
          '/srv/tomcat-b/conf/web.xml': web.replace('false', 'true'),
        },
        { '/opt/tomcat': 'apache-tomcat-9.0.98' },
      );
      expect(raw.match(/^#note\tinstance\t.*$/gm)).toEqual([
        '#note\tinstance\t/opt/apache-tomcat-9.0.98\t/opt/apache-tomcat-9.0.98\t',
        '#note\tinstance\t/srv/tomcat-b\t\t',
      ]);
      expect(of('directory-listing')).toMatchObject({
        status: 'fail',
        reason: { en: '/srv/tomcat-b: directory listings are on' },
      });
      expect(of('virtual-directory').status).toBe('fail');
      expect(of('ssi').reason.en).toContain('/opt/apache-tomcat-9.0.98: ');
    });

    it('keeps its head among hostile names and texts', async () => {
      const base = '/opt/a "tomcat"; $(touch x)';
      const { of, raw } = await judged(
        'hostile',
        {
          [`${base}/conf/server.xml`]: server(),
          [`${base}/conf/web.xml`]: web,
          [`${base}/conf/Catalina/local host/a\nb.xml`]: '<Context allowLinking="true"/>',
          [`${base}/webapps/x\n#note\tinstance\t/evil/WEB-INF/web.xml`]: web,
          [`${base}/webapps/ROOT/a b\n#file\t.bak`]: ['x', 0o666],
          [`${base}/webapps/ROOT/upload $(id)/x`]: 'x',
        },
        { [`${base}/conf/tomcat-users.xml`]: '/etc/shadow', [`${base}/webapps/loop`]: 'loop' },
      );
      expect(raw).not.toContain('\n#note\tinstance\t/evil');
      expect(of('parent-directory').status).toBe('fail');
      expect(of('file-access').status).toBe('fail');
      expect(existsSync(join(dir, 'x'))).toBe(false);
    });

    it.each([
      ['an entity', '<!DOCTYPE Server [<!ENTITY x SYSTEM "/etc/passwd">]><Server>&x;</Server>', 'not expanded'],
      ['half a document', server().slice(0, 200), 'not known whole'],
      ['too much', `<!-- ${'x'.repeat(3_000_000)} -->${server()}`, 'could not be read'],
      ['no XML at all', 'root:$6$S3CRET:1::\n', 'not known whole'],
    ])('is unknown by %s in server.xml, and shows none of it', async (what, text, because) => {
      const { of, raw } = await judged(what.replaceAll(' ', '-'), { '/opt/tomcat/conf/server.xml': text });
      expect(of('proxy')).toMatchObject({ status: 'unknown' });
      expect(of('proxy').reason.en).toContain(because);
      expect(raw).not.toContain('S3CRET');
      // What does not ask for server.xml is judged.
      expect(of('directory-listing').status).toBe('pass');
    });

    it('reads a link out of the root as of the root', async () => {
      const { of } = await judged(
        'outside',
        { '/opt/tomcat/conf/web.xml': web },
        { '/opt/tomcat/conf/server.xml': join(dir, 'nowhere.xml') },
      );
      expect(of('proxy').status).toBe('notApplicable');
    });

    it('says of a root without Tomcat that there is none, and of a masked unit that it is off', async () => {
      expect((await judged('none', {})).of('cgi')).toMatchObject({
        status: 'notApplicable',
        reason: { en: 'there is no Tomcat' },
      });
      const { of } = await judged(
        'masked',
        {
          '/usr/lib/systemd/system/tomcat.service': '[Service]\nEnvironment=CATALINA_BASE=/opt/tomcat\n',
          '/opt/tomcat/conf/server.xml': server(),
        },
        { '/etc/systemd/system/tomcat.service': '/dev/null' },
      );
      expect(of('cgi').reason.en).toContain('neither runs nor would be started');
    });
  },
);

/** A process with the arguments of a JVM; what it does is no matter. */
function jvm(program: string, args: readonly string[], cwd = dir): number {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)', '--', ...args], {
    argv0: program,
    cwd,
    stdio: 'ignore',
  });
  children.push(child);
  return child.pid ?? 0;
}

describe.runIf(isRoot && existsSync('/proc/self/status'))('as processes', () => {
  it('finds a JVM by its arguments, and nothing that only speaks of them', async () => {
    const base = join(dir, 'live base');
    plant(base, { '/conf/server.xml': server(), '/conf/web.xml': web });
    const other = join(dir, 'other');
    plant(other, { '/conf/server.xml': server() });
    const boot = 'org.apache.catalina.startup.Bootstrap';
    const found = jvm('/usr/bin/java', [
      '-Dcatalina.base=/old',
      `-Dcatalina.base=${base}`,
      `-Dcatalina.home=${base}`,
      boot,
      'start',
    ]);
    const near = jvm('java', ['-Dcatalina.base=./other', boot, 'start']);
    jvm('vi', [`-Dcatalina.base=${other}/x`, `catalina.base ${boot}`]);
    jvm('java', [`-Dcatalina.base=${other}/stopping`, boot, 'stop']);
    jvm('java', [`text of -Dcatalina.base=${other}/text ${boot}`]);
    await new Promise((ready) => setTimeout(ready, 300));
    const evidence = await evidenceOf('live', ['bash'], null);
    const notes = (evidence.raw['tomcat'] ?? '').split('\n').filter((line) => line.includes(dir));
    const instances = notes.filter((line) => line.startsWith('#note\tinstance\t')).map((line) => line.split('\t')[2]);
    expect(new Set(instances)).toEqual(new Set([base, other]));
    const jvms = notes.filter((line) => line.startsWith('#note\tjvm\t')).map((line) => line.split('\t').slice(2));
    expect(new Set(jvms.map(([pid, uid, , , at]) => `${pid} ${uid} ${at}`))).toEqual(
      new Set([`${found} 0 ${base}`, `${near} 0 ${other}`]),
    );
    const verdict = verdictsOf(evidence)('process-user');
    expect(verdict.status).toBe('fail');
    expect(verdict.reason.en).toContain(`${base}: it runs as root`);
  });
});
