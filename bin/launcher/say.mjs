/** A failure that is told in its own words, without a stack trace. */
export class LauncherError extends Error {}

/** Speaks on the error output: what a command prints (an export, say) may go to a file. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs the program to its end: prints expected failures plainly, and gives the exit code to the shell. */
export async function runToExit(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof LauncherError)) {
      throw error;
    }
    say(error.message);
    process.exitCode = 1;
  }
}
