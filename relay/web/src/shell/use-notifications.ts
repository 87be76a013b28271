import { ref } from 'vue';

/** `ask`: they can be had by a click; `off`: the browser has none, or the person said no. */
export type NoticesState = 'on' | 'ask' | 'off';

const states: Readonly<Record<NotificationPermission, NoticesState>> = {
  granted: 'on',
  default: 'ask',
  denied: 'off',
};

/** Phones show notifications only through the worker; elsewhere it is there soon after the page. */
async function show(title: string, body: string): Promise<void> {
  const options = { body, icon: './icon/192.png', tag: 'mayfly-mail' };
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration !== undefined) return await registration.showNotification(title, options);
  const notice = new Notification(title, options);
  notice.onclick = () => focus();
}

/** Tells of new mail while the page is not looked at. The browser is asked at a click alone. */
export function useNotifications() {
  const isThere = 'Notification' in globalThis;
  const state = ref<NoticesState>(isThere ? states[Notification.permission] : 'off');
  return {
    state,
    async ask(): Promise<NoticesState> {
      state.value = states[await Notification.requestPermission()];
      return state.value;
    },
    tell(title: string, body: string): void {
      if (state.value !== 'on' || !document.hidden) return;
      // A browser that does not show it has lost nothing: the mail is in the page.
      show(title, body).catch(() => {});
    },
  };
}
