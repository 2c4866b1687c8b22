// Keeps virtual time still while a part of the product works: neither the lab nor the event loop shows what a database is doing.
import type { VirtualTime } from './virtual-time.ts';

export function timeHeld<T extends object>(part: T, time: VirtualTime): T {
  return new Proxy(part, {
    get(held, name, receiver) {
      const member: unknown = Reflect.get(held, name, receiver);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => time.during(async () => Reflect.apply(member, held, given) as unknown);
    },
  });
}
