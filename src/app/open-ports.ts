import type { Config } from '#platform/config/parse-config.ts';
import type { Ports } from '#platform/context/ports.ts';
import { createFileStore, type FileStore } from '#platform/files/file-store.ts';
import { createGeocoder, noGeocoder } from '#platform/geocoder/index.ts';
import { createMailCarrier } from '#platform/mail/smtp-carrier.ts';
import { keepingCarrier } from '#platform/mail/mail-carrier.ts';
import { createOutbound } from '#platform/outbound/outbound.ts';
import { version } from './version.ts';

/** Opens the ways out that the settings ask for. */
export function openPorts(config: Config): Ports {
  const outbound = createOutbound({ userAgent: `Essaim/${version} (+${config.publicUrl})` });
  return {
    files: openFiles(config),
    outbound,
    geocoder: config.geocoderUrl ? createGeocoder({ url: config.geocoderUrl, fetch }) : noGeocoder,
    mail: config.smtpUrl ? createMailCarrier({ smtpUrl: config.smtpUrl, from: config.mailFrom }) : keepingCarrier,
  };
}

/** Opens the file store alone. */
export function openFiles(config: Config): FileStore {
  return createFileStore(config.files);
}
