// A handler's output as the HTTP answer of the caller's protocol.
import { writeCbor } from '../wire/cbor.ts';
import { writeJson } from '../wire/json.ts';
import { writeRest } from '../wire/rest-output.ts';
import { writeXmlMembers } from '../wire/xml.ts';
import type { Protocol } from './arrival.ts';
import type { Shape } from './contract.ts';
import type { Asked, ReadyApi } from './decode.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The header in which a protocol names the request. */
export function requestIdHeaders(protocol: Protocol, requestId: string): Record<string, string> {
  if (protocol !== 'rest-xml') return { 'x-amzn-requestid': requestId };
  const short = requestId.replaceAll('-', '').slice(0, 16).toUpperCase();
  return { 'x-amz-request-id': short, 'x-amz-id-2': Buffer.from(requestId).toString('base64') };
}

/** A successful answer. */
export function writeAnswer(api: ReadyApi, protocol: Protocol, asked: Asked, output: Shape, requestId: string): Answer {
  const ids = requestIdHeaders(protocol, requestId);
  const { output: schema, operation, status } = asked;
  const xmlNamespace = api.model?.xmlNamespace ?? '';
  const plain = (contentType: string, body: Buffer | string): Answer => ({
    status,
    headers: { ...ids, 'content-type': contentType },
    body: Buffer.from(body),
  });
  if (schema === undefined) return plain('application/x-amz-json-1.1', JSON.stringify(output));
  const isStructure = schema.isStructSchema();
  switch (protocol) {
    case 'json-1.0':
    case 'json-1.1': {
      const body = isStructure ? JSON.stringify(writeJson(schema, output, 'member')) : '{}';
      return plain(`application/x-amz-${protocol}`, body);
    }
    case 'cbor': {
      const answer = plain('application/cbor', isStructure ? writeCbor(schema, output) : Buffer.from([0xa0]));
      return { ...answer, headers: { ...answer.headers, 'smithy-protocol': 'rpc-v2-cbor' } };
    }
    case 'query': {
      const result = isStructure ? `<${operation}Result>${writeXmlMembers(schema, output)}</${operation}Result>` : '';
      const end = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
      const name = `${operation}Response`;
      return plain('text/xml', `<${name} xmlns="${xmlNamespace}">${result}${end}</${name}>`);
    }
    case 'ec2': {
      const content = isStructure ? writeXmlMembers(schema, output) : '<return>true</return>';
      const name = `${operation}Response`;
      const head = `${XML_HEAD}<${name} xmlns="${xmlNamespace}/"><requestId>${requestId}</requestId>`;
      return plain('text/xml;charset=UTF-8', `${head}${content}</${name}>`);
    }
    default: {
      const rest = writeRest(schema, protocol, output, schema.getName() ?? operation, xmlNamespace);
      const isRange = api.name === 's3' && output.ContentRange !== undefined;
      const answered = rest.status ?? (isRange ? 206 : status);
      const body = answered === 204 ? Buffer.alloc(0) : rest.body;
      return { status: answered, headers: { ...ids, ...rest.headers }, body };
    }
  }
}
