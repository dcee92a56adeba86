const office = '/gestion/adhesions';

/** The addresses of this module. */
export const paths = {
  join: '/adherer',
  joinAs: (who: string) => `/adherer/${who}`,
  paperForm: '/adherer/bulletin.pdf',
  own: (secret: string) => `/adhesion/${secret}`,
  ownChange: (secret: string) => `/adhesion/${secret}/modifier`,
  ownWithdraw: (secret: string) => `/adhesion/${secret}/retirer`,
  renew: (secret: string) => `/renouveler/${secret}`,
  stopReminders: (secret: string) => `/renouveler/${secret}/ne-plus-relancer`,
  office,
  officeBulk: `${office}/lot`,
  remindAll: `${office}/relances`,
  applications: `${office}/demandes`,
  applicationsBulk: `${office}/demandes/lot`,
  application: (id: string) => `${office}/demandes/${id}`,
  applicationAct: (id: string, act: string) => `${office}/demandes/${id}/${act}`,
  type: `${office}/saisir`,
  campaigns: `${office}/campagnes`,
  newCampaign: `${office}/campagnes/nouvelle`,
  campaign: (id: string) => `${office}/campagnes/${id}`,
  campaignState: (id: string) => `${office}/campagnes/${id}/etat`,
  colleges: `${office}/colleges`,
  college: (id: string) => `${office}/colleges/${id}`,
  membership: (id: string) => `${office}/adherents/${id}`,
  membershipAct: (id: string, act: string) => `${office}/adherents/${id}/${act}`,
} as const;
