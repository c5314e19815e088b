import { filled, type Texts } from './texts.ts'

/** In which way somebody comes back to the customer, as a sentence. */
export const tellPromise = (texts: Texts, channel: string, owner: string): string =>
  filled(texts[`by-${ways.find((way) => way === channel) ?? 'phone'}`], { owner })

const ways = ['phone', 'email', 'chat', 'visit', 'letter', 'web', 'pickup'] as const
