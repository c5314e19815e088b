// node verify-checkpoint.mjs https://… <API key with events:read> <a statement that you kept>
import { createHash } from 'node:crypto'
import { compactVerify, createRemoteJWKSet } from 'jose'

const [service, key, statement] = process.argv.slice(2)
const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', service))
const { payload } = await compactVerify(statement, keys)
const { position, chain } = JSON.parse(new TextDecoder().decode(payload))
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const order = (a, b) =>
  Buffer.byteLength(a) - Buffer.byteLength(b) || Buffer.compare(Buffer.from(a), Buffer.from(b))
const members = (o) =>
  Object.keys(o)
    .sort(order)
    .map((name) => `${JSON.stringify(name)}: ${text(o[name])}`)
    .join(', ')
const text = (v) =>
  Array.isArray(v)
    ? `[${v.map(text).join(', ')}]`
    : v instanceof Object
      ? `{${members(v)}}`
      : JSON.stringify(v ?? null)

const cases = new Map()
let [link, places, after] = [Buffer.alloc(0), 0, undefined]
while (places < position) {
  const url = new URL(`/v1/events?limit=200${after ? `&after=${after}` : ''}`, service)
  const { data } = await (await fetch(url, { headers: { authorization: `Bearer ${key}` } })).json()
  for (const { id, type, at, caseId, caseSequence, customerId, actor, data: facts } of data.slice(
    0,
    position - places,
  )) {
    const said = text([
      id,
      type,
      at,
      caseId,
      caseSequence,
      customerId,
      actor.kind,
      actor.id,
      actor.onBehalfOf,
      facts,
    ])
    const hash = sha256(cases.get(caseId) ?? '', said)
    if (caseId) cases.set(caseId, hash)
    link = sha256(link, hash)
    places++
    after = id
  }
  if (data.length === 0) break
}
const holds = places === position && link.toString('base64url') === chain
process.stdout.write(
  holds ? `All ${position} events are what they were.\n` : 'The history is not what was signed.\n',
)
process.exitCode = holds ? 0 : 1
