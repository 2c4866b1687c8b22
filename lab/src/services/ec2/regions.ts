// EC2 DescribeRegions: the Regions an account has enabled, and on request those it has not.
import { AwsError } from '../../endpoint/contract.ts';
import type { Handler } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import { filtersOf, passes } from './filter.ts';

/** Regions that are off until an account opts in (EC2 user guide, Regions). */
const optInRegions = [
  'af-south-1',
  'ap-east-1',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];

/** The handler. */
export function describeRegions(estate: Estate): Handler {
  const { regions } = estate.world;
  const all = [...new Set([...regions, ...optInRegions])].sort().map((name) => ({
    RegionName: name,
    Endpoint: `ec2.${name}.amazonaws.com`,
    OptInStatus: !optInRegions.includes(name)
      ? 'opt-in-not-required'
      : regions.includes(name)
        ? 'opted-in'
        : 'not-opted-in',
  }));
  return (input) => {
    const names: string[] = input.RegionNames ?? [];
    const unknown = names.find((name) => !all.some((region) => region.RegionName === name));
    if (unknown !== undefined) {
      throw new AwsError('InvalidParameterValue', `Invalid region names provided: ${unknown}`);
    }
    const filters = filtersOf(input.Filters, ['region-name', 'opt-in-status', 'endpoint']);
    const shown = all.filter(
      (region) =>
        (input.AllRegions === true || regions.includes(region.RegionName)) &&
        (names.length === 0 || names.includes(region.RegionName)) &&
        passes(filters, {
          'region-name': [region.RegionName],
          'opt-in-status': [region.OptInStatus],
          endpoint: [region.Endpoint],
        }),
    );
    return { Regions: shown };
  };
}
