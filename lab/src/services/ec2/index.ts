// EC2's operations in the lab.
import type { Handlers } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import { describeInstanceStatus, describeInstances } from './instances.ts';
import { describeRegions } from './regions.ts';

/** The handlers of EC2. */
export function ec2Handlers(estate: Estate): Handlers {
  return {
    DescribeRegions: describeRegions(estate),
    DescribeInstances: describeInstances(estate),
    DescribeInstanceStatus: describeInstanceStatus(estate),
  };
}
