using System.Globalization;
using System.Text.RegularExpressions;

namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Each mode shows all known threads, with frame, kind, state and role, in 20 captures in a row.</summary>
public class CaptureModesTests
{
    [Fact]
    public void Capture_KnownThreads_ShowsFrameStateAndLineOfEach()
    {
        var (exitCode, output) = ZooProcess.Run("verify --lines");

        Assert.True(exitCode == 0, output);
        Assert.Contains("InProcess: 74 exhibits", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify --starve", "", "")]
    [InlineData("verify --collect", "", "")]
    [InlineData("verify --session", "", "")]
    [InlineData("verify --no-descriptors", "", "")]
    [InlineData("verify", "DOTNET_EnableDiagnostics", "0")]
    [InlineData("verify", "TMPDIR", "/nonexistent")]
    [InlineData("verify", "DOTNET_gcServer", "1")]
    [InlineData("verify", "DOTNET_ReadyToRun", "0")]
    [InlineData("verify", "DOTNET_TieredCompilation", "0")]
    [InlineData("verify", "DOTNET_TieredPGO", "0")]
    [InlineData("verify", "DOTNET_EnableWriteXorExecute", "0")]
    public void Capture_UnderMode_ShowsEveryKnownThread(string arguments, string variable, string value)
    {
        var environment = variable.Length > 0 ? new[] { (variable, value) } : [];

        var (exitCode, output) = ZooProcess.Run(arguments, environment);

        Assert.True(exitCode == 0, output);
        Assert.Contains("0 failures", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" --starve")]
    public void Capture_ThroughTheDiagnosticsPort_ShowsEveryKnownThread(string mode)
    {
        var (exitCode, output) = ZooProcess.Run("verify --port --lines" + mode);

        Assert.True(exitCode == 0, output);
        Assert.Contains("DiagnosticsPort: 7", output, StringComparison.Ordinal);
    }

    [RootFact]
    public void Capture_AsNobodyWithoutCapabilities_ShowsEveryKnownThread()
    {
        const string Drop = "--reuid=65534 --regid=65534 --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs";

        var (exitCode, output) = ZooProcess.Start(
            "setpriv",
            $"{Drop} dotnet \"{Path.Combine(ZooProcess.Folder, "GuruReports.ThreadZoo.dll")}\" verify",
            ("HOME", "/nonexistent"));

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void Capture_WhileContextsAndThreadsComeAndGo_NeverFails()
    {
        var (exitCode, output) = ZooProcess.Run("churn 300");

        Assert.True(exitCode == 0, output);
        Assert.Contains("300 captures, 0 missing", output, StringComparison.Ordinal);
    }

    [LongFact]
    public void Capture_TwoThousandTimesUnderChurn_KeepsNeitherMemoryNorDescriptors()
    {
        // A small nursery, so that garbage that is merely not collected yet does not look like a leak.
        var (exitCode, output) = ZooProcess.Run("churn 2000", ("DOTNET_GCgen0size", "0x400000"));

        Assert.True(exitCode == 0, output);
        var numbers = Regex.Match(output, @"RSS ([+-]?\d+) KiB of \d+, descriptors ([+-]?\d+)");
        Assert.InRange(int.Parse(numbers.Groups[1].Value, CultureInfo.InvariantCulture), int.MinValue, 12 * 1024);
        Assert.InRange(int.Parse(numbers.Groups[2].Value, CultureInfo.InvariantCulture), int.MinValue, 4);
    }
}
