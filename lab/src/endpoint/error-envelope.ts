// An AwsError as the HTTP answer of the caller's protocol.
import { writeCborPlain } from '../wire/cbor.ts';
import { escapeXml } from '../wire/xml-tree.ts';
import { type Answer, requestIdHeaders } from './answer.ts';
import type { ErrorModel } from './api-model.ts';
import type { Protocol } from './arrival.ts';
import type { AwsError } from './contract.ts';
import type { ReadyApi } from './decode.ts';
import { statusOfCode } from './error-status.ts';

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

/** The error, with the status it names, else its model's, else the one that goes with its code. */
export function writeError(api: ReadyApi | undefined, protocol: Protocol, error: AwsError, requestId: string): Answer {
  const model = api?.model?.errors.get(error.code);
  const modelled = protocol === 'query' ? (model?.queryStatus ?? model?.status) : model?.status;
  const status = error.status ?? modelled ?? statusOfCode(error.code);
  const ids = requestIdHeaders(protocol, requestId);
  const extra = Object.entries(error.extra)
    .map(([name, text]) => element(name, text))
    .join('');
  const answer = (contentType: string, body: Buffer | string, headers: Record<string, string> = {}): Answer => ({
    status,
    headers: { ...ids, 'content-type': contentType, ...headers },
    body: status === 304 ? Buffer.alloc(0) : Buffer.from(body),
  });
  switch (protocol) {
    case 'ec2': {
      const inner = `<Error>${element('Code', error.code)}${element('Message', error.message)}${extra}</Error>`;
      const body = `<Response><Errors>${inner}</Errors>${element('RequestID', requestId)}</Response>`;
      return answer('text/xml;charset=UTF-8', XML_HEAD + body);
    }
    case 'query': {
      const code = element('Code', model?.queryCode ?? error.code);
      const inner = `${element('Type', sideOf(status))}${code}${element('Message', error.message)}${extra}`;
      const body = `<Error>${inner}</Error>${element('RequestId', requestId)}`;
      return answer('text/xml', `<ErrorResponse xmlns="${api?.model?.xmlNamespace ?? ''}">${body}</ErrorResponse>`);
    }
    case 'rest-xml': {
      const inner = element('Code', error.code) + element('Message', error.message) + extra;
      const id = element('RequestId', ids['x-amz-request-id'] ?? requestId);
      return answer('application/xml', `${XML_HEAD}<Error>${inner}${id}</Error>`);
    }
    case 'cbor': {
      const type = `${model?.namespace ?? 'com.amazonaws'}#${error.code}`;
      const body = writeCborPlain({ __type: type, message: error.message, ...error.extra });
      return answer('application/cbor', body, { 'smithy-protocol': 'rpc-v2-cbor', ...queryError(model, status) });
    }
    default: {
      const body = { __type: error.code, [model?.messageMember ?? 'message']: error.message, ...error.extra };
      if (protocol !== 'rest-json') {
        return answer(`application/x-amz-${protocol}`, JSON.stringify(body), queryError(model, status));
      }
      return answer('application/json', JSON.stringify(body), { 'x-amzn-errortype': error.code });
    }
  }
}

const sideOf = (status: number): string => (status >= 500 ? 'Receiver' : 'Sender');

/** Services that once spoke the query protocol still name its code beside the new one. */
function queryError(model: ErrorModel | undefined, status: number): Record<string, string> {
  return model?.queryCode === undefined ? {} : { 'x-amzn-query-error': `${model.queryCode};${sideOf(status)}` };
}
