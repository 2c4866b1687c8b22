// Long stretches of bytes that many objects share: kept once, however often they are uploaded.

/** Shorter ones are not worth a look. */
const leastBytes = 4096;
/** So much of a stretch is searched for before the whole is compared. */
const markBytes = 64;

export interface Stretches {
  add(stretch: Buffer): void;
  /** A body in parts that are copies, but for a known stretch in it. The body's own buffer is free afterwards. */
  fold(body: Buffer): readonly Buffer[];
}

/** None known yet. */
export function createStretches(): Stretches {
  const known: Buffer[] = [];
  return {
    add: (stretch) => {
      if (stretch.length >= leastBytes) known.push(stretch);
    },
    fold: (body) => {
      for (const stretch of known) {
        const at = body.indexOf(stretch.subarray(0, markBytes));
        if (at < 0 || !body.subarray(at, at + stretch.length).equals(stretch)) continue;
        const own = [body.subarray(0, at), body.subarray(at + stretch.length)].map((part) => Buffer.from(part));
        return [own[0], stretch, own[1]].filter((part) => part !== undefined && part.length > 0) as Buffer[];
      }
      return [Buffer.from(body)];
    },
  };
}
