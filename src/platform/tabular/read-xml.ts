import { SaxesParser } from 'saxes';
import type { Archive } from './open-archive.ts';

export type XmlHandlers = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Streams one XML entry of an archive; names come without their prefix. Entities of a DTD are never expanded. */
export async function readXml(archive: Archive, entry: string, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (node) => {
    const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [name, value] of Object.entries(node.attributes)) attributes[localName(name)] = value;
    handlers.open?.(localName(node.name), attributes);
  });
  parser.on('closetag', (node) => handlers.close?.(localName(node.name)));
  if (handlers.text) parser.on('text', handlers.text);
  await archive.read(entry, (text) => {
    parser.write(text);
  });
  if (archive.names.includes(entry)) parser.close();
}
