// The packs that `bongsu pack new` writes: short, commented, and good as they stand.
import { sha256Of } from '@bongsu/engines';

const declared = `# A pack of your own checks. "bongsu pack test DIR" reads it and runs its cases; docs/packs.md explains every field.
pack: 1
name: mine                 # small letters, digits, hyphens; unit ids are pack-mine.m-01
version: "1"
edition: mine-baseline-1   # codes stand under this id: mine-baseline-1:M-01
title: {ko: 우리 기준, en: Our baseline}
publisher: Our company

items:                     # or in other *.yaml files beside this one, each with "items:"
  - code: M-01
    title: {ko: 암호 최대 사용 기간, en: Passwords end after 90 days}
    importance: medium     # high, medium, low (상, 중, 하)
    why: {ko: 오래된 암호는 유출된 채 쓰일 수 있습니다., en: An old password may have leaked long ago.}
    expects: {ko: PASS_MAX_DAYS가 1~90, en: PASS_MAX_DAYS is 1 to 90}
    remedy: {ko: /etc/login.defs에 PASS_MAX_DAYS 90을 둡니다., en: Set PASS_MAX_DAYS 90 in /etc/login.defs.}
    # What to gather: a file, files, a command of the closed list, or a probe of the catalogue.
    facts:
      login: {file: /etc/login.defs}
    # Conditions in CEL over the facts and "host". What cannot be evaluated is unknown, never a pass.
    notApplicable: "!login.exists"
    pass: >-
      "PASS_MAX_DAYS" in login.values
      && int(login.values["PASS_MAX_DAYS"]) >= 1 && int(login.values["PASS_MAX_DAYS"]) <= 90
    # What a verdict shows: an entry of "settings" or "numbered" names its own line.
    evidence:
      - from: login
        show: login.settings.filter(s, s.key == "PASS_MAX_DAYS")
        expected: 1 to 90
    # Hosts as they might be. Every item needs one that passes and one that does not.
    cases:
      - name: ninety days
        files: {/etc/login.defs: "PASS_MAX_DAYS 90\\n"}
        expect: pass
      - name: for ever
        files: {/etc/login.defs: "PASS_MAX_DAYS 99999\\n"}
        expect: fail
        because: "99999"
      - name: a comment sets nothing
        files: {/etc/login.defs: "# PASS_MAX_DAYS 90\\n"}
        expect: fail
      - name: not a number
        files: {/etc/login.defs: "PASS_MAX_DAYS never\\n"}
        expect: unknown
`;

const script = `#!/bin/sh
# Prints one JSON object a line for each item of pack.yaml, and ends with exit code 0. Everything else belongs on standard error.
# status: good, vuln, na, manual or error (양호, 취약, N/A, 수동, 오류)

# A text as the inside of a JSON string.
json_text() { printf '%s' "$1" | tr '\\000-\\037' ' ' | sed 's/[\\\\"]/\\\\&/g'; }

umask_line=$(grep -E '^[[:space:]]*UMASK[[:space:]]' /etc/login.defs | tail -n 1)
case $umask_line in
  *[[:space:]]0[2367]7 | *[[:space:]]0[2367]2) status=good ;;
  *) status=vuln ;;
esac
printf '{"code":"S-01","status":"%s","reason":"UMASK of login.defs","evidence":"%s"}\\n' "$status" "$(json_text "\${umask_line:-not set}")"
exit 0
`;

const withScript = `# A pack with a script of your own. It runs as root on every host, so it is only taken by its hash. docs/packs.md explains every field.
pack: 1
name: mine-script
version: "1"
edition: mine-script-1
title: {ko: 우리 스크립트 점검, en: Our script}
publisher: Our company
kind: legacy
script:
  file: script.sh
  sha256: ${sha256Of(Buffer.from(script))}   # sha256sum script.sh
  shell: sh                # or bash
  timeoutSeconds: 120
items:                     # every code that the script reports on; one that it does not report is unknown
  - code: S-01
    title: {ko: 기본 UMASK, en: Default umask}
    importance: 중
    why: {ko: 새 파일이 모두에게 열립니다., en: New files are open to everybody.}
    expects: {ko: UMASK가 022 또는 더 엄격함, en: UMASK is 022 or stricter}
    remedy: {ko: /etc/login.defs에 UMASK 027을 둡니다., en: Set UMASK 027 in /etc/login.defs.}
    cases:                 # if wanted: what the script prints, and what must be made of it
      - name: its word for good
        output: |
          {"code":"S-01","status":"양호"}
        expect: pass
      - name: a crash
        output: ""
        exitCode: 1
        expect: unknown
`;

/** Files by name. */
export function packTemplate(hasScript: boolean): Record<string, string> {
  return hasScript ? { 'pack.yaml': withScript, 'script.sh': script } : { 'pack.yaml': declared };
}
