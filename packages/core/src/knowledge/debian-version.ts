// The order of Debian's version numbers, as dpkg compares them (deb-version(7), lib/dpkg/version.c).

/** Epoch, upstream version and revision; null where dpkg would refuse the text. */
function partsOf(version: string): readonly [number, string, string] | null {
  const parts = /^(?:(\d{1,9}):([0-9A-Za-z.+~:-]{1,200})|([0-9A-Za-z.+~-]{1,200}))$/.exec(version);
  if (!parts) return null;
  const rest = parts[2] ?? parts[3] ?? '';
  const dash = rest.lastIndexOf('-');
  return [Number(parts[1] ?? 0), dash < 0 ? rest : rest.slice(0, dash), dash < 0 ? '' : rest.slice(dash + 1)];
}

/** A tilde sorts before the end, the end before letters, letters before all else. */
function weight(sign: string | undefined): number {
  if (sign === undefined || /\d/.test(sign)) return 0;
  if (sign === '~') return -1;
  return /[A-Za-z]/.test(sign) ? sign.charCodeAt(0) : sign.charCodeAt(0) + 256;
}

/** Text and numbers in turn: text sign by sign, numbers by their value however long they are. */
function order(left: string, right: string): number {
  let [a, b] = [left, right];
  while (a !== '' || b !== '') {
    const [textA, textB] = [a.slice(0, a.search(/\d|$/)), b.slice(0, b.search(/\d|$/))];
    for (const at of Array.from({ length: Math.max(textA.length, textB.length) }).keys()) {
      const difference = weight(textA[at]) - weight(textB[at]);
      if (difference !== 0) return difference;
    }
    [a, b] = [a.slice(textA.length), b.slice(textB.length)];
    const [digitsA, digitsB] = [a.slice(0, a.search(/\D|$/)), b.slice(0, b.search(/\D|$/))];
    const difference = BigInt(digitsA) - BigInt(digitsB);
    if (difference !== 0n) return Number(difference);
    [a, b] = [a.slice(digitsA.length), b.slice(digitsB.length)];
  }
  return 0;
}

/** Below zero where `left` is the older, above where it is the newer; null where one is no version. */
export function debianVersionOrder(left: string, right: string): number | null {
  const [a, b] = [partsOf(left), partsOf(right)];
  if (!a || !b) return null;
  return a[0] - b[0] || order(a[1], b[1]) || order(a[2], b[2]);
}
