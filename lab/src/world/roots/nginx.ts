// An nginx of the Red Hat kind on a root: the package's files as it leaves them, and one site that sends plain HTTP on to HTTPS.
import type { Account, Files } from './accounts.ts';
import { lines } from './accounts.ts';
import { programs } from './programs.ts';

export const nginxAccount: Account = {
  name: 'nginx',
  uid: 991,
  gid: 991,
  home: '/var/lib/nginx',
  shell: '/sbin/nologin',
  password: '!!',
};

const main = lines([
  'user nginx;',
  'worker_processes auto;',
  'error_log /var/log/nginx/error.log notice;',
  'pid /run/nginx.pid;',
  'include /usr/share/nginx/modules/*.conf;',
  'events {',
  '    worker_connections 1024;',
  '}',
  'http {',
  '    log_format main \'$remote_addr - $remote_user [$time_local] "$request" $status\';',
  '    access_log /var/log/nginx/access.log main;',
  '    sendfile on;',
  '    include /etc/nginx/mime.types;',
  '    default_type application/octet-stream;',
  '    include /etc/nginx/conf.d/*.conf;',
  '}',
]);

const site = lines([
  'server {',
  '    listen 80 default_server;',
  '    server_name shop.example;',
  '    return 301 https://$host$request_uri;',
  '}',
  'server {',
  '    listen 443 ssl;',
  '    server_name shop.example;',
  '    root /srv/shop/public;',
  '    ssl_certificate /etc/pki/nginx/server.crt;',
  '    ssl_certificate_key /etc/pki/nginx/private/server.key;',
  '    ssl_protocols TLSv1.2 TLSv1.3;',
  '    error_page 404 /404.html;',
  '    error_page 500 502 503 504 /50x.html;',
  '    location / {',
  '    }',
  '    location /api/ {',
  '        proxy_pass http://127.0.0.1:8080;',
  '        proxy_set_header Authorization "Basic bGFiOmxhYg==";',
  '    }',
  '    location /img {',
  '        alias /srv/shop/images/;',
  '    }',
  '}',
]);

const unit = '/usr/lib/systemd/system/nginx.service';

/** What the package brings and the site: its alias climbs, its version shows, and its key and logs are closed. */
export const nginxFiles: Files = {
  '/usr/sbin/nginx': { text: programs('nginx')['nginx'] ?? '', mode: '0755' },
  [unit]: lines(['[Service]', 'Type=forking', 'ExecStartPre=/usr/sbin/nginx -t', 'ExecStart=/usr/sbin/nginx']),
  '/etc/systemd/system/multi-user.target.wants/nginx.service': { link: unit },
  '/etc/nginx/nginx.conf': main,
  '/etc/nginx/mime.types': lines(['types {', '    text/html html htm;', '}']),
  '/etc/nginx/conf.d/shop.conf': site,
  '/etc/nginx/conf.d/old.conf.rpmsave': 'server { listen 8080; autoindex on; }\n',
  '/etc/pki/nginx/server.crt': 'a certificate\n',
  '/etc/pki/nginx/private/server.key': { text: 'a key\n', mode: '0600' },
  '/srv/shop/public/index.html': '<title>Shop</title>\n',
  '/srv/shop/images/logo.svg': '<svg/>\n',
  '/usr/share/nginx/html/index.html': '<h1>Welcome to nginx!</h1>\n',
  '/var/log/nginx': { dir: true, mode: '0711' },
  '/var/log/nginx/access.log': { text: '', mode: '0640', uid: nginxAccount.uid },
  '/var/log/nginx/error.log': { text: '', mode: '0640', uid: nginxAccount.uid },
};
