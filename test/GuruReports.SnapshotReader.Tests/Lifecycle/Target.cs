using System.Diagnostics;

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

/// <summary>Runs the target service in a process of its own and reads its "key=value" lines.</summary>
internal static class Target
{
    private static readonly string s_here = AppContext.BaseDirectory;

    /// <summary>The folder of the built target: beside this test project's.</summary>
    public static string Folder { get; } = s_here.Replace("GuruReports.SnapshotReader.Tests", "GuruReports.SnapshotTarget", StringComparison.Ordinal);

    public static string Library { get; } = Path.Combine(Folder, "GuruReports.SnapshotTarget.dll");

    public static Dictionary<string, string> Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs it behind a wrapper such as setpriv.</summary>
    public static Dictionary<string, string> Run(string[] wrapper, string[] arguments)
    {
        using var process = Start(wrapper, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(30)))
        {
            process.Kill();
        }

        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}: {errors.Result}{output.Result}");
        return Parse(output.Result.Split('\n'));
    }

    public static Process Start(string[] wrapper, string[] arguments)
    {
        string[] line = [.. wrapper, Environment.ProcessPath!, Library, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["SECRET_OF_THE_SERVICE"] = "hunter2";
        return Process.Start(start)!;
    }

    /// <summary>Reads lines until the target says that it is ready.</summary>
    public static Dictionary<string, string> ReadUntilReady(Process process)
    {
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line && line != "ready=True")
        {
            lines.Add(line);
        }

        return Parse(lines);
    }

    /// <summary>Asserts that the snapshot was read; shows everything the target said otherwise.</summary>
    public static void AssertRead(Dictionary<string, string> outcome) =>
        Assert.True(outcome["available"] == "True", string.Join('\n', outcome));

    private static Dictionary<string, string> Parse(IEnumerable<string> lines) => lines
        .Select(line => line.Split('=', 2))
        .Where(parts => parts.Length == 2)
        .GroupBy(parts => parts[0])
        .ToDictionary(group => group.Key, group => group.Last()[1]);
}
