/** What imaginary visitors proposed to the demonstration hub, so that the employee's day has something in it. */
export const demoSuggestion = {
  hoursAgo: 20,
  author: { name: 'Tugdual Inventé', email: 'tugdual@ecluse.example', phone: '' },
  message: 'Ils ont ouvert en septembre, j’y vais tous les jeudis.',
  proposed: {
    name: 'La Cantine de l’Écluse fictive',
    mission: 'Cantine à prix libre au bord de la Vilaine, cuisinée par celles et ceux qui viennent manger.',
    place: { street: '2 chemin de halage inventé', postcode: '35480', city: 'Guipry-Messac' },
    phone: '02 61 91 03 07',
  },
} as const;

export const demoCorrection = {
  hoursAgo: 6,
  of: 'Épicerie du coin',
  author: { name: 'Rozenn Exemple', email: 'bonjour@epicerie-du-coin.example', phone: '' },
  message: 'Nos horaires d’hiver ont changé.',
  proposed: { hours: 'mardi au samedi : 8 h 30 – 12 h 30, 16 h – 19 h', phone: '02 61 91 04 04' },
} as const;
