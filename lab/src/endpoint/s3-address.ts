// Which bucket an S3 request addresses: by its host name or by the first segment of its path.
import { percentDecode } from '../auth/claim.ts';

export interface S3Address {
  readonly bucket?: string;
  /** Raw path below the bucket, beginning with a slash. */
  readonly path: string;
}

/** Hosts that stand for the service itself; a bucket may stand before them. */
const SERVICE_HOST = /^(?:s3(?:[.-][a-z0-9-]+)?\.(?:localhost|amazonaws\.com)|localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Reads the address; `host` is the Host header, with or without a port. */
export function readS3Address(host: string, rawPath: string): S3Address {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const bucket = bucketOfHost(name);
  if (bucket !== undefined) return { bucket, path: rawPath };
  const [, first = '', rest] = /^\/([^/]*)(\/.*)?$/s.exec(rawPath) ?? [];
  return first === '' ? { path: '/' } : { bucket: percentDecode(first), path: rest ?? '/' };
}

function bucketOfHost(name: string): string | undefined {
  if (SERVICE_HOST.test(name)) return undefined;
  const labels = name.split('.');
  // The longest service name wins, so that `a.s3.localhost` is bucket `a` and not `a.s3`.
  for (let cut = 1; cut < labels.length; cut += 1) {
    if (SERVICE_HOST.test(labels.slice(cut).join('.'))) return labels.slice(0, cut).join('.');
  }
  return undefined;
}
