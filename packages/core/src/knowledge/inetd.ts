// The super-servers: which services xinetd and inetd would start, from their own files.
import type { FileRecord } from '../records.ts';

export interface InetdService {
  readonly name: string;
  readonly on: boolean;
  /** `path:line` of the block or line that says so. */
  readonly source: string;
}

/**
 * Blocks of xinetd files. A block is on unless it says `disable = yes` (xinetd.conf(5)); a file may hold several blocks of one service.
 * `disabled = name …` and `enabled = name …` of the defaults block decide over the blocks.
 */
export function xinetdServices(files: readonly FileRecord[]): InetdService[] {
  const services: InetdService[] = [];
  const [disabled, enabled] = [new Set<string>(), new Set<string>()];
  for (const file of files) {
    let block: { name: string; line: number; off: boolean } | null = null;
    for (const [index, text] of file.lines.entries()) {
      const line = text.trim();
      if (line.startsWith('#')) continue;
      const head = /^service\s+(\S+)/.exec(line);
      const setting = /^(\w+)\s*\+?=\s*(.*)/.exec(line);
      if (head || /^defaults\b/.test(line)) block = { name: head?.[1] ?? '', line: index + 1, off: false };
      else if (setting && block) {
        const [, key = '', value = ''] = setting;
        if (key === 'disable') block.off = /^yes$/i.test(value);
        if (block.name === '' && key === 'disabled') for (const name of value.split(/\s/)) disabled.add(name);
        if (block.name === '' && key === 'enabled') for (const name of value.split(/\s/)) enabled.add(name);
      }
      if (/\}\s*$/.test(line) && block) {
        if (block.name !== '')
          services.push({ name: block.name, on: !block.off, source: `${file.path}:${block.line}` });
        block = null;
      }
    }
  }
  return services.map((service) => ({
    ...service,
    on: service.on && !disabled.has(service.name) && (enabled.size === 0 || enabled.has(service.name)),
  }));
}

/**
 * Lines of inetd.conf: `service type protocol wait user program`; a `#` line is off (inetd(8)). The name stands without the address it is
 * bound to (`127.0.0.1:echo`) and without the versions of an RPC program (`rstatd/1-3`).
 */
export function inetdServices(file: FileRecord): InetdService[] {
  return file.lines.flatMap((text, index) => {
    const name = /^([A-Za-z0-9_./:*-]+)\s+(?:stream|dgram|raw|rdm|seqpacket)\s/.exec(text)?.[1];
    const plain = name?.replace(/.*:/, '').replace(/\/[\d-]+$/, '');
    return plain === undefined ? [] : [{ name: plain, on: true, source: `${file.path}:${index + 1}` }];
  });
}
