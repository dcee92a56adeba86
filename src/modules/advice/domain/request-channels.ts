/** How a request reached the hub. */
export const requestChannels = ['form', 'phone', 'visit', 'mail'] as const;
export type RequestChannel = (typeof requestChannels)[number];

export const channelNames: Readonly<Record<RequestChannel, string>> = {
  form: 'par le site',
  phone: 'par téléphone',
  visit: 'de vive voix',
  mail: 'par mail ou courrier',
};
