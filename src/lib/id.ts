import { v7 } from 'uuid'

/** A new id: UUIDv7 (RFC 9562), so ids sort by the moment at which they were made. */
export const newId = (): string => v7()

const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text has the form of an id. */
export const isId = (text: string): boolean => form.test(text)
