using System.Diagnostics;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>Knows where the scenarios' program is and under which settings the tests run it.</summary>
internal static class ScenarioProgram
{
    /// <summary>Gets the program, built in the same configuration as these tests.</summary>
    public static string Path { get; } = Programs.Find("examples", "Scenarios");

    /// <summary>
    /// Returns how the program is started. GURU_SCENARIOS names one that was published with another .NET
    /// (build/runtimes.sh) or for another machine. It runs in a folder of its own: another program's appsettings.json may lie where the tests are.
    /// </summary>
    public static ProcessStartInfo Command(params string[] arguments) => Environment.GetEnvironmentVariable("GURU_SCENARIOS") is { Length: > 0 } published
        ? new ProcessStartInfo(published, arguments)
        : new ProcessStartInfo("dotnet", [Path, .. arguments]) { WorkingDirectory = System.IO.Path.GetDirectoryName(Path)! };

    /// <summary>Returns settings that make reports quick and keep what the test machine does out of them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Settings(string directory) => new Dictionary<string, string>
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["GuruMeditation__Destination"] = "File",
        ["GuruMeditation__Directory"] = directory,
        ["GuruMeditation__Format"] = "Json",
        ["GuruMeditation__MinimumInterval"] = "00:00:00",
        ["GuruMeditation__Watchdog__Enabled"] = "false",

        // A machine that also builds and tests starves the helper; what is measured here is what the report says.
        ["GuruMeditation__SectionTimeout"] = "00:00:20",
        ["GuruMeditation__ReportTimeout"] = "00:01:20",
        ["GuruMeditation__Snapshot__Timeout"] = "00:00:30",
        ["GuruMeditation__Snapshot__TimeoutWhenStarved"] = "00:00:20",
        ["GuruMeditation__Findings__StartLimit"] = "00:00:00",
        ["GuruMeditation__Findings__StopLimit"] = "00:00:00",
        ["GuruMeditation__Findings__MemoryGrowthInterval"] = "00:00:01",

        // A busy test machine or its full disk is not the scenario's sickness.
        ["GuruMeditation__Findings__Disabled__0"] = "GURU020",
        ["GuruMeditation__Findings__Disabled__1"] = "GURU021",
    };
}
