/** The ways in which a customer and an employee speak. */
export const channels = ['phone', 'email', 'chat', 'visit', 'letter', 'web'] as const

/** The ways in which a promise is kept; a pickup waits for whoever quotes the reference. */
export const callbackChannels = [...channels, 'pickup'] as const
export type CallbackChannel = (typeof callbackChannels)[number]
