import type { Page } from '../lib/page.ts'
import type { Employee } from '../rooms/employees/contract.ts'
import type { DemoCaller } from './caller.ts'
import { tell } from './story.ts'

interface Made {
  readonly id: string
  readonly name: string
}

const topics = {
  invoice: 'Invoice',
  'moving-house': 'Moving house',
  'water-quality': 'Water quality',
  'meter-reading': 'Meter reading',
}

/** Who works there. */
export interface People {
  readonly noord: Made
  readonly zuid: Made
  readonly zakelijk: Made
  readonly sanne: Employee
  readonly piet: Employee
  readonly fatima: Employee
  readonly marjan: Employee
  readonly joost: Employee
  readonly yara: Employee
  readonly willem: Employee
  readonly anouk: Employee
  readonly henk: Employee
}

/** Makes a water company with three teams and its people; who is there from an earlier day is not hired again. */
export async function hire(admin: DemoCaller): Promise<People> {
  for (const [code, name] of Object.entries(topics)) await topic(admin, code, name)
  const noord = await team(admin, 'Team Noord', ['noord'])
  const zuid = await team(admin, 'Team Zuid', ['zuid'])
  const zakelijk = await team(admin, 'Team Zakelijk', ['zakelijk'])
  const bills = { topics: ['invoice', 'moving-house'] }
  const water = { topics: ['water-quality', 'meter-reading'] }
  return {
    noord,
    zuid,
    zakelijk,
    sanne: await employee(admin, 'Sanne de Wit', {
      teamId: noord.id,
      discipline: 'front',
      extension: '204',
      ...bills,
    }),
    piet: await employee(admin, 'Piet Bakker', {
      teamId: noord.id,
      discipline: 'back',
      extension: '205',
      ...bills,
    }),
    fatima: await employee(admin, 'Fatima el Idrissi', {
      teamId: noord.id,
      extension: '206',
      contractHours: 24,
      ...water,
    }),
    marjan: await employee(admin, 'Marjan de Boer', { role: 'coach', extension: '200' }),
    joost: await employee(admin, 'Joost van Dam', {
      teamId: zuid.id,
      discipline: 'front',
      extension: '304',
      ...water,
    }),
    yara: await employee(admin, 'Yara Smits', {
      teamId: zuid.id,
      discipline: 'back',
      extension: '305',
      ...bills,
    }),
    willem: await employee(admin, 'Willem de Groot', { teamId: zakelijk.id, extension: '404', ...water }),
    anouk: await employee(admin, 'Anouk Peters', {
      teamId: zakelijk.id,
      extension: '405',
      contractHours: 32,
      ...bills,
    }),
    henk: await employee(admin, 'Henk Visser', { extension: '510', ...water }),
  }
}

/** Says who is who. */
export function introduce(people: People): void {
  const { noord, sanne, piet, fatima, zuid, joost, yara, zakelijk, willem, anouk, henk, marjan } = people
  const members = (of: readonly Employee[]) => of.map(({ name }) => name).join(', ')
  for (const [team, its] of [
    [noord, [sanne, piet, fatima]],
    [zuid, [joost, yara]],
    [zakelijk, [willem, anouk]],
  ] as const) {
    tell('', `${team.name}: ${members(its)}`)
  }
  tell(
    '',
    `In no team: ${henk.name}, who knows all about water and owns no question, and ${marjan.name}, a coach`,
  )
}

async function topic(admin: DemoCaller, code: string, name: string): Promise<void> {
  const { data } = await admin.get<Page<Made>>(`/topics?code=${code}`)
  if (data.length === 0) await admin.post('/topics', { code, name })
}

async function team(admin: DemoCaller, name: string, segments: readonly string[]): Promise<Made> {
  const { data } = await admin.get<Page<Made>>(`/teams?segment=${segments.join()}`)
  return data.find((known) => known.name === name) ?? (await admin.post<Made>('/teams', { name, segments }))
}

async function employee(admin: DemoCaller, name: string, fields: object): Promise<Employee> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@delinge.example`
  const { data } = await admin.get<Page<Employee>>(`/employees?active=true&email=${email}`)
  return data[0] ?? (await admin.post<Employee>('/employees', { name, email, ...fields }))
}
