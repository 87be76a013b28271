import { StepError } from './toolchain.mjs';

/** Runs a command of the repository: faults that a person can act on are printed as sentences, others with their stack. */
export async function main(command) {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof StepError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
