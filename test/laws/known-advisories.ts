/** Versions of a package in which a fault is known: from one (which has it) until another (which has not). */
export interface Advisory {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly until: string
}

const advise = (name: string, id: string, ...ranges: readonly (readonly [string, string])[]): Advisory[] =>
  ranges.map(([from, until]) => ({ id, name, from, until }))

/**
 * Public advisories about packages that are in the lock file. `npm run advisories` asks for the new ones; what it
 * finds is added here, so that no merge, no override and no downgrade brings such a version back unseen.
 */
export const knownAdvisories: readonly Advisory[] = [
  ...advise('fastify', 'CVE-2025-32442', ['0', '4.29.1'], ['5.0.0', '5.3.2']),
  ...advise('fastify', 'CVE-2026-25223', ['0', '5.7.2']),
  ...advise('fastify', 'CVE-2026-25224', ['0', '5.7.3']),
  ...advise('fastify', 'CVE-2026-3635', ['0', '5.8.3']),
  ...advise('fastify', 'CVE-2026-33806', ['5.3.2', '5.8.5']),
  ...advise('fast-uri', 'CVE-2026-6321', ['0', '3.1.1']),
  ...advise('fast-uri', 'CVE-2026-6322', ['0', '3.1.2']),
  ...advise('fast-uri', 'GHSA-4c8g-83qw-93j6', ['3.0.0', '3.1.3']),
  ...advise('fast-uri', 'GHSA-v2hh-gcrm-f6hx', ['3.0.0', '3.1.4']),
  ...advise('fast-uri', 'GHSA-7p8r-x3mc-p8w7', ['3.0.0', '3.1.5']),
  ...advise('fast-uri', 'GHSA-f65p-4m7j-42xc', ['3.0.0', '3.1.6']),
  ...advise('fast-uri', 'GHSA-jqff-g426-hqxp', ['3.0.0', '3.1.6']),
  ...advise('fast-uri', 'GHSA-fph4-wmhf-6fwf', ['3.1.2', '3.1.6']),
  ...advise('fast-uri', 'GHSA-5jgf-p345-68v8', ['3.1.3', '3.1.6']),
  ...advise('drizzle-orm', 'CVE-2026-39356', ['0', '0.45.2'], ['1.0.0-beta.1', '1.0.0-beta.20']),
  ...advise('jose', 'CVE-2022-36083', ['1.0.0', '1.28.2'], ['2.0.0', '2.0.6'], ['3.0.0', '3.20.4']),
  ...advise('jose', 'CVE-2022-36083', ['4.0.0', '4.9.2']),
  ...advise('jose', 'CVE-2024-28176', ['0', '2.0.7'], ['3.0.0', '4.15.5']),
  ...advise('uuid', 'CVE-2026-41907', ['0', '11.1.1'], ['12.0.0', '12.0.1'], ['13.0.0', '13.0.1']),
  ...advise('ajv', 'CVE-2025-69873', ['0', '6.14.0'], ['7.0.0-alpha.0', '8.18.0']),
  ...advise('semver', 'CVE-2022-25883', ['7.0.0', '7.5.2']),
  ...advise('minimatch', 'CVE-2026-26996', ['3.0.0', '3.1.3'], ['5.0.0', '5.1.7'], ['9.0.0', '9.0.6']),
  ...advise('minimatch', 'CVE-2026-26996', ['10.0.0', '10.2.1']),
  ...advise('minimatch', 'CVE-2026-27903', ['3.0.0', '3.1.3'], ['5.0.0', '5.1.8'], ['9.0.0', '9.0.7']),
  ...advise('minimatch', 'CVE-2026-27903', ['10.0.0', '10.2.3']),
  ...advise('minimatch', 'CVE-2026-27904', ['3.0.0', '3.1.4'], ['5.0.0', '5.1.8'], ['9.0.0', '9.0.7']),
  ...advise('minimatch', 'CVE-2026-27904', ['10.0.0', '10.2.3']),
  ...advise('brace-expansion', 'GHSA-rgw5-rvv9-x895', ['4.0.0', '5.0.9']),
  ...advise('js-yaml', 'GHSA-5p4m-2wfm-xmqj', ['0', '3.15.1'], ['4.0.0', '4.3.1']),
  ...advise('undici', 'CVE-2026-1526', ['0', '6.24.0'], ['7.0.0', '7.24.0']),
  ...advise('nanoid', 'GHSA-2v37-7h3g-55p8', ['0', '3.3.18']),
]

/** Whether a version lies in the range of an advisory, by the order of semantic versions. */
export const isIn = ({ from, until }: Advisory, version: string): boolean =>
  compare(version, from) >= 0 && compare(version, until) < 0

/** Below zero when the first version comes before the second (semver.org, 11). */
export function compare(one: string, other: string): number {
  const [core = '', before] = split(one)
  const [otherCore = '', otherBefore] = split(other)
  const byCore = compareParts(core, otherCore)
  if (byCore !== 0 || before === otherBefore) return byCore
  if (before === undefined) return 1
  return otherBefore === undefined ? -1 : compareParts(before, otherBefore)
}

function split(version: string): readonly [string, string | undefined] {
  const at = version.indexOf('-')
  return at < 0 ? [version, undefined] : [version.slice(0, at), version.slice(at + 1)]
}

function compareParts(one: string, other: string): number {
  const parts = one.split('.')
  const others = other.split('.')
  for (let n = 0; n < Math.max(parts.length, others.length); n++) {
    const order = (parts[n] ?? '0').localeCompare(others[n] ?? '0', 'en', { numeric: true })
    if (order !== 0) return order
  }
  return 0
}
