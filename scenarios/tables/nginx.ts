// Scenarios of the family nginx.
import type { ScenarioTable } from '../scenario.ts';
import { adds, becomes, edits, on } from '../scenario.ts';

const root = 'amazon-linux-2023-web';
const main = '/etc/nginx/nginx.conf';
const site = '/etc/nginx/conf.d/shop.conf';
const wanted = '/etc/systemd/system/multi-user.target.wants/nginx.service';

export const nginxScenarios: ScenarioTable = {
  'nginx.directory-listing': [
    on(root, 'a file of rpm that nothing includes', {}, 'pass', { because: 'autoindex unset' }),
    on(root, 'in an included file', { [site]: edits('root /srv', 'autoindex on;\n    root /srv') }, 'fail', {
      because: `${site}:9`,
    }),
    on(root, 'the same in an image', { [site]: edits('root /srv', 'autoindex on;\n    root /srv') }, 'fail', {
      image: true,
    }),
    on(
      root,
      'two steps of includes, one by a link',
      {
        [main]: edits('include /etc/nginx/conf.d/*.conf;', 'include "sites on/*";'),
        '/etc/nginx/sites on/a': { link: '../sites/a' },
        '/etc/nginx/sites/a': 'server { include more.d/[a-b].inc; }\n',
        '/etc/nginx/more.d/a.inc': 'autoindex on;\n',
        '/etc/nginx/more.d/c.inc': 'autoindex off;\n',
      },
      'fail',
      { because: '/etc/nginx/more.d/a.inc:1' },
    ),
    on(root, 'an include that is gone', { [main]: adds('include /etc/nginx/gone.conf;\n') }, 'unknown', {
      because: 'gone.conf',
    }),
    on(root, 'nothing starts it', { [wanted]: null }, 'notApplicable', { because: 'installed' }),
    on(root, 'masked', { '/etc/systemd/system/nginx.service': { link: '/dev/null' } }, 'notApplicable'),
    on('ubuntu-22-04-tidy', 'not there', {}, 'notApplicable'),
  ],
  'nginx.parent-directory': [
    on(root, 'an alias that climbs', {}, 'fail', { because: 'alias /srv/shop/images/' }),
    on(root, 'the address of a single file', { [site]: edits('location /img {', 'location = /img {') }, 'pass'),
    on(root, 'its location ends in a slash', { [site]: edits('location /img {', 'location /img/ {') }, 'pass'),
  ],
  'nginx.process-user': [
    on(root, 'the account of the package', {}, 'pass', { because: 'user nginx' }),
    on(root, 'root', { [main]: edits('user nginx;', 'user root;') }, 'fail'),
    on(root, 'built in, where it is not set', { [main]: edits('user nginx;\n', '') }, 'pass', {
      because: 'user nginx (built-in)',
    }),
  ],
  'nginx.https-redirect': [
    on(root, 'all is sent on', {}, 'pass'),
    on(root, 'to plain HTTP', { [site]: edits('return 301 https', 'return 301 http') }, 'fail'),
    on(
      root,
      'all but one name',
      { [site]: edits('return 301', 'if ($host = a) { return 301 https://a; }\n    # return 301') },
      'fail',
    ),
  ],
  'nginx.file-access': [
    on(root, 'closed', {}, 'pass'),
    on(root, 'a key that all may read', { '/etc/pki/nginx/private/server.key': becomes({ mode: '0644' }) }, 'fail', {
      because: 'server.key',
    }),
    on(root, 'content that anybody may write', { '/srv/shop/public/up.php': { text: '', mode: '0666' } }, 'fail', {
      because: '/srv/shop/public/up.php',
    }),
    on(root, 'a repository in the content', { '/srv/shop/public/.git/config': '[core]\n' }, 'fail', {
      because: '/srv/shop/public/.git',
    }),
  ],
  'nginx.needless-files': [
    on(root, 'none', {}, 'pass'),
    on(root, 'a backup where nothing is served', { '/srv/shop/old/c.sql': 'x\n' }, 'pass'),
    on(root, 'a backup with an odd name', { '/srv/shop/public/a b/c.sql': 'x\n' }, 'fail', { because: 'a b/c.sql' }),
  ],
  'nginx.symbolic-links': [
    on(root, 'followed, by the letter', {}, 'fail'),
    on(root, 'none to follow', {}, 'pass', { profile: 'distro-aware' }),
    on(root, 'one to follow', { '/srv/shop/public/etc': { link: '/etc' } }, 'fail', {
      profile: 'distro-aware',
      because: 'link to /etc',
    }),
  ],
  'nginx.log-permissions': [
    on(root, 'the folder of the package, by the letter', {}, 'fail', { because: '0711' }),
    on(root, 'the folder of the package', {}, 'pass', { profile: 'distro-aware' }),
    on(root, 'an old log that all may read', { '/var/log/nginx/access.log-20240101.gz': 'x' }, 'fail', {
      profile: 'distro-aware',
      because: '20240101',
    }),
  ],
};
