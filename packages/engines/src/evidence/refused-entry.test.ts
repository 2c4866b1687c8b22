// A refused entry ends as a refusal, never as an error that nobody catches.
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { expect, it } from 'vitest';
import { evidenceRead } from './read.ts';

it.each(['../../../../etc/cron.d/owned', '/etc/passwd', 'probes/../x', 'other'])('refuses %s', async (name) => {
  const archive = pack();
  archive.entry({ name }, 'x'.repeat(100_000));
  archive.finalize();
  const bytes = gzipSync(await buffer(archive as unknown as Readable));
  const read = await evidenceRead(Readable.from([bytes]));
  expect(read).toMatchObject({ kind: 'refused', reason: expect.stringContaining('unexpected entry') as unknown });
});
