import { runCommandLine } from './app/cli/command-line.ts';

process.exitCode = await runCommandLine(process.argv);
// After a failure nothing half open may keep the process standing without serving.
if (process.exitCode !== 0) setTimeout(() => process.exit(), 5_000).unref();
