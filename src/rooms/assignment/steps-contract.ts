/** The steps of looking for an owner, in their order: each is taken where the one before found nobody. */
export const steps = [
  'open-case-with-owner',
  'known-by-owner',
  'competent-and-present',
  'present',
  'anybody',
] as const
