import { type Ask, page } from './request.ts'

export const headsUps: Readonly<Record<string, Ask>> = {
  listHeadsUps: async ({ headsUp }) => ({ query: page, shows: (await headsUp()).id }),
  createHeadsUp: async ({ topic }, body) => ({
    by: 'owner',
    body: { ...body, topic: (await topic()).code },
  }),
  getHeadsUp: async ({ headsUp }) => {
    const { id } = await headsUp()
    return { params: { headsUpId: id }, shows: id }
  },
  changeHeadsUp: async ({ headsUp }, body) => ({
    params: { headsUpId: (await headsUp()).id },
    by: 'coach',
    body,
  }),
  acknowledgeHeadsUp: async ({ newHeadsUp }) => ({
    params: { headsUpId: (await newHeadsUp()).id },
    by: 'owner',
  }),
  releaseHeadsUp: async ({ headsUp }) => ({
    params: { headsUpId: (await headsUp()).id },
    by: 'coach',
    body: {},
  }),
}
