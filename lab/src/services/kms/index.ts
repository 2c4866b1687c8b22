// KMS in the lab: asymmetric keys that sign, as those who may use them see them.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handlers, Shape } from '../../endpoint/contract.ts';
import { keyKinds } from '../../world/key-spec.ts';
import { refuseUnread, requireOneOf, requirePresent, validationError } from '../constraint.ts';
import type { Estate } from '../estate.ts';
import { accessDenied } from '../refusal.ts';
import { algorithms } from './keys.ts';
import type { KeyRing, PlacedKey } from './keys.ts';

/** KMS API reference, Sign: Message. */
const messageBytesMax = 4_096;
const digestBytes = 32;

/** The handlers. A key serves the principals of its own account, as the key policy that KMS makes by default has it. */
export function kmsHandlers({ clock }: Estate, ring: KeyRing): Handlers {
  const keyOf = (input: Shape, call: Call): PlacedKey => {
    requirePresent(input.KeyId, 'keyId');
    const named = String(input.KeyId);
    if (named.startsWith('alias/') || named.includes(':alias/'))
      throw new AwsError('NotImplementedInLab', 'The lab has no aliases.', 501);
    const key = ring.find(named, call.accountId, call.region);
    if (key && key.accountId !== call.accountId)
      throw accessDenied(call, `kms:${call.operation}`, key.arn, ' because no resource-based policy allows the action');
    if (key) return key;
    const arn = named.startsWith('arn:') ? named : `arn:aws:kms:${call.region}:${call.accountId}:key/${named}`;
    throw new AwsError('NotFoundException', `Key '${arn}' does not exist`);
  };
  /** KMS developer guide, "Key states of KMS keys". */
  const usable = (input: Shape, call: Call): PlacedKey => {
    const key = keyOf(input, call);
    if (key.state === 'Disabled') throw new AwsError('DisabledException', `${key.arn} is disabled.`);
    if (key.state === 'PendingDeletion')
      throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
    return key;
  };
  const shown = ({ arn, keyId, accountId, spec, state, description, createdAt }: PlacedKey): Shape => ({
    AWSAccountId: accountId,
    KeyId: keyId,
    Arn: arn,
    CreationDate: new Date(createdAt),
    Enabled: state === 'Enabled',
    Description: description,
    KeyUsage: 'SIGN_VERIFY',
    KeyState: state,
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: spec,
    KeySpec: spec,
    SigningAlgorithms: signingOf(spec),
    MultiRegion: false,
  });

  return {
    CreateKey: (input, call) => {
      refuseUnread(input, ['Policy', 'Tags', 'CustomKeyStoreId', 'XksKeyId', 'CustomerMasterKeySpec']);
      requireOneOf(input.KeyUsage, 'keyUsage', ['SIGN_VERIFY']);
      requireOneOf(input.KeySpec, 'keySpec', keyKinds);
      const spec = keyKinds.find((kind) => kind === input.KeySpec);
      if (spec === undefined || input.KeyUsage === undefined)
        throw new AwsError('NotImplementedInLab', 'The lab makes no keys but those that sign.', 501);
      return { KeyMetadata: shown(ring.add(call.accountId, call.region, spec, String(input.Description ?? ''))) };
    },

    DescribeKey: (input, call) => ({ KeyMetadata: shown(keyOf(input, call)) }),

    DisableKey: (input, call) => void (usable(input, call).state = 'Disabled'),

    EnableKey: (input, call) => {
      const key = keyOf(input, call);
      if (key.state === 'PendingDeletion') usable(input, call);
      key.state = 'Enabled';
    },

    GetPublicKey: (input, call) => {
      const key = usable(input, call);
      return {
        KeyId: key.arn,
        PublicKey: key.publicKey(),
        CustomerMasterKeySpec: key.spec,
        KeySpec: key.spec,
        KeyUsage: 'SIGN_VERIFY',
        SigningAlgorithms: signingOf(key.spec),
      };
    },

    Sign: (input, call) => {
      requirePresent(input.Message, 'message');
      requireOneOf(input.MessageType, 'messageType', ['RAW', 'DIGEST', 'EXTERNAL_MU']);
      const key = usable(input, call);
      const algorithm = String(input.SigningAlgorithm);
      const message: Buffer = input.Message;
      if (!signingOf(key.spec).includes(algorithm))
        throw new AwsError(
          'InvalidKeyUsageException',
          `Algorithm ${algorithm} is incompatible with key spec ${key.spec}.`,
        );
      if (message.length < 1 || message.length > messageBytesMax)
        throw validationError(
          'java.nio.HeapByteBuffer',
          'message',
          `Member must have length less than or equal to ${messageBytesMax}`,
        );
      const kind = input.MessageType === 'DIGEST' ? 'DIGEST' : 'RAW';
      if (algorithm !== algorithms[key.spec] || input.MessageType === 'EXTERNAL_MU')
        throw new AwsError('NotImplementedInLab', `The lab does not sign by ${algorithm}.`, 501);
      if (kind === 'DIGEST' && algorithm === 'ED25519_SHA_512')
        throw new AwsError('ValidationException', 'ED25519_SHA_512 requires MessageType RAW.');
      if (kind === 'DIGEST' && message.length !== digestBytes)
        throw new AwsError('ValidationException', `Digest is invalid length for algorithm ${algorithm}.`);
      if (input.DryRun === true)
        throw new AwsError(
          'DryRunOperationException',
          'The request would have succeeded, but the DryRun option is set.',
        );
      return { KeyId: key.arn, Signature: key.sign(message, kind), SigningAlgorithm: algorithm };
    },

    ScheduleKeyDeletion: (input, call) => {
      const key = keyOf(input, call);
      if (key.state === 'PendingDeletion') usable(input, call);
      key.state = 'PendingDeletion';
      const days: number = input.PendingWindowInDays ?? 30;
      return {
        KeyId: key.arn,
        DeletionDate: new Date(clock.now() + days * 86_400_000),
        KeyState: 'PendingDeletion',
        PendingWindowInDays: days,
      };
    },
  };
}

function signingOf(spec: PlacedKey['spec']): readonly string[] {
  return spec === 'ECC_NIST_EDWARDS25519' ? ['ED25519_PH_SHA_512', 'ED25519_SHA_512'] : [algorithms[spec]];
}
