// XML text into a tree of elements: what AWS clients send, and nothing of DTDs or entities beyond the five.
import { malformed } from './malformed.ts';

export interface XmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** One token: declaration or comment, CDATA, closing tag, opening tag (with attributes, self-closing), text. */
const TOKEN =
  /<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[(?<cdata>[^]*?)\]\]>|<\/(?<close>[^\s>]+)\s*>|<(?<open>[^\s/>!?]+)(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*?)(?<empty>\/?)>|(?<text>[^<]+)/gy;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The document's root element; a document that is not well formed is refused as `MalformedXML`. */
export function parseXml(source: string): XmlElement {
  const top: OpenElement = { tag: '', attributes: new Map(), children: [], text: '' };
  const open: OpenElement[] = [top];
  let read = 0;
  for (const match of source.trim().matchAll(TOKEN)) {
    read += match[0].length;
    const parent = open.at(-1) ?? top;
    const part = match.groups ?? {};
    if (part.cdata !== undefined) parent.text += part.cdata;
    else if (part.text !== undefined) parent.text += unescapeXml(part.text);
    else if (part.close !== undefined) {
      if (open.length === 1 || parent.tag !== part.close)
        throw malformed(`Unexpected </${part.close}>`, 'MalformedXML');
      open.pop();
    } else if (part.open !== undefined) {
      const element: OpenElement = { tag: part.open, attributes: new Map(), children: [], text: '' };
      for (const [, name = '', double, single] of (part.attributes ?? '').matchAll(ATTRIBUTE)) {
        element.attributes.set(name, unescapeXml(double ?? single ?? ''));
      }
      parent.children.push(element);
      if (part.empty === '') open.push(element);
    }
  }
  const root = top.children[0];
  if (read !== source.trim().length || open.length !== 1 || root === undefined || top.children.length !== 1) {
    throw malformed('The XML you provided was not well-formed', 'MalformedXML');
  }
  return root;
}

/** Text that reads back as itself, line ends included. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r\n\u0085\u2028]/g, (character) => {
    const name = Object.keys(NAMED).find((key) => NAMED[key] === character);
    return name === undefined ? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};` : `&${name};`;
  });
}
