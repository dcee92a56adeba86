/** What every letter of a registration says of the event and of the hub. */
export interface ToldEvent {
  readonly hub: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly title: string;
  /** « mercredi 18 mars, de 14 h à 16 h », one a date. */
  readonly when: readonly string[];
  /** « Médiathèque, 2 rue des Écoles, Guichen »; empty online. */
  readonly place: string;
  /** Only for those who have a seat. */
  readonly onlineLink: string;
  readonly note: string;
  readonly attachments: readonly { filename: string; contentType: string; text: string }[];
}

/** One person as a letter names her. */
export interface ToldSeat {
  readonly name: string;
  readonly state: 'confirmed' | 'waiting' | 'offered' | 'cancelled' | 'declined';
  /** « Tarif solidaire, 5 € », « En ligne ». */
  readonly facts: string;
}

export const whenAndWhere = ({ when, place }: ToldEvent): string[] => [
  ...(when.length > 1 ? when.slice(0, 12).map((one) => `– ${one}`) : when),
  ...(place ? [place] : []),
];

export const replyTo = ({ hub }: ToldEvent) => (hub.email ? { replyTo: hub.email } : {});
