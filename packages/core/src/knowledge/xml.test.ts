// The XML reader: what a document says, where it says it, and hostile texts.
import { describe, expect, it } from 'vitest';
import type { XmlElement } from './xml.ts';
import { childText, withinElement, xmlRead } from './xml.ts';

const read = (text: string, limits?: Parameters<typeof xmlRead>[1]) =>
  xmlRead({ path: '/x.xml', lines: text.split('\n') }, limits);

function root(text: string): XmlElement {
  const got = read(text);
  if ('fault' in got) throw new Error(got.fault);
  return got.root;
}

describe('a document', () => {
  it('gives elements, attributes, text and lines', () => {
    const server = root(`<?xml version="1.0"?>
<!DOCTYPE Server SYSTEM "server.dtd">
<!-- <Server port="1"/> -->
<Server port = '8005'
        shutdown="a&quot;b">
  <Service name="Catalina"/>
  <j2ee:text>  one <!-- two --> &lt;three&gt;<![CDATA[ <four/> &amp; ]]></j2ee:text>
</Server>
`);
    expect([server.name, server.source, [...server.attributes]]).toEqual([
      'Server',
      '/x.xml:4',
      [
        ['port', '8005'],
        ['shutdown', 'a"b'],
      ],
    ]);
    expect(server.children.map(({ name, source }) => `${name} ${source}`)).toEqual([
      'Service /x.xml:6',
      'text /x.xml:7',
    ]);
    expect(childText(server, 'text')).toBe('one  <three> <four/> &amp;');
    expect(withinElement(server).length).toBe(3);
  });

  it('reads a mark of byte order, line ends of DOS, numbers and values over lines', () => {
    const element = root('\ufeff<a b="1\r\n2\t3" c="&#65;&#x42;&amp;lt;"\r\n/>\r\n');
    expect([...element.attributes.values()]).toEqual(['1  2 3', 'AB&lt;']);
  });

  it('keeps what only looks like XML out of values and comments', () => {
    const element = root(`<a x='>' y='"/>'><!-- > <b> -- --><c/></a>`);
    expect([element.attributes.get('x'), element.attributes.get('y')]).toEqual(['>', '"/>']);
    expect(element.children.map(({ name }) => name)).toEqual(['c']);
  });

  it('reads nothing of a DTD', () => {
    const text = `<!DOCTYPE a [ <!-- ]> --> <!ENTITY x SYSTEM "file:///etc/passwd"> <?p ]> ?> <!ENTITY y "]>"> ]>\n<a/>`;
    expect(root(text)).toMatchObject({ name: 'a', source: '/x.xml:2', text: '' });
  });
});

it.each([
  ['', 'no element'],
  ['  \n <!-- only -->', 'no element'],
  ['<a>', '<a> is not ended'],
  ['<a><b></a></b>', '</a> ends no <a>'],
  ['</a>', 'ends no'],
  ['<a/><b/>', 'second root'],
  ['<a/><a>', 'second root'],
  ['<a/> text', 'outside'],
  ['<a b=1/>', 'not quoted'],
  ['<a b/>', 'no value'],
  ['<a b="1" b="2"/>', 'twice'],
  ['<a b="1"c="2"/>', 'blank is missing'],
  ['<a b="<"/>', 'holds a <'],
  ['<a b="', 'value of b is not ended'],
  ['<a', 'not ended'],
  ['<a ', 'not ended'],
  ['< a/>', 'no name'],
  ['<1/>', 'no name'],
  ['<!-- ', 'comment is not ended'],
  ['<?xml ', 'instruction is not ended'],
  ['<a><![CDATA[', 'CDATA is not ended'],
  ['<![CDATA[x]]><a/>', 'CDATA outside'],
  ['<!DOCTYPE a [', 'DOCTYPE is not ended'],
  ['<a><!DOCTYPE b></a>', 'DOCTYPE within'],
  ['<a>&x;</a>', '&x; is not expanded'],
  ['<a b="&x;"/>', '&x; is not expanded'],
  ['<!DOCTYPE a [<!ENTITY x "1">]><a>&x;</a>', '&x; is not expanded'],
  ['<a>&#0;</a>', 'no character'],
  ['<a>&#x110000;</a>', 'no character'],
  ['<a>fish & chips</a>', 'begins no entity'],
  ['<a>&amp</a>', 'begins no entity'],
  ['PK\u0003\u0004', 'outside'],
])('a fault, and never half a document: %s', (text, fault) => {
  const got = read(text);
  expect('fault' in got ? got.fault : got).toContain(fault);
});

