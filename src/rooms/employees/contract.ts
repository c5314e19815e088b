import { z } from 'zod'
import { naming } from '../../lib/meaning/names.ts'
import { phone } from '../../lib/meanings.ts'
import { page, paging, searchText } from '../../lib/page.ts'
import { weeklyHours, weeklyHoursChange, weeklyHoursOut } from '../../lib/weekly-hours.ts'
import { email, flag, id, line, out, several, timeZone } from '../../lib/wire.ts'

export const EmployeeParams = z.strictObject({ employeeId: id })

const discipline = z.enum(['front', 'back', 'both'])
const role = z.enum(['member', 'coach', 'admin'])
const topicCode = z.string().min(1).max(60)

export const exampleEmployee = {
  id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12',
  name: 'Sanne de Wit',
  email: 'sanne@example.org',
  subject: null,
  teamId: '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640',
  discipline: 'both',
  role: 'member',
  extension: '204',
  phone: '+31612345678',
  topics: ['invoice'],
  workingHours: { monday: [{ from: '09:00', until: '17:00' }] },
  timeZone: null,
  contractHours: 36,
  active: true,
  leavingSince: null,
  createdAt: '2026-11-02T08:00:00.000Z',
  version: 1,
}

export const Employee = z
  .object({
    id: out.id,
    name: z.string(),
    email: z.string().nullable(),
    subject: z.string().nullable().describe('What the identity provider calls them.'),
    teamId: out.id.nullable().describe('Null for a specialist, who is consulted and never owns a case.'),
    discipline,
    role,
    extension: z.string().nullable(),
    phone: z.string().nullable().describe('E.164.'),
    topics: z.array(z.string()).describe('The codes of the topics that they are competent in.'),
    workingHours: weeklyHoursOut.nullable().describe('Null: the opening hours of the team.'),
    timeZone: z.string().nullable().describe('IANA; of the working hours. Null: the team’s.'),
    contractHours: z.number().describe('Hours a week.'),
    active: z.boolean().describe('False for who has left.'),
    leavingSince: out.moment
      .nullable()
      .describe(
        'When a departure began that is not complete: they own what they own, may not call and are given nothing new.',
      ),
    createdAt: out.moment,
    version: z.int(),
  })
  .meta({ id: 'Employee', description: 'A person who works here.', examples: [exampleEmployee] })
export type Employee = z.output<typeof Employee>

const fields = {
  email: email.nullish(),
  subject: naming('newSubject', line(255))
    .nullish()
    .describe('The `sub`, or the claim agreed on, of the identity provider.'),
  teamId: naming('team', id).nullish().describe('Null: a specialist, in no team.'),
  discipline: discipline.optional(),
  role: role.optional(),
  extension: line(40).nullish(),
  phone: phone.nullish().describe('In any notation; a national one is read with the organisation’s country.'),
  topics: z
    .array(naming('topic', topicCode))
    .max(100)
    .nullish()
    .describe('The codes of all topics that they are competent in.'),
  workingHours: weeklyHours.nullish().describe('Null: the opening hours of the team.'),
  timeZone: timeZone.nullish().describe('IANA; of the working hours. Null: the team’s.'),
  contractHours: z.number().gt(0).max(60).optional().describe('Hours a week.'),
}

export const NewEmployee = z.strictObject({ name: line(200), ...fields }).meta({
  id: 'NewEmployee',
  description:
    'An employee who comes; a name is enough. Left out, the discipline is `both`, the role `member`, the contract 36 hours a week.',
  examples: [
    { name: 'Sanne de Wit', teamId: exampleEmployee.teamId, extension: '204', phone: '06 12345678' },
  ],
})

type Given = z.output<typeof NewEmployee>
export type EmployeeGiven = { readonly [K in keyof Given]?: Given[K] | undefined }

export const EmployeeChange = z
  .strictObject({
    name: line(200).optional(),
    ...fields,
    workingHours: weeklyHoursChange.nullish().describe('Null: the opening hours of the team.'),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'EmployeeChange',
    description: 'What changes of an employee; null clears.',
    examples: [{ topics: ['invoice', 'moving-house'], contractHours: 32 }],
  })
export type EmployeeChange = z.output<typeof EmployeeChange>

export const EmployeeQuery = z.strictObject({
  ...paging,
  id: several(id).optional(),
  teamId: several(id).optional(),
  discipline: several(discipline).optional(),
  role: several(role).optional(),
  topic: several(topicCode).optional().describe('Codes of topics that they are competent in.'),
  active: flag.optional().describe('False: who has left. Left out: everybody.'),
  email: several(email).optional(),
  extension: several(line(40)).optional(),
  q: searchText.optional(),
})
export const EmployeePage = page(Employee, 'EmployeePage')
