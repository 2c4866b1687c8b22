// The pattern that the exchange's presigned URLs match, as the command document checks it before a host uses one.

/** Keys that stand in a URL as they are, without percent-encoding; none holds a quote, `$`, `;` or a blank. */
const keyCharacters = '[A-Za-z0-9/_.-]{1,512}';
const encodedCharacters = '[A-Za-z0-9/_.%-]{1,512}';
/** No upper bound: Go's regexp, which the agent uses, refuses a pattern that repeats more than 1,000 times. */
const queryCharacters = '[A-Za-z0-9%&=._~+-]+';

/** Whether URLs of this key have the shape; any other key is a bug of the caller. */
export function keyFits(key: string): boolean {
  return new RegExp(`^${keyCharacters}$`).test(key);
}

/**
 * A pattern for Java and Go (no look-around; anchored, because the agent searches) from one real URL and the key
 * it was signed for, so that host, port and path are exactly those that the SDK builds.
 */
export function urlShapeOf(url: string, key: string): string {
  const end = url.indexOf(`/${key}?`);
  if (end < 0) throw new RangeError(`the sample URL does not hold its key ${key}`);
  return `^${literal(url.slice(0, end))}/${keyCharacters}\\?${queryCharacters}$`;
}

/** A pattern for the address that forms are posted to: what stands before a URL's key. */
export function formShapeOf(url: string, key: string): string {
  return `^${literal(formUrlOf(url, key))}$`;
}

/** A pattern for the beginning of URLs that hosts sign for themselves: percent-encoded, and ending where the instance's name follows. */
export function objectShapeOf(url: string, key: string): string {
  return `^${literal(formUrlOf(url, key))}${encodedCharacters}/$`;
}

export function formUrlOf(url: string, key: string): string {
  const end = url.indexOf(`/${key}?`);
  if (end < 0) throw new RangeError(`the sample URL does not hold its key ${key}`);
  return url.slice(0, end + 1);
}

/** Each character that means something in a pattern, escaped in the way both engines read. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
