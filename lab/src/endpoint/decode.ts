// From an arrived request to an operation and its input, by the service's model.
import { readCbor } from '../wire/cbor.ts';
import { parseJson, readJson } from '../wire/json.ts';
import { readQuery } from '../wire/query.ts';
import { readRest } from '../wire/rest-input.ts';
import type { Schema } from '../wire/schema.ts';
import type { ApiModel } from './api-model.ts';
import type { Arrival, Protocol } from './arrival.ts';
import { AwsError, type Handlers, type Shape } from './contract.ts';
import { findRoute, readLabels } from './route.ts';
import { readS3Address } from './s3-address.ts';

/** The operation a request asks for; its input is read only once the caller is known. */
export interface Asked {
  readonly operation: string;
  /** Absent for operations without a public model. */
  readonly output?: Schema;
  /** HTTP status of success. */
  readonly status: number;
  /** Reads the input from the body as it is after `aws-chunked` decoding. */
  input(body: Buffer, headers: Readonly<Record<string, string>>): Shape;
}

/** A service ready to answer: its handlers and, where it has one, its model. */
export interface ReadyApi {
  readonly name: string;
  readonly handlers: Handlers;
  readonly model?: ApiModel;
}

/** The protocol whose envelopes this request understands. */
export function protocolOf(arrival: Arrival, api: ReadyApi | undefined): Protocol {
  if (arrival.manner === 'form') return api?.model?.form ?? 'query';
  if (arrival.manner === 'rest') return api?.model?.rest ?? 'rest-xml';
  return arrival.manner;
}

/** Which operation is asked for; an AwsError in the service's words where there is none. */
export function readOperation(arrival: Arrival, api: ReadyApi): Asked {
  if (arrival.manner === 'form') return readFormOperation(arrival, api);
  if (arrival.manner === 'rest') return readRestOperation(arrival, api);
  const operation = arrival.manner === 'cbor' ? cborOperation(arrival) : targetOperation(arrival, api);
  const model = api.model?.operations.get(operation);
  if (model !== undefined) {
    const input = (body: Buffer): Shape =>
      arrival.manner === 'cbor'
        ? readCbor(model.input, body)
        : (readJson(model.input, parseJson(body.toString()), 'member') ?? {});
    return { operation, output: model.output, status: 200, input };
  }
  if (!Object.hasOwn(api.handlers, operation)) throw unknownOperation(operation);
  return { operation, status: 200, input: (body) => parseJson(body.toString()) as Shape };
}

const unknownOperation = (operation: string): AwsError =>
  new AwsError('UnknownOperationException', `The operation ${operation} is not known to this endpoint.`, 400);

const cborOperation = (arrival: Arrival): string => arrival.rawPath.split('/').at(-1) ?? '';

/** Clients disagree on what stands before the target's service name, so only its end is compared. */
function targetOperation(arrival: Arrival, api: ReadyApi): string {
  const target = arrival.headers['x-amz-target'] ?? '';
  const cut = target.lastIndexOf('.');
  const [prefix, operation] = [target.slice(0, cut), target.slice(cut + 1)];
  const expected = api.model?.target;
  if (expected !== undefined && prefix !== expected && !prefix.endsWith(`.${expected}`)) throw unknownOperation(target);
  return operation;
}

function readFormOperation(arrival: Arrival, api: ReadyApi): Asked {
  const operation = arrival.form.get('Action') ?? '';
  const model = api.model?.operations.get(operation);
  if (api.model === undefined || model === undefined) {
    throw new AwsError('InvalidAction', `The action ${operation} is not valid for this web service.`, 400);
  }
  const dialect = api.model.form;
  return { operation, output: model.output, status: 200, input: () => readQuery(model.input, arrival.form, dialect) };
}

function readRestOperation(arrival: Arrival, api: ReadyApi): Asked {
  const address = api.name === 's3' ? readS3Address(arrival.headers.host ?? '', arrival.rawPath) : undefined;
  const path = address?.path ?? arrival.rawPath;
  const { method, query } = arrival;
  const hasBucket = address?.bucket !== undefined;
  const route = findRoute(api.model?.routes ?? [], { method, path, query, headers: arrival.headers, hasBucket });
  const model = route === undefined ? undefined : api.model?.operations.get(route.operation);
  if (route === undefined || model === undefined) {
    throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
  }
  const format = api.model?.rest ?? 'rest-xml';
  const labels = readLabels(route, path);
  if (address?.bucket !== undefined) labels.Bucket = address.bucket;
  return {
    operation: route.operation,
    output: model.output,
    status: route.status,
    input: (body, headers) => readRest(model.input, format, { labels, query, headers, body }),
  };
}
