// What the probe of Apache httpd reports on the hosts that cases speak of, and the cases that every check of it shares.
import type { CaseCommand, CaseFile, HostCase } from '@bongsu/core';
import { al2023, debian12, rocky8, ubuntu22, ubuntu24 } from './hosts.ts';
import { booted } from './service-answers.ts';

type Note = readonly [string, ...string[]];

export interface StatedServer {
  readonly main?: string;
  readonly root?: string;
  readonly program?: string;
  readonly unit?: string;
  /** Numbers of the accounts of its children; null where it does not run. */
  readonly workers?: readonly number[] | null;
  readonly leader?: number;
  /** Whether it would be started, where it does not run. */
  readonly enabled?: boolean;
  /** What the program says is loaded; where absent it was not asked. */
  readonly modules?: readonly string[];
  readonly version?: string;
  readonly flags?: readonly string[];
  readonly id?: string;
}

export interface ApacheAnswers {
  readonly files: Readonly<Record<string, CaseFile>>;
  readonly notes: readonly Note[];
  readonly commands: Readonly<Record<string, CaseCommand>>;
}

const passwd =
  'root:x:0:0::/root:/bin/bash\nwww-data:x:33:33::/:/sbin/nologin\napache:x:48:48::/:/sbin/nologin\ntoor:x:0:0::/root:/bin/sh\n';

/** A server with its main file (or all of its files) in the layout of Red Hat, running unless stated otherwise. */
export function httpd(
  conf: string | Readonly<Record<string, CaseFile>>,
  stated: StatedServer = {},
  notes: readonly Note[] = [],
): ApacheAnswers {
  const {
    main = '/etc/httpd/conf/httpd.conf',
    root = '/etc/httpd',
    program = '/usr/sbin/httpd',
    unit = 'httpd.service',
    workers = [48, 48, 48],
    leader = 0,
    enabled = true,
    id = '1',
    flags = [],
    version,
    modules,
  } = stated;
  const files = typeof conf === 'string' ? { [main]: conf } : conf;
  const counted = [...new Set(workers ?? [])].map(
    (uid): Note => ['apache.workers', id, String(uid), String(workers?.filter((one) => one === uid).length ?? 0)],
  );
  const list = modules?.map((name) => ` ${name}_module (shared)\n`).join('') ?? '';
  return {
    files: { '/etc/passwd': passwd, ...files },
    notes: [
      ['apache.instance', id, main, root, program, workers ? '1234' : '0', workers ? String(leader) : ''],
      ...flags.map((flag): Note => ['apache.flag', id, flag]),
      ...counted,
      ...notes,
    ],
    commands: {
      ...(workers
        ? booted([unit])
        : {
            units: { stdout: `${unit} loaded inactive dead\n` },
            'unit-files': { stdout: `${unit} ${enabled ? 'enabled' : 'disabled'}\n` },
          }),
      ...(version === undefined
        ? {}
        : { [`apache.version.${id}`]: { stdout: `Server version: Apache/${version} (Unix)\n` } }),
      ...(modules
        ? { [`apache.dump.${id}`]: { stdout: `Loaded Modules:\n core_module (static)\n so_module (static)\n${list}` } }
        : {}),
    },
  };
}

/** The same in the layout of Debian and Ubuntu. */
export function apache2(
  conf: string | Readonly<Record<string, CaseFile>>,
  stated: StatedServer = {},
  notes: readonly Note[] = [],
): ApacheAnswers {
  const layout = {
    main: '/etc/apache2/apache2.conf',
    root: '/etc/apache2',
    program: '/usr/sbin/apache2',
    unit: 'apache2.service',
    workers: [33, 33],
  };
  return httpd(conf, { ...layout, ...stated }, notes);
}

/** A build from source. */
export function built(
  conf: string | Readonly<Record<string, CaseFile>>,
  stated: StatedServer = {},
  notes: readonly Note[] = [],
): ApacheAnswers {
  const layout = {
    main: '/usr/local/apache2/conf/httpd.conf',
    root: '/usr/local/apache2',
    program: '/usr/local/apache2/bin/httpd',
    unit: 'sshd.service',
    workers: [1],
  };
  return httpd(conf, { ...layout, ...stated }, notes);
}

/** Two servers of one host. */
export function both(first: ApacheAnswers, second: ApacheAnswers): ApacheAnswers {
  return {
    files: { ...first.files, ...second.files },
    notes: [...first.notes, ...second.notes],
    commands: { ...second.commands, ...first.commands },
  };
}

