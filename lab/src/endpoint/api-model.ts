// What a client package says of its service: operations, errors, routes and protocol, read from its runtime schemas.
import { type Schema, schemaOf, type Value } from '../wire/schema.ts';
import { type ClientPackage, loadClientPackage } from './client-packages.ts';
import { readRoutes, type Route } from './route.ts';

export interface OperationModel {
  readonly name: string;
  readonly input: Schema;
  readonly output: Schema;
}

/** A modelled error: its status, its name in the query protocol, and how its message member is spelt. */
export interface ErrorModel {
  readonly namespace: string;
  readonly status?: number;
  readonly queryCode?: string;
  readonly queryStatus?: number;
  readonly messageMember: 'message' | 'Message';
}

export interface ApiModel {
  /** Prefix of `x-amz-target`, without any package in front. */
  readonly target: string;
  readonly xmlNamespace: string;
  readonly form: 'query' | 'ec2';
  readonly rest: 'rest-json' | 'rest-xml';
  readonly operations: ReadonlyMap<string, OperationModel>;
  readonly errors: ReadonlyMap<string, ErrorModel>;
  readonly routes: readonly Route[];
}

/** First elements of the SDK's schema arrays. */
const OPERATION = 9;
const ERROR = -3;

/** Loads a client package and reads its model. */
export async function loadApiModel(sdkPackage: ClientPackage): Promise<ApiModel> {
  const exported: Readonly<Record<string, Value>> = await loadClientPackage(sdkPackage);
  const operations = new Map<string, OperationModel>();
  const errors = new Map<string, ErrorModel>();
  const routes: Route[] = [];
  for (const schema of Object.values(exported)) {
    if (!Array.isArray(schema)) continue;
    const [kind, , name, traits] = schema;
    if (kind === ERROR) errors.set(name, readError(schema));
    if (kind !== OPERATION) continue;
    const operation = { name, input: schemaOf(schema[4]), output: schemaOf(schema[5]) };
    operations.set(name, operation);
    if (traits?.http !== undefined) routes.push(...readRoutes(operation, traits.http));
  }
  const { protocolName, settings } = readProtocol(sdkPackage, exported);
  return {
    target: settings.serviceTarget,
    xmlNamespace: settings.xmlNamespace ?? '',
    form: protocolName === 'AwsEc2QueryProtocol' ? 'ec2' : 'query',
    rest: protocolName.includes('RestXml') ? 'rest-xml' : 'rest-json',
    operations,
    errors,
    routes,
  };
}

function readError(schema: Value): ErrorModel {
  const [, namespace, , traits, members = []] = schema;
  const [queryCode, queryStatus] = traits?.awsQueryError ?? [];
  return {
    namespace,
    messageMember: members.includes('Message') ? 'Message' : 'message',
    ...(traits?.httpError === undefined ? {} : { status: traits.httpError }),
    ...(queryCode === undefined ? {} : { queryCode, queryStatus }),
  };
}

/** The protocol stands only in a client's resolved configuration, so one client is made and never used. */
function readProtocol(
  sdkPackage: string,
  exported: Readonly<Record<string, Value>>,
): { protocolName: string; settings: Value } {
  const found = Object.entries(exported).find(
    ([name, value]) => typeof value === 'function' && name.endsWith('Client') && name !== '__Client',
  );
  if (found === undefined) throw new Error(`${sdkPackage} exports no client`);
  const client = new found[1]({ region: 'us-east-1' });
  const { protocol, protocolSettings } = client.config;
  client.destroy();
  return { protocolName: protocol.constructor.name, settings: protocolSettings };
}
