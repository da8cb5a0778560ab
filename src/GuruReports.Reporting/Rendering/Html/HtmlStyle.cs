namespace GuruReports.Reporting.Rendering.Html;

/// <summary>The style sheet of the page.</summary>
internal static class HtmlStyle
{
    /// <summary>The hash by which the page's content security policy allows the sheet, and nothing else.</summary>
    public const string Hash = "sha256-XYz5rYbJn5lOnG6MJ47B458kbtQwP6AIqf0PkLxE5+8=";

    /// <summary>The sheet.</summary>
    public const string Sheet = """

        :root {
          color-scheme: light dark;
          --page: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --soft: #5c6672; --line: #dde1e7; --shade: #f0f2f5;
          --critical: #c8102e; --warning: #a35200; --information: #1f6feb; --own: #0b5c8a; --mark: #e9f3fb;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #101317; --card: #181c22; --ink: #e4e8ee; --soft: #98a3b0; --line: #2b323b; --shade: #1f242b;
            --critical: #ff6b6b; --warning: #f0b35a; --information: #79b8ff; --own: #7cc7f2; --mark: #17293a;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
        main, header > div, footer { max-width: 1240px; margin: 0 auto; padding: 0 24px; }
        header { background: #000; color: #ff4b3e; padding: 22px 0; font-family: var(--mono); }
        header > div > div { border: 4px solid #ff4b3e; padding: 16px 22px; }
        h1 { margin: 0 0 8px; font-size: 22px; font-weight: 600; }
        header p { margin: 2px 0; color: #d8dde3; font-size: 14px; overflow-wrap: anywhere; white-space: pre-wrap; }
        header b { color: #fff; }
        nav { margin: 20px 0 4px; display: flex; flex-wrap: wrap; gap: 6px; font-size: 13px; }
        nav a { padding: 3px 10px; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--ink); text-decoration: none; }
        nav a:hover { border-color: var(--soft); }
        nav a.bad { color: var(--critical); border-color: currentColor; }
        nav a.lack { color: var(--warning); border-color: currentColor; }
        h2 { margin: 0; font-size: 18px; }
        h2 small { font-size: 13px; font-weight: 400; color: var(--soft); margin-left: 8px; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 18px 22px; margin: 16px 0; }
        section > h2 { margin-bottom: 10px; }
        .summary { margin: 0 0 12px; color: var(--soft); }
        .status { margin: 0 0 12px; padding: 8px 12px; border-left: 4px solid var(--warning); background: var(--shade); white-space: pre-wrap; overflow-wrap: anywhere; }
        .status.bad { border-color: var(--critical); }
        .status b { text-transform: uppercase; letter-spacing: .04em; margin-right: 6px; }
        .finding { border-left: 5px solid var(--information); padding: 2px 0 2px 16px; margin: 18px 0; }
        .finding.critical { border-color: var(--critical); }
        .finding.warning { border-color: var(--warning); }
        .finding h3 { margin: 0; font-size: 16px; line-height: 1.4; font-weight: 600; }
        .finding h3 b { color: var(--information); margin-right: 6px; letter-spacing: .02em; }
        .finding.critical h3 b { color: var(--critical); }
        .finding.warning h3 b { color: var(--warning); }
        .finding p { margin: 8px 0 0; }
        .finding p.advice::before { content: "→ "; color: var(--soft); }
        .grade { font-size: 13px; color: var(--soft); }
        .evidence { margin: 8px 0 0; padding: 8px 12px; background: var(--shade); border-radius: 4px; overflow-x: auto; font: 13px/1.55 var(--mono); }
        pre { margin: 0; font: 13px/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; max-height: 40em; overflow: auto; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-size: 14px; }
        th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; border-bottom: 1px solid var(--line); }
        tr:last-child > th, tr:last-child > td { border-bottom: 0; }
        thead th { color: var(--soft); font-weight: 500; white-space: nowrap; border-bottom: 1px solid var(--soft); }
        tbody th { font-weight: 500; color: var(--soft); white-space: nowrap; }
        td { font-family: var(--mono); font-size: 13px; line-height: 1.6; overflow-wrap: anywhere; min-width: 5ch; }
        td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        td table th, td table td { padding-top: 1px; padding-bottom: 1px; border-bottom: 0; }
        td table thead th { border-bottom: 1px solid var(--line); }
        .remark { color: var(--soft); font-family: system-ui, "Segoe UI", "Noto Sans", sans-serif; margin-left: 10px; overflow-wrap: normal; }
        .remark:first-child { margin-left: 0; }
        .unknown { color: var(--warning); }
        ul { margin: 0; padding-left: 20px; }
        li { font: 13px/1.7 var(--mono); overflow-wrap: anywhere; }
        ul.tree, ul.tree ul { list-style: none; padding-left: 0; }
        ul.tree ul { padding-left: 22px; margin-left: 6px; border-left: 1px solid var(--line); }
        .details { color: var(--soft); }
        .details span { margin-right: 16px; }
        summary { cursor: pointer; color: var(--soft); }
        summary:hover { color: var(--ink); }
        .group { border-top: 1px solid var(--line); padding: 12px 0; }
        .group:first-child { border-top: 0; padding-top: 0; }
        .group h3 { margin: 0; font-size: 15px; font-weight: 500; }
        .group h3 b { margin-right: 10px; font-variant-numeric: tabular-nums; }
        .group.idle h3 { color: var(--soft); }
        .chip { display: inline-block; margin-left: 8px; padding: 0 8px; border-radius: 4px; background: var(--shade); color: var(--soft); font-size: 13px; }
        .members { color: var(--soft); font: 13px/1.6 var(--mono); overflow-wrap: anywhere; }
        .frames { margin: 6px 0 0 4px; padding-left: 12px; border-left: 2px solid var(--line); font: 13px/1.65 var(--mono); }
        .frame { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 24px; overflow-wrap: anywhere; }
        .frame.own { color: var(--own); font-weight: 600; }
        .frame.own:hover, .frame:hover { background: var(--mark); }
        .frame.framework { color: var(--soft); }
        .frame i { font-style: normal; font-weight: 400; color: var(--soft); }
        .frames details .frame { padding-left: 16px; }
        .note { margin: 4px 0 0 4px; font-size: 14px; font-weight: 500; white-space: pre-wrap; }
        footer { color: var(--soft); font-size: 13px; padding-bottom: 40px; }
        footer li { font: inherit; }
        @media print { body { background: #fff; } section { break-inside: avoid-page; border: 0; padding: 8px 0; } nav { display: none; } }

        """;
}
