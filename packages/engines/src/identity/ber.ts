// Reads BER, the encoding of signed messages (ITU-T X.690), as far as one PKCS #7 message needs; hostile bytes give null, never a throw.

export interface Element {
  /** The identifier octet: class, constructed bit and number. */
  readonly tag: number;
  /** The content as it stands; of an indefinite length without its end mark. */
  readonly content: Buffer;
  /** The elements of a constructed one. */
  readonly parts: readonly Element[];
  /** The whole element; null where its length is indefinite, so that its bytes are no DER. */
  readonly whole: Buffer | null;
}

const constructed = 0x20;
/** A signed message is eight deep; nothing that is deeper is one. */
const depthMax = 16;
const elementsMax = 500;

/** One element that fills the bytes to their end; null where they are none. */
export function berRead(bytes: Buffer): Element | null {
  const budget = { left: elementsMax };
  const read = elementAt(bytes, 0, bytes.length, 0, budget);
  return read !== null && read.end === bytes.length ? read.element : null;
}

interface Read {
  readonly element: Element;
  readonly end: number;
}

function elementAt(bytes: Buffer, at: number, limit: number, depth: number, budget: { left: number }): Read | null {
  budget.left -= 1;
  const [tag, first] = [bytes[at], bytes[at + 1]];
  // Numbers of more than one octet (X.690, 8.1.2.4) stand in no message of ours.
  if (tag === undefined || first === undefined || at + 2 > limit || (tag & 0x1f) === 0x1f) return null;
  if (depth > depthMax || budget.left < 0) return null;
  if (first === 0x80) return indefinite(bytes, { tag, at, limit, depth }, budget);
  const lengthOctets = first < 0x80 ? 0 : first & 0x7f;
  if (lengthOctets > 3) return null;
  const start = at + 2 + lengthOctets;
  if (start > limit) return null;
  const length = lengthOctets === 0 ? first : bytes.readUIntBE(at + 2, lengthOctets);
  const end = start + length;
  if (end > limit) return null;
  const parts = (tag & constructed) === 0 ? [] : partsOf(bytes, start, end, depth, budget);
  if (parts === null) return null;
  const [content, whole] = [bytes.subarray(start, end), bytes.subarray(at, end)];
  return { element: { tag, content, parts, whole }, end };
}

function partsOf(bytes: Buffer, start: number, end: number, depth: number, budget: { left: number }): Element[] | null {
  const parts: Element[] = [];
  for (let at = start; at < end; ) {
    const read = elementAt(bytes, at, end, depth + 1, budget);
    if (read === null) return null;
    parts.push(read.element);
    at = read.end;
  }
  return parts;
}

interface Opened {
  readonly tag: number;
  readonly at: number;
  readonly limit: number;
  readonly depth: number;
}

/** Elements until two zero octets (X.690, 8.1.3.6): how the metadata service of EC2 writes its message. */
function indefinite(bytes: Buffer, { tag, at, limit, depth }: Opened, budget: { left: number }): Read | null {
  if ((tag & constructed) === 0) return null;
  const parts: Element[] = [];
  let next = at + 2;
  while (next + 2 <= limit && !(bytes[next] === 0 && bytes[next + 1] === 0)) {
    const read = elementAt(bytes, next, limit, depth + 1, budget);
    if (read === null) return null;
    parts.push(read.element);
    next = read.end;
  }
  if (next + 2 > limit) return null;
  return { element: { tag, content: bytes.subarray(at + 2, next), parts, whole: null }, end: next + 2 };
}

/** The octets of an OCTET STRING, in one piece or in several (X.690, 8.7.3). */
export function octetsOf(element: Element | undefined): Buffer | null {
  if (element?.tag === 0x04) return element.content;
  if (element?.tag !== 0x24) return null;
  const pieces = element.parts.map(octetsOf);
  return pieces.some((one) => one === null) ? null : Buffer.concat(pieces.filter((one) => one !== null));
}

/** An object identifier as its octets in hex; empty where the element is none. */
export function identifierOf(element: Element | undefined): string {
  return element?.tag === 0x06 ? element.content.toString('hex') : '';
}
