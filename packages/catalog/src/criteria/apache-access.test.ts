// Whom the lines of a folder let in, of 2.4 and of before, and which of several folders decides.
import { apacheLayers } from '@bongsu/core';
import { expect, it } from 'vitest';
import { apacheAccess } from './apache-access.ts';
import { apacheInstance } from './testing/web-hosts.ts';

const access = (conf: string) => {
  const [server] = apacheInstance(conf).servers;
  return server ? apacheAccess(apacheLayers(server, '/srv/www')) : null;
};
const inside = (...lines: readonly string[]) => access(`<Directory /srv/www>\n${lines.join('\n')}\n</Directory>\n`);

it.each([
  [['Require all granted'], 'everybody'],
  [['Require ALL Granted'], 'everybody'],
  [['Require all denied'], 'nobody'],
  [['Require ip 10.0.0.0/8'], 'some'],
  [['Require all denied', 'Require ip 10.0.0.0/8'], 'some'],
  [['Require ip 10.0.0.0/8', 'Require all granted'], 'everybody'],
  [['<RequireAll>', 'Require all granted', 'Require not ip 203.0.113.0/24', '</RequireAll>'], 'some'],
  [['<RequireAll>', 'Require all granted', 'Require all denied', 'Require valid-user', '</RequireAll>'], 'nobody'],
  [
    [
      '<RequireAll>',
      'Require all granted',
      '<RequireNone>',
      'Require ip 203.0.113.1',
      '</RequireNone>',
      '</RequireAll>',
    ],
    'some',
  ],
  [['<RequireAny>', 'Require all denied', 'Require all granted', '</RequireAny>'], 'everybody'],
  [
    ['<RequireAll>', '<RequireAny>', 'Require all denied', 'Require all granted', '</RequireAny>', '</RequireAll>'],
    'everybody',
  ],
  [['Order allow,deny', 'Allow from all'], 'everybody'],
  [['Order Allow,Deny', 'Allow from ALL', 'Deny from 203.0.113.1'], 'some'],
  [['Order allow,deny', 'Allow from all', 'Deny from all'], 'nobody'],
  [['Order allow,deny', 'Allow from 10.0.0.0/8'], 'some'],
  [['Order allow,deny'], 'nobody'],
  [['Order mutual-failure', 'Deny from 203.0.113.1'], 'nobody'],
  [['Order deny,allow'], 'everybody'],
  [['Order deny,allow', 'Deny from all'], 'nobody'],
  [['Order deny,allow', 'Deny from all', 'Allow from 10.0.0.0/8'], 'some'],
  [['Order deny,allow', 'Deny from all', 'Allow from 10.0.0.1 all', 'Allow from 10.0.0.2'], 'everybody'],
  [['Deny from 203.0.113.1'], 'everybody'],
  [['Deny from all'], 'nobody'],
  [['Order', 'Deny from all'], 'nobody'],
  [['Order allow,deny', 'Order deny,allow', 'Allow from 10.0.0.1'], 'everybody'],
  [['Require all granted', 'Order allow,deny', 'Allow from 10.0.0.0/8'], 'some'],
  [['Require ip 10.0.0.0/8', 'Deny from all'], 'nobody'],
  [['Require all denied', 'Allow from all'], 'nobody'],
] as const)('%j: %s', (lines, kind) => expect(inside(...lines)?.kind).toBe(kind));

it.each([[[]], [['Options None', '<RequireAll>', '</RequireAll>', '<Limit PUT>', 'Require all denied', '</Limit>']]])(
  '%j says nothing',
  (lines) => expect(inside(...lines)).toBeNull(),
);

it('shows the line that decides', () => {
  expect(inside('Require all denied', 'Require ip 10.0.0.1', 'Require ip 10.0.0.2')).toEqual({
    kind: 'some',
    source: '/etc/httpd/conf/httpd.conf:3',
    said: 'Require ip 10.0.0.1',
  });
  expect(inside('Order deny,allow', 'Options None', 'Deny from all')).toEqual({
    kind: 'nobody',
    source: '/etc/httpd/conf/httpd.conf:4',
    said: 'order deny,allow; deny from all',
  });
  expect(inside('<RequireAll>', 'Require all granted', '<RequireNone>', '</RequireNone>', '</RequireAll>')?.said).toBe(
    'RequireNone',
  );
});

it('takes the nearest folder that says anything', () => {
  const outer = '<Directory />\nRequire all denied\n</Directory>\n';
  expect(
    access(
      `${outer}<Directory /srv>\nRequire all granted\n</Directory>\n<Directory /srv/www>\nOptions None\n</Directory>\n`,
    )?.kind,
  ).toBe('everybody');
  expect(access(outer)?.kind).toBe('nobody');
});
