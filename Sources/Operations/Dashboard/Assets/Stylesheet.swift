/// How the pages look: one accent, calm surfaces, figures in columns; light and dark; cards instead of tables on a phone.
enum Stylesheet {
    static let text = base + frame + parts + tables + narrow

    private static let base = #"""
        :root {
          color-scheme: light dark;
          --ground: #f4f6f7; --card: #ffffff; --edge: #d9e0e3; --ink: #182126; --soft: #4d5c64; --accent: #0b5c6c;
          --accent-ink: #ffffff; --wash: #e4f0f2; --good: #1b6e3c; --uneasy: #8a5300; --bad: #a8251d; --bad-wash: #fbe9e7;
          --good-wash: #e5f3ea; --uneasy-wash: #fbf0dd; --radius: 10px;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #11171a; --card: #1a2226; --edge: #34424a; --ink: #e7edf0; --soft: #a5b5bd; --accent: #7fd0df;
            --accent-ink: #07242b; --wash: #1d3238; --good: #7fd6a1; --uneasy: #f0bd6a; --bad: #ff9d92; --bad-wash: #3a1f1c;
            --good-wash: #17311f; --uneasy-wash: #362a14;
          }
        }
        * { box-sizing: border-box; }
        html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; background: var(--ground); color: var(--ink); }
        body { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
        h2 { font-size: 1.1rem; line-height: 1.3; margin: 0 0 .75rem; }
        h3 { font-size: 1rem; margin: 1rem 0 .5rem; }
        p { margin: 0 0 .75rem; } p:last-child { margin-bottom: 0; }
        a { color: var(--accent); text-underline-offset: .15em; }
        small, .soft { color: var(--soft); font-size: .875rem; }
        code, pre { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
        pre { background: var(--ground); border: 1px solid var(--edge); border-radius: 6px; padding: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip { position: absolute; left: -999px; top: 0; background: var(--card); padding: .5rem 1rem; z-index: 2; }
        .skip:focus { left: .5rem; top: .5rem; }
        @media (prefers-reduced-motion: no-preference) { a, button { transition: background-color .12s; } }

        """#

    private static let frame = #"""
        .top { background: var(--card); border-bottom: 1px solid var(--edge); padding: .75rem max(1rem, calc((100vw - 74rem) / 2)) 0;
          display: grid; grid-template-columns: auto minmax(12rem, 30rem); gap: .5rem 2rem; justify-content: space-between; align-items: center; }
        .brand { font-weight: 700; font-size: 1.15rem; color: var(--ink); text-decoration: none; letter-spacing: -.01em; }
        .search { display: flex; gap: .5rem; } .search input { flex: 1; min-width: 0; }
        .top nav { grid-column: 1 / -1; }
        .top nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 .25rem; margin: 0 -.6rem; padding: 0; }
        .top nav a { display: block; padding: .6rem; color: var(--soft); text-decoration: none; border-bottom: 3px solid transparent; }
        .top nav a:hover { color: var(--ink); }
        .top nav a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
        main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 2rem; outline: none; }
        footer { max-width: 76rem; margin: 0 auto; padding: 1rem; display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline;
          justify-content: space-between; color: var(--soft); border-top: 1px solid var(--edge); font-size: .875rem; }
        footer p { margin: 0; }
        .bare main { max-width: 26rem; padding-top: 12vh; } .bare .language { text-align: center; }
        .notices, .banner { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
        .notice { margin: 1rem 0 0; padding: .6rem 1rem; border-radius: var(--radius); background: var(--uneasy-wash); border-left: 4px solid var(--uneasy); }
        main > .notice { margin: 0 0 1.25rem; }
        .notice.good { background: var(--good-wash); border-color: var(--good); }
        .banner { margin-top: 1rem; } .banner[hidden] { display: none; }
        .banner p { padding: .6rem 1rem; border-radius: var(--radius); background: var(--bad-wash); border-left: 4px solid var(--bad); }

        """#

    private static let parts = #"""
        .card { background: var(--card); border: 1px solid var(--edge); border-radius: var(--radius); padding: 1.25rem; margin: 0 0 1.25rem; }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(11rem, 45%), 1fr)); gap: 1rem; margin: 0 0 1.25rem; }
        .cards .card { margin: 0; }
        .figure { font-size: 1.75rem; font-weight: 650; line-height: 1.2; display: block; }
        .verdict { border-left: 5px solid var(--good); } .verdict.uneasy { border-left-color: var(--uneasy); } .verdict.bad, .fault { border-left: 5px solid var(--bad); }
        .todo { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
        .tag { display: inline-flex; align-items: center; gap: .4em; white-space: nowrap; }
        .tag::before { content: ""; width: .6em; height: .6em; border-radius: 50%; background: var(--soft); flex: none; }
        .tag.accent::before { background: var(--accent); } .tag.good::before { background: var(--good); } .tag.uneasy::before { background: var(--uneasy); } .tag.bad::before { background: var(--bad); }
        .tag.search::before { background: var(--ink); border-radius: 1px; transform: rotate(45deg) scale(.85); }
        .tag.aside::before { background: transparent; border: 2px solid var(--soft); }
        dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .35rem 1.25rem; margin: 0; }
        dt { color: var(--soft); } dd { margin: 0; }
        input, select, button { font: inherit; color: inherit; border: 1px solid var(--soft); border-radius: 8px; padding: .45rem .75rem; background: var(--card); min-height: 2.5rem; }
        button { cursor: pointer; background: var(--wash); border-color: var(--accent); color: var(--ink); }
        button:hover { background: var(--card); }
        button.main { background: var(--accent); color: var(--accent-ink); font-weight: 600; } button.main:hover { filter: brightness(1.1); }
        button.bad { background: var(--bad-wash); border-color: var(--bad); }
        button.plain { background: none; border: 0; padding: .25rem; min-height: 2rem; color: var(--accent); text-decoration: underline; text-underline-offset: .15em; }
        .row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; } .row form { display: contents; }
        .filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 0 0 1rem; } .filters label { display: grid; gap: .2rem; color: var(--soft); font-size: .875rem; }
        .filters select, .filters input { color: var(--ink); font-size: 1rem; max-width: min(24rem, calc(100vw - 4rem)); }
        .signin { display: grid; gap: .5rem; } .signin button { margin-top: .75rem; } .signin .notice { margin: 0 0 .5rem; }
        .more { margin: 1rem 0 0; display: flex; gap: 1.5rem; flex-wrap: wrap; }
        svg.line { display: block; width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 11px; }
        svg .call { fill: var(--accent); } svg .late { fill: var(--uneasy); } svg .search { fill: var(--ink); stroke: var(--card); } svg .limit { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 5 4; } svg .axis { stroke: var(--edge); }

        """#

    private static let tables = #"""
        table { border-collapse: collapse; width: 100%; } td small, tbody th small { display: inline-block; } .id { display: block; }
        caption { text-align: left; color: var(--soft); font-size: .875rem; padding: 0 0 .5rem; }
        th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid var(--edge); vertical-align: top; }
        td, tbody th, dd { overflow-wrap: anywhere; } dd { min-width: 0; } td { min-width: 5.5rem; } td.number { min-width: 0; overflow-wrap: normal; } tbody th, td.wide { min-width: 11rem; }
        time, td small { white-space: nowrap; }
        thead th { color: var(--soft); font-weight: 600; font-size: .875rem; border-bottom-width: 2px; }
        dl + h2 { margin-top: 1.25rem; }
        thead th::first-letter { text-transform: uppercase; }
        tbody th { font-weight: 500; } tbody tr:last-child > * { border-bottom: 0; }
        .number { text-align: right; } td form { display: inline; } td.differs { background: var(--uneasy-wash); }
        td:first-child, th:first-child { padding-left: 0; } td:last-child, th:last-child { padding-right: 0; }

        """#

    private static let narrow = #"""
        @media (max-width: 1000px) {
          .top { grid-template-columns: 1fr; }
          main { padding-top: 1rem; } .card { padding: 1rem; }
          dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
          table, tbody, tr, th, td { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tbody tr { border: 1px solid var(--edge); border-radius: 8px; padding: .5rem .75rem; margin: 0 0 .75rem; }
          th, td, td:first-child, th:first-child { border: 0; padding: .2rem 0; min-width: 0; }
          td { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0 .75rem; text-align: right; }
          td::before { content: attr(data-label); color: var(--soft); font-size: .875rem; text-align: left; flex: none; max-width: 45%; margin-right: auto; }
          td.wide { display: block; text-align: left; } td.wide::before { display: block; max-width: none; }
          td:empty { display: none; } td, th, h1, h2, dd, p { overflow-wrap: anywhere; }
        }
        """#
}
