import { typography } from '#platform/french/index.ts';

const texts = {
  unreadable: 'Cette adresse n’est pas lisible. Copiez-la en entier, à partir de « https:// ».',
  scheme: 'Seules les adresses qui commencent par « https:// » ou « http:// » sont acceptées.',
  port: 'Cette adresse utilise un port inhabituel. Seuls les ports 80 et 443 sont acceptés.',
  credentials: 'Cette adresse contient un identifiant ou un mot de passe. Retirez-les.',
  unknown_host: 'Ce site est introuvable. Vérifiez l’orthographe de l’adresse.',
  private_address: 'Cette adresse mène à un réseau privé, elle ne peut pas être consultée d’ici.',
  too_many_redirects: 'Ce site renvoie trop de fois vers une autre adresse.',
  unreachable: 'Ce site ne répond pas, ou sa connexion sécurisée est défaillante. Réessayez plus tard.',
  timeout: 'Ce site a mis trop de temps à répondre. Réessayez plus tard.',
  http_status: 'Ce site n’a pas donné le contenu demandé.',
  encoding: 'Ce site envoie un contenu compressé d’une façon qui n’est pas prise en charge.',
  too_large: 'Ce contenu est trop lourd pour être importé par son adresse.',
  suspicious_compression: 'Ce contenu est compressé de façon anormale, il a été refusé.',
  broken_content: 'Le contenu reçu est incomplet ou abîmé. Réessayez plus tard.',
} as const;

/** Why an address was not fetched. */
export type OutboundRefusal = keyof typeof texts;

/**
 * An address could not, or must not, be fetched. The message is French and fit to show; it never quotes the
 * address nor what the site answered.
 */
export class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused';
  readonly reason: OutboundRefusal;
  /** HTTP status of the answer, for `http_status`. */
  readonly status: number | undefined;

  constructor(reason: OutboundRefusal, more: { status?: number; cause?: unknown } = {}) {
    super(typography(texts[reason]), more.cause === undefined ? {} : { cause: more.cause });
    this.reason = reason;
    this.status = more.status;
  }
}
