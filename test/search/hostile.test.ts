import { beforeAll, describe, expect, test } from 'vitest'
import { addManyWords } from '../support/many-words.ts'
import { type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

// Which way a search takes depends on how common its words are; it finds the same.
describe.each([
  { words: 'common', many: false },
  { words: 'rare', many: true },
])('where words are $words:', ({ many }) => {
  const service = useService()
  let scene: Scene
  beforeAll(async () => {
    if (many) await addManyWords(service)
    scene = await setScene(service)
    await scene.take({ question: 'Waar is mijn pakketje?' })
  })

  test.each([
    `'`,
    `''`,
    `\\`,
    `\\'`,
    `:*`,
    `'a':*`,
    `a:*`,
    `a & !b`,
    `a | b`,
    `|`,
    `a|b|c*`,
    `|||*`,
    `*`,
    `(a`,
    `a)`,
    `a <-> b`,
    `!`,
    `--`,
    `/*`,
    `$1`,
    `$$`,
    `%`,
    `_`,
    `team ${'0'.repeat(8)}`,
    `"a b"`,
    `the`,
    `de het een`,
    `the of and`,
    '😀',
    '😀😀 👩‍👩‍👧',
    'e\u0301',
    '\u202e',
    '\u00a0x',
    '漢字',
    'ß',
    'İ',
    'x'.repeat(200),
    'é'.repeat(200),
    '漢'.repeat(200),
    "'".repeat(200),
    'a '.repeat(100).trim(),
    '1 '.repeat(100).trim(),
    `${'9'.repeat(199)}`,
    '+31612345678'.repeat(10),
    '<b>a</b>',
    'http://a.b/c?d=e#f',
    'a@b@c.d',
    '-1e5',
    '1.2.3.4',
    '\t\n x',
  ])('whatever is typed is words: %j', async (q) => {
    for (const list of ['cases', 'customers']) {
      const { status, body } = await service.call('GET', `/v1/${list}?${new URLSearchParams({ q })}`)
      expect([status, list, body.code]).toEqual([200, list, undefined])
      const asMember = await service.call('GET', `/v1/${list}?${new URLSearchParams({ q })}`, {
        as: scene.sanne.id,
      })
      expect(asMember.status).toBe(200)
    }
  })

  test('nothing that is typed can name a team', async () => {
    const { rows } = await service.sql.query(
      'select tsvector_to_array(words) as words from case_words join cases on id = case_id',
    )
    const [team] = rows[0].words.filter((word: string) => word.startsWith('team '))
    expect(team).toBe(`team ${scene.team.id}`)
    for (const q of [team, `'${team}'`, team.replace(' ', '-'), team.replace(' ', '\u00a0')]) {
      expect((await service.do('GET', `/v1/cases?${new URLSearchParams({ q })}`)).data).toEqual([])
    }
  })

  test('a cursor that somebody made up finds nothing that they may not see, and breaks nothing', async () => {
    const stranger = await service.employee({ teamId: (await service.team()).id })
    for (const words of ["a'", '|', 'x|*', 'pakketje|', '😀', 'a'.repeat(1000), 7, null, ['a'], 'a\0']) {
      const made = Buffer.from(JSON.stringify(['x', '0199a3ec-7f02-7e31-a2b8-51c9d0e7f640', words])).toString(
        'base64url',
      )
      const answer = await service.call('GET', `/v1/cases?q=pakketje&cursor=${made}`, { as: stranger.id })
      expect(answer.status).toBe(400)
    }
  })
})
