import type { Client } from 'pg'
import { lastNames, rareWord, vocabulary } from './vocabulary.ts'

/** One thing that people look for, in many words, beside the least that a database could do for it. */
export interface Question {
  readonly name: string
  /** Who asks: somebody who sees every case, or a member of a team. */
  readonly who: 'coach' | 'member'
  /** The path of the next request, and the values of the bare query for the same. */
  next(): { readonly path: string; readonly values: readonly unknown[] }
  /** The bare indexed query. */
  readonly bare: string
}

const pick = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T
const between = (list: readonly string[], from: number, until: number) => list.slice(from, until)

const caseQuery = `select * from cases c join case_words w on w.case_id = c.id where w.words @@ $1::tsquery order by c.id desc limit 51`
const memberQuery = `select * from cases c join case_words w on w.case_id = c.id
  where w.words @@ $1::tsquery and c.team_id = $2 order by c.id desc limit 51`
const customerQuery = 'select * from customers where search @@ $1::tsquery order by id desc limit 51'

/** What is asked; reads what it needs to know from the database that was filled. */
export async function questions(client: Client, memberTeam: string): Promise<Question[]> {
  const column = async (text: string): Promise<string[]> =>
    (await client.query(text)).rows.map((row) => String(Object.values(row)[0]))
  const references = await column('select reference from cases tablesample system (0.2) limit 2000')
  const phones = await column('select phone from customers tablesample system (0.2) limit 2000')
  const known = await column('select word from name_words')
  const names = between(lastNames, 0, 400).map((name) => name.toLowerCase())
  const wrong = names
    .filter((name) => name.length > 6)
    .map((name) => ({ right: name, wrong: name.slice(0, 4) + name.slice(5) }))
    .filter((each) => !known.some((word) => word.startsWith(each.wrong)))

  const words = (list: string, who: Question['who'], name: string, of: readonly string[]): Question => ({
    name,
    who,
    bare: list === 'customers' ? customerQuery : who === 'member' ? memberQuery : caseQuery,
    next() {
      const word = pick(of)
      const values = [
        `'${word.replaceAll(`'`, '')}':*`,
        ...(who === 'member' && list === 'cases' ? [memberTeam] : []),
      ]
      return { path: `/v1/${list}?${new URLSearchParams({ q: word })}`, values }
    },
  })
  const misspelt = (list: string, who: Question['who']): Question => ({
    name: 'misspelt name',
    who,
    bare: list === 'customers' ? customerQuery : who === 'member' ? memberQuery : caseQuery,
    next() {
      const name = pick(wrong)
      const values = [`'${name.right}'`, ...(who === 'member' && list === 'cases' ? [memberTeam] : [])]
      return { path: `/v1/${list}?${new URLSearchParams({ q: name.wrong })}`, values }
    },
  })
  const exact = (
    path: string,
    bare: string,
    of: readonly string[],
    name: string,
    who: Question['who'],
  ): Question => ({
    name,
    who,
    bare,
    next() {
      const value = pick(of)
      return { path: path + encodeURIComponent(value), values: [value] }
    },
  })
  const byReference = 'select * from cases where reference = $1'
  const byPhone = 'select * from customers where phone = $1 order by id desc limit 10'
  const inCases = (who: Question['who']): Question[] => [
    words('cases', who, 'common word', between(vocabulary, 20, 60)),
    words('cases', who, 'word of the middle', between(vocabulary, 120, 600)),
    words('cases', who, 'rare word', between(vocabulary, 2400, 3600)),
    words('cases', who, 'word of ten cases', [rareWord]),
    misspelt('cases', who),
    exact('/v1/cases?q=', byReference, references, 'reference', who),
  ]
  return [
    ...inCases('coach').map((each) => ({ ...each, name: `cases: ${each.name}` })),
    ...inCases('member').map((each) => ({ ...each, name: `cases: ${each.name}` })),
    ...[
      words('customers', 'member', 'common name', names.slice(0, 20)),
      words(
        'customers',
        'member',
        'rare name',
        between(lastNames, 400, 1000).map((name) => name.toLowerCase()),
      ),
      misspelt('customers', 'member'),
      exact('/v1/customers?q=', byPhone, phones, 'telephone number', 'member'),
    ].map((each) => ({ ...each, name: `customers: ${each.name}` })),
    exact('/v1/callers?phone=', byPhone, phones, 'callers: by telephone number', 'member'),
  ]
}
