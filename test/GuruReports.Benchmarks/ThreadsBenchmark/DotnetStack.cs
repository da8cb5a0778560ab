using System.Diagnostics;
using System.Globalization;

namespace GuruReports.Benchmarks.ThreadsBenchmark;

/// <summary>The tool itself, where the environment variable DOTNET_STACK names it: the executable, or its dll.</summary>
internal static class DotnetStack
{
    private static readonly string? Tool = Environment.GetEnvironmentVariable("DOTNET_STACK") is { Length: > 0 } path ? path : null;

    public static bool IsAvailable => Tool is not null;

    /// <summary>Reports on a process once; returns how long that took, the tool's start included.</summary>
    public static TimeSpan Capture(int processId)
    {
        var report = string.Create(CultureInfo.InvariantCulture, $"report --process-id {processId}");
        var isAssembly = Tool!.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : Tool, isAssembly ? $"\"{Tool}\" {report}" : report) { RedirectStandardOutput = true };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var taken = Stopwatch.GetElapsedTime(begin);
        return process.ExitCode == 0 && output.Contains("BlockedThreads", StringComparison.Ordinal)
            ? taken
            : throw new InvalidOperationException($"dotnet-stack ended with {process.ExitCode} and no stacks");
    }
}
