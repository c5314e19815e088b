import { type Ask, page } from './request.ts'

export const ideas: Readonly<Record<string, Ask>> = {
  listIdeas: async ({ idea }) => ({ query: page, shows: (await idea()).id }),
  createIdea: async ({ rule }, body) => ({
    by: 'owner',
    body: { ...body, ruleIds: [(await rule()).id] },
  }),
  getIdea: async ({ idea }) => {
    const { id } = await idea()
    return { params: { ideaId: id }, shows: id }
  },
  changeIdea: async ({ answeredIdea }, body) => ({
    params: { ideaId: (await answeredIdea()).id },
    by: 'coach',
    body,
  }),
  supportIdea: async ({ idea }) => ({ params: { ideaId: (await idea()).id }, by: 'colleague' }),
  answerIdea: async ({ idea }, body) => ({ params: { ideaId: (await idea()).id }, by: 'coach', body }),
}
