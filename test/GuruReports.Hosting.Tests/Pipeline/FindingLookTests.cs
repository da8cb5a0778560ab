using GuruReports.Hosting.Pipeline;
using GuruReports.Inspection;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Pipeline;

public sealed class FindingLookTests
{
    [Fact]
    public void Find_ThreadsThatAllWaitForLocks_IsCriticalWithoutASnapshot()
    {
        var capture = new ThreadCapture
        {
            Method = ThreadCaptureMethod.InProcess,
            CapturedAt = DateTimeOffset.UtcNow,
            Threads = [.. Enumerable.Range(1, 12).Select(Waiting)],
        };

        var findings = new FindingLook(new GuruMeditationOptions(), () => capture).Find();

        Assert.Contains(findings, finding => finding is { Name: "DEADLOCK", Severity: FindingSeverity.Critical, Certainty: FindingCertainty.Suspected });
    }

    [Fact]
    public void Find_ThisProcess_IsDoneByEverySectionAndRule()
    {
        var look = new FindingLook(new GuruMeditationOptions(), () => ProcessInspector.CaptureThreads());

        Assert.NotNull(look.Find());
        Assert.NotNull(look.Find());
    }

    private static CapturedThread Waiting(int id) => new()
    {
        OSThreadId = id,
        ManagedThreadId = id,
        Role = ThreadRole.User,
        State = ThreadActivity.WaitingForMonitor,
        Frames = [new CapturedFrame { Method = "Sample.Account.Transfer()", Type = "Sample.Account", Name = "Transfer", Assembly = "Sample", Owner = CodeOwner.Service }],
    };
}
