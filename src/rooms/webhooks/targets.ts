import { lookup as dnsLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { TargetNotAllowed } from './problems.ts'

/** All addresses of a name. */
export type ResolveName = (name: string) => Promise<readonly string[]>

/** Where webhooks may lead. */
export interface Targets {
  /** Throws `target-not-allowed` unless an address may be sent to, as far as it can be told now. */
  assertAllowed(url: string): Promise<void>
  /**
   * Where to connect to, for a request over `protocol`: the addresses that were looked at are those that are called, so a
   * name that changes its mind in between leads nowhere.
   */
  lookup(protocol: string): LookupFunction
  /** Why this address must not be called at all; undefined when a look at its name decides. */
  refusalOf(url: URL): string | undefined
}

const resolveAll: ResolveName = async (name) =>
  (await dnsLookup(name, { all: true, verbatim: true })).map(({ address }) => address)

/** Targets besides public ones lie in `privateNetworks`, in the notation of RFC 4632. */
export function openTargets(privateNetworks: readonly string[], resolve: ResolveName = resolveAll): Targets {
  const networks = privateNetworks.map((network) =>
    ipaddr.parseCIDR(network.includes('/') ? network : `${network}/${network.includes(':') ? 128 : 32}`),
  )
  const isOurs = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
    networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))

  /** Whether it may be called: over http only where the network is one of ours. */
  const isAllowed = (text: string, protocol: string): boolean => {
    const address = ipaddr.process(text)
    return isOurs(address) || (protocol === 'https:' && isPublic(address))
  }

  const refusalOf = (url: URL): string | undefined => {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https:'
    if (url.username !== '' || url.password !== '') return 'must not have a user or a password in it'
    // The URL standard has turned every spelling of an IPv4 address into four decimals by now.
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (ipaddr.isValid(host))
      return isAllowed(host, url.protocol) ? undefined : `leads to ${host}, which is not allowed`
    if (url.protocol === 'http:' && networks.length === 0) return 'must begin with https:'
    return undefined
  }

  return {
    refusalOf,
    async assertAllowed(given) {
      // A URL is read without these, so another address would be shown than the one that is called.
      if (/\p{Cc}/u.test(given)) throw TargetNotAllowed.at('/url', 'has a sign in it that no address has')
      if (!URL.canParse(given)) throw TargetNotAllowed.at('/url', 'is no address of the web')
      const url = new URL(given)
      const refusal = refusalOf(url)
      if (refusal !== undefined) throw TargetNotAllowed.at('/url', refusal)
      const host = url.hostname
      if (ipaddr.isValid(host.replace(/^\[|\]$/g, ''))) return
      // A name that nobody knows yet may be known tomorrow; it is looked at again whenever something is sent. Over http it has
      // to be known to be one of ours.
      const addresses = await resolve(host).catch(() => [])
      if (addresses.length === 0 && url.protocol === 'http:')
        throw TargetNotAllowed.at('/url', `must begin with https:, since nobody knows where ${host} is`)
      if (
        addresses.some((address) => !isAllowed(address, url.protocol)) ||
        (addresses.length === 0 && isLocal(host))
      )
        throw TargetNotAllowed.at('/url', `${host} leads to an address that is not allowed`)
    },
    lookup: (protocol) => (hostname, options, done) => {
      resolve(hostname).then(
        (addresses) => {
          const all = addresses.map((address) => ({
            address,
            family: ipaddr.parse(address).kind() === 'ipv6' ? 6 : 4,
          }))
          const [first] = all
          if (!first || all.some(({ address }) => !isAllowed(address, protocol)))
            return done(new Error('leads to an address that is not allowed'), '', 4)
          if (options.all) done(null, all)
          else done(null, first.address, first.family)
        },
        () => done(new Error('the name could not be resolved'), '', 4),
      )
    },
  }
}

/** Names that mean this machine or its network, whatever they resolve to. */
const isLocal = (host: string): boolean => /(^|\.)(localhost|local|internal|localdomain)\.?$/i.test(host)

const global6 = ipaddr.parseCIDR('2000::/3')
/** Reserved in ways that the library does not tell: 6to4 and Teredo carry an IPv4 address, the last one is for documents. */
const others = ['2001::/32', '2002::/16', '3fff::/20'].map((network) => ipaddr.parseCIDR(network))

/** Whether anybody on the internet has this address. NAT64, mapped and compatible addresses lie outside of 2000::/3. */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false
  if (address.kind() === 'ipv4') return true
  return address.match(global6) && !others.some((network) => address.match(network))
}
