// Makes the one file that is carried by hand: a wrapper that checks itself, with the host script of a campaign inside.
import { createHash } from 'node:crypto';
import type { HostScript } from './compose.ts';
import { sealKeys } from '../evidence/carried.ts';
import { shellText } from './shell-text.ts';

export interface CarriedOrder {
  readonly buildId: string;
  readonly builtAt: string;
  readonly sealKey: string;
  readonly host: HostScript;
}

export interface CarriedScript {
  readonly text: string;
  /** Of the whole file, as `sha256sum` prints it. */
  readonly sha256: string;
}

/** @throws Error where a value is not of the form that may stand in the shell's text. */
export function composeCarried({ buildId, builtAt, sealKey, host }: CarriedOrder): CarriedScript {
  const wrapper = shellText('carried.sh');
  const { inner, outer } = sealKeys(sealKey);
  const values: Readonly<Record<string, string>> = {
    BUILD: buildId,
    BUILT: builtAt,
    SCRIPT: host.sha256,
    START: String(wrapper.split('\n').length),
    INNER: inner,
    OUTER: outer,
  };
  const filled = wrapper.replace(/@([A-Z]+)@/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || !/^[A-Za-z0-9:.-]+$/.test(value)) throw new Error(`nothing fit stands for @${name}@`);
    return value;
  });
  const body = `${filled}${host.script}`;
  const text = `${body}# sha256 ${sha256(body)}\n`;
  return { text, sha256: sha256(text) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