it('tells the line of a fault', () => {
  expect(read('<a>\n<b>\n</a>')).toEqual({ fault: '</a> ends no <a>', line: 3 });
});

describe('hostile texts end soon', () => {
  it('by depth, number of elements and of attributes', () => {
    expect(read('<a>'.repeat(100000))).toMatchObject({ fault: expect.stringContaining('too deep') });
    expect(read(`<a>${'<b/>'.repeat(30000)}</a>`)).toMatchObject({ fault: 'too many elements' });
    const many = Array.from({ length: 300 }, (_, n) => `a${n}=""`).join(' ');
    expect(read(`<a ${many}/>`)).toMatchObject({ fault: 'too many attributes' });
    expect(read('<a><b/></a>', { depth: 1, elements: 9, attributes: 9 })).toMatchObject({ fault: expect.any(String) });
  });

  it.each([
    '<'.repeat(250000),
    `<a ${' '.repeat(250000)}`,
    `<a>${'&'.repeat(250000)}`,
    `<a>${'&a'.repeat(120000)}`,
    '<!--'.repeat(60000),
    '<![CDATA['.repeat(25000),
    `<!DOCTYPE ${'['.repeat(250000)}`,
    `<a b="${'\n'.repeat(250000)}`,
    `<${'a:'.repeat(120000)}`,
    `${'<a>'.repeat(60)}${'<b'.repeat(80000)}`,
  ])('in time: %#', (text) => {
    const began = performance.now();
    expect(read(text)).toHaveProperty('fault');
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

it.each([
  ['<a>&apos;&#x10ffff;x\ufeffy</a >', `'\u{10ffff}x\ufeffy`],
  [`<!DOCTYPE a SYSTEM 'x>y'><a>b</a>`, 'b'],
  ['<x:y:a>b</x:y:a>', 'b'],
])('%j reads', (text, inner) => {
  expect(root(text)).toMatchObject({ name: 'a', text: inner });
});

it.each([
  ['<\n', 'an element has no name', 1],
  ['<1/>', 'an element has no name', 1],
  ['<a 1="x"/>', 'an attribute of <a> has no name', 1],
  ['<a>\n</1>', 'an end tag has no name', 2],
  ['<a></a', '</a is not ended', 1],
  ['<a><b>', '<b> is not ended', 1],
  ['<a/><!DOCTYPE b>', 'a DOCTYPE within the document', 1],
  ['<!DOCTYPE a [ <!-- ', 'a comment is not ended', 1],
  ['<!DOCTYPE a [ <? ', 'a processing instruction is not ended', 1],
  ['<!DOCTYPE a "x', 'a quoted value of the DOCTYPE is not ended', 1],
  ['<!DOCTYPE a [', 'the DOCTYPE is not ended', 1],
  ['<a>&#x42zz;</a>', 'an & that begins no entity', 1],
  ['<a>&#65a;</a>', 'an & that begins no entity', 1],
  ['<a>&;</a>', 'an & that begins no entity', 1],
])('%j is no document: %s', (text, fault, line) => {
  expect(read(text)).toEqual({ fault, line });
});

it('takes as much as its limits say', () => {
  const limits = { depth: 2, elements: 3, attributes: 1 };
  expect(read('<a x="1"><b/><c/></a>', limits)).toHaveProperty('root');
  for (const text of ['<a><b/><c/><d/></a>', '<a x="1" y="2"/>', '<a><b><c/></b></a>'])
    expect(read(text, limits), text).toHaveProperty('fault');
});
