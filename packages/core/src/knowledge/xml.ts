// A small bounded reader of XML: elements with their places. No DTD is read and no entity but the five of the standard and numbers is expanded.
// Source: Extensible Markup Language (XML) 1.0, fifth edition, productions 1 to 44, 66 to 68.
import type { FileRecord } from '../records.ts';

export interface XmlElement {
  /** Without a namespace prefix: `servlet` of `j2ee:servlet`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data directly within, CDATA included, trimmed. */
  readonly text: string;
  /** `path:line` of its start tag. */
  readonly source: string;
}

export type XmlRead =
  | { readonly root: XmlElement }
  | {
      /** Why the text is no document that we can know whole. */
      readonly fault: string;
      readonly line: number;
    };

/** Hostile texts end here: no configuration that a person writes comes near. */
export interface XmlLimits {
  readonly depth: number;
  readonly elements: number;
  readonly attributes: number;
}

const limitsUsual: XmlLimits = { depth: 64, elements: 20000, attributes: 200 };
const five: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };
const nameStart = /[A-Za-z_:\u0080-\uffff]/;
const nameRest = /[^\s/>=<"']*/y;

interface Open {
  readonly written: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly source: string;
  text: string;
}

class XmlFault extends Error {}

/** Reads one document. An entity of its own, a limit passed or a text that is not well-formed is a fault, and never half a document. */
export function xmlRead(file: Pick<FileRecord, 'path' | 'lines'>, limits: XmlLimits = limitsUsual): XmlRead {
  const reader = new Reader(file.path, file.lines.join('\n').replace(/^\ufeff/, ''), limits);
  try {
    return { root: reader.document() };
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault;
    return { fault: fault.message, line: reader.line() };
  }
}

class Reader {
  readonly #path: string;
  readonly #text: string;
  readonly #limits: XmlLimits;
  #at = 0;
  #counted = 0;
  #lineAt = 1;
  #elements = 0;

  constructor(path: string, text: string, limits: XmlLimits) {
    this.#path = path;
    this.#text = text;
    this.#limits = limits;
  }

  /** The line of the place where the reader stands. */
  line(): number {
    for (; this.#counted < this.#at; this.#counted++) if (this.#text[this.#counted] === '\n') this.#lineAt++;
    return this.#lineAt;
  }

  document(): XmlElement {
    const open: Open[] = [];
    let root: XmlElement | null = null;
    for (;;) {
      const top = open.at(-1);
      const text = this.#textRun();
      if (top) top.text += this.#expanded(text);
      else if (text.trim() !== '') throw new XmlFault('text outside the root element');
      if (this.#at >= this.#text.length) break;
      if (this.#skip('<!--')) this.#past('-->', 'a comment');
      else if (this.#skip('<?')) this.#past('?>', 'a processing instruction');
      else if (this.#skip('<![CDATA[')) {
        if (!top) throw new XmlFault('CDATA outside the root element');
        top.text += this.#past(']]>', 'CDATA');
      } else if (this.#skip('<!DOCTYPE')) this.#doctype(root !== null || open.length > 0);
      else if (this.#skip('</')) {
        const ended = this.#endTag(open.pop());
        const above = open.at(-1);
        if (above) above.children.push(ended);
        else root = ended;
      } else {
        if (root) throw new XmlFault('a second root element');
        root = this.#startTag(open) ?? root;
      }
    }
    const last = open.at(-1);
    if (last) throw new XmlFault(`<${last.written}> is not ended`);
    if (!root) throw new XmlFault('no element at all');
    return root;
  }

  #textRun(): string {
    const end = this.#text.indexOf('<', this.#at);
    const run = this.#text.slice(this.#at, end === -1 ? this.#text.length : end);
    this.#at += run.length;
    return run;
  }

  #skip(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  #past(mark: string, what: string): string {
    const end = this.#text.indexOf(mark, this.#at);
    if (end === -1) throw new XmlFault(`${what} is not ended`);
    const inside = this.#text.slice(this.#at, end);
    this.#at = end + mark.length;
    return inside;
  }

  /** Passes over the declaration and its internal subset; nothing of either is read. */
  #doctype(late: boolean): void {
    if (late) throw new XmlFault('a DOCTYPE within the document');
    let brackets = 0;
    for (;;) {
      if (this.#skip('<!--')) this.#past('-->', 'a comment');
      else if (this.#skip('<?')) this.#past('?>', 'a processing instruction');
      else {
        const mark = this.#text[this.#at++];
        if (mark === undefined) throw new XmlFault('the DOCTYPE is not ended');
        if (mark === '"' || mark === "'") this.#past(mark, 'a quoted value of the DOCTYPE');
        else if (mark === '[') brackets++;
        else if (mark === ']') brackets--;
        else if (mark === '>' && brackets <= 0) return;
      }
    }
  }

  /** An empty element goes to the element above it, or is the root; any other is opened. */
  #startTag(open: Open[]): XmlElement | null {
    const source = `${this.#path}:${this.line()}`;
    this.#at++;
    const written = this.#name('an element');
    if (++this.#elements > this.#limits.elements) throw new XmlFault('too many elements');
    if (open.length >= this.#limits.depth) throw new XmlFault('elements within elements too deep');
    const attributes = this.#attributes(written);
    const element: Open = { written, name: written.replace(/.*:/, ''), attributes, children: [], source, text: '' };
    if (!this.#skip('/>')) {
      this.#at++;
      open.push(element);
      return null;
    }
    const above = open.at(-1);
    if (!above) return closed(element);
    above.children.push(closed(element));
    return null;
  }

  /** Up to the end of the tag, which is left where it is. */
  #attributes(of: string): Map<string, string> {
    const attributes = new Map<string, string>();
    for (;;) {
      const spaced = this.#blanks();
      const next = this.#text[this.#at];
      if (next === undefined) throw new XmlFault(`the tag <${of}> is not ended`);
      if (next === '>' || this.#text.startsWith('/>', this.#at)) return attributes;
      if (!spaced) throw new XmlFault(`a blank is missing in <${of}>`);
      const name = this.#name(`an attribute of <${of}>`);
      this.#blanks();
      if (!this.#skip('=')) throw new XmlFault(`the attribute ${name} has no value`);
      this.#blanks();
      const quote = this.#text[this.#at++];
      if (quote !== '"' && quote !== "'") throw new XmlFault(`the value of ${name} is not quoted`);
      const value = this.#past(quote, `the value of ${name}`);
      if (value.includes('<')) throw new XmlFault(`the value of ${name} holds a <`);
      if (attributes.has(name)) throw new XmlFault(`the attribute ${name} stands twice`);
      if (attributes.size >= this.#limits.attributes) throw new XmlFault('too many attributes');
      // Line ends and tabs of a value are blanks (3.3.3).
      attributes.set(name, this.#expanded(value.replace(/[\t\r\n]/g, ' ')));
    }
  }

  #endTag(open: Open | undefined): XmlElement {
    const name = this.#name('an end tag');
    this.#blanks();
    if (!this.#skip('>')) throw new XmlFault(`</${name} is not ended`);
    if (open?.written !== name) throw new XmlFault(`</${name}> ends no <${name}>`);
    return closed(open);
  }

  #name(what: string): string {
    if (!nameStart.test(this.#text.charAt(this.#at))) throw new XmlFault(`${what} has no name`);
    nameRest.lastIndex = this.#at;
    nameRest.test(this.#text);
    const name = this.#text.slice(this.#at, nameRest.lastIndex);
    this.#at = nameRest.lastIndex;
    return name;
  }

  #blanks(): boolean {
    const from = this.#at;
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
    return this.#at > from;
  }

  /** Puts the five and numbers in; another entity may hold anything, so the document is not known whole. */
  #expanded(text: string): string {
    return text.replace(/&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[^\s;&<]{1,100})?(;?)/g, (_all, name, end) => {
      if (typeof name !== 'string' || end !== ';') throw new XmlFault('an & that begins no entity');
      const known = five[name];
      if (known !== undefined) return known;
      if (!name.startsWith('#')) throw new XmlFault(`the entity &${name}; is not expanded`);
      const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (!(code > 0 && code <= 0x10ffff)) throw new XmlFault(`&${name}; is no character`);
      return String.fromCodePoint(code);
    });
  }
}

function closed({ name, attributes, children, text, source }: Open): XmlElement {
  return { name, attributes, children, text: text.trim(), source };
}

/** The children of a name, in their order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child of a name; null where there is none. */
export function childText(element: XmlElement, name: string): string | null {
  return element.children.find((child) => child.name === name)?.text ?? null;
}

/** Every element below and including one, in the order of the document. */
export function withinElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(withinElement)];
}
