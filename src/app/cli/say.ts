/** Tells the person at the keyboard what is being done. Goes beside what a command answers, so that it can be piped. */
export function say(line: string): void {
  process.stderr.write(`  ${line}\n`);
}
