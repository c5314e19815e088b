import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { naming } from '../../lib/meaning/names.ts'
import { addressedAt, meant, phone } from '../../lib/meanings.ts'
import { weeklyHours, weeklyHoursChange, weeklyHoursOut } from '../../lib/weekly-hours.ts'
import { email, id, language, line, out, timeZone } from '../../lib/wire.ts'
import { channels } from '../callbacks/channel-contract.ts'
import { CaseCustomer } from '../cases/parts-contract.ts'

export const CustomerParams = z.strictObject({ customerId: id })

export const system = line(60).describe('A system that knows the customer, such as `crm`.')
export const externalId = line(120).describe('What that system calls the customer.')
export const ReferenceParams = z.strictObject({ system, externalId })
export type Reference = z.output<typeof ReferenceParams>

export const kind = z.enum(['person', 'organisation'])
const preferredChannel = z.enum(['phone', 'email', 'chat', 'letter'])

const example = {
  name: 'Mevrouw Dijkstra',
  kind: 'person',
  phone: '+31612345678',
  email: 'dijkstra@example.org',
  otherContactPoints: [{ channel: 'letter', address: 'Dorpsstraat 1, 1234 AB Ons Dorp', label: 'home' }],
  language: 'nl',
  segment: 'households',
  teamId: '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640',
  preferredChannel: 'phone',
  preferredWindows: { monday: [{ from: '18:00', until: '21:00' }] },
  timeZone: 'Europe/Amsterdam',
  outreachOptOut: false,
  references: [{ system: 'crm', externalId: 'C-104.229' }],
}

const ContactPoint = z
  .object({ channel: z.string(), address: z.string(), label: z.string().optional() })
  .meta({
    id: 'ContactPoint',
    description: 'Another way to reach the customer.',
    examples: example.otherContactPoints,
  })

const CustomerReference = z.object({ system: z.string(), externalId: z.string() }).meta({
  id: 'CustomerReference',
  description: 'What another system calls the customer.',
  examples: example.references,
})

export const Customer = z
  .object({
    id: out.id,
    name: z.string().nullable(),
    kind,
    anonymous: z.boolean().describe('True for who is not known by anything.'),
    phone: z.string().nullable().describe('E.164.'),
    email: z.string().nullable(),
    otherContactPoints: z.array(ContactPoint),
    language: z.string().nullable().describe('A language tag (BCP 47); null when none is known.'),
    segment: z.string().nullable(),
    teamId: out.id.describe('The one team that serves this customer.'),
    preferredChannel: preferredChannel.nullable(),
    preferredWindows: weeklyHoursOut.nullable(),
    timeZone: z.string().nullable().describe('IANA; of the preferred windows. Null: the team’s.'),
    outreachOptOut: z
      .boolean()
      .describe('They want nothing from us that they did not ask for: no outreach contacts them.'),
    references: z.array(CustomerReference),
    mergedInto: CaseCustomer.nullable().describe(
      'Who stands for this customer now; null for a customer who stands for themselves.',
    ),
    erasedAt: out.moment
      .nullable()
      .describe('When what is personal was taken off the record; null for everybody else.'),
    createdAt: out.moment,
    updatedAt: out.moment.describe(
      'The moment of the last change of what is here. Facts have a list of their own.',
    ),
    version: z.int(),
  })
  .meta({
    id: 'Customer',
    description: 'Who asks, how to reach them, and the one team that serves them.',
    examples: [
      {
        id: '0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03',
        anonymous: false,
        ...example,
        mergedInto: null,
        erasedAt: null,
        createdAt: '2026-11-02T08:00:00.000Z',
        updatedAt: '2026-11-02T08:00:00.000Z',
        version: 1,
      },
    ],
  })
export type Customer = z.output<typeof Customer>

const contactPoint = meant(
  z.strictObject({ channel: z.enum(channels), address: line(500), label: line(60).optional() }).meta({
    id: 'ContactPointGiven',
    description: 'Another way to reach the customer.',
    examples: example.otherContactPoints,
  }),
  addressedAt('address'),
)

/** How another system’s name for the customer comes in. */
export const CustomerReferenceGiven = z.strictObject({ system, externalId }).meta({
  id: 'CustomerReferenceGiven',
  description: 'What another system calls the customer.',
  examples: example.references,
})

const references = z
  .array(CustomerReferenceGiven)
  .max(50)
  .nullish()
  .describe('What other systems call the customer: all of them.')

const likes = 'When the customer likes to be contacted.'

const fields = {
  name: line(200).nullish(),
  kind: kind.optional(),
  phone: phone.nullish().describe('In any notation; a national one is read with the organisation’s country.'),
  email: email.nullish(),
  otherContactPoints: z.array(contactPoint).max(20).nullish(),
  language: language.nullish(),
  segment: line(60).nullish(),
  teamId: naming('team', id)
    .nullish()
    .describe('Null: the oldest team that serves the segment, else the default team.'),
  preferredChannel: preferredChannel.nullish(),
  preferredWindows: weeklyHours.nullish().describe(likes),
  timeZone: timeZone.nullish().describe('IANA; of the preferred windows. Null: the team’s.'),
  outreachOptOut: z
    .boolean()
    .optional()
    .describe('Whether they want nothing from us that they did not ask for. Left out: they did not say so.'),
  references,
}

const pointsOfContact = ['name', 'phone', 'email', 'otherContactPoints'] as const
const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)

/** Whether anything is known by which to greet or reach the customer. */
export const isRecognisable = (customer: { readonly [K in (typeof pointsOfContact)[number]]?: unknown }) =>
  pointsOfContact.some((point) => isGiven(customer[point]))

export const unrecognisable = 'is missing: a customer has a name or a point of contact'

export const NewCustomer = z
  .strictObject({
    ...fields,
    anonymous: z
      .boolean()
      .optional()
      .describe('The customer does not say who they are: nothing else is needed.'),
  })
  .superRefine((given, check) => {
    const refuse = (field: string, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message })
    if (!given.anonymous) {
      // A reference is enough to be found by, and not to be made of.
      if (!isRecognisable(given) && !isGiven(given.references)) refuse('name', unrecognisable)
      return
    }
    for (const field of [...pointsOfContact, 'references'] as const) {
      if (isGiven(given[field])) refuse(field, 'identifies a customer who is said to be anonymous')
    }
  }, evenSo)
  .meta({
    id: 'NewCustomer',
    description:
      'A customer to make: a name or a point of contact is enough, and an anonymous one has neither. In a question they are found on record before they are made, also by a reference alone.',
    examples: [{ ...example, phone: '06 12345678' }],
  })
export type NewCustomer = z.output<typeof NewCustomer>

export const CustomerChange = z
  .strictObject({ ...fields, preferredWindows: weeklyHoursChange.nullish().describe(likes) })
  .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'CustomerChange',
    description: 'What changes of a customer; null clears, and lists are given whole.',
    examples: [{ preferredChannel: 'email', references: example.references }],
  })
export type CustomerChange = z.output<typeof CustomerChange>

export const PutCustomer = z.strictObject(fields).meta({
  id: 'PutCustomer',
  description:
    'What another system knows of its customer. What is left out stays as it is; null clears. The reference in the address is added to the others.',
  examples: [{ name: example.name, phone: '06 12345678', segment: example.segment }],
})
export type CustomerGiven = z.output<typeof PutCustomer>
