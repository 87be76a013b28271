declare module '*.vue' {
  import type { DefineComponent } from 'vue';

  const component: DefineComponent;
  export { component as default };
}

declare module '*.yml' {
  export const messages: Readonly<Record<string, string>>;
}

declare module '*.css';
