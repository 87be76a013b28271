/** The style of the landing page. */
export const landingStyle = `
:root {
  --ground: #f2f6f4; --card: #ffffff; --ink: #10282b; --soft: #4c6265; --line: #d5e0dc; --link: #0b6157; --ok: #17663f;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1719; --card: #142225; --ink: #e4efec; --soft: #9fb6b3; --line: #283b3e; --link: #85d8c5; --ok: #7fd6a4; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 3.5rem 1.5rem 2.5rem; }
.logo { width: 4rem; height: 4rem; display: block; }
.state { display: inline-flex; align-items: center; gap: .5rem; margin: 1.25rem 0 0; padding: .15rem .75rem; border: 1px solid var(--line); border-radius: 99px; color: var(--soft); font-size: .875rem; background: var(--card); }
.dot { width: .55rem; height: .55rem; border-radius: 50%; background: var(--ok); }
h1 { margin: .9rem 0 .5rem; font-size: clamp(1.6rem, 5vw, 2.1rem); line-height: 1.2; letter-spacing: -.02em; }
.lead { margin: 0 0 2rem; color: var(--soft); font-size: 1.075rem; }
section { margin: 0 0 1.25rem; padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: .9rem; background: var(--card); }
h2 { margin: 0 0 .6rem; font-size: 1.05rem; }
section p { margin: 0; }
ol { margin: 0; padding-left: 1.3rem; }
li + li { margin-top: .5rem; }
code { font: .95em ui-monospace, monospace; overflow-wrap: anywhere; }
.url { display: inline-block; margin-top: .3rem; padding: .3rem .7rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--ground); color: var(--link); user-select: all; }
.note { margin: 1rem 0 0; color: var(--soft); font-size: .925rem; }
.domains { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; }
.domains li { margin: 0; }
footer { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-top: 2rem; color: var(--soft); font-size: .875rem; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 2px; }
`;