/** Debian 12 as installed, as far as the probe lets it leave. */
export const stockDebian: Readonly<Record<string, CaseFile>> = {
  '/etc/apache2/apache2.conf':
    'User www-data\nGroup www-data\nErrorLog /var/log/apache2/error.log\nIncludeOptional mods-enabled/*.load\nIncludeOptional mods-enabled/*.conf\nInclude ports.conf\n<Directory />\nOptions FollowSymLinks\nAllowOverride None\nRequire all denied\n</Directory>\n<Directory /usr/share>\nAllowOverride None\nRequire all granted\n</Directory>\n<Directory /var/www/>\nOptions Indexes FollowSymLinks\nAllowOverride None\nRequire all granted\n</Directory>\nAccessFileName .htaccess\n<FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>\nIncludeOptional conf-enabled/*.conf\nIncludeOptional sites-enabled/*.conf\n',
  '/etc/apache2/ports.conf': 'Listen 80\n<IfModule ssl_module>\nListen 443\n</IfModule>\n',
  '/etc/apache2/mods-enabled/alias.load': 'LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so\n',
  '/etc/apache2/mods-enabled/autoindex.load': 'LoadModule autoindex_module /usr/lib/apache2/modules/mod_autoindex.so\n',
  '/etc/apache2/mods-enabled/alias.conf':
    'Alias /icons/ "/usr/share/apache2/icons/"\n<Directory "/usr/share/apache2/icons">\nOptions FollowSymlinks\nAllowOverride None\nRequire all granted\n</Directory>\n',
  '/etc/apache2/conf-enabled/security.conf': 'ServerTokens OS\nServerSignature On\nTraceEnable Off\n',
  '/etc/apache2/sites-enabled/000-default.conf':
    '<VirtualHost *:80>\nDocumentRoot /var/www/html\nErrorLog /var/log/apache2/error.log\nCustomLog /var/log/apache2/access.log combined\n</VirtualHost>\n',
};

/** Rocky 9 as installed, as far as the probe lets it leave. */
export const stockRocky: Readonly<Record<string, CaseFile>> = {
  '/etc/httpd/conf/httpd.conf':
    'ServerRoot "/etc/httpd"\nListen 80\nInclude conf.modules.d/*.conf\nUser apache\nGroup apache\n<Directory />\nAllowOverride none\nRequire all denied\n</Directory>\nDocumentRoot "/var/www/html"\n<Directory "/var/www">\nAllowOverride None\nRequire all granted\n</Directory>\n<Directory "/var/www/html">\nOptions Indexes FollowSymLinks\nAllowOverride None\nRequire all granted\n</Directory>\nErrorLog "logs/error_log"\n<IfModule log_config_module>\nCustomLog "logs/access_log" combined\n</IfModule>\n<IfModule alias_module>\nScriptAlias /cgi-bin/ "/var/www/cgi-bin/"\n</IfModule>\n<Directory "/var/www/cgi-bin">\nAllowOverride None\nOptions None\nRequire all granted\n</Directory>\nIncludeOptional conf.d/*.conf\n',
  '/etc/httpd/conf.modules.d/00-base.conf': [
    'alias',
    'autoindex',
    'dir',
    'include',
    'log_config',
    'userdir',
    'dav',
    'proxy',
    'mpm_event',
  ]
    .map((name) => `LoadModule ${name}_module modules/mod_${name}.so\n`)
    .join(''),
  '/etc/httpd/conf.modules.d/01-cgi.conf':
    '<IfModule !mpm_prefork_module>\nLoadModule cgid_module modules/mod_cgid.so\n</IfModule>\n<IfModule mpm_prefork_module>\nLoadModule cgi_module modules/mod_cgi.so\n</IfModule>\n',
  '/etc/httpd/conf.d/autoindex.conf':
    'Alias /icons/ "/usr/share/httpd/icons/"\n<Directory "/usr/share/httpd/icons">\nOptions Indexes MultiViews FollowSymlinks\nAllowOverride None\nRequire all granted\n</Directory>\n',
  '/etc/httpd/conf.d/userdir.conf':
    '<IfModule mod_userdir.c>\nUserDir disabled\n</IfModule>\n<Directory "/home/*/public_html">\nAllowOverride FileInfo AuthConfig Limit Indexes\nOptions MultiViews Indexes SymLinksIfOwnerMatch IncludesNoExec\nRequire method GET POST OPTIONS\n</Directory>\n',
  '/etc/httpd/conf.d/welcome.conf':
    '<LocationMatch "^/+$">\nOptions -Indexes\nErrorDocument 403 /.noindex.html\n</LocationMatch>\n',
};

