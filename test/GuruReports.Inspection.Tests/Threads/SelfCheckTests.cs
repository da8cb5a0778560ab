namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Every check that fails leads to the next way, and the capture says so.</summary>
public class SelfCheckTests
{
    [Theory]
    [InlineData("Platform")]
    [InlineData("MemoryReads")]
    [InlineData("Descriptor")]
    [InlineData("ThreadStore")]
    [InlineData("CodeRanges")]
    [InlineData("Modules")]
    [InlineData("Methods")]
    [InlineData("EventSession")]
    [InlineData("OwnThread")]
    [InlineData("OwnStack")]
    public void Capture_CheckFails_FallsToTheDiagnosticsPortAndSaysSo(string step)
    {
        var (exitCode, output) = ZooProcess.Run($"fail {step}");

        Assert.True(exitCode == 0, output);
        Assert.StartsWith("DiagnosticsPort:", output, StringComparison.Ordinal);
        Assert.Contains($"note: Not used: in-process event session: check {step}: made to fail (.NET {Environment.Version}).", output, StringComparison.Ordinal);
        Assert.DoesNotContain("main has 0 frames", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Capture_CheckFailsAndNoPort_SaysWhyThereAreNoStacks()
    {
        var (exitCode, output) = ZooProcess.Run("fail Descriptor", ("DOTNET_EnableDiagnostics", "0"));

        Assert.True(exitCode == 0, output);
        Assert.StartsWith($"Unavailable: in-process event session: check Descriptor: made to fail (.NET {Environment.Version}); diagnostics port:", output, StringComparison.Ordinal);
        Assert.Contains("main has 0 frames", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Capture_LinesFail_CapturesWithoutLinesAndSaysSo()
    {
        var (exitCode, output) = ZooProcess.Run("fail Lines");

        Assert.True(exitCode == 0, output);
        Assert.StartsWith("InProcess:", output, StringComparison.Ordinal);
        Assert.Contains($"note: No source lines or IL offsets: check Lines: made to fail (.NET {Environment.Version}).", output, StringComparison.Ordinal);
    }
}
