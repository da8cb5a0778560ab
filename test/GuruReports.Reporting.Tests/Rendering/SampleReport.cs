using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Tests.Rendering;

/// <summary>A report that has every shape of the model in it, as a sick service would send it.</summary>
internal static class SampleReport
{
    public static Report Build() => new()
    {
        Id = "7f3a-3",
        Reason = "SIGUSR1",
        Requests = 3,
        CreatedAt = new DateTimeOffset(2026, 11, 22, 4, 14, 15, 926, TimeSpan.FromHours(1)),
        Duration = TimeSpan.FromMilliseconds(212),
        Paused = TimeSpan.FromMicroseconds(700),
        CollectorPaused = TimeSpan.FromMilliseconds(60),
        Service = new ServiceIdentity
        {
            Name = "heat-engine",
            Version = "25.0.1+3fa9c1e",
            ProcessId = 4711,
            MachineName = "node-7",
            Uptime = new TimeSpan(3, 4, 12, 9),
        },
        Findings = [SampleStacks.Deadlock(), SampleStacks.Starvation(), Expiring()],
        Sections =
        [
            Package(),
            SampleStacks.Threads(),
            Processes(),
            Configuration(),
            Runtime(),
            Hosts("heat-api"),
            Cheese(),
            Without("Locks", SectionStatus.Unavailable, "the snapshot needs 2.1 GiB, the cgroup has 180 MiB left"),
            Without("Orders", SectionStatus.Failed, "InvalidOperationException: the store is closed\n   at Heat.Engine.OrderStore.Count() in OrderStore.cs:line 12"),
            Without("Upstream", SectionStatus.Late, "no answer within 2 s"),
            Without("Cache", SectionStatus.Quarantined, "its call of report 7f3a-1 has not returned"),
            Without("Async", SectionStatus.Skipped, "the service was told to stop"),
            new ReportSection { Title = "Empty", Duration = TimeSpan.FromTicks(42) },
        ],
        Notes = ["2 earlier reports were dropped: standard error did not take them within 2 s"],
    };

    private static Finding Expiring() => new()
    {
        Id = "GURU012",
        Name = "DESCRIPTORS",
        Severity = FindingSeverity.Warning,
        Certainty = FindingCertainty.Suspected,
        Summary = "912 of 1024 file descriptors are open, and the number rose by 40 since the last report, mostly sockets in CLOSE_WAIT",
        Advice = "Look for responses that are not disposed.",
    };

    private static ReportSection Package() => new()
    {
        Title = "Package",
        Duration = TimeSpan.FromMilliseconds(3.2),
        Value = new ReportMap(
        [
            new("product", "Heat.Engine"),
            new("vendor", new ReportUnknown("the entry assembly has no company attribute")),
            new("version", "25.0.1+3fa9c1e", "commit 3fa9c1e"),
            new("server gc", true),
            new("assemblies", new ReportTable(
                ["assembly", "version", "loaded from"],
                [
                    ["Heat.Engine", "25.0.1.0", "/opt/heat/Heat.Engine.dll"],
                    ["Npgsql", "9.0.2.0", "/opt/heat/Npgsql.dll"],
                ])),
        ]),
    };

    private static ReportSection Processes() => new()
    {
        Title = "Processes",
        Summary = "3 processes",
        Duration = TimeSpan.FromMilliseconds(7),
        Value = new ReportTree(
        [
            new("4711 heat-engine", Details(1, "sleeping", "dotnet Heat.Engine.dll --urls http://*:8004 --password ***"),
            [
                new("4720 sh", Details(4711, "sleeping", "sh -c ./backup.sh"), [new("4721 tar", Details(4720, "running", null), [])]),
                new("4730 git", [], []),
            ]),
        ]),
    };

    private static ReportEntry[] Details(int parent, string state, string? command) =>
    [
        new("parent", parent),
        new("user", "heat"),
        new("state", state),
        new("started", new DateTimeOffset(2026, 11, 19, 0, 2, 6, TimeSpan.Zero)),
        new("command", command is null ? new ReportUnknown("no permission") : command),
    ];

