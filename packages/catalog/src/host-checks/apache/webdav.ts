// WebDAV is off in Apache httpd (KISA 2026 WEB-18).
import { apacheAll, fail, hostCheck, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { apache } from '../../probes/apache.ts';
import { services } from '../../probes/services.ts';

export const webdav = hostCheck({
  id: 'apache.webdav',
  title: text('Apache WebDAV 비활성화', 'Apache: no WebDAV'),
  why: text(
    'WebDAV가 켜져 있으면 원격에서 파일을 올리고 고치고 지울 수 있으며, 인증을 우회하는 취약점이 많았습니다.',
    'WebDAV lets files be written and deleted from afar, and has had many holes around its authentication.',
  ),
  importance: 'high',
  expects: text('Dav On이 어디에도 없음', 'Dav is on nowhere'),
  remedy: text(
    'Dav On을 지우거나 Off로 바꾸고, 쓰지 않으면 mod_dav를 내립니다.',
    'Take Dav On away or say Off, and unload mod_dav where nothing uses it.',
  ),
  fix: {
    debian: ['a2dismod -f dav_fs dav_svn dav_lock dav', 'apache2ctl -t && systemctl reload apache2'],
    rhel: [
      "sed -i.bak -E 's/^([[:space:]]*LoadModule[[:space:]]+dav(_fs|_lock)?_module)/#\\1/' /etc/httpd/conf.modules.d/00-dav.conf",
      'httpd -t && systemctl restart httpd',
    ],
  },
  question: text(
    '컨테이너나 따라가지 못한 설정에서 WebDAV(Dav On)를 켭니까?',
    'Does a container, or a part of the configuration that could not be followed, turn WebDAV on?',
  ),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, (instance) => {
      const lines = [
        ...new Map(
          instance.servers.flatMap((server) => apacheAll(server, 'dav')).map((node) => [node.source, node]),
        ).values(),
      ];
      const on = lines.filter(({ words }) => words.every((word) => word.toLowerCase() !== 'off'));
      const [first] = on;
      const proofs = faultyFirst(on, lines).map(({ source, words }) => ({
        source,
        found: `Dav ${words.join(' ')}`,
        expected: 'Dav Off',
      }));
      const loaded = instance.module('dav_module');
      const evidence = [
        ...proofs,
        {
          source: instance.source,
          found:
            loaded === true ? 'dav_module loaded' : loaded === false ? 'no dav_module' : 'no LoadModule of dav_module',
        },
      ];
      return first && loaded !== false
        ? fail(text(`WebDAV가 켜져 있음: ${first.source}`, `WebDAV is on: ${first.source}`), evidence)
        : pass(text('WebDAV가 꺼져 있음', 'WebDAV is off'), evidence);
    });
  },
});
