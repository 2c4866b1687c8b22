// Joins what EC2 and Systems Manager know of the same instances into the register's assets.
import type { Ec2Instance, Instance, ManagedNode } from '@bongsu/core';

/**
 * One asset for each instance of one account and Region. A node that EC2 does not list (a hybrid node, or an instance list that could
 * not be read) is an asset too. `nodesComplete` is false where the node list has a gap, so that a missing node proves nothing.
 */
export function inventoryMerge(
  instances: readonly Ec2Instance[],
  nodes: readonly ManagedNode[],
  nodesComplete: boolean,
): Instance[] {
  const nodeById = new Map(nodes.map((node) => [node.instanceId, node]));
  const listed = new Set(instances.map((instance) => instance.instanceId));
  return [
    ...instances.map((instance) => {
      const node = nodeById.get(instance.instanceId) ?? null;
      return { ...instance, node, nodeKnown: nodesComplete || node !== null };
    }),
    ...nodes.filter((node) => !listed.has(node.instanceId)).map(assetOfNode),
  ].sort((a, b) => (a.instanceId < b.instanceId ? -1 : 1));
}

function assetOfNode(node: ManagedNode): Instance {
  return {
    accountId: node.accountId,
    region: node.region,
    instanceId: node.instanceId,
    state: 'unknown',
    name: node.computerName,
    tags: {},
    imageId: '',
    instanceType: '',
    launchedAt: null,
    privateIp: node.ipAddress,
    platformDetails: node.platformName,
    node,
    nodeKnown: true,
  };
}
