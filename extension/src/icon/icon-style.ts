/** Of the icon and its menu; they live in a shadow root of their own, so no rule of the page reaches them. */
export const iconStyle = `
* { box-sizing: border-box; }
:host::backdrop { display: none !important; }
button { padding: 0; border: 0; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }
.icon { display: grid; place-items: center; width: 24px; height: 24px; }
svg {
  width: var(--drawn); height: var(--drawn); padding: 2px; border-radius: 5px; backdrop-filter: blur(6px);
  background: var(--ground, light-dark(#fff9, #14222599));
}
.code svg { background: #dcee94; color-scheme: light; }
.icon:hover svg, .icon[aria-expanded=true] svg { background: light-dark(#dde9e4, #2b4145); }
.menu {
  position: absolute; width: max-content; min-width: 200px; max-width: min(320px, 100vw - 16px); overflow: auto;
  max-height: calc(100vh - 16px); padding: 6px; border: 1px solid light-dark(#d5e0dc, #35494c); border-radius: 10px;
  background: light-dark(#fff, #142225); color: light-dark(#10282b, #e6f0ed); font: 14px/1.35 system-ui, sans-serif;
  box-shadow: 0 6px 24px light-dark(#0a1f1f3d, #000a);
}
.item { display: block; width: 100%; padding: 9px 10px; text-align: start; overflow-wrap: anywhere; }
.item:hover, .item:focus { background: light-dark(#e3ebe8, #1f3235); }
button:focus-visible { outline: 2px solid light-dark(#0b6157, #d3e888); outline-offset: -2px; }
.main { font-weight: 600; color: light-dark(#0b443f, #dcee94); }
small { display: block; font-weight: 400; }
small, .quiet { font-size: 13px; color: light-dark(#4c6265, #a7bfba); }
[disabled] { cursor: default; opacity: .6; }
.note { padding: 8px 12px; color: light-dark(#633d00, #f6d99a); background: light-dark(#fff5df, #33270f); }
@media (forced-colors: active) { .icon, .menu { border: 1px solid ButtonText; } }
`;
