using System.Diagnostics;
using System.Text;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Work;

/// <summary>A real web service with work in known states, and the clients that asked for it in a process of their own.</summary>
internal sealed class WebZoo : IDisposable
{
    /// <summary>What the clients put into paths, queries, headers and messages.</summary>
    public const string Secret = "canary-work-";

    // Between saying that it is there and being blocked a thread runs on for a moment.
    private const int MostReports = 10;

    private readonly ChildService _service;
    private readonly ChildService _visitors;

    /// <param name="runtime">The .NET to run on; null for the machine's.</param>
    /// <param name="settings">Settings of the library, and environment variables where the key begins with DOTNET_.</param>
    public WebZoo(OtherRuntime? runtime = null, params (string Key, string Value)[] settings)
        : this([], runtime, settings)
    {
    }

    /// <param name="ways">What the zoo is told: <c>many</c> for five hundred requests, <c>load</c> for collections without end.</param>
    /// <param name="runtime">The .NET to run on; null for the machine's.</param>
    /// <param name="settings">Settings of the library, and environment variables where the key begins with DOTNET_.</param>
    public WebZoo(string[] ways, OtherRuntime? runtime = null, params (string Key, string Value)[] settings)
    {
        var zoo = Programs.Find("test", "GuruReports.WebZoo");
        _service = Start(runtime, [zoo, "serve", .. ways], settings);
        try
        {
            var said = _service.Output.WaitFor(static line => line.StartsWith("ports ", StringComparison.Ordinal), Limits.Start, _service);
            var ports = _service.Output.Between(said, said);
            _visitors = Start(runtime, [zoo, "visit", .. ports["ports ".Length..].Split(' '), .. ways], []);
            _service.WaitUntilReady();
            _visitors.WaitUntilReady();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Everything that the service has written.</summary>
    public string Everything => _service.Describe();

    /// <summary>Asks for reports until one has the groups of work that are wanted; returns the last.</summary>
    public Report Report(Func<IReadOnlyList<StackGroup>, bool> isWanted)
    {
        Report report;
        var reports = 0;
        do
        {
            var text = _service.SignalAndWait();
            using var json = new MemoryStream(Encoding.UTF8.GetBytes(text[text.IndexOf('{', StringComparison.Ordinal)..(text.LastIndexOf('}') + 1)]));
            report = ReportJson.Read(json);
        }
        while (!isWanted(Groups(report)) && ++reports < MostReports);
        return report;
    }

    /// <summary>Has the clients ask for work that ends, and waits until it has.</summary>
    public void EndWork()
    {
        _visitors.Send("end");
        _visitors.Output.WaitFor(static line => line == "ended", Limits.Start, _visitors);
    }

    /// <summary>The groups of a section.</summary>
    public static IReadOnlyList<StackGroup> Groups(Report report, string section = "Work") =>
        (report.Sections.Single(found => found.Title == section).Value as ReportStacks)?.Groups ?? [];

    public void Dispose()
    {
        _service?.Dispose();
        _visitors?.Dispose();
    }

    private static ChildService Start(OtherRuntime? runtime, IReadOnlyList<string> arguments, (string Key, string Value)[] settings)
    {
        var isRuntime = settings.ToLookup(static setting => setting.Key.StartsWith("DOTNET_", StringComparison.Ordinal));
        var environment = Settings.Of(
        [
            ("Format", "Json"), ("MinimumInterval", "00:00:00"), ("Snapshot:Interval", "00:00:00"), ("SectionTimeout", "00:00:20"), ("ReportTimeout", "00:01:20"),
            ("Snapshot:Timeout", "00:00:30"), ("Snapshot:TimeoutWhenStarved", "00:00:20"), .. isRuntime[false],
        ]);
        foreach (var (name, value) in isRuntime[true])
        {
            environment[name] = value;
        }

        if (runtime is null)
        {
            return ChildService.StartProgram(arguments[0], arguments.Skip(1), environment);
        }

        var start = new ProcessStartInfo();
        runtime.Take(start);
        foreach (var name in (string[])["DOTNET_ROOT", "DOTNET_ROLL_FORWARD"])
        {
            environment[name] = start.Environment[name]!;
        }

        return ChildService.StartProgram(start.FileName, arguments, environment);
    }
}
