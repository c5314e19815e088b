import { schemaOf } from './contract.ts'
import type { ScimAttribute } from './discovery-contract.ts'

type Special = Partial<Omit<ScimAttribute, 'name' | 'description'>>

const attribute = (name: string, description: string, special: Special = {}): ScimAttribute => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...special,
})

const several = (name: string, description: string, value: string): ScimAttribute =>
  attribute(name, description, {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', value),
      attribute('type', 'What it is for: everybody has one here, for work.', { canonicalValues: ['work'] }),
      attribute('primary', 'Whether it is the preferred one.', { type: 'boolean' }),
    ],
  })

/** What is kept of a user (RFC 7643, section 4.1). Attributes that are not in here are accepted and not kept. */
export const userSchema = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id: schemaOf.user,
  name: 'User',
  description: 'An employee.',
  attributes: [
    attribute('userName', 'What the identity provider calls the employee in its tokens.', {
      required: true,
      uniqueness: 'server',
    }),
    attribute('displayName', 'The name of the employee.'),
    attribute('name', 'The parts of the name.', {
      type: 'complex',
      subAttributes: [
        attribute('formatted', 'The display name; taken from here where that is left out.'),
        attribute('givenName', 'The given name.'),
        attribute('familyName', 'The family name.'),
      ],
    }),
    several('emails', 'The e-mail address at work.', 'The address.'),
    several('phoneNumbers', 'The telephone number at work.', 'The number; kept in E.164.'),
    attribute('active', 'False for who has left, and from the beginning of their departure.', {
      type: 'boolean',
    }),
  ],
}
