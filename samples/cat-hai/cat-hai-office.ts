import type { SampleDesks } from '../play-petitions.ts'
import type { SampleTeam } from '../sample-papers.ts'
import type { ReplyHabits } from '../send-replies.ts'
import { officeSigner, partySigner, signerOf } from './cat-hai-voices.ts'

/** Who works on the dialogues of Cát Hải; keys of its accounts. */
export const catHaiTeam: SampleTeam = {
  clerk: 'clerk',
  leader: 'leader',
  chair: 'secretaryOfParty',
  records: 'records',
  secretary: 'minutes',
  front: 'front',
  board: 'board',
}

export const catHaiDesks: SampleDesks = {
  kinhte: { specialist: 'kinhte', head: 'truongKinhTe' },
  vhxh: { specialist: 'vhxh', head: 'truongVhxh' },
  congan: { specialist: 'congan', head: 'truongCongAn' },
  // a confidential matter stays between the two people who may know of it
  vpdu: { specialist: 'clerk', head: 'leader' },
}

export const catHaiHabits: ReplyHabits = {
  signerOf,
  locality: 'vphd',
  reportTo: ['dangUy', 'ubnd'],
  office: 'vpdu',
  officeSigner,
  upwardIssuer: 'dangUy',
  upwardSigner: partySigner,
  upwardNumber: '39',
}
