// How services say that a quota is used up, which no waiting helps against and which is told from a rate by its code alone.

/** By API; from the errors the service models name for it. */
const codes: Readonly<Record<string, string>> = {
  'ssm:CreateDocument': 'DocumentLimitExceeded',
  'ssm:UpdateDocument': 'DocumentVersionLimitExceeded',
  'ssm:ModifyDocumentPermission': 'DocumentPermissionLimit',
  'ssm:CreateAssociation': 'AssociationLimitExceeded',
  'ssm:UpdateAssociation': 'AssociationVersionLimitExceeded',
  'ssm:StartAutomationExecution': 'AutomationExecutionLimitExceededException',
  'ssm:PutParameter': 'ParameterLimitExceeded',
  'ssm:PutInventory': 'TotalSizeLimitExceededException',
  's3:CreateBucket': 'TooManyBuckets',
  'sqs:ReceiveMessage': 'OverLimit',
  'organizations:CreateAccount': 'ConstraintViolationException',
  'ec2:RunInstances': 'VcpuLimitExceeded',
};

/** The code for an API; the general one where its model has none of its own, which the SDK takes for a rate and retries. */
export function quotaCode(service: string, operation: string): string {
  const api = `${service}:${operation}`;
  return (Object.hasOwn(codes, api) ? codes[api] : undefined) ?? 'LimitExceededException';
}
