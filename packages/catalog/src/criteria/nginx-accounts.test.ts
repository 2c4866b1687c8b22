// The accounts that an nginx answers as, by its configuration and by its processes; root is none of them.
import { expect, it } from 'vitest';
import { nginxHost as host } from '../host-checks/nginx-host.ts';
import type { NginxState } from '../host-checks/nginx-host.ts';
import { accounts } from '../probes/accounts.ts';
import { nginxAccounts } from './nginx-accounts.ts';
import { fact, nginxHost } from './testing/web-hosts.ts';

const passwd =
  'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/sbin/nologin\nwww-data:x:33:33::/:/sbin/nologin\nbroken:x:many:1::/:/sbin/nologin\n';
const seen = (conf: string, state: NginxState = {}) => {
  const stated = host(`${conf} events { } http { }`, { ...state, files: { '/etc/passwd': passwd } });
  const [instance] = nginxHost(stated).instances;
  return instance ? nginxAccounts(instance, fact(accounts, stated)) : [];
};

it.each([
  ['user www-data;', {}, [33]],
  ['user www-data;', { pid: null }, [33]],
  ['', { pid: null }, [65534]],
  ['', { pid: null, builtUser: 'www-data' }, [33]],
  ['worker_processes 2; user www-data;', { pid: null }, [33]],
  ['user gone;', { pid: null }, []],
  ['user broken;', { pid: null }, []],
  ['user root;', { pid: null }, []],
  ['user www-data;', { workerUids: ['101', '102', '101'] }, [33, 101, 102]],
  ['user www-data;', { workerUids: [], masterUid: '1000' }, [33, 1000]],
  ['user root;', { workerUids: ['0'] }, []],
])('%s %j: %j', (conf, state, uids) => expect(seen(conf, state)).toEqual(uids));
