// Where every screen is: the addresses, built in one place.

export const paths = {
  overview: '/',
  establishments: '/co-so',
  newEstablishment: '/co-so/moi',
  establishment: (id: number) => `/co-so/${id}`,
  needs: '/nhu-cau',
  projects: '/de-an',
  newProject: '/de-an/moi',
  project: (id: number) => `/de-an/${id}`,
  appraisals: '/tham-dinh',
  plan: '/ke-hoach',
  contracts: '/hop-dong',
  newContract: '/hop-dong/moi',
  contract: (id: number) => `/hop-dong/${id}`,
  outgoing: '/van-ban-di',
  imports: '/nhap-excel',
  office: '/thiet-lap',
  deadlines: '/thoi-han',
  norms: '/dinh-muc',
  newNormSet: '/dinh-muc/moi',
  normSet: (id: number) => `/dinh-muc/${id}`,
} as const
