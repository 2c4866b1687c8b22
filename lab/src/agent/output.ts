// Cuts and decodes what a step printed, byte for byte as the agent reports it.

/** Bytes kept of each stream in a reply (agent source, default output configuration). */
export const streamBytesMax = 24_000;
/** Bytes of the combined `output` of a step. */
export const outputBytesMax = 2_500;

const truncated = '--output truncated--';
const errorTitle = '\n----------ERROR-------\n';
const outputCut = '\n---Output truncated---';
const errorCut = '\n---Error truncated----';

/** A stream as it is reported: up to 24,000 bytes, ending in the agent's mark where it was cut. */
export function streamText(stream: Buffer): string {
  if (stream.length < streamBytesMax) return goText(stream);
  return goText(stream.subarray(0, streamBytesMax - truncated.length)) + truncated;
}

/** Both streams in one text of at most 2,500 bytes; whichever is too long is cut. */
export function combinedText(stdout: Buffer, stderr: Buffer): string {
  const title = stderr.length > 0 ? errorTitle : '';
  const room = outputBytesMax - title.length;
  if (stdout.length + stderr.length < room) return goText(stdout) + title + goText(stderr);
  const half = room / 2;
  if (stdout.length > half && stderr.length > half) {
    const each = Math.floor((room - errorCut.length - outputCut.length) / 2);
    return goText(stdout.subarray(0, each)) + outputCut + title + goText(stderr.subarray(0, each)) + errorCut;
  }
  if (stdout.length < half) {
    const left = room - errorCut.length - stdout.length;
    return goText(stdout) + title + goText(stderr.subarray(0, left)) + errorCut;
  }
  const left = room - outputCut.length - stderr.length;
  return goText(stdout.subarray(0, left)) + outputCut + title + goText(stderr);
}

/** UTF-8 as Go writes it to JSON: every byte that is no part of a character becomes one U+FFFD. */
export function goText(bytes: Buffer): string {
  const whole = bytes.toString('utf8');
  if (!whole.includes('\uFFFD')) return whole;
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    text += length === 0 ? '\uFFFD' : bytes.toString('utf8', at, at + length);
    at += Math.max(1, length);
  }
  return text;
}

/** Bytes of the valid character at `at`; 0 where there is none. */
function characterLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length < 2) return length;
  if (at + length > bytes.length) return 0;
  const one = bytes.toString('utf8', at, at + length);
  return [...one].length === 1 && Buffer.byteLength(one) === length && (one !== '\uFFFD' || first === 0xef)
    ? length
    : 0;
}
