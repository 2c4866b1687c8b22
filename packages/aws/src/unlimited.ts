// The calls that IAM can limit to no resource, and why: a statement on `*` holds these and no other.

const none = 'knows no resource types';

/**
 * By the Service Authorization Reference, which lists each action of a service with the resource types that it can be limited to. What such a
 * call shows is what one account holds in one Region, and changes nothing.
 */
export const unlimited: Readonly<Record<string, string>> = {
  'ec2:DescribeInstances': `Amazon EC2: Describe actions are not limited to resources; DescribeInstances ${none}`,
  'ec2:DescribeRegions': `Amazon EC2: Describe actions are not limited to resources; DescribeRegions ${none}`,
  'organizations:ListAccounts': `AWS Organizations: ListAccounts ${none}`,
  'ssm:DescribeInstanceInformation': `AWS Systems Manager: DescribeInstanceInformation ${none}`,
  'ssm:ListAssociations': `AWS Systems Manager: ListAssociations ${none}`,
  'ssm:ListCommandInvocations': `AWS Systems Manager: ListCommandInvocations ${none}`,
  'ssm:ListCommands': `AWS Systems Manager: ListCommands ${none}`,
};
