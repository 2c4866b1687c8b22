// The configuration that `bongsu init` writes: every field with its comment, in the order in which one thinks of them.

export interface TemplateAnswers {
  /** `organization` or account ids. */
  readonly accounts: 'organization' | readonly string[];
  readonly roleName: string;
  readonly externalId: string;
  readonly regions: 'enabled' | readonly string[];
  readonly centralRegion: string;
  readonly profile: string | null;
  readonly bucketName: string;
  /** Careful: one host, then 1 %, 10 % and the rest. */
  readonly rings: 'careful' | 'all-at-once';
}

/** One commented YAML text. Values are JSON strings, which YAML reads as they are. */
export function configTemplate(answers: TemplateAnswers): string {
  const list = (items: readonly string[]): string => `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
  const careful = answers.rings === 'careful';
  const accounts =
    answers.accounts === 'organization'
      ? 'organization: true   # every active account of the organisation; or  list: ["111111111111", …]\n  exclude: []          # account ids left out'
      : `list: ${list(answers.accounts)}   # or  organization: true`;
  return `# Bongsu configuration. Flags and BONGSU_… environment variables override it; "bongsu doctor" tries it.
version: 1

# Which accounts. 어느 계정을 점검할지.
accounts:
  ${accounts}

# The role that the central account assumes in each member account, and the external id that its trust policy demands.
# "bongsu doctor --policies" prints both policies. 멤버 계정에서 맡을 역할과 외부 ID.
role:
  name: ${JSON.stringify(answers.roleName)}
  externalId: ${JSON.stringify(answers.externalId)}

# "enabled" for every Region that an account has enabled, or a list. 리전.
regions: ${answers.regions === 'enabled' ? 'enabled' : list(answers.regions)}

# The central account: where Bongsu runs. profile is a name in ~/.aws/config; without it the SDK's own chain is used.
central:
  region: ${JSON.stringify(answers.centralRegion)}
  ${answers.profile === null ? '# profile: security-audit' : `profile: ${JSON.stringify(answers.profile)}`}

# A bucket of the central account through which the script goes out and results come in. Hosts need no right to it.
bucket:
  name: ${JSON.stringify(answers.bucketName)}
  region: ${JSON.stringify(answers.centralRegion)}

# Limits of a campaign; URLs must outlive delivery + execution by 300 s. 캠페인 한도.
limits:
  deliverySeconds: 600     # how long Systems Manager may try to deliver
  executionSeconds: 900    # how long the script may run on a host
  urlSeconds: 1800         # life of the presigned URLs
  resultBytes: 262144      # exact size of each uploaded result
  concurrency: 10          # sends in flight in one account and Region

# How a campaign goes through the fleet: rings are sent to one after the other, the first by lot; where more hosts than "stop" says ended
# badly, nothing more is sent ("bongsu campaign retry --state not-attempted" goes on). 단계적 배포와 중단 조건.
campaign:
  rings: ${careful ? '[1, "1%", "10%", "100%"]' : '["100%"]'}
  stop: { count: null, percent: ${careful ? 30 : 'null'} }
  delivery: presigned      # or batch: 50 hosts a send, each result proven by the instance's identity document; or role: 50 hosts a send, each
                           # puts its result with its instance's role ("bongsu doctor --policies" prints what role and bucket need)
  # resultQueue: https://sqs.ap-northeast-2.amazonaws.com/111111111111/bongsu-results   # S3 tells it of results (docs/workers.md); else they are listed
  deadlineSeconds: 86400   # what was not sent by then is accounted as not attempted
  waitSeconds: 0           # how long hosts that are offline or stopped are waited for; no longer than the deadline
  retry: { states: [], attempts: 2 }   # states such as failed, no-result, timed-out that get another attempt

# Hours in which hosts with a tag may be worked on; others at any time. 점검 시간대.
windows: []
#  - name: nights
#    tag: { key: "bongsu:window", value: "night" }
#    cron: "0 2 * * *"
#    timeZone: Asia/Seoul
#    minutes: 180

# Instances left out, each with who and why; they show in the coverage as excluded. 제외와 그 사유.
exclusions: []
#  - by: kim@example.com
#    why: appliance, vendor forbids agents to run scripts
#    tag: { key: "bongsu", value: "skip" }

# How hosts are judged: "strict" is the guide's letter, "distro-aware" accepts documented defaults of a distribution. Thresholds that are
# not the guide's are named by unit and show in every report; "bongsu items" lists them. 판정 프로필과 임계값.
judging:
  profile: strict
  parameters: {}
#    file.shadow-permissions: { shadowGroup: true }

# Weights of a score by importance (상·중·하); manual items are left out or count as not good. 점수 가중치.
score:
  weights: { high: 3, medium: 2, low: 1 }
  manual: left-out

# New and changed instances are checked as they appear: a queue to which EventBridge sends (docs/workers.md). Of an auto-scaling group all
# are checked, or so many of each launch template and image in "sinceDays". 새로 뜬 인스턴스 점검.
# events:
#   queueUrl: https://sqs.ap-northeast-2.amazonaws.com/111111111111/bongsu-hosts
#   groups: all            # or { sample: 1 }
#   sinceDays: 7           # how long a sample stands for its group
#   minHours: 24           # assessed within so many hours: not again
#   waitMinutes: 15        # how long an instance may take to come online

# Your own items besides the catalogue's: folders or tars ("bongsu pack new DIR"; docs/packs.md). A pack that runs a script of
# yours as root is only taken by its hash, which "bongsu pack test" prints. 자체 점검 항목.
packs: []
#  - path: packs/acme
#    sha256: "…"

# Campaigns that run by themselves: "bongsu worker" looks after them, or "bongsu schedule run-due" from cron. 예약 점검과 금지일.
schedules: []
#  - name: weekly
#    cron: "0 2 * * 6"
#    timeZone: Asia/Seoul
#    tag: { key: env, value: prod }          # these hosts alone; all without it
#    blackouts: [{ from: 2026-12-24, to: 2027-01-02, why: year-end freeze }]
#  - name: nightly                           # State Manager runs it by itself, on new hosts too: nothing is sent, hosts put their
#    delivery: association                   # results with their instance's role ("bongsu doctor --policies"); no blackouts, no windows
#    rate: 12 hours                          # or cron, without months: State Manager has none
#    tag: { key: env, value: prod }

# Who is told when a campaign has ended. Secrets stand in the environment; the names of the variables stand here. 종료 알림.
notify: []
#  - { kind: slack, name: sec-channel, lang: ko, urlFrom: BONGSU_SLACK_URL }
#  - { kind: webhook, name: soar, url: "https://soar.example.com/hook", secretFrom: BONGSU_HOOK_SECRET }
#  - { kind: mail, name: team, host: smtp.example.com, port: 587, security: starttls, userFrom: SMTP_USER, passwordFrom: SMTP_PASSWORD,
#      from: bongsu@example.com, to: [security@example.com] }
# link: "https://bongsu.example.com/campaigns/"   # what a notice points to; the campaign's id is put at its end

# What signs run records: an Ed25519 key in a file, made where there is none, its public part beside it ends in .pub; or a key of AWS KMS
# (ECC_NIST_P256 or ECC_NIST_EDWARDS25519, SIGN_VERIFY). A record that could not be signed waits for "bongsu worker" or "bongsu record".
# "bongsu record --public-key FILE" writes the public key and prints its fingerprint; no other key then signs, or is believed. 실행 기록 서명 키.
signing: {}
#  keyFile: /etc/bongsu/signing-key.pem
#  kmsKey: arn:aws:kms:ap-northeast-2:111111111111:key/01234567-89ab-cdef-0123-456789abcdef
#  fingerprint: "…"

# Where snapshots, campaigns and evidence are kept on this machine.
store: .bongsu

# Where many machines work together (bongsu worker): a PostgreSQL server, 15 or newer. Else the database lies in the folder above, for one
# process at a time. DATABASE_URL in the environment says the same; "none" does not look there. 여러 대가 함께 쓸 PostgreSQL.
# database: { environment: BONGSU_DATABASE_URL }   # the variable that holds postgresql://user:password@host:5432/database

# Where the evidence is kept: in the folder above, or in a bucket, which workers on several machines need. It is written once. With
# retentionDays nothing of it is removed before its date, in a bucket by Object Lock (it must have been made with it); "bongsu evidence prune"
# removes what is past it, and nothing does so by itself. 증적 보관 위치와 보존 기간.
evidence: { kind: folder }
# evidence: { kind: folder, retentionDays: 1095 }
# evidence: { kind: s3, bucket: audit-evidence, prefix: "evidence/", retentionDays: 1095, retentionMode: governance }
`;
}
