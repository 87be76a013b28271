/** Whether a version comes before another: numbers with dots, of which what is missing is 0. */
export function isOlder(version: string, than: string): boolean {
  const numbers = (text: string) => text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [here, there] = [numbers(version), numbers(than)];
  const length = Math.max(here.length, there.length);
  for (let i = 0; i < length; i += 1) {
    const difference = (here[i] ?? 0) - (there[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
