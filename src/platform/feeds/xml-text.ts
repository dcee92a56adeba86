const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for XML 1.0: markup escaped, signs that it does not allow removed. */
export function xmlText(value: string): string {
  return value
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** An element with its attributes; empty ones are left out, the content is markup already. */
export function element(name: string, attributes: Readonly<Record<string, string>>, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([attribute, value]) => ` ${attribute}="${xmlText(value)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** An element that holds a text; nothing when the text is empty. */
export function textElement(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  return text === '' ? '' : element(name, attributes, xmlText(text));
}
