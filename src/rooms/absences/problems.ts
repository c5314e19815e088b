import { problem } from '../../lib/problem.ts'

export const AbsencesOverlap = problem({
  code: 'absences-overlap',
  status: 409,
  title: 'The employee has another absence at that time',
  advice:
    'Two absences of one employee cannot overlap. End the absence that is there with DELETE /v1/absences/{id}, or register only the days outside it.',
  constraints: ['absences_are_apart'],
})

export const StandInIsAbsent = problem({
  code: 'stand-in-is-absent',
  status: 409,
  title: 'The stand-in is absent then',
  advice:
    'Who stands in is present for the whole absence. Name somebody else, or nobody: then those who are present stand in, one after the other where need be.',
  // A stand-in left, or moved to another team, since we looked.
  constraints: [
    'attendance_is_one_thing',
    { name: 'stand_ins_are_teammates', lost: 'try-again' },
    { name: 'stand_ins_know_their_team', lost: 'try-again' },
    { name: 'stand_ins_know_the_owners_team', lost: 'try-again' },
    // A clock of another instance ran ahead, by which somebody just acted.
    { name: 'stand_ins_hold_what_was_done', lost: 'try-again' },
  ],
})
