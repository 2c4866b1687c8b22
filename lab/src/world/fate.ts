// What becomes of a simulated host in a campaign: well, or one kind of trouble, decided before anything is sent.

/** Every kind of trouble a simulated host can be in. */
export const troubles = [
  /** Its agent was lost before: ConnectionLost. */
  'offline',
  /** Shown as online, and never takes a message: Delivery Timed Out. */
  'never-delivered',
  /** Online when it is listed, gone when the message is to be delivered: Undeliverable. */
  'undeliverable',
  /** The step that runs the script ends with an exit code of its own. */
  'step-fails',
  /** The script is stopped by force: TimedOut with 137. */
  'killed',
  /** Success, and no result. */
  'uploads-nothing',
  /** The result arrives, and the command still fails. */
  'uploads-then-fails',
  /** The result's second half is zeros. */
  'uploads-half',
  /** Bytes that are no archive. */
  'uploads-garbage',
  /** The result of another host's run. */
  'uploads-foreign',
  /** More bytes than were agreed. */
  'uploads-too-much',
  /** The result comes when the command has timed out. */
  'uploads-late',
  /** The result comes twice. */
  'uploads-twice',
] as const;

export type Trouble = (typeof troubles)[number];
export type SimulatedFate = 'well' | Trouble;
