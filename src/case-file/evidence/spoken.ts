const spoken: ReadonlySet<string> = new Set(['phone', 'chat', 'visit'])
const messages: ReadonlySet<string> = new Set(['email', 'chat', 'letter', 'web'])
const written: ReadonlySet<string> = new Set(['email', 'chat', 'letter'])

/** Law 6: on this channel customer and employee speak: by telephone, by chat or in person. */
export const isSpoken = (channel: string): boolean => spoken.has(channel)

/** On this channel we send messages. */
export const takesMessages = (channel: string): boolean => messages.has(channel)

/** Law 6: a callback on this channel is kept by a message, since that is how the customer wants to hear from us. */
export const isKeptInWriting = (channel: string): boolean => written.has(channel)

/** What an outbound contact comes to where nobody says so: a mail, a letter and a page on the web are sent. */
export const usualOutcome = (direction: 'inbound' | 'outbound', channel: string) =>
  direction === 'outbound' && !isSpoken(channel) ? ('message-sent' as const) : ('reached' as const)
