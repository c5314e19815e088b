const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether nobody between us and this address can change what it says: by TLS, or because it is this machine. */
export function isSafeAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
}
