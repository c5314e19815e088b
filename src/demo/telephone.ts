import { randomUUID } from 'node:crypto'
import type { MadeApiKey } from '../rooms/access/api-key-contract.ts'
import type { Case } from '../rooms/cases/contract.ts'
import type { Call } from '../rooms/telephony/call-contract.ts'
import type { Caller } from '../rooms/telephony/contract.ts'
import { type DemoCaller, Unexpected } from './caller.ts'
import type { Cast } from './meet-customers.ts'
import { promiseInWords, tell } from './story.ts'

/** The telephone rings: the exchange hears whom to ring, whoever picks up sees who calls, and the call is on record. */
export async function playTelephone(
  admin: DemoCaller,
  { sanne, piet, dijkstra }: Cast,
  { id, reference }: Case,
): Promise<void> {
  const { key } = await admin.post<MadeApiKey>('/api-keys', { name: 'Exchange', scopes: ['calls:write'] })
  const call = { callId: randomUUID(), direction: 'inbound', from: dijkstra.phone, to: '020 123 4567' }
  const hear = (event: object) => admin.withKey(key).post<Call>('/calls', { ...call, ...event })

  const { ring } = await hear({ event: 'ringing' })
  if (ring?.employeeId !== sanne.id)
    throw new Unexpected(`the call of ${dijkstra.phone} is not ${sanne.name}’s`)
  tell(
    '10:25',
    `The telephone rings: ${dijkstra.phone}. The exchange asks whom to ring, and hears: extension ${ring.extension}, ${sanne.name} (${ring.reason}).`,
  )

  const { openCases, facts } = await admin.as(piet).get<Caller>(`/callers?phone=${dijkstra.phone}`)
  const asked = openCases.find((kase) => kase.id === id)
  if (!asked?.callback) throw new Unexpected(`who calls does not know the promise of case ${reference}`)
  const worthKnowing = facts.map(({ text }) => ` “${text}”`).join('')
  tell(
    '',
    `She is on another line, and ${piet.name} takes it. His screen says: ${dijkstra.name}.${worthKnowing} Case ${reference}, promised ${promiseInWords(asked.callback)} by ${asked.owner.name}. So he can tell her.`,
  )

  const answered = await hear({ event: 'answered', employeeExtension: piet.extension })
  await hear({ event: 'ended' })
  if (answered.caseId !== id) throw new Unexpected(`the call is no contact of case ${reference}`)
  const { chases } = await admin.get<Case>(`/cases/${id}`)
  tell(
    '10:28',
    `Nobody types a word, and the call is a contact of the case: chased ${chases === 1 ? 'once' : `${chases} times`}, and ${sanne.name} hears of it.`,
  )
}
