// What is said of the printed policies; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const policyMessages = {
  'policies.attach': {
    ko: '{policy} → {to} ({account}): {as}, {characters}자',
    en: '{policy}: {as}, for {to} in {account} ({characters} characters)',
  },
  'policies.every': { ko: '조직의 모든 계정', en: 'every account of the organisation' },
  'policies.chosen': { ko: '이 일을 맡길 주체', en: 'whoever you choose for it' },
  'policies.managed-policy': { ko: '관리형 정책', en: 'a managed policy' },
  'policies.inline-policy': { ko: '역할의 인라인 정책', en: 'an inline policy' },
  'policies.trust-policy': { ko: '역할의 신뢰 정책', en: 'the trust policy' },
  'policies.bucket-policy': { ko: '버킷 정책', en: 'the bucket policy' },
  'policies.queue-policy': { ko: '대기열 정책', en: 'the queue policy' },
  'policies.bucket-notification': { ko: '버킷 알림 설정', en: 'the notification configuration' },
  'policies.long': {
    ko: '{policy}: {characters}자입니다. AWS는 {most}자까지 받습니다. 문(Statement)을 나누어 여러 정책으로 붙이거나 대상을 줄이십시오',
    en: '{policy} has {characters} characters, and AWS takes {most}: divide its statements among several policies, or name less',
  },
} as const satisfies Readonly<Record<string, Text>>;
