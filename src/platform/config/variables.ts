/** Every setting that Essaim reads from the environment or from `.env`, with the part of the documentation that is one line long. */
export const variables = {
  ESSAIM_DATA: 'dossier de données (par défaut : ./data)',
  ESSAIM_URL: 'adresse publique du site, par exemple https://pole.example.fr',
  ESSAIM_SECRET: 'clé secrète des sessions, 32 caractères au moins (sinon créée dans le dossier de données)',
  PORT: 'port d’écoute (par défaut : 3000)',
  HOST: 'adresse d’écoute (par défaut : 127.0.0.1 ; 0.0.0.0 pour tout le réseau)',
  DATABASE_URL: 'serveur PostgreSQL à utiliser au lieu de celui qui est fourni',
  FILES_URL: 'dossier des fichiers, ou s3://clé:secret@hôte/compartiment?region=…',
  SMTP_URL: 'serveur d’envoi des mails, par exemple smtps://compte:secret@smtp.example.fr',
  MAIL_FROM: 'expéditeur des mails, par exemple Le Pôle <bonjour@pole.example>',
  ROLE: 'all, web ou worker (par défaut : all)',
  MAP_TILES: 'fond de carte : none, ign, openfreemap ou une adresse (par défaut : none)',
  MAP_CREDIT: 'mention des auteurs du fond de carte, quand MAP_TILES est une adresse',
  GEOCODER_URL: 'service qui situe les adresses, par exemple https://data.geopf.fr/geocodage',
  HELLOASSO_URL:
    'service de paiement (par défaut : https://api.helloasso.com ; pour des essais : https://api.helloasso-sandbox.com)',
  TRUSTED_PROXIES: 'adresses des serveurs mandataires de confiance, séparées par des virgules',
  LOG_LEVEL: 'trace, debug, info, warn, error, fatal ou silent (par défaut : info)',
} as const;

export type Variable = keyof typeof variables;
