// The order in which evidence is read: what decides comes first, and what else was looked at behind it.

/** `faulty` are some of `all`. */
export function faultyFirst<One>(faulty: readonly One[], all: readonly One[]): One[] {
  return [...faulty, ...all.filter((one) => !faulty.includes(one))];
}
