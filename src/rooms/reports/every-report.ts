import { empowerment } from './empowerment.ts'
import { exits, faces } from './endings.ts'
import { consultations, stuck } from './help.ts'
import { ideas, rules } from './house.ts'
import { outreaches } from './outreaches.ts'
import { ownership } from './ownership.ts'
import { promises } from './promises.ts'
import type { Report } from './report.ts'
import { satisfaction } from './satisfaction.ts'

/** The reports that are made of counts, each at an address of its own. */
export const everyReport: readonly Report[] = [
  promises,
  ownership,
  faces,
  exits,
  satisfaction,
  outreaches,
  consultations,
  stuck,
  empowerment,
  rules,
  ideas,
]