/** A part of a file of a server, with a virtual host around it. */
export function host80(body: string, name = 'www.example.com'): string {
  return `Listen 80\n<VirtualHost *:80>\nServerName ${name}\n${body}</VirtualHost>\n`;
}

/** Cases that hold for every check, around a configuration that the check fails; `manual` where more than it must be wrong. */
export function sharedCases(bad: string, alone: 'fail' | 'manual' = 'fail'): HostCase[] {
  return [
    {
      name: 'no httpd',
      host: al2023,
      files: { '/etc/passwd': passwd },
      commands: booted(['sshd.service']),
      expect: 'notApplicable',
      because: 'not installed',
    },
    {
      name: 'installed, neither running nor enabled',
      host: rocky8,
      ...httpd(bad, { workers: null, enabled: false }),
      expect: 'notApplicable',
      because: 'neither runs nor is enabled',
      trap: 'an installed package is no running server',
    },
    {
      name: 'a configuration that lies under /usr/local beside the running server is not judged',
      host: ubuntu22,
      ...built(bad, { workers: null }),
      expect: 'notApplicable',
      trap: 'U-35(5)',
    },
    {
      name: 'an include that could not be read',
      host: debian12,
      ...apache2({
        '/etc/apache2/apache2.conf': `${bad}Include sites/a.conf\n`,
        '/etc/apache2/sites/a.conf': 'unreadable',
      }),
      expect: 'unknown',
      trap: 'what was not read is no pass',
    },
    {
      name: 'a gap of one server hides no fault of another',
      host: debian12,
      ...both(
        apache2(bad),
        built(
          { '/usr/local/apache2/conf/httpd.conf': 'Include gone.conf\n', '/usr/local/apache2/gone.conf': 'unreadable' },
          { id: '2' },
        ),
      ),
      expect: alone,
      trap: 'what was not read is no pass, and no cover',
    },
    {
      name: 'a program that is called httpd and has no configuration',
      host: ubuntu24,
      ...built(
        { '/home/kim/conf/httpd.conf': 'absent' },
        { main: '/home/kim/conf/httpd.conf', program: '/home/kim/bin/httpd' },
      ),
      expect: 'manual',
      because: 'without /home/kim/conf/httpd.conf',
    },
    {
      name: 'httpd in a container only',
      host: ubuntu24,
      files: { '/etc/passwd': passwd },
      commands: booted(['docker.service']),
      notes: [['apache.elsewhere', '4321', '/usr/local/apache2/bin/httpd']],
      expect: 'manual',
      because: 'container',
      trap: 'U-36(2)',
    },
    {
      name: 'a process that could not be looked at',
      host: ubuntu24,
      files: { '/etc/passwd': passwd },
      commands: booted(['apache2.service']),
      notes: [['apache.hidden', '77', 'apache2']],
      expect: 'unknown',
    },
  ];
}

/** Cases of a check of one option, which may be set far above, by .htaccess files that were not all seen, or nowhere at all. */
export function optionCases(option: string, calm = '/srv/www: Options None', none = 'serves no folder'): HostCase[] {
  const folder = (more: string): string => `DocumentRoot /srv/www\n<Directory /srv/www>\n${more}\n</Directory>\n`;
  return [
    {
      name: `${option} is set far above`,
      host: debian12,
      ...apache2(
        `${folder('Options +MultiViews\nAllowOverride None')}<Directory /srv>\nOptions ${option}\n</Directory>\n`,
      ),
      expect: 'fail',
      because: '/srv/www',
      shows: [`"/etc/apache2/apache2.conf:7","found":"main server: /srv/www: Options ${option} MultiViews"`],
    },
    {
      name: `.htaccess may set ${option}, and not all were seen`,
      host: rocky8,
      ...httpd(folder(`Options None\nAllowOverride Options=${option}`), {}, [
        ['apache.unwalked', '/srv/www', 'more than 1500 names'],
      ]),
      expect: 'manual',
      because: 'and not all were seen',
      shows: [`AllowOverride options=${option.toLowerCase()}; .htaccess files not all seen (more than 1500 names)`],
      trap: 'U-35(2)',
    },
    {
      name: `${option} is set nowhere`,
      host: ubuntu22,
      ...apache2(folder('Options None\nAllowOverride None')),
      expect: 'pass',
      because: calm,
    },
    {
      name: 'it serves no folder',
      host: al2023,
      ...httpd(host80('ProxyPass / http://127.0.0.1:3000/\n')),
      expect: 'pass',
      because: none,
    },
  ];
}
