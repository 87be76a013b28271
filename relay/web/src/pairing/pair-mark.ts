const name = 'mayfly-pair';

const find = () => document.querySelector(`head > meta[name="${name}"]`);

/** Shows a code to the extension, which looks for it when its button is pressed on this page; null takes it away. */
export function showCode(code: string | null): void {
  find()?.remove();
  if (code === null) return;
  const mark = document.createElement('meta');
  mark.setAttribute('name', name);
  mark.setAttribute('content', code);
  document.head.append(mark);
}
