using System.Diagnostics;
using System.Text.Json;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>Runs one scenario as a child process, asks it for reports by signal, and reads what they say.</summary>
internal static class ScenarioProcess
{
    private const string Silent = "information";
    private const string Whole = "complete";
    private static readonly TimeSpan s_readyLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_reportLimit = TimeSpan.FromSeconds(120);
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<ScenarioEntry>> ListAsync()
    {
        using var process = Start(ScenarioProgram.Command("list", "--json"));
        var list = await process.StandardOutput.ReadToEndAsync();
        return JsonSerializer.Deserialize<List<ScenarioEntry>>(list, s_json)!;
    }

    /// <summary>Returns the entry of one scenario.</summary>
    public static async Task<ScenarioEntry> FindAsync(string name) => (await ListAsync()).Single(scenario => scenario.Name == name);

    /// <summary>Runs a scenario and scores its last report.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="started">Is given the process as soon as it runs.</param>
    /// <param name="prepare">May change how it is started.</param>
    public static async Task<ScenarioScore> RunAsync(ScenarioEntry scenario, Action<Process>? started = null, Action<ProcessStartInfo>? prepare = null)
    {
        var (report, problem, errors) = await ReportsAsync(scenario, started, prepare);
        return report is { } text
            ? Score(scenario, JsonSerializer.Deserialize<JsonElement>(text))
            : new ScenarioScore(scenario, null, false, problem, errors);
    }

    /// <summary>Runs a scenario and returns its last report as it was written.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="prepare">May change how it is started.</param>
    public static async Task<string> ReadAsync(ScenarioEntry scenario, Action<ProcessStartInfo>? prepare = null)
    {
        var (report, problem, errors) = await ReportsAsync(scenario, null, prepare);
        return report ?? throw new InvalidOperationException($"{problem}\n{errors}");
    }

    private static async Task<(string? Report, string? Problem, string Errors)> ReportsAsync(ScenarioEntry scenario, Action<Process>? started, Action<ProcessStartInfo>? prepare)
    {
        var directory = Directory.CreateTempSubdirectory("scenario");
        var start = Prepare(scenario, directory.FullName);
        prepare?.Invoke(start);
        using var process = Start(start);
        started?.Invoke(process);
        var errors = process.StandardError.ReadToEndAsync();
        string? report = null;
        var isReady = false;
        try
        {
            isReady = await IsReadyAsync(process);
            var known = new HashSet<string>();
            for (var number = 1; isReady && number <= scenario.Reports; number++)
            {
                // What shows as a change needs time in which it changes; the scenario changes all the time.
                Until.HasPassed(TimeSpan.FromSeconds(number == 1 ? 0 : 2));
                report = Report(process, directory.FullName, known);
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            directory.Delete(recursive: true);
        }

        return (report, !isReady ? "never became ready" : report is null ? "no report came" : null, report is null ? await errors : "");
    }

    private static ProcessStartInfo Prepare(ScenarioEntry scenario, string directory)
    {
        var start = ScenarioProgram.Command(scenario.Name);
        foreach (var (name, value) in ScenarioProgram.Settings(directory).Concat(scenario.Environment))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    private static async Task<bool> IsReadyAsync(Process process)
    {
        using var limit = new CancellationTokenSource(s_readyLimit);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (line == "ready")
                {
                    // The rest is read away, so that the service never waits for its reader.
                    _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return true;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }

        return false;
    }

    // A report's file has its name only when it is whole.
    private static string? Report(Process process, string directory, HashSet<string> known)
    {
        if (Signals.Kill(process.Id, Signals.Usr1) != 0)
        {
            return null;
        }

        var file = "";
        Until.IsTrue(() => (file = Directory.GetFiles(directory, "*.json").FirstOrDefault(known.Add, "")).Length > 0 || process.HasExited, s_reportLimit);
        return file.Length > 0 ? File.ReadAllText(file) : null;
    }

    /// <summary>Says what a report says of a scenario.</summary>
    public static ScenarioScore Score(ScenarioEntry scenario, JsonElement report)
    {
        // A healthy service may be told something; of a sick one the first finding counts, however grave.
        var findings = report.GetProperty("findings").EnumerateArray().Where(finding => scenario.Finding is not null || finding.GetProperty("severity").GetString() != Silent).ToList();
        var all = string.Join('\n', findings.Select(finding => $"      {Text(finding)}"));
        var gaps = report.GetProperty("sections").EnumerateArray().Where(section => section.GetProperty("status").GetString() != Whole).Select(section => $"{section.GetProperty("title")} {section.GetProperty("status")}: {section.GetProperty("reason")}");
        var notes = string.Join('\n', gaps.Concat(report.GetProperty("notes").EnumerateArray().Select(note => $"note: {note.GetString()}")).Select(line => $"      {line}"));
        if (findings.Count == 0)
        {
            return new ScenarioScore(scenario, null, false, null, notes);
        }

        var first = $"{findings[0].GetProperty("id").GetString()} {findings[0].GetProperty("name").GetString()}  {findings[0].GetProperty("summary").GetString()}";
        var named = scenario.Guilty is { } guilty && Text(findings[0]).Contains(guilty, StringComparison.Ordinal);
        return new ScenarioScore(scenario, first, named, null, $"{all}\n{notes}");
    }

    private static string Text(JsonElement finding) => string.Join(
        "\n        ",
        [$"{finding.GetProperty("id").GetString()} {finding.GetProperty("summary").GetString()}", .. finding.GetProperty("evidence").EnumerateArray().Select(line => line.GetString())]);
}
