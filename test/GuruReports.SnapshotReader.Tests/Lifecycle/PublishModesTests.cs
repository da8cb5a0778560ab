using System.Diagnostics;

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

public class PublishModesTests
{
    private const string SelfContained = "-r linux-x64 --self-contained true";

    private static readonly string s_project = Path.GetFullPath(Path.Combine(Target.Folder, "../../.."));

    [LongTheory]
    [InlineData("", true)]
    [InlineData("-r linux-x64 --self-contained false -p:PublishSingleFile=true", true)]
    [InlineData(SelfContained, true)]
    [InlineData(SelfContained + " -p:PublishSingleFile=true", true)]
    [InlineData(SelfContained + " -p:PublishTrimmed=true", true)]
    public void Publish_Mode_TheHelperIsThereAndReadsOrTheReasonIsClear(string mode, bool reads)
    {
        var folder = Directory.CreateTempSubdirectory("publish").FullName;
        var line = $"publish {s_project} -c Release -o {folder} -p:TreatWarningsAsErrors=false {mode}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Output("dotnet", line);

        var lines = Output(Path.Combine(folder, "GuruReports.SnapshotTarget"), ["once"]).Split('\n');

        Directory.Delete(folder, recursive: true);
        Assert.Contains(reads ? "available=True" : "available=False", lines);
        Assert.Contains(lines, text => text.StartsWith("reason=", StringComparison.Ordinal) && (reads ? text.Length == 7 : text.Contains("published without startup hooks", StringComparison.Ordinal)));
    }

    private static string Output(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
