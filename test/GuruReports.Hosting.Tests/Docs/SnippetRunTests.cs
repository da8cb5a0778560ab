using GuruReports.Reporting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Docs;

/// <summary>Every piece of C# in the documents runs: what is about a service answers a signal with a whole report, all else comes to its end.</summary>
public sealed class SnippetRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("guru-snippet-").FullName;

    public static TheoryData<Snippet> Services => [.. Snippets.Programs.Where(snippet => snippet.IsService)];

    public static TheoryData<Snippet> Tools => [.. Snippets.Programs.Where(snippet => !snippet.IsService)];

    [Theory]
    [MemberData(nameof(Services), DisableDiscoveryEnumeration = true)]
    public void Documents_Service_AnswersASignal(Snippet snippet)
    {
        using var service = new SnippetProcess(snippet, _folder);
        service.WaitFor("Application started");

        service.Kill("-USR1");
        service.WaitFor("GuruMeditation: report ");
        service.WaitFor(" written to ");
        service.Kill("-TERM");

        Assert.Equal(0, service.WaitForExit());
        Assert.Contains("end of report ", service.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be made", service.Error + service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("!! FAILED", service.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tools), DisableDiscoveryEnumeration = true)]
    public void Documents_Tool_ComesToItsEnd(Snippet snippet)
    {
        var report = new Report { Id = "t-1", Reason = "test", CreatedAt = DateTimeOffset.UnixEpoch, Service = new ServiceIdentity { Name = "orders", ProcessId = 1, MachineName = "vm" } };
        File.WriteAllText(Path.Combine(_folder, "report.json"), ReportRendering.Render(report, ReportFormat.Json));
        using var tool = new SnippetProcess(snippet, _folder);

        Assert.True(tool.WaitForExit() == 0, tool.Error);

        Assert.NotEmpty(tool.Output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
