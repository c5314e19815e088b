import { beforeAll, describe, expect, test } from 'vitest'
import { addManyWords } from '../support/many-words.ts'
import { inbound, outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

// Which way a search takes depends on how common its words are; it finds the same.
describe.each([
  { words: 'common', many: false },
  { words: 'rare', many: true },
])('where words are $words:', ({ many }) => {
  const service = useService()
  let scene: Scene
  let kase: Answer['body']
  let resolved: Answer['body']
  let customer: Answer['body']
  beforeAll(async () => {
    if (many) await addManyWords(service)
    scene = await setScene(service)
    const { sanne, take, team } = scene
    customer = await service.customer({
      name: 'Mevrouw J.Terpstra-Müller',
      email: 'joke.dijkstra@example.org',
      phone: '06 87654321',
      teamId: team.id,
      references: [{ system: 'crm', externalId: 'C-104.229' }],
    })
    // Before the other one, so that what is said of that could be written to it.
    resolved = await take({ question: 'Why?', callback: undefined })
    kase = await take({
      customerId: customer.id,
      subject: 'Dubbele afschrijving',
      question:
        'De facturen/herinneringen van 12-03-2027 zijn twee keer betaald. I am moving to another house.',
      tags: ['incasso'],
      contact: { summary: 'Klinkt verdrietig' },
    })
    await service.do('POST', `/v1/cases/${kase.id}/notes`, {
      as: sanne.id,
      body: { text: 'Brieven liggen bij boekhouding' },
    })
    await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
      as: sanne.id,
      body: { ...inbound, summary: 'Vraagt naar terugstorting' },
    })
    await service.do('POST', `/v1/callbacks/${kase.callback.id}/attempts`, {
      as: sanne.id,
      body: { outcome: 'voicemail', summary: 'Ingesproken op voicemail' },
    })
    await service.do('POST', `/v1/cases/${resolved.id}/resolve`, {
      as: sanne.id,
      body: {
        outcome: 'answered',
        summary: 'Uitgelegd met voorbeeld',
        contact: { ...outbound, summary: 'Tevreden' },
      },
    })
  })

  /** What an employee finds, or a system that sees everything. */
  const find = async (q: string, as: string | undefined = scene.sanne.id): Promise<string[]> => {
    const url = `/v1/cases?${new URLSearchParams({ q })}`
    const { data } = await service.do('GET', url, as === undefined ? {} : { as })
    return data.map(({ id }: { id: string }) =>
      id === kase.id ? 'kase' : id === resolved.id ? 'resolved' : id,
    )
  }

  describe('a case is found by all that was said about it', () => {
    test.each([
      ['the subject', 'dubbele'],
      ['the question', 'house'],
      ['a tag', 'incasso'],
      ['the opening contact', 'verdrietig'],
      ['a note', 'boekhouding'],
      ['a contact', 'vraagt'],
      ['an attempt', 'ingesproken'],
      ['the customer’s name', 'terpstra'],
      ['a name that hangs together with an initial', 'müller'],
      ['a name without its accents', 'muller'],
      ['the customer’s address', 'joke.dijkstra@example.org'],
      ['the beginning of it', 'joke.dijk'],
      ['the customer’s number, as it is dialled', '06-8765'],
      ['the number of another system', 'c-104.229'],
      ['the same without its signs', 'C104229'],
      ['a piece of it', '104'],
      ['a date', '12-03-2027'],
      ['a word behind a slash', 'herinneringen'],
      ['capitals', 'BOEKHOUDING'],
      ['the name and a note', 'terpstra boekhouding'],
      ['all over, in any order', 'ingesproken incasso dubbele müller 104'],
      ['stop words beside it', 'the house'],
      ['Dutch ones', 'de boekhouding'],
    ])('%s', async (_, q) => {
      expect(await find(q)).toEqual(['kase'])
      expect(await find(q, undefined)).toEqual(['kase'])
    })

    test.each([
      ['factuur', 'facturen'],
      ['betaling', 'betaald'],
      ['betalingen', 'betaald'],
      ['betalen', 'betaald'],
      ['brief', 'brieven'],
      ['herinnering', 'herinneringen'],
      ['afschrijvingen', 'afschrijving'],
      ['moved', 'moving'],
      ['moves', 'moving'],
      ['houses', 'house'],
    ])('%s finds %s', async (q) => {
      expect(await find(q)).toEqual(['kase'])
    })

    test('the reference, however it is read out', async () => {
      const { reference } = kase
      for (const q of [
        reference,
        `${reference.slice(0, 4)} ${reference.slice(4)}`,
        `${reference.slice(0, 3)}-${reference.slice(3, 6)}.${reference.slice(6)}`,
      ]) {
        expect(await find(q)).toEqual(['kase'])
      }
      expect(await find(reference.slice(1))).toEqual([])
    })

    test('how it ended', async () => {
      expect(await find('uitgelegd')).toEqual(['resolved'])
      expect(await find('tevreden')).toEqual(['resolved'])
    })

    test('every word has to be found', async () => {
      expect(await find('terpstra zeppelin')).toEqual([])
      expect(await find('boekhouding uitgelegd')).toEqual([])
    })

    test('stop words alone find what has them, and not everything', async () => {
      expect(await find('twee')).toEqual(['kase'])
      expect(await find('why')).toEqual(['resolved'])
      expect(await find('hij')).toEqual([])
    })
  })

  test('what changes is found as it is now, and no longer as it was', async () => {
    const joke = await service.customer({
      name: 'Jolanda Kwaaitaal',
      phone: '+31611111111',
      teamId: scene.team.id,
    })
    const other = await scene.take({
      customerId: joke.id,
      subject: 'Zoek',
      question: 'Waar is mijn pakketje?',
    })
    const change = (path: string, version: number, body: object) =>
      service.do('PATCH', path, { body, headers: { 'if-match': `"${version}"` } })
    expect(await find('kwaaitaal pakketje')).toEqual([other.id])

    await change(`/v1/customers/${joke.id}`, 1, { name: 'Jolanda Zevenboom', email: 'jolanda@example.org' })
    expect(await find('kwaaitaal')).toEqual([])
    expect(await find('zevenboom pakketje')).toEqual([other.id])
    expect(await find('jolanda@ex')).toEqual([other.id])

    await service.do('PATCH', `/v1/cases/${other.id}`, {
      as: scene.sanne.id,
      body: { question: 'Waar is mijn bestelling?', tags: ['zoekgeraakt'] },
      headers: { 'if-match': `"${other.version}"` },
    })
    expect(await find('pakketje')).toEqual([])
    expect(await find('zoekgeraakt zevenboom bestelling')).toEqual([other.id])

    await service.do('PUT', '/v1/customers/by-reference/shop/Klant_77', {
      body: { name: 'Pieternel Anders' },
    })
    const anders = await service.do('GET', '/v1/customers?q=klant_77')
    expect(anders.data.map((c: { name: string }) => c.name)).toEqual(['Pieternel Anders'])
  })

  test('a case about which books were written is kept, found by its first words, and costs nobody an error', async () => {
    const { sanne, take } = scene
    const long = (seed: string) =>
      Array.from({ length: 1600 }, (_, n) => `${seed}${n.toString(36)}woordig`)
        .join(' ')
        .slice(0, 19_900)
    const huge = await take({ question: `${long('a')} olifantenhuis` })
    for (const seed of 'bcdefghijklmnopqr') {
      const answer = await service.call('POST', `/v1/cases/${huge.id}/notes`, {
        as: sanne.id,
        body: { text: long(seed) },
      })
      expect(answer.status).toBe(201)
    }
    expect(await find('a7woordig')).toEqual([huge.id])
    const { rows } = await service.sql.query(
      `select pg_column_size(words || ''::tsvector) as size from case_words where case_id = $1`,
      [huge.id],
    )
    expect(rows[0].size).toBeLessThan(700_000)
    for (const text of [
      'x'.repeat(20_000),
      '漢'.repeat(20_000),
      `${'é'.repeat(3000)} einde`,
      '\u{1F600}'.repeat(9000),
    ]) {
      const answer = await service.call('POST', `/v1/cases/${kase.id}/notes`, {
        as: sanne.id,
        body: { text },
      })
      expect(answer.status).toBe(201)
    }
    expect(await find('einde')).toEqual(['kase'])
  })
})
