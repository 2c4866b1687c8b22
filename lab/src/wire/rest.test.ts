// REST bindings by hand-written vectors: rest-json, which none of the five clients speaks, and the corners of rest-xml.
import { describe, expect, test } from 'vitest';
import { readRest } from './rest-input.ts';
import { writeRest } from './rest-output.ts';
import { schemaOf } from './schema.ts';

/** Written as the SDK writes its own: kind, namespace, name, traits, member names, member schemas. */
const structure = (members: Readonly<Record<string, unknown>>) =>
  schemaOf([3, 'example', 'Thing', 0, Object.keys(members), Object.values(members)]);

const TEXT = 0;
const NUMBER = 1;
const BOOLEAN = 2;
const MOMENT = 4;
const BLOB = 21;
const TEXTS = 64 | TEXT;
const TEXT_MAP = 128 | TEXT;
const DOCUMENT = 15;

const schema = structure({
  Id: [TEXT, 1],
  Page: [NUMBER, { httpQuery: 'page' }],
  Tags: [TEXTS, { httpQuery: 'tag' }],
  Token: [TEXT, { httpHeader: 'X-Token' }],
  Since: [MOMENT, { httpHeader: 'X-Since' }],
  Meta: [TEXT_MAP, { httpPrefixHeaders: 'x-meta-' }],
  Name: [TEXT, { jsonName: 'name' }],
  On: BOOLEAN,
  At: MOMENT,
  Bytes: BLOB,
  Free: DOCUMENT,
});

const moment = new Date('2026-01-01T00:00:00Z');

test('a rest-json request is read from all its places', () => {
  const input = readRest(schema, 'rest-json', {
    labels: { Id: 'a b' },
    query: new URLSearchParams('page=2&tag=x&tag=y'),
    headers: { 'x-token': 't', 'x-since': moment.toUTCString(), 'x-meta-colour': 'red' },
    body: Buffer.from('{"name":"n","On":false,"At":1767225600,"Bytes":"AQI=","Free":{"any":[1]},"Unknown":1}'),
  });
  expect(input).toEqual({
    Id: 'a b',
    Page: 2,
    Tags: ['x', 'y'],
    Token: 't',
    Since: moment,
    Meta: { colour: 'red' },
    Name: 'n',
    On: false,
    At: moment,
    Bytes: Buffer.from([1, 2]),
    Free: { any: [1] },
  });
});

test('a rest-json answer goes to the same places', () => {
  const output = {
    Token: 't',
    Since: moment,
    Meta: { colour: '봉수' },
    Name: 'n',
    At: moment,
    Bytes: Buffer.from([1, 2]),
  };
  const { headers, body } = writeRest(schema, 'rest-json', output, 'Thing', '');
  expect(headers).toEqual({
    'x-token': 't',
    'x-since': 'Thu, 01 Jan 2026 00:00:00 GMT',
    'x-meta-colour': '=?UTF-8?B?67SJ7IiY?=',
    'content-type': 'application/json',
  });
  expect(JSON.parse(body.toString())).toEqual({ name: 'n', At: 1_767_225_600, Bytes: 'AQI=' });
});

describe('a body that is not what the schema says', () => {
  const read = (format: 'rest-json' | 'rest-xml', text: string) => () =>
    readRest(schema, format, { labels: {}, query: new URLSearchParams(), headers: {}, body: Buffer.from(text) });

  test.each(['{', '[]', '{"On":"yes"}', '{"name":1}', '{"At":"never"}'])('JSON %s', (text) => {
    expect(read('rest-json', text)).toThrow(expect.objectContaining({ code: 'SerializationException' }));
  });

  test.each(['<a>', '<a></b>', '<a/><b/>', 'text', '<a>&lt;</a', '<!DOCTYPE a><a/>'])('XML %s', (text) => {
    expect(read('rest-xml', text)).toThrow(expect.objectContaining({ code: 'MalformedXML' }));
  });

  test('XML with comments, CDATA, entities and single quotes is well formed', () => {
    const text = `<?xml version='1.0'?><!-- c --><Thing a='1'><Name><![CDATA[<&]]>&#x41;&#66;&amp;</Name><On>true</On></Thing>`;
    expect(read('rest-xml', text)()).toMatchObject({ On: true, Name: '<&AB&' });
  });
});
