/** What imaginary readers sent in, for the employee to read before it is published. */
export const demoProposals = [
  {
    hoursAgo: 5,
    sender: { name: 'Gaël Inventé', email: 'gael@fournil-des-landes.example' },
    title: 'Le Fournil des Landes chauffe le four pour tout le village',
    story:
      'Samedi 28 novembre, de 9 h à 17 h, apportez votre pâte, vos pommes ou votre gratin : le Fournil des Landes prête son four à bois. À midi, on met la table dans la cour.',
    of: 'Le Fournil des Landes',
    link: '',
  },
  {
    hoursAgo: 28,
    sender: { name: 'Soazig Exemple', email: 'soazig@haies-vives.example' },
    title: 'On plante mille arbres, il manque des bras',
    story:
      'Le collectif des Haies vives plante un kilomètre de haie entre Pipriac et Guipry-Messac tous les dimanches de décembre. Bottes et gants conseillés, soupe offerte. Les enfants sont les bienvenus.',
    of: 'Collectif des Haies vives',
    link: 'https://haies-vives.example/chantiers',
  },
] as const;
