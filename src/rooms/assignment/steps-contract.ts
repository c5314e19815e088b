/** The steps of looking for an owner, in their order: each is taken where the one before found nobody (DESIGN 5, "Who"). */
export const steps = [
  'open-case-with-owner',
  'known-by-owner',
  'competent-and-present',
  'present',
  'anybody',
] as const
