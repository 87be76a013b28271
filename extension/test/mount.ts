import { type Component, createApp, nextTick } from 'vue';

/** Lets everything that is already under way come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await nextTick();
  }
}

const mounted: (() => void)[] = [];

/** Takes away what a test has put into the document. */
export function unmountAll(): void {
  for (const unmount of mounted.splice(0)) unmount();
}

/** A component in the document, as a person or a screen reader finds it. */
export async function mount(component: Component, props: Record<string, unknown>) {
  const root = document.createElement('div');
  document.body.append(root);
  const app = createApp(component, props);
  app.mount(root);
  mounted.push(() => {
    app.unmount();
    root.remove();
  });
  await settled();

  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ?? element.textContent.replace(/\s+/g, ' ').trim();
  const find = (words: string) => {
    const named = all('button').map((button) => ({ button, name: nameOf(button) }));
    const exactly = named.find(({ name }) => name === words);
    return (exactly ?? named.find(({ name }) => name.includes(words)))?.button;
  };

  return {
    root,
    all,
    text: () => root.textContent.replace(/\s+/g, ' '),
    has: (words: string) => find(words) !== undefined,
    buttons: () => all('button').map(nameOf),
    /** What screen readers say by themselves. */
    said: () => all('[role=status]').map((one) => one.textContent.trim()),
    click: async (words: string) => {
      const button = find(words);
      if (button === undefined)
        throw new Error(
          `There is no button “${words}” among ${all('button').map(nameOf).join(', ')}`,
        );
      button.click();
      await settled();
    },
    settled,
  };
}
