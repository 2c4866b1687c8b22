// What role delivery asks of policies: the bucket's, which binds what an instance writes to that instance, and that of the instances' role.
import type { AccountId } from '@bongsu/core';
import type { Central, Policy, ResourcePolicy, ResourceStatement } from './policy.ts';
import type { AwsSettings } from './settings.ts';

/** What keys of results begin with that hosts put with their own role; other modes write below `v1/`. */
export const rolePrefix = 'role/';

/**
 * The ARN of the instance to which a role's credentials were given, such as `arn:aws:ec2:ap-northeast-2:111122223333:instance/i-0a`. EC2 puts
 * it into the session; nobody who assumes a role can (Service Authorization Reference, condition keys of Amazon EC2; keys of `ec2:` are
 * among those that other services know: IAM User Guide, global condition keys). `aws:userid` (role id and instance id) would name the instance
 * too, but its second half is a session name, which anybody chooses who may assume any role of the account. Keys of one value may stand as
 * variables in the resource of a policy (IAM User Guide, "Policy variables"); AWS's own AWSElasticDisasterRecoveryEc2InstancePolicy has this
 * one as a variable.
 */
const sourceInstance = 'ec2:SourceInstanceARN';

/** Whose instances may write: those of the organisation, or of these accounts. */
export type Writers = { readonly organizationId: string } | { readonly accountIds: readonly AccountId[] };

const own = (bucket: string): string => `${bucket}/${rolePrefix}*/\${${sourceInstance}}/*`;
/** Scripts of recurring checks, which no signed URL lives long enough for: every run fetches its own again. */
const scripts = (bucket: string): string => `${bucket}/v1/a-*/script/*`;
const bucketOf = ({ bucket }: AwsSettings, { partition }: Central): string => `arn:${partition}:s3:::${bucket.name}`;

/**
 * The statements that the bucket's policy needs. Without the refusals, an instance of the bucket's own account whose role may put objects
 * anyhow could write below another's name: in one account a right of either policy is enough (IAM User Guide, policy evaluation logic).
 */
export function rolePolicyOfBucket(settings: AwsSettings, central: Central, writers: Writers): ResourcePolicy {
  const bucket = bucketOf(settings, central);
  const all = { Principal: '*', Action: ['s3:PutObject'] } as const;
  const [Principal, whose] =
    'organizationId' in writers
      ? // Not public in S3's sense: the condition names a fixed organisation (Amazon S3 User Guide, "The meaning of public").
        ['*' as const, { StringEquals: { 'aws:PrincipalOrgID': writers.organizationId } }]
      : [{ AWS: writers.accountIds.map((id) => `arn:${central.partition}:iam::${id}:root`) }, {}];
  const fromInstance = { Null: { [sourceInstance]: 'false' } };
  const statements: readonly ResourceStatement[] = [
    {
      ...{ Sid: 'BongsuRoleOwnResults', Effect: 'Allow', Principal, Action: all.Action },
      ...{ Resource: [own(bucket)], Condition: { ...fromInstance, ...whose } },
    },
    ...(settings.associations
      ? [
          {
            ...({ Sid: 'BongsuRoleScripts', Effect: 'Allow', Principal, Action: ['s3:GetObject'] } as const),
            ...{ Resource: [scripts(bucket)], Condition: { ...fromInstance, ...whose } },
          },
        ]
      : []),
    {
      ...{ Sid: 'BongsuRoleOnlyInstances', Effect: 'Deny', ...all },
      ...{ Resource: [`${bucket}/${rolePrefix}*`], Condition: { Null: { [sourceInstance]: 'true' } } },
    },
    {
      // An instance that runs Bongsu itself puts scripts, and signs what other modes write, below `v1/`.
      ...{ Sid: 'BongsuRoleOnlyOwn', Effect: 'Deny', ...all },
      ...{ NotResource: [own(bucket), `${bucket}/v1/*`, ...evidence(settings, bucket)], Condition: fromInstance },
    },
    {
      // Also keeps out uploads in parts, which cannot carry the header (Amazon S3 User Guide, "Enforce conditional writes").
      ...{ Sid: 'BongsuRoleWriteOnce', Effect: 'Deny', ...all },
      ...{ Resource: [`${bucket}/${rolePrefix}*`], Condition: { Null: { 's3:if-none-match': 'true' } } },
    },
  ];
  return { Version: '2012-10-17', Statement: statements };
}

/** Evidence that is kept in the same bucket, where its prefix keeps it apart from results. */
function evidence({ evidence: kept, bucket }: AwsSettings, arn: string): readonly string[] {
  const apart =
    kept !== undefined && kept.bucket.name === bucket.name && kept.prefix !== '' && !kept.prefix.startsWith(rolePrefix);
  return apart ? [`${arn}/${kept.prefix}*`] : [];
}

/** What the role of every instance needs; of use in other accounts only together with the bucket's policy. */
export function permissionsInstance(settings: AwsSettings, central: Central): Policy {
  const bucket = bucketOf(settings, central);
  const write = { Effect: 'Allow', Action: ['s3:PutObject'], Resource: [own(bucket)] } as const;
  const read = { Effect: 'Allow', Action: ['s3:GetObject'], Resource: [scripts(bucket)] } as const;
  return { Version: '2012-10-17', Statement: settings.associations ? [write, read] : [write] };
}
