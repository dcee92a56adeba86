import type { Config } from '#platform/config/parse-config.ts';
import type { Ports } from '#platform/context/ports.ts';
import { createFileStore, type FileStore } from '#platform/files/file-store.ts';
import { createImageMaker } from '#platform/images/image-maker.ts';
import { createGeocoder } from '#platform/geocoder/geopf-geocoder.ts';
import { createSmtpCarrier } from '#platform/mail/smtp-carrier.ts';
import { createMailTransport } from '#platform/mail/mail-transport.ts';
import { keepingCarrier } from '#platform/mail/mail-carrier.ts';
import { createOutbound } from '#platform/outbound/outbound.ts';
import { createHelloAsso } from '#platform/payment-gateway/helloasso.ts';
import { version } from './version.ts';

/** Opens the ways out that the settings ask for. */
export function openPorts(config: Config): Ports {
  const userAgent = `Essaim/${version} (+${config.publicUrl})`;
  const outbound = createOutbound({ userAgent });
  return {
    files: openFiles(config),
    images: createImageMaker(),
    outbound,
    payments: createHelloAsso({ url: config.helloassoUrl, userAgent }),
    geocoder: createGeocoder(config.geocoderUrl ?? undefined, { fetch }),
    mail: config.smtpUrl
      ? createSmtpCarrier(createMailTransport(config.smtpUrl), addressIn(config.mailFrom), () => Temporal.Now.instant())
      : keepingCarrier,
  };
}

/** The address of « Le Pôle <bonjour@pole.example> »: each hub writes under its own name. */
function addressIn(sender: string): string {
  return /<([^>]+)>/.exec(sender)?.[1] ?? sender;
}

/** Opens the file store alone. */
export function openFiles(config: Config): FileStore {
  return createFileStore(config.files);
}
