using System.Diagnostics;
using System.Text.Json;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>Runs one scenario as a child process, asks it for reports by signal, and reads what they say.</summary>
internal static class ScenarioProcess
{
    private const string Silent = "information";
    private static readonly TimeSpan s_readyLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_reportLimit = TimeSpan.FromSeconds(120);
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private static string Program => ScenarioProgram.Path;

    public static async Task<IReadOnlyList<ScenarioEntry>> ListAsync()
    {
        using var process = Start(new ProcessStartInfo("dotnet", [Program, "list", "--json"]));
        var list = await process.StandardOutput.ReadToEndAsync();
        return JsonSerializer.Deserialize<List<ScenarioEntry>>(list, s_json)!;
    }

    public static async Task<ScenarioScore> RunAsync(ScenarioEntry scenario)
    {
        var directory = Directory.CreateTempSubdirectory("scenario");
        using var process = Start(Prepare(scenario, directory.FullName));
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            if (!await IsReadyAsync(process))
            {
                process.Kill(entireProcessTree: true);
                return new ScenarioScore(scenario, null, false, "never became ready", await errors);
            }

            var known = new HashSet<string>();
            for (var number = 1; number < scenario.Reports; number++)
            {
                await ReportAsync(process, directory.FullName, known);

                // What shows as a change needs time in which it changes; the scenario changes all the time.
                await Task.Delay(TimeSpan.FromSeconds(2));
            }

            return await ReportAsync(process, directory.FullName, known) is { } report
                ? Score(scenario, report)
                : new ScenarioScore(scenario, null, false, "no report came");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            directory.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo Prepare(ScenarioEntry scenario, string directory)
    {
        var start = new ProcessStartInfo("dotnet", [Program, scenario.Name]);
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

    private static async Task<JsonElement?> ReportAsync(Process process, string directory, HashSet<string> known)
    {
        using (var kill = Process.Start("kill", ["-USR1", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        for (var waited = Stopwatch.StartNew(); waited.Elapsed < s_reportLimit && !process.HasExited; await Task.Delay(50))
        {
            if (Directory.GetFiles(directory, "*.json").FirstOrDefault(file => !known.Contains(file)) is { } file)
            {
                known.Add(file);
                return JsonSerializer.Deserialize<JsonElement>(await File.ReadAllBytesAsync(file));
            }
        }

        return null;
    }

    private static ScenarioScore Score(ScenarioEntry scenario, JsonElement report)
    {
        var findings = report.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() != Silent).ToList();
        var all = string.Join('\n', findings.Select(finding => $"      {Text(finding)}"));
        var notes = string.Join('\n', report.GetProperty("notes").EnumerateArray().Select(note => $"      note: {note.GetString()}"));
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
