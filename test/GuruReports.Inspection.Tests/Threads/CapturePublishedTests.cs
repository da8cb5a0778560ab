namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Publishes the known threads in the ways in which services are shipped, and looks at them there.</summary>
public sealed class CapturePublishedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zoo-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Capture_SelfContainedTrimmedSingleFile_ShowsEveryKnownThread() =>
        Verify("--self-contained -p:PublishSingleFile=true -p:PublishTrimmed=true -p:DebugType=embedded", "--lines");

    [LongFact]
    public void Capture_SingleFile_ShowsEveryKnownThread() => Verify("--no-self-contained -p:PublishSingleFile=true", "--lines");

    [LongFact]
    public void Capture_SelfContained_ShowsEveryKnownThread() => Verify("--self-contained", "--lines");

    [LongFact]
    public void Capture_SelfContainedSingleFileReadyToRun_ShowsEveryKnownThread() =>
        Verify("--self-contained -p:PublishSingleFile=true -p:PublishReadyToRun=true", "--lines");

    [LongFact]
    public void Capture_TrimmedReadyToRun_ShowsEveryKnownThread() =>
        Verify("--self-contained -p:PublishTrimmed=true -p:PublishReadyToRun=true", "--lines");

    private void Verify(string publish, string verify)
    {
        var (built, log) = ZooProcess.Start("dotnet", $"publish \"{ZooProcess.Project}\" -c Release -r linux-x64 {publish} --artifacts-path \"{_folder}\"");
        Assert.True(built == 0, log);
        var program = Directory.GetFiles(Path.Combine(_folder, "publish"), "GuruReports.ThreadZoo", SearchOption.AllDirectories).Single();

        var (exitCode, output) = ZooProcess.Start(program, $"verify {verify}");

        Assert.True(exitCode == 0, output);
    }
}
