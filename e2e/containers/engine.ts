import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const wordsOf = (command: string) => command.split(' ').filter((word) => word !== '');

/** How containers are run here: as on most servers, unless the environment names something that speaks the same language. */
const engineWords = wordsOf(process.env['CONTAINER_ENGINE'] ?? 'docker');
const composeWords = wordsOf(process.env['CONTAINER_COMPOSE'] ?? 'docker compose');

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

async function run(words: readonly string[], cwd?: string): Promise<Output> {
  const [program = '', ...rest] = words;
  return promisify(execFile)(program, rest, { cwd, maxBuffer: 50_000_000 });
}

/** @returns what the engine prints, without the line's end. */
export async function engine(...words: string[]): Promise<string> {
  return (await run([...engineWords, ...words])).stdout.trim();
}

export interface Project {
  readonly name: string;
  readonly folder: string;
  compose(...words: string[]): Promise<Output>;
  /** Runs a command in a service that is up; @returns its output. */
  exec(service: string, ...words: string[]): Promise<string>;
  /** The ids of the containers of a service. */
  containers(service: string): Promise<readonly string[]>;
  /** The id of the one container of a service. */
  container(service: string): Promise<string>;
  /** Takes away all that is left of it, whatever state it is in. */
  remove(): Promise<void>;
}

/** What compose runs from a file in this folder, under a name of its own. */
export function createProject(
  name: string,
  { folder, composeFile }: { readonly folder: string; readonly composeFile: string },
): Project {
  const compose = (...words: string[]) =>
    run([...composeWords, '-p', name, '-f', composeFile, ...words], folder);
  const containersOf = async (...more: string[]) => {
    const filters = [`project=${name}`, ...more];
    const words = filters.flatMap((filter) => ['--filter', `label=com.docker.compose.${filter}`]);
    return (await engine('ps', '-aq', ...words)).split('\n').filter((id) => id !== '');
  };
  return {
    name,
    folder,
    compose,
    containers: (service) => containersOf(`service=${service}`),
    async exec(service, ...words) {
      return (await compose('exec', '-T', service, ...words)).stdout.trim();
    },
    async container(service) {
      const [id, ...more] = await containersOf(`service=${service}`);
      if (id === undefined || more.length > 0)
        throw new Error(`${service} has ${more.length + (id === undefined ? 0 : 1)} containers`);
      return id;
    },
    async remove() {
      for (const id of await containersOf()) await engine('rm', '-f', id);
      await compose('down', '-v');
    },
  };
}

/** When a container was started, which a restart changes. */
export const startOf = (id: string) => engine('inspect', '--format', '{{.State.StartedAt}}', id);
export const exitCodeOf = async (id: string) =>
  Number(await engine('inspect', '--format', '{{.State.ExitCode}}', id));

/** In all of its networks. */
export async function addressesOf(id: string): Promise<readonly string[]> {
  const format = '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}';
  return (await engine('inspect', '--format', format, id)).split(' ');
}
