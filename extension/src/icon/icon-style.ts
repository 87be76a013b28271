/** Of the icon and its menu; they live in a shadow root of their own, so no rule of the page reaches them. */
export const iconStyle = `
:host { all: initial; }
* { box-sizing: border-box; }
.icon {
  display: grid; place-items: center; width: 24px; height: 24px; margin: 0; padding: 2px;
  border: 0; border-radius: 6px; background: #ffffffd9; cursor: pointer; opacity: .9;
  transition: opacity .12s, background .12s;
}
.icon:hover, .icon:focus-visible, .icon[aria-expanded=true] { opacity: 1; background: #fff; box-shadow: 0 1px 4px #0003; }
.icon:focus-visible, .item:focus-visible { outline: 2px solid #0b6157; outline-offset: 1px; }
.icon svg { width: 20px; height: 20px; display: block; }
.icon.code { background: #dcee94; }
.menu {
  position: absolute; top: 30px; right: 0; width: max-content; min-width: 220px; max-width: min(320px, 90vw);
  margin: 0; padding: 6px; border: 1px solid #d5e0dc; border-radius: 10px; background: #fff; color: #10282b;
  box-shadow: 0 8px 28px #0a1f1f33;
  font: 14px/1.35 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; text-align: start;
}
.menu.up { top: auto; bottom: 30px; }
.item {
  display: block; width: 100%; padding: 9px 10px; border: 0; border-radius: 6px; background: none; color: inherit;
  font: inherit; text-align: start; cursor: pointer; overflow-wrap: anywhere;
}
.item:hover, .item:focus-visible { background: #e3ebe8; }
.item.main { font-weight: 600; color: #0b443f; }
.item small { display: block; color: #4c6265; font-size: 12.5px; font-weight: 400; }
.item.quiet { color: #4c6265; font-size: 13px; }
.item[disabled] { cursor: default; opacity: .6; }
.note { padding: 8px 10px; color: #633d00; background: #fff5df; border-radius: 6px; }
@media (prefers-color-scheme: dark) {
  .menu { background: #142225; color: #e6f1ed; border-color: #2c4245; box-shadow: 0 8px 28px #000a; }
  .item:hover, .item:focus-visible { background: #1b2c2f; }
  .item.main { color: #dcee94; }
  .item small, .item.quiet { color: #a7bfba; }
  .note { background: #3a2c12; color: #f6d9a0; }
  .icon:focus-visible, .item:focus-visible { outline-color: #cfe579; }
}
@media (prefers-reduced-motion: reduce) { .icon { transition: none; } }
@media (forced-colors: active) { .icon, .menu { border: 1px solid ButtonText; } }
`;
