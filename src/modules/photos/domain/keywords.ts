const most = 30;

/** Keywords as somebody types them, separated by commas, semicolons or lines: lower case, each once. */
export function readKeywords(text: string): string[] {
  const words = text
    .split(/[,;\n]/)
    .map((word) => word.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('fr').slice(0, 40))
    .filter(Boolean);
  return [...new Set(words)].slice(0, most);
}
