// What a simulated host does for an association, whose document is the same for all: it names its run, and fetches and puts with its role.
import type { CommandMessage } from '../agent/contract.ts';
import { parameterOf, type Scene } from './scene.ts';

/** A document that no send made: what its hosts write is put together by the day or hour of its beginning. */
export const isRecurring = (message: CommandMessage): boolean => parameterOf(message, 'ResultPath') !== '';

/** The name that the host gives to the run which begins now. */
export function runNamed({ message, clock, seeded }: Scene): string {
  const at = new Date(clock.now()).toISOString();
  const time = at.slice(0, 19).replaceAll(/[-:]/g, '').toLowerCase();
  return `${time}z-${seeded.hex(`run ${message.commandId} ${message.instanceId}`, 8)}`;
}

export function scriptUrl(message: CommandMessage): string {
  return `${parameterOf(message, 'ScriptPrefix')}${parameterOf(message, 'ScriptSha256')}.sh`;
}

export function resultUrl({ message, name }: Scene): string {
  const run = name ?? '';
  const stamp = parameterOf(message, 'Stamp') === '%Y%m%d' ? run.slice(0, 8) : run.slice(0, 11);
  const [prefix, path] = [parameterOf(message, 'ResultPrefix'), parameterOf(message, 'ResultPath')];
  return `${prefix}${stamp}/${path}${message.instanceId}/${run}.tar.gz`;
}
