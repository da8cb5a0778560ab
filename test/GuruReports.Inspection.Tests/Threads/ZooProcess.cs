using System.Diagnostics;
using System.Reflection;

namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Runs the program whose threads are known beforehand.</summary>
internal static class ZooProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(280);

    /// <summary>Gets the folder of the built program.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Gets the project's folder.</summary>
    public static string Project { get; } = Path.GetFullPath(Path.Combine(Folder, "..", "..", ".."));

    /// <summary>Runs the program under the shared runtime.</summary>
    public static (int ExitCode, string Output) Run(string arguments, params (string Name, string Value)[] environment) =>
        Start("dotnet", $"\"{Path.Combine(Folder, "GuruReports.ThreadZoo.dll")}\" {arguments}", environment);

    /// <summary>Runs any command and returns what it printed.</summary>
    public static (int ExitCode, string Output) Start(string file, string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = "";
        var error = "";
        var readers = new[] { new Thread(() => output = process.StandardOutput.ReadToEnd()), new Thread(() => error = process.StandardError.ReadToEnd()) };
        Array.ForEach(readers, reader => reader.Start());
        var ended = process.WaitForExit(Limit);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        Array.ForEach(readers, reader => reader.Join());
        return (ended ? process.ExitCode : -1, output + error);
    }

    // Both projects build into bin/<configuration>/<framework> of their own folders.
    private static string FindFolder()
    {
        var own = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        return Path.Combine(own.Parent!.Parent!.Parent!.Parent!.FullName, "GuruReports.ThreadZoo", "bin", own.Parent.Name, own.Name);
    }
}
