// The SDK clients whose schemas the lab reads, each loaded only when a request needs it.

export type ClientPackage =
  | '@aws-sdk/client-ec2'
  | '@aws-sdk/client-kms'
  | '@aws-sdk/client-organizations'
  | '@aws-sdk/client-s3'
  | '@aws-sdk/client-sqs'
  | '@aws-sdk/client-ssm'
  | '@aws-sdk/client-sts';

// The type is written out because the inferred one is every type of five clients: 20 seconds of the compiler's time.
const LOADERS: Readonly<Record<ClientPackage, () => Promise<Readonly<Record<string, unknown>>>>> = {
  '@aws-sdk/client-ec2': () => import('@aws-sdk/client-ec2'),
  '@aws-sdk/client-kms': () => import('@aws-sdk/client-kms'),
  '@aws-sdk/client-organizations': () => import('@aws-sdk/client-organizations'),
  '@aws-sdk/client-s3': () => import('@aws-sdk/client-s3'),
  '@aws-sdk/client-sqs': () => import('@aws-sdk/client-sqs'),
  '@aws-sdk/client-ssm': () => import('@aws-sdk/client-ssm'),
  '@aws-sdk/client-sts': () => import('@aws-sdk/client-sts'),
};

/** Everything a client package exports, by name. */
export async function loadClientPackage(name: ClientPackage): Promise<Readonly<Record<string, unknown>>> {
  return LOADERS[name]();
}
