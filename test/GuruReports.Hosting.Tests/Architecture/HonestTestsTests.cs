using System.Text.RegularExpressions;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>What makes a test lie now and then: a look at another process that has just gone, and a sleep instead of a wait.</summary>
public sealed partial class HonestTestsTests
{
    private static readonly string[] s_shared = ["OtherProcess.cs", "Until.cs"];

    // The load of a service, not a wait of a test.
    private const string Load = "LoadedService.cs";

    [Fact]
    public void Tests_LookAtAnotherProcess_ThroughTheHelperThatTakesVanishingForAnAnswer()
    {
        var looks = Sources("").Where(file => LookAtProcess().IsMatch(File.ReadAllText(file)));

        Assert.Empty(looks);
    }

    // The programs that are tested may sleep, those that test may not.
    [Fact]
    public void Tests_Wait_ForConditionsOnly()
    {
        var sleeps = Sources("*.Tests").Concat(Sources("GuruReports.SnapshotTarget")).Where(file => Path.GetFileName(file) != Load && Sleep().IsMatch(File.ReadAllText(file)));

        Assert.Empty(sleeps);
    }

    private static IEnumerable<string> Sources(string folders)
    {
        var root = Repository.PathOf("test");
        var files = (folders.Length == 0 ? [root] : Directory.GetDirectories(root, folders))
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !s_shared.Contains(Path.GetFileName(file)))
            .Where(file => Path.GetFileName(file) != nameof(HonestTestsTests) + ".cs")
            .Select(file => Path.GetRelativePath(root, file))
            .ToList();
        Assert.NotEmpty(files);
        return files.Select(file => Path.Combine(root, file));
    }

    [GeneratedRegex(@"""/proc/\{")]
    private static partial Regex LookAtProcess();

    [GeneratedRegex(@"\b(Thread\.Sleep|Thread\.Yield|Task\.Delay)\((?!Timeout\.Infinite)")]
    private static partial Regex Sleep();
}
