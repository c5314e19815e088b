import { z } from 'zod'

/**
 * White space, control characters, what Unicode draws as nothing (zero-width characters, soft hyphens, bidi marks, tags,
 * fillers), the marks of annotations, and the blank of Braille.
 */
const unseen = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]*$/u

/** Whether there is nothing to see in a text: it may have characters, and is empty for whoever reads it. */
export const showsNothing = (given: string): boolean => unseen.test(given)

/** For a text of which it is told already that it may not be empty: a check that there is something to see in it. */
export const isSeen = z.refine<string>((given) => given === '' || !showsNothing(given), {
  error: 'must have a character that can be seen',
})

/** A text without the signs of which nothing is seen: what is copied brings them along. */
export const withoutUnseen = (text: string): string =>
  text.replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
