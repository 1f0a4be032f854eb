/** Everybody in the demo group. The people, the libraries and their addresses are invented. */
import type { Party, Person } from './types.ts'

export const people = {
  marisol: { name: 'Marisol Quintana', email: 'marisol.quintana@altiplano.invalid', zone: 'America/Bogota' },
  hernan: { name: 'Hernán Abella', email: 'hernan.abella@altiplano.invalid', zone: 'America/Bogota' },
  yurani: { name: 'Yurani Cuesta', email: 'yurani.cuesta@altiplano.invalid', zone: 'America/Bogota' },
  tobias: { name: 'Tobías Rincón', email: 'tobias.rincon@altiplano.invalid', zone: 'America/Bogota' },
  duarte: { name: 'Duarte Falcão', email: 'duarte.falcao@estuary.invalid', zone: 'Europe/Lisbon' },
  leonor: { name: 'Leonor Sequeira', email: 'leonor.sequeira@estuary.invalid', zone: 'Europe/Lisbon' },
  amilcar: { name: 'Amílcar Tavares', email: 'amilcar.tavares@estuary.invalid', zone: 'Europe/Lisbon' },
  beatriz: { name: 'Beatriz Nogueira', email: 'beatriz.nogueira@estuary.invalid', zone: 'Europe/Lisbon' },
  wanjiru: { name: 'Wanjiru Kamotho', email: 'wanjiru.kamotho@valley.invalid', zone: 'Africa/Nairobi' },
  abdi: { name: 'Abdi Noor', email: 'abdi.noor@valley.invalid', zone: 'Africa/Nairobi' },
  achieng: { name: 'Achieng Odero', email: 'achieng.odero@valley.invalid', zone: 'Africa/Nairobi' },
  mutua: { name: 'Mutua Kilonzo', email: 'mutua.kilonzo@valley.invalid', zone: 'Africa/Nairobi' },
  sarita: { name: 'Sarita Gurung', email: 'sarita.gurung@himal.invalid', zone: 'Asia/Kathmandu' },
  bishnu: { name: 'Bishnu Adhikari', email: 'bishnu.adhikari@himal.invalid', zone: 'Asia/Kathmandu' },
  pemba: { name: 'Pemba Tamang', email: 'pemba.tamang@himal.invalid', zone: 'Asia/Kathmandu' },
  maya: { name: 'Maya Rai', email: 'maya.rai@himal.invalid', zone: 'Asia/Kathmandu' },
  hana: { name: 'Hana Parata', email: 'hana.parata@harbour.invalid', zone: 'Pacific/Auckland' },
  tevita: { name: 'Tevita Fonua', email: 'tevita.fonua@harbour.invalid', zone: 'Pacific/Auckland' },
  grace: { name: 'Grace Whitcombe', email: 'grace.whitcombe@harbour.invalid', zone: 'Pacific/Auckland' },
  arjun: { name: 'Arjun Pillai', email: 'arjun.pillai@harbour.invalid', zone: 'Pacific/Auckland' },
  /** Sits for no party: helps to organize the group, and others towards agreement. */
  salma: { name: 'Salma Benhaddou', email: 'salma.benhaddou@facilitators.invalid', zone: 'Africa/Tunis' },
} as const satisfies Record<string, Person>

export type PersonKey = keyof typeof people

export const parties: readonly Party[] = [
  {
    key: 'altiplano',
    name: 'Altiplano Library Network',
    shortName: 'Altiplano',
    zone: 'America/Bogota',
    head: 'marisol',
    deputies: ['hernan'],
    delegates: ['yurani'],
    observers: ['tobias'],
  },
  {
    key: 'estuary',
    name: 'Estuary Town Libraries',
    shortName: 'Estuary',
    zone: 'Europe/Lisbon',
    head: 'duarte',
    deputies: ['leonor'],
    delegates: ['amilcar'],
    observers: ['beatriz'],
  },
  {
    key: 'valley',
    name: 'Valley Reading Houses',
    shortName: 'Valley',
    zone: 'Africa/Nairobi',
    head: 'wanjiru',
    deputies: ['abdi'],
    delegates: ['achieng'],
    observers: ['mutua'],
  },
  {
    key: 'himal',
    name: 'Himal Village Libraries',
    shortName: 'Himal',
    zone: 'Asia/Kathmandu',
    head: 'sarita',
    deputies: ['bishnu'],
    delegates: ['pemba'],
    observers: ['maya'],
  },
  {
    key: 'harbour',
    name: 'Harbour and Islands Libraries',
    shortName: 'Harbour',
    zone: 'Pacific/Auckland',
    head: 'hana',
    deputies: ['tevita'],
    delegates: ['grace'],
    observers: ['arjun'],
  },
]
