import { beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { addManyWords } from '../support/many-words.ts'
import { outbound, type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

// Which way a search takes depends on how common its words are; it finds the same.
describe.each([
  { words: 'common', many: false },
  { words: 'rare', many: true },
])('where words are $words:', ({ many }) => {
  const service = useService()
  let scene: Scene
  let other: Scene
  beforeAll(async () => {
    if (many) await addManyWords(service)
    scene = await setScene(service)
    other = await setScene(service)
  })

  async function walk(url: string, as: string, between: () => Promise<unknown> = async () => {}) {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await service.do('GET', `${url}${cursor && `&cursor=${cursor}`}`, { as })
      seen.push(...page.data.map(({ id }: { id: string }) => id))
      cursor = page.nextCursor
      await between()
    }
    return seen
  }

  test('pages of one find everything once, newest first, while others write', async () => {
    const open = (n: number) => scene.take({ question: `Waar is pakketje ${n}?` })
    const before: string[] = []
    for (let n = 0; n < 12; n++) before.unshift((await open(n)).id)
    for (let n = 0; n < 3; n++) await other.take({ question: 'Waar is pakketje van een ander?' })
    for (const q of ['pakketje', 'pakketjes waar', 'mevrouw']) {
      let written = 0
      const seen = await walk(
        `/v1/cases?q=${encodeURIComponent(q)}&limit=1&status=open`,
        scene.sanne.id,
        async () => {
          if (written++ % 4 === 0) await open(100 + written)
          await service.do('POST', `/v1/cases/${before[0]}/notes`, {
            as: scene.piet.id,
            body: { text: `pakketje ${written}` },
          })
        },
      )
      expect(new Set(seen).size).toBe(seen.length)
      expect(before.filter((id) => !seen.includes(id))).toEqual([])
      expect(seen).toEqual([...seen].sort().reverse())
    }
  })

  test('filters hold beside the words', async () => {
    const kase = await scene.take({
      question: 'Regenboogvraag',
      channel: 'email',
      tags: ['kleur'],
      origin: 'recovery',
    })
    const done = await scene.take({ question: 'Regenboogvraag' })
    await service.do('POST', `/v1/cases/${done.id}/resolve`, {
      as: scene.sanne.id,
      body: { outcome: 'answered', summary: 'Paid.', contact: outbound },
    })
    const find = (query: string) => walk(`/v1/cases?q=regenboogvragen&${query}`, scene.sanne.id)
    expect(await find('limit=5')).toEqual([done.id, kase.id])
    expect(await find('status=open')).toEqual([kase.id])
    expect(await find('status=resolved')).toEqual([done.id])
    expect(await find('outcome=answered')).toEqual([done.id])
    expect(await find('channel=email&tag=kleur&origin=recovery')).toEqual([kase.id])
    expect(await find(`ownerId=${scene.piet.id}`)).toEqual([])
    expect(await find(`teamId=${scene.team.id}&overdue=false&chased=false`)).toEqual([done.id, kase.id])
    expect(await find(`teamId=${other.team.id}`)).toEqual([])
    expect(await find('topic=none')).toEqual([])
    expect(await find('dueAfter=2020-01-01T00:00:00Z&openedAfter=2020-01-01T00:00:00Z')).toEqual([kase.id])
  })

  test('a stranger finds nothing of another team’s cases, and nobody finds a complaint about themselves', async () => {
    const about = await service.employee({ teamId: scene.team.id, name: 'Ronald Klaagmaar' })
    const complaint = await scene.take({ question: 'Onbeleefdheid', aboutEmployeeId: about.id })
    await service.do('POST', `/v1/cases/${complaint.id}/notes`, {
      as: scene.sanne.id,
      body: { text: 'vertrouwelijk' },
    })
    for (const q of ['onbeleefdheid', 'vertrouwelijk', complaint.reference]) {
      expect(await walk(`/v1/cases?q=${q}`, scene.piet.id)).toEqual([complaint.id])
      for (const as of [about.id, other.sanne.id]) expect(await walk(`/v1/cases?q=${q}`, as)).toEqual([])
    }
  })

  test('fifty at once write about one case and its customer, and every word is found', async () => {
    const customer = await service.customer({ name: 'Gerda Begin', phone: null, email: 'g@example.org' })
    const kase = await scene.take({ customerId: customer.id, question: 'Samen' })
    const named = async (n: number) => {
      const { version } = await service.do('GET', `/v1/customers/${customer.id}`)
      const answer = await service.call('PATCH', `/v1/customers/${customer.id}`, {
        body: { name: `Gerda Naam${'abcdefghij'[n % 10]}` },
        headers: { 'if-match': `"${version}"` },
      })
      expect([200, 412]).toContain(answer.status)
    }
    const opened: string[] = []
    await atOnce([service], async (_, n) => {
      if (n % 5 === 0) return named(n / 5)
      if (n % 5 === 1)
        return opened.push((await scene.take({ customerId: customer.id, question: `Tegelijk${n}` })).id)
      const body = { text: `woord${n}` }
      const answer = await service.call('POST', `/v1/cases/${kase.id}/notes`, { as: scene.sanne.id, body })
      expect(answer.status).toBe(201)
    })
    for (let n = 0; n < 50; n++) {
      if (n % 5 > 1) expect(await walk(`/v1/cases?q=woord${n}`, scene.sanne.id)).toEqual([kase.id])
    }
    const { name } = await service.do('GET', `/v1/customers/${customer.id}`)
    const found = await walk(`/v1/cases?${new URLSearchParams({ q: name })}`, scene.sanne.id)
    expect(found).toEqual([...opened, kase.id].sort().reverse())
    const { rows } = await service.sql.query(
      `select count(*)::int as wrong from case_words join cases on id = case_id where words <> words_of_case(id)`,
    )
    expect(rows[0].wrong).toBe(0)
  })
})
