// Queues of a world, and what AWS itself puts into them.

export interface ObjectsTold {
  readonly objectsBelow: string;
  /** By S3 itself where absent. */
  readonly through?: 'EventBridge';
}

export interface QueueSpec {
  readonly name: string;
  readonly region: string;
  /** The account that owns it; the central one where absent. */
  readonly accountId?: string;
  /** Seconds a message stays hidden after it was received; SQS's 30 where absent. */
  readonly visibilitySeconds?: number;
  /** What is sent to it: objects created in the world's bucket below a prefix, or what happens to hosts. */
  readonly receives?: ObjectsTold | 'host-events';
  /** Its resource policy as JSON; where absent, the one that lets in what it receives. */
  readonly policy?: string;
}

/** A queue for new results below `prefix` and one for what happens to hosts. */
export function eventQueues(region: string, prefix: string): readonly QueueSpec[] {
  return [
    { name: 'bongsu-results', region, receives: { objectsBelow: prefix } },
    { name: 'bongsu-hosts', region, receives: 'host-events' },
  ];
}
