// A small deterministic source of chance, so that a run with the same seed fails in the same places.

/**
 * A number in [0, 1) that depends on nothing but its arguments: the seed, a stream and a position in it.
 * Mixing after Mulberry32 (Tommy Ettinger, public domain).
 */
export function chance(seed: number, stream: number, position: number): number {
  let state = (seed ^ Math.imul(stream + 1, 0x9e3779b1) ^ Math.imul(position + 1, 0x85ebca77)) | 0;
  for (let round = 0; round < 2; round += 1) {
    state = (state + 0x6d2b79f5) | 0;
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    state ^= state >>> 14;
  }
  return (state >>> 0) / 2 ** 32;
}
