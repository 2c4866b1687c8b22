// This machine's own time, which the SDK signs by unless it is told otherwise.

export function systemNow(): number {
  return Date.now();
}