    private static ReportSection Configuration() => new()
    {
        Title = "Configuration",
        Summary = "6 keys from 3 providers, 1 of them overridden",
        Status = SectionStatus.Partial,
        Reason = "1 key could not be read",
        Duration = TimeSpan.FromMilliseconds(1),
        Value = new ReportMap(
        [
            new("Heat", new ReportMap(
            [
                new("Heat:Workers", "64", "environment, over appsettings.json"),
                new("Heat:Greeting", " hello "),
                new("Heat:Empty", ""),
                new("Heat:Certificates:Primary:Subject:DistinguishedName", "CN=heat.example, O=Example, C=DE", "appsettings.json"),
                new("Heat:Banner", "line one\nline two\twith a tab\n\n\u001b[31mred\u001b[0m line four"),
                new("Heat:Broken", new ReportUnknown("FormatException: not a number")),
            ])),
            new("ConnectionStrings", new ReportMap(
            [
                new("ConnectionStrings:Orders", "Host=db-1.example;Port=5432;Database=orders;Username=heat;Password=***;Pooling=true;Timeout=15", "environment, over appsettings.Production.json and appsettings.json"),
            ])),
        ]),
    };

    private static ReportSection Runtime() => new()
    {
        Title = "Runtime",
        Duration = TimeSpan.FromMilliseconds(0.4),
        Value = new ReportMap(
        [
            new("memory", new ReportMap(
            [
                new("heap", new ReportSize(1_503_238_553)),
                new("fragmented", new ReportSize(512)),
                new("last minutes", new ReportSeries { Start = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero), Step = TimeSpan.FromMinutes(1), Values = [1, 2, 4, null, 8, 7.5, 3], Unit = "MiB" }),
                new("load", new ReportNumber(97.25, "%")),
                new("allocated", new ReportNumber(123_456_789_012)),
                new("last collection", new DateTimeOffset(2026, 11, 22, 3, 14, 9, TimeSpan.Zero)),
                new("pause total", TimeSpan.FromSeconds(75.4)),
            ])),
            new("generations", new ReportTable(
                ["generation", "collections", "size", "pause"],
                [
                    ["0", 1204, new ReportSize(4 << 20), TimeSpan.FromMilliseconds(0.8)],
                    ["1", 88, new ReportSize(900_000), TimeSpan.FromMilliseconds(3)],
                    ["2", 7, new ReportSize(1_400_000_000), TimeSpan.FromMilliseconds(212)],
                    ["large objects", ReportUnknown.None, new ReportSize(0), new ReportUnknown("not counted apart")],
                ])),
            new("ports", new ReportList([8004, 50051])),
        ]),
    };

    private static ReportSection Hosts(string host) => new()
    {
        Title = "Host",
        Host = host,
        Duration = TimeSpan.FromMilliseconds(0.1),
        Value = new ReportTable(
            ["service", "state", "last error of the run, as it was logged", "source"],
            [
                ["Heat.Engine.Workers.StackSweeper", "running", "none", "Heat.Engine.Workers.StackSweeper in Heat.Engine, Version=25.0.1.0"],
                ["Heat.Engine.Workers.Notifier", "failed", "HttpRequestException: the upstream at https://notify.example/v2/messages did not answer", "Heat.Engine"],
            ]),
    };

    private static ReportSection Cheese() => new()
    {
        Title = "Cheese Types",
        Value = new ReportList(
        [
            "Emmentaler",
            new ReportMap([new("name", "Gouda"), new("age", TimeSpan.FromDays(120))]),
            new ReportList(["Brie", "Camembert"]),
            "two\nlines",
            new ReportMap([]),
        ]),
    };

    private static ReportSection Without(string title, SectionStatus status, string reason) => new()
    {
        Title = title,
        Status = status,
        Reason = reason,
        Duration = status is SectionStatus.Late ? TimeSpan.FromSeconds(2) : TimeSpan.Zero,
    };
}
